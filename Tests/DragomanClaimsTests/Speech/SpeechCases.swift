import DragomanLanguage
import DragomanNames
import DragomanText
import Foundation
import Testing

@testable import DragomanClaims

/// One construction of `Fixtures/cases.txt`, ready to be read.
struct SpeechCase: Sendable, CustomTestStringConvertible {
    /// Words in brackets and whose word they are.
    struct Expectation: Sendable {
        let tokens: Range<Int>
        /// "NAME | OFFICE | ORGANISATION | CHAIN"; nil for the article's own voice.
        let source: String?
    }

    let name: String
    let outlet: String?
    let named: NamedAnalysis
    let expectations: [Expectation]

    var testDescription: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    /// The table that ships with Dragoman.
    static func words() throws -> SpeechWords {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
        let path = "\(root)/Packs/world/words/reporting.speech"
        return try SpeechWords(table: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))), file: "reporting.speech")
    }

    /// All cases, in the order of the file.
    static func all() throws -> [SpeechCase] {
        var rows: [String: [Data]] = [:]
        for line in try Data(contentsOf: folder.appendingPathComponent("cases.jsonl")).split(separator: 0x0A) {
            struct Row: Decodable { let `case`: String }
            rows[try JSONDecoder().decode(Row.self, from: Data(line)).case, default: []].append(Data(line))
        }
        let text = try String(contentsOf: folder.appendingPathComponent("cases.txt"), encoding: .utf8)
        let parts = text.components(separatedBy: "\n== ")
        let gazetteer = Gazetteer(lines: parts[0].split(separator: "\n"))
        return try parts.dropFirst().map { try SpeechCase($0, rows: rows, gazetteer: gazetteer) }
    }

    private init(_ part: String, rows: [String: [Data]], gazetteer: Gazetteer) throws {
        var lines = part.split(separator: "\n").map(String.init)
        name = lines.removeFirst()
        var outlet: String?
        var sources: [UInt8: String] = [:]
        var text: [UInt8] = []
        var blocks: [ByteRange] = []
        var open: [(label: UInt8, start: Int)] = []
        var marked: [(label: UInt8, bytes: ByteRange)] = []
        for line in lines {
            let bytes = Array(line.utf8)
            if line.hasPrefix("@ ") {
                outlet = String(line.dropFirst(2))
            } else if line.dropFirst().hasPrefix(" = ") {
                sources[bytes[0]] = String(line.dropFirst(4))
            } else {
                let start = text.count
                var i = 0
                while i < bytes.count {
                    if bytes[i] == UInt8(ascii: "["), i + 2 < bytes.count {
                        open.append((bytes[i + 1], text.count))
                        i += 3
                    } else if bytes[i] == UInt8(ascii: "]"), let last = open.popLast() {
                        marked.append((last.label, last.start..<text.count))
                        i += 1
                    } else {
                        text.append(bytes[i])
                        i += 1
                    }
                }
                blocks.append(start..<text.count)
                text.append(0x0A)
            }
        }
        let analysis = try Analysis(jsonl: rows[name] ?? [], text: text, blocks: blocks)
        self.outlet = outlet
        named = gazetteer.named(analysis)
        expectations = marked.map { label, bytes in
            let first = analysis.tokens.firstIndex { $0.range.lowerBound >= bytes.lowerBound } ?? 0
            let last = analysis.tokens.lastIndex { $0.range.upperBound <= bytes.upperBound } ?? 0
            return Expectation(tokens: first..<last + 1, source: label == UInt8(ascii: "0") ? nil : sources[label])
        }
    }
}

/// The names of the cases, told by hand.
struct Gazetteer {
    private var forms: [(words: [String], identity: Int)] = []
    private var identities: [Identity] = []

    init(lines: [Substring]) {
        for line in lines where line.hasPrefix("name ") {
            let parts = line.dropFirst(5).components(separatedBy: " = ")
            let type = parts[0].prefix { $0 != " " }
            let name = String(parts[0].dropFirst(type.count + 1))
            identities.append(Identity(type: NameType(rawValue: String(type)) ?? .company, name: name, entry: "test"))
            let all = [name] + (parts.count > 1 ? parts[1].components(separatedBy: ", ") : [])
            for form in all {
                let words = form.replacingOccurrences(of: "'", with: " '").split(separator: " ").map(String.init)
                forms.append((words, identities.count - 1))
            }
        }
        forms.sort { $0.words.count > $1.words.count }
    }

    func named(_ analysis: Analysis) -> NamedAnalysis {
        var mentions: [Mention] = []
        var i = 0
        while i < analysis.tokens.count {
            let found = forms.first { form in
                i + form.words.count <= analysis.tokens.count
                    && form.words.indices.allSatisfy { analysis.word(i + $0) == form.words[$0] }
            }
            if let found { mentions.append(Mention(tokens: i..<i + found.words.count, identity: found.identity)) }
            i += found?.words.count ?? 1
        }
        return NamedAnalysis(analysis: analysis, mentions: mentions, identities: identities)
    }
}

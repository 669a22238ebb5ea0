import CHTMLTokens
import Foundation
import Testing

@testable import DragomanCapture

/// html5lib's cases of tokenizing against MyHTML, the parser that our trees are made by.
///
/// Characters that follow each other are one token, as in the cases; of a doctype only that it is there is compared. A state
/// other than that of data is reached through the start tag that leads to it. Not run: states that no page begins, and lone
/// surrogates, which no UTF-8 holds.
struct TokenizerCasesTests {
    /// At least this share of the cases gives the tokens that are expected. Raise it when it rises.
    private static let floor = 0.995

    private enum Token: Equatable {
        case characters(String)
        case comment(String)
        case start(String, [String: String])
        case end(String)
        case doctype
    }

    /// The elements whose content is read in a state, the one that leads there first.
    private static let elements = [
        "Data state": [], "RCDATA state": ["textarea", "title"], "RAWTEXT state": ["style", "xmp", "iframe"],
        "Script data state": ["script"], "PLAINTEXT state": ["plaintext"],
    ]

    @Test("Share of html5lib's cases whose tokens are right")
    func cases() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "html5lib/tokenizer")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var right = 0
        var all = 0
        var report = ""
        for file in files {
            let packed = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
            let bytes = try ByteInput(InflateSource(MemorySource(packed), format: .gzip)).takeAll(limit: 4 << 20)
            let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            let (ownRight, own) = try Self.count(root["tests"] as? [[String: Any]] ?? [])
            right += ownRight
            all += own
            if ownRight < own { report += "\n  \(file): \(ownRight) of \(own)" }
        }
        let share = Double(right) / Double(max(1, all))
        print("html5lib tokenizing: \(right) of \(all) right (\(String(format: "%.1f", share * 100)) %)\(report)")
        #expect(all > 6500 && share >= Self.floor)
    }

    private static func count(_ cases: [[String: Any]]) throws -> (right: Int, all: Int) {
        var right = 0
        var all = 0
        for item in cases {
            let isEscaped = item["doubleEscaped"] as? Bool == true
            guard let written = item["input"] as? String, let input = isEscaped ? unescaped(written) : written,
                let expected = expected(item["output"] as? [Any] ?? [], isEscaped: isEscaped)
            else { continue }
            for state in item["initialStates"] as? [String] ?? ["Data state"] {
                guard let names = elements[state] else { continue }
                let last = item["lastStartTag"] as? String
                if let last, !names.isEmpty, !names.contains(last) { continue }
                let name = names.isEmpty ? nil : last ?? names.first
                all += 1
                var tokens = try tokens(of: (name.map { "<\($0)>" } ?? "") + input)
                if name != nil { tokens.removeFirst() }
                if tokens == expected { right += 1 }
            }
        }
        return (right, all)
    }

    /// The tokens of a case; nil where one holds what no UTF-8 does.
    private static func expected(_ output: [Any], isEscaped: Bool) -> [Token]? {
        var tokens: [Token] = []
        for case let parts as [Any] in output {
            guard let kind = parts.first as? String else { return nil }
            let written = parts.count > 1 ? parts[1] as? String ?? "" : ""
            guard let text = isEscaped ? unescaped(written) : written else { return nil }
            switch kind {
            case "Character": append(.characters(text), to: &tokens)
            case "Comment": tokens.append(.comment(text))
            case "StartTag": tokens.append(.start(text, parts.count > 2 ? parts[2] as? [String: String] ?? [:] : [:]))
            case "EndTag": tokens.append(.end(text))
            default: tokens.append(.doctype)
            }
        }
        return tokens
    }

    private static func append(_ token: Token, to tokens: inout [Token]) {
        if case .characters(let text) = token {
            if text.isEmpty { return }
            if case .characters(let before)? = tokens.last {
                tokens[tokens.count - 1] = .characters(before + text)
                return
            }
        }
        tokens.append(token)
    }

    /// The tokens that MyHTML makes.
    private static func tokens(of page: String) throws -> [Token] {
        var count = 0
        let bytes = Array(page.utf8)
        let output = try #require(html_tokens(bytes, bytes.count, &count))
        defer { free(output) }
        let written = UnsafeBufferPointer(start: output, count: count).map { UInt8(bitPattern: $0) }
        var tokens: [Token] = []
        var position = 0
        while position < written.count {
            let kind = written[position]
            position += 1
            var fields: [String] = []
            while written[position] != 0x0A {
                let colon = try #require(written[position...].firstIndex(of: UInt8(ascii: ":")))
                let length = try #require(Int(String(decoding: written[position..<colon], as: UTF8.self)))
                fields.append(String(decoding: written[(colon + 1)..<(colon + 1 + length)], as: UTF8.self))
                position = colon + 1 + length
            }
            position += 1
            switch kind {
            case UInt8(ascii: "C"): append(.characters(fields[0]), to: &tokens)
            case UInt8(ascii: "M"): tokens.append(.comment(fields[0]))
            case UInt8(ascii: "E"): tokens.append(.end(fields[0]))
            case UInt8(ascii: "S"):
                let attributes = stride(from: 1, to: fields.count - 1, by: 2).map { (fields[$0], fields[$0 + 1]) }
                tokens.append(.start(fields[0], Dictionary(attributes, uniquingKeysWith: { first, _ in first })))
            default: tokens.append(.doctype)
            }
        }
        return tokens
    }

    /// `\u0041` written out; nil for lone surrogates.
    private static func unescaped(_ text: String) -> String? {
        let parts = text.components(separatedBy: "\\u")
        var result = parts[0]
        for part in parts.dropFirst() {
            guard part.count >= 4, let value = UInt32(part.prefix(4), radix: 16), let scalar = Unicode.Scalar(value)
            else { return nil }
            result.unicodeScalars.append(scalar)
            result += part.dropFirst(4)
        }
        return result
    }
}

import DragomanText
import Foundation

/// The rules, word classes, stage cues and nominal forms of one or several packs, ready to be matched.
///
/// A pack is a folder of plain text: `words/*.words`, `words/*.nominals`, `words/*.cues`, `words/*.speech` and `rules/*.rules`.
/// Later folders add to earlier ones.
public struct Pack: Sendable {
    let lexicon: Lexicon
    let cues: CueTable
    let rules: [Rule]
    /// Rules by the lemma of their predicate, with its particle where it has one.
    let rulesByLemma: [String: [Int]]
    /// The verbs that a noun stands for: `delivery` for `deliver`.
    let verbsByNominal: [String: [String]]
    /// Reporting verbs, offices and the other words by which press tells who says what.
    public let speech: SpeechWords

    /// How many rules the packs hold.
    public var ruleCount: Int { rules.count }

    /// How many sentences their rules are held to.
    public var exampleCount: Int { rules.reduce(0) { $0 + $1.examples.count } }

    /// Loads packs.
    ///
    /// - Parameter folders: pack folders, the most general first.
    /// - Throws: `DragomanError` C100 for a folder or file that cannot be read, C101 to C120 with file, line and
    ///   column for one that is wrong.
    public init(folders: [String]) throws {
        var lexicon = Lexicon()
        var cues = CueTable()
        var nominals: [String: [String]] = [:]
        var speech: [UInt8] = []
        var speechFile = "reporting.speech"
        var ruleFiles: [PackFile] = []
        for folder in folders {
            for file in try Self.files(in: folder) {
                switch URL(fileURLWithPath: file.name).pathExtension {
                case "words": try lexicon.add(file)
                case "cues": try cues.add(file)
                case "nominals": try Self.addNominals(file, to: &nominals)
                case "speech":
                    speech += [UInt8](file.text.utf8)
                    speechFile = file.name
                default: ruleFiles.append(file)
                }
            }
        }
        var rules: [Rule] = []
        for file in ruleFiles { rules += try RuleParser(source: file, classes: Set(lexicon.names)).rules() }
        var index: [String: [Int]] = [:]
        for (number, rule) in rules.enumerated() {
            for predicate in rule.predicates { index[predicate, default: []].append(number) }
        }
        self.lexicon = lexicon
        self.cues = cues
        self.rules = rules
        self.speech = try SpeechWords(table: speech, file: speechFile)
        rulesByLemma = index
        verbsByNominal = nominals
    }

    private static func files(in folder: String) throws -> [PackFile] {
        let pack = URL(fileURLWithPath: folder).lastPathComponent
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw DragomanError(
                .badInput, "C100", "there is no pack folder \(folder)",
                advice: "Give the folder of a pack with --packs; the bundled ones are in Packs.")
        }
        var files: [PackFile] = []
        for (part, endings) in [("words", ["words", "nominals", "cues", "speech"]), ("rules", ["rules"])] {
            let path = URL(fileURLWithPath: folder).appendingPathComponent(part).path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for name in names.sorted() where endings.contains(URL(fileURLWithPath: name).pathExtension) {
                files.append(try PackFile(folder: folder, pack: pack, path: "\(part)/\(name)"))
            }
        }
        return files
    }

    /// Lines `verb: noun, noun`.
    private static func addNominals(_ file: PackFile, to nominals: inout [String: [String]]) throws {
        for line in file.entries {
            let parts = line.text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw file.error("C103", line, "expected `verb: noun, noun`") }
            for noun in parts[1].split(separator: ",") where !noun.trimmed.isEmpty {
                nominals[noun.trimmed, default: []].append(parts[0].trimmed)
            }
        }
    }
}

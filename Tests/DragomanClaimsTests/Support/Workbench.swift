import DragomanClaims
import DragomanLanguage
import DragomanNames
import DragomanText
import Foundation

/// The bundled packs and the language model, loaded once for all tests of claims.
struct Workbench: Sendable {
    let pipeline: Pipeline
    let knowledge: KnowledgeBase
    let recognizer: NameRecognizer
    let pack: Pack
    let reader: ClaimReader
    let speech: SpeechReader

    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// Loads; where it fails each test that uses it says why.
    static let shared = Result { try Workbench() }

    private init() throws {
        let model = ProcessInfo.processInfo.environment["DRAGOMAN_MODEL"].flatMap { $0.isEmpty ? nil : $0 }
        let packs = ["world", "automotive"].map { "\(Self.root)/Packs/\($0)" }
        pipeline = try Pipeline(model: model ?? "\(Self.root)/.models/en_core_web_sm-3.8.0")
        knowledge = try KnowledgeBase(packs: packs)
        recognizer = NameRecognizer(knowledge)
        pack = try Pack(folders: packs)
        reader = ClaimReader(pack: pack, knowledge: knowledge)
        speech = SpeechReader(words: pack.speech)
    }

    /// The names and trees of a text, each of its lines a block.
    func named(_ text: String) throws -> NamedAnalysis { try named(text, by: recognizer) }

    /// The same with other names than those of the bundled packs.
    func named(_ text: String, by recognizer: NameRecognizer) throws -> NamedAnalysis {
        let bytes = [UInt8](text.utf8)
        var blocks: [ByteRange] = []
        for line in bytes.split(separator: 0x0A) where !line.isEmpty { blocks.append(line.startIndex..<line.endIndex) }
        return recognizer.recognize(try pipeline.analyze(text: bytes, blocks: blocks))
    }

    /// The claims of a text, each of its lines a paragraph.
    func claims(_ text: String, published: CoarseDate? = nil) throws -> [Claim] {
        let named = try named(text)
        let statements = speech.statements(in: named, published: published, outlet: nil)
        return reader.claims(in: named, statements: statements, published: published, hasHeadline: false)
    }
}

extension Claim {
    /// The claim in one line: `supply planned Saipa > Unison @ Belarus [car Shahin] 45000 vehicles a year`.
    var line: String {
        var parts = ["\(kind.rawValue) \(stage.rawValue)", actor.isEmpty ? "-" : actor.joined(separator: "/")]
        if !counterpart.isEmpty { parts.append("> " + counterpart.joined(separator: "/")) }
        if !place.isEmpty { parts.append("@ " + place.joined(separator: "/")) }
        if !goods.isEmpty {
            let named = goods.map { [$0.type, $0.name].compactMap { $0 }.joined(separator: " ") }
            parts.append("[" + named.joined(separator: ", ") + "]")
        }
        if let quantity {
            parts.append("\(quantity.n.formatted(.number.grouping(.never))) \(quantity.unit)")
            if let per = quantity.per { parts.append("a \(per.rawValue)") }
        }
        if let money { parts.append("\(money.amount.formatted(.number.grouping(.never))) \(money.currency)") }
        if let share { parts.append("share \(share)") }
        if let date { parts.append("on \(date)") }
        if let speaker {
            parts.append("says \([speaker.name, speaker.role, speaker.org].compactMap { $0 }.joined(separator: ", "))")
        }
        if !via.isEmpty { parts.append("via " + via.joined(separator: ", ")) }
        return parts.joined(separator: " ")
    }
}

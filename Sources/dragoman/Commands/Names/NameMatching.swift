import DragomanArguments
import DragomanBrief
import DragomanNames
import DragomanText
import Foundation

/// What the commands on names share: the matcher, and how a match is shown.
enum NameMatching {
    static let schema = Option(
        "schema", "what the names name", value: "SCHEMA", kind: .choice(["person", "company", "any"]), fallback: "any")

    static func matcher(_ invocation: Invocation, in context: Context) throws -> NameMatcher {
        let packs = try Places.packs(invocation, in: context)
        return try NameMatcher(packs: packs, knowledge: KnowledgeBase(packs: packs))
    }

    /// The knowledge base with its index, which is kept from run to run: one file for each set of packs.
    static func finder(_ invocation: Invocation, in context: Context) throws -> NameFinder {
        let packs = try Places.packs(invocation, in: context)
        let mark = SHA256.hex(of: packs.joined(separator: "\n").utf8).prefix(16)
        return try NameFinder(packs: packs, cache: context.cacheFile("names-\(mark).index").path)
    }

    /// The same for a search, which goes by words alone where there are no packs.
    static func finderIfThere(_ invocation: Invocation, in context: Context) throws -> NameFinder? {
        do {
            return try finder(invocation, in: context)
        } catch let error as DragomanError where error.code == "F021" && invocation.value(Places.packs) == nil {
            return nil
        }
    }

    static func kind(_ invocation: Invocation) -> NameKind { kind(invocation.value(schema)) }

    /// `any` for a schema that is missing or unknown.
    static func kind(_ schema: String?) -> NameKind {
        guard let schema, let first = schema.first else { return .any }
        return NameKind(schema: first.uppercased() + schema.dropFirst())
    }
}

/// Two names and what became of comparing them.
struct MatchPage: Page {
    struct Part: Encodable, Sendable {
        let first: String?
        let second: String?
        let remark: String
    }

    let a: String
    let b: String
    let score: Double
    let verdict: String
    let parts: [Part]
    let notes: [String]

    init(_ a: String, _ b: String, _ match: NameMatch) {
        self.a = a
        self.b = b
        score = MatchPage.rounded(match.score)
        verdict = match.verdict.rawValue
        parts = match.parts.map { Part(first: $0.first, second: $0.second, remark: $0.remark) }
        notes = match.notes
    }

    func text(_ style: TerminalStyle) -> String {
        let rows = parts.map { part in
            let words = [part.first, part.second].map { $0.map(SafeText.line) ?? "-" }.joined(separator: " ~ ")
            return "  \(words): \(SafeText.line(part.remark))"
        }
        let head = "\(verdict) \(MatchPage.shown(score))  \(SafeText.line(a)) ~ \(SafeText.line(b))"
        return ([head] + rows + notes.map { "  \(SafeText.line($0))" }).joined(separator: "\n") + "\n"
    }

    /// Three digits after the point say all a score has to say.
    static func rounded(_ score: Double) -> Double { (score * 1_000).rounded() / 1_000 }

    /// A score with two digits after the point.
    static func shown(_ score: Double) -> String {
        let hundredths = Int((score * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}

import DragomanArguments
import DragomanBrief
import DragomanLedger
import DragomanNames
import DragomanText
import Foundation

/// `dragoman names find NAME`
enum NamesFindCommand: Action {
    private static let name = Argument("NAME", "the name to look for, in any script")
    private static let list = Option(
        "in", "look in this file too, one name a line", value: "FILE", kind: .file)
    private static let limit = Option(
        "limit", "at most so many", value: "N", kind: .integer(1...1_000), fallback: "10")

    static let definition = Command(
        name: "find", summary: "Find a name in the knowledge base and the ledger, whatever its script and spelling",
        discussion: [
            "The likeliest comes first. The exit code is 1 where nothing is like the name.",
            "Where there is a ledger, the names in its articles are looked through too, and the articles are told. Their index stands in a file beside the ledger, that of the knowledge base in the home folder's place for caches; both are made anew where they are missing or stale.",
        ],
        examples: [
            Example("dragoman names find Камаз", "what the knowledge base calls it"),
            Example("dragoman names find Celali --in people.txt", "in a list of one's own too"),
            Example("dragoman names find Джалали --ledger trade.db", "in the articles of a ledger"),
        ],
        arguments: [name], options: [list, limit, NameMatching.schema, Paper.json, Places.ledger, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        guard let sought = invocation.word(name) else { return .usage }
        let finder = try NameMatching.finder(invocation, in: context)
        let (knowledge, matcher) = (finder.knowledge, finder.matcher)
        let kind = NameMatching.kind(invocation)
        let most = invocation.integer(limit) ?? 10
        var found = finder.find(sought, as: kind, limit: most)
        if let path = invocation.value(list) {
            var index = NameIndex(matcher: matcher)
            for line in try lines(path) { index.add(line, id: line) }
            found += index.find(sought, as: kind, limit: most)
            found = Array(found.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(most))
        }
        var names = found.map {
            FoundPage.Name(
                id: $0.id, name: $0.name, score: MatchPage.rounded($0.score),
                verdict: NameMatch.Verdict($0.score).rawValue, type: knowledge.entry($0.id)?.type.rawValue,
                others: (knowledge.entry($0.id)?.names ?? []).filter { [name = $0.name] in $0 != name },
                former: (knowledge.entry($0.id)?.former ?? []).map(\.text), articles: [])
        }
        if let ledger = try ledger(invocation, in: context) {
            names += try ledger.findName(sought, as: kind, matcher: matcher, limit: most).map {
                FoundPage.Name(
                    id: nil, name: $0.name, score: MatchPage.rounded($0.score),
                    verdict: NameMatch.Verdict($0.score).rawValue, type: nil, others: [], former: [],
                    articles: $0.articles)
            }
        }
        try Paper(invocation, in: context).print(FoundPage(query: sought, names: names))
        return names.isEmpty ? .nothingFound : .done
    }

    /// The ledger that is named; the one in its usual place only where it is there.
    private static func ledger(_ invocation: Invocation, in context: Context) throws -> Ledger? {
        let path = try Places.ledger(invocation, in: context, making: false)
        let isNamed = invocation.value(Places.ledger) != nil
        guard isNamed || FileManager.default.fileExists(atPath: path) else { return nil }
        return try Ledger(path: path, access: .reading)
    }

    private static func lines(_ path: String) throws -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DragomanError(
                .failure, "F031", "the file \(path) cannot be read", advice: "Check that it is there and may be read.")
        }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
}

/// Names that were found, the likeliest first.
struct FoundPage: Page {
    struct Name: Encodable, Sendable {
        /// Of the knowledge base, or the line of a list; nil for a name of the ledger.
        let id: String?
        let name: String
        let score: Double
        let verdict: String
        /// What the knowledge base says it is; nil for a name of a list or ledger.
        let type: String?
        /// Its other names in the knowledge base.
        let others: [String]
        /// Names that it bore once, with their dates.
        let former: [String]
        /// Ids of the ledger's articles that have the name.
        let articles: [String]
    }

    let query: String
    let names: [Name]

    func text(_ style: TerminalStyle) -> String {
        guard !names.isEmpty else { return "nothing is like \(SafeText.line(query))\n" }
        return names.map(row).joined()
    }

    private func row(_ found: Name) -> String {
        var row = "\(MatchPage.shown(found.score)) \(found.verdict)  \(SafeText.line(found.name))"
        if let type = found.type { row += " (\(type), \(SafeText.line(found.id ?? "")))" }
        if !found.articles.isEmpty {
            let few = found.articles.prefix(5).joined(separator: ", ")
            row +=
                " in \(Counted.of(found.articles.count, "article")): \(few)\(found.articles.count > 5 ? ", ..." : "")"
        }
        row += "\n"
        if !found.others.isEmpty {
            let few = found.others.prefix(8).map(SafeText.line).joined(separator: ", ")
            row += "     also \(few)\(found.others.count > 8 ? " and \(found.others.count - 8) more" : "")\n"
        }
        if !found.former.isEmpty { row += "     once \(found.former.map(SafeText.line).joined(separator: ", "))\n" }
        return row
    }
}

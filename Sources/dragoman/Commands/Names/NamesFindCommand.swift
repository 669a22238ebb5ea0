import DragomanArguments
import DragomanBrief
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
        name: "find", summary: "Find a name in the knowledge base, whatever its script and spelling",
        discussion: ["The likeliest comes first. The exit code is 1 where nothing is like the name."],
        examples: [
            Example("dragoman names find Камаз", "what the knowledge base calls it"),
            Example("dragoman names find Celali --in people.txt", "in a list of one's own too"),
        ],
        arguments: [name], options: [list, limit, NameMatching.schema, Paper.json, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        guard let sought = invocation.word(name) else { return .usage }
        let packs = try Places.packs(invocation, in: context)
        let knowledge = try KnowledgeBase(packs: packs)
        let matcher = try NameMatcher(packs: packs, knowledge: knowledge)
        var index = NameIndex(matcher: matcher)
        for entry in knowledge.entries { for spelling in entry.names { index.add(spelling, id: entry.id) } }
        if let path = invocation.value(list) { for line in try lines(path) { index.add(line, id: line) } }
        let found = index.find(
            sought, as: NameMatching.kind(invocation), limit: invocation.integer(limit) ?? 10)
        let page = FoundPage(
            query: sought,
            names: found.map {
                FoundPage.Name(
                    id: $0.id, name: $0.name, score: MatchPage.rounded($0.score),
                    verdict: NameMatch.Verdict($0.score).rawValue, type: knowledge.entry($0.id)?.type.rawValue)
            })
        try Paper(invocation, in: context).print(page)
        return found.isEmpty ? .nothingFound : .done
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
        let id: String
        let name: String
        let score: Double
        let verdict: String
        /// What the knowledge base says it is; nil for a name of a list.
        let type: String?
    }

    let query: String
    let names: [Name]

    func text(_ style: TerminalStyle) -> String {
        guard !names.isEmpty else { return "nothing is like \(SafeText.line(query))\n" }
        let rows = names.map { found in
            let kind = found.type.map { " (\($0), \(SafeText.line(found.id)))" } ?? ""
            return "\(MatchPage.shown(found.score)) \(found.verdict)  \(SafeText.line(found.name))\(kind)\n"
        }
        return rows.joined()
    }
}

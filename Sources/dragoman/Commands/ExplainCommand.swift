import DragomanArguments
import DragomanCapture
import DragomanClaims
import DragomanLedger
import DragomanText
import Foundation

/// `dragoman explain FILE`
enum ExplainCommand: Action {
    private static let file = Argument("FILE", Documents.help, kind: .file)

    static let definition = Command(
        name: "explain", summary: "Show for each claim of an article the rule that found it and the words it rests on",
        discussion: [
            "A claim follows from one rule of a pack and from the words of the article. Where a claim is wrong, its rule is "
                + "the place to look; dragoman pack check holds a changed pack to its own examples."
        ],
        examples: [
            Example("dragoman explain article.txt", "why the claims of this article were made"),
            Example("dragoman explain https://example.org/news/1", "of a page on the web"),
            Example("dragoman explain article.txt --packs Packs", "by rules of one's own"),
        ],
        arguments: [file], options: [Paper.json] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let rules = RuleLines(packs: try Places.packs(invocation, in: context))
        var loaded: Reader?
        return try await Documents(invocation.word(file) ?? "-", invocation, in: context).readAll { capture, isFirst in
            let reader = try loaded ?? Reader(invocation, in: context)
            loaded = reader
            let claims = try reader.read(capture).reportedClaims()
            let items = claims.map { Explanation.Item(claim: $0, line: rules.line($0.claim.rule)) }
            guard !items.isEmpty || invocation.has(Paper.json) else {
                if !invocation.has(SharedOptions.quiet) {
                    context.messages.say("no rule found a claim in \(capture.source)")
                }
                return .nothingFound
            }
            if !isFirst, !invocation.has(Paper.json) { try context.output.write("\n") }
            try Paper(invocation, in: context).print(Explanation(items: items))
            return items.isEmpty ? .nothingFound : .done
        }
    }
}

/// The lines of packs that claims name as their rules.
struct RuleLines {
    private var lines: [String: [Substring]] = [:]

    /// - Parameter packs: folders of packs.
    init(packs: [String]) {
        for folder in packs {
            let pack = URL(fileURLWithPath: folder)
            let rules = pack.appendingPathComponent("rules")
            for name in (try? FileManager.default.contentsOfDirectory(atPath: rules.path)) ?? [] {
                let text = try? String(contentsOf: rules.appendingPathComponent(name), encoding: .utf8)
                lines["\(pack.lastPathComponent)/rules/\(name)"] =
                    text?.split(separator: "\n", omittingEmptySubsequences: false)
            }
        }
    }

    /// The line at `PACK/rules/FILE:LINE`; nil where there is none.
    func line(_ place: String) -> String? {
        let parts = place.split(separator: ":")
        guard parts.count == 2, let number = Int(parts[1]), let file = lines[String(parts[0])],
            file.indices.contains(number - 1)
        else { return nil }
        return file[number - 1].trimmingCharacters(in: .whitespaces)
    }
}

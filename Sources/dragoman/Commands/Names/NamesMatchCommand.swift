import DragomanArguments
import DragomanBrief
import DragomanNames
import DragomanText
import Foundation

/// `dragoman names match A B`, and a batch of pairs from standard input.
enum NamesMatchCommand: Action {
    private static let names = Argument("NAME", "two names; none with --batch", arity: .any)
    private static let batch = Option(
        flag: "batch", "read pairs from standard input, a line of JSON each, and answer each with a line")

    static let definition = Command(
        name: "match", summary: "Tell whether two names are one, whatever their scripts and spellings",
        discussion: [
            "Prints score, verdict and reasons on one line; dragoman names explain gives them at length. The exit code is 0 whatever the verdict.",
            "A pair of a batch is {\"id\",\"a\",\"b\",\"schema\"} with a schema such as Person or Company, or none; its answer is "
                + "{\"id\",\"score\",\"verdict\",\"why\"}.",
        ],
        examples: [
            Example("dragoman names match Jalali Celali --schema person", "two spellings of a family name"),
            Example("dragoman names match --batch < pairs.jsonl > scores.jsonl", "many pairs"),
        ],
        arguments: [names], options: [batch, NameMatching.schema, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let words = invocation.words(names)
        guard words.count == (invocation.has(batch) ? 0 : 2) else {
            throw DragomanError(
                .usage, "A020", "dragoman names match takes two names",
                advice: "Put names of several words in quotation marks, or read pairs with --batch.")
        }
        let matcher = try NameMatching.matcher(invocation, in: context)
        if invocation.has(batch) { return try answer(matcher, invocation, in: context) }
        let match = matcher.match(words[0], words[1], as: NameMatching.kind(invocation))
        try context.output.write(
            "\(MatchPage.shown(match.score)) \(match.verdict.rawValue)  \(SafeText.line(match.why))\n")
        return .done
    }

    private struct Pair: Decodable { let id: String, a: String, b: String, schema: String? }
    private struct Answer: Encodable { let id: String, score: Double, verdict: String, why: String }

    private static func answer(
        _ matcher: NameMatcher, _ invocation: Invocation, in context: Context
    ) throws -> ExitCode {
        let decoder = JSONDecoder()
        var number = 0
        try Lines.read(context.input) { line in
            number += 1
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
            guard let pair = try? decoder.decode(Pair.self, from: Data(line)) else {
                throw DragomanError(
                    .badInput, "N020", "line \(number) of the batch is no pair of names",
                    advice:
                        "Each line is {\"id\":\"1\",\"a\":\"one name\",\"b\":\"another\",\"schema\":\"Person\"}; schema may be left out."
                )
            }
            let kind = pair.schema == nil ? NameMatching.kind(invocation) : NameMatching.kind(pair.schema)
            let match = matcher.match(pair.a, pair.b, as: kind)
            try context.output.write(
                JSONTwin.write(
                    Answer(
                        id: pair.id, score: MatchPage.rounded(match.score), verdict: match.verdict.rawValue,
                        why: match.why), oneLine: true))
        }
        return number == 0 ? .nothingFound : .done
    }
}

import DragomanNames
import Foundation

/// Measures the matcher, and writes what the weights are fitted to.
///
///     names-bench features PACKS... < pairs.jsonl     figures of each pair, a line of JSON
///     names-bench pairs PACKS... < pairs.jsonl        pairs a second on one core
@main struct NamesBench {
    struct Pair: Decodable { var id: String, a: String, b: String, schema: String? }

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let mode = arguments.first else { return print("names-bench features|pairs PACKS... < pairs.jsonl") }
        let packs = Array(arguments.dropFirst())
        let matcher = try NameMatcher(packs: packs, knowledge: KnowledgeBase(packs: packs))
        let pairs = try FileHandle.standardInput.readDataToEndOfFile().split(separator: 0x0A)
            .map { try JSONDecoder().decode(Pair.self, from: $0) }
        if mode == "features" { features(matcher, pairs) } else { speed(matcher, pairs) }
    }

    private static func kind(_ pair: Pair) -> NameKind { NameKind(schema: pair.schema ?? "") }

    private static func features(_ matcher: NameMatcher, _ pairs: [Pair]) {
        for pair in pairs {
            let figures = matcher.figures(pair.a, pair.b, as: kind(pair)).map { "\"\($0.name)\":\($0.value)" }
            let decided = matcher.decided(pair.a, pair.b, as: kind(pair)).map { "\($0)" } ?? "null"
            let score = matcher.score(pair.a, pair.b, as: kind(pair))
            print("{\"id\":\"\(pair.id)\",\"decided\":\(decided),\"score\":\(score),\(figures.joined(separator: ","))}")
        }
    }

    private static func speed(_ matcher: NameMatcher, _ pairs: [Pair]) {
        let clock = ContinuousClock()
        var best = Double.infinity
        var sum = 0.0
        for _ in 0..<10 {
            let spent = clock.measure {
                for _ in 0..<5 { for pair in pairs { sum += matcher.score(pair.a, pair.b, as: kind(pair)) } }
            }
            best = min(best, spent / .seconds(1))
        }
        print("\(Int(Double(5 * pairs.count) / best)) pairs a second (best of 10; checksum \(sum))")
    }
}

import DragomanNames
import Foundation

/// Measures the matcher, and writes what the weights are fitted to.
///
///     names-bench features PACKS... < pairs.jsonl     figures of each pair, a line of JSON
///     names-bench pairs PACKS... < pairs.jsonl        pairs a second on one core
///     names-bench index PACKS... < pairs.jsonl        time of looking up among a million made names
///     names-bench load PACKS...                       time of loading the knowledge base, and the matcher on top
@main struct NamesBench {
    struct Pair: Decodable { var id: String, a: String, b: String, schema: String?, match: Bool? }

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let mode = arguments.first else {
            return print("names-bench features|pairs|index|load PACKS... < pairs.jsonl")
        }
        let packs = Array(arguments.dropFirst())
        if mode == "load" { return try load(packs) }
        let matcher = try NameMatcher(packs: packs, knowledge: KnowledgeBase(packs: packs))
        let pairs = try FileHandle.standardInput.readDataToEndOfFile().split(separator: 0x0A)
            .map { try JSONDecoder().decode(Pair.self, from: $0) }
        switch mode {
        case "features": features(matcher, pairs)
        case "index": index(matcher, pairs)
        default: speed(matcher, pairs)
        }
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

    private static func load(_ packs: [String]) throws {
        let clock = ContinuousClock()
        var base: [Duration] = []
        var matcher: [Duration] = []
        var names = 0
        for round in 0..<20 {
            var knowledge: KnowledgeBase?
            base.append(try clock.measure { knowledge = try KnowledgeBase(packs: packs) })
            names = knowledge?.entries.reduce(0) { $0 + $1.names.count } ?? 0
            if round < 5 {
                matcher.append(try clock.measure { _ = try NameMatcher(packs: packs, knowledge: knowledge) })
            }
        }
        base.sort()
        matcher.sort()
        print(
            "\(names) names; knowledge base \(base[0]) (median \(base[10])), matcher \(matcher[0]) (median \(matcher[2]))"
        )
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

    /// A million names of one given and one or two family names, made of syllables by a fixed rule, with the second
    /// name of every matching pair among them; looked up by the first one, and by a thousand of the made names.
    private static func index(_ matcher: NameMatcher, _ pairs: [Pair]) {
        var index = NameIndex(matcher: matcher)
        var state: UInt64 = 42
        func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        let starts = "b d f g h k l m n p r s t v z sh ch kh j st kr br".split(separator: " ")
        let vowels = "a e i o u ai ou".split(separator: " ")
        let ends = "n r l s m v k t d sh  ".split(separator: " ") + [""]
        func syllable() -> String {
            "\(starts[roll(starts.count)])\(vowels[roll(vowels.count)])\(ends[roll(ends.count)])"
        }
        func word(_ syllables: Int) -> String { (0..<syllables).map { _ in syllable() }.joined() }
        let given = (0..<2_000).map { _ in word(2) }
        let clock = ContinuousClock()
        var made: [String] = []
        let spent = clock.measure {
            for number in 0..<1_000_000 {
                // Low numbers are commoner, as given names are.
                let first = given[min(roll(given.count), roll(given.count), roll(given.count))]
                let name = "\(first) \(word(2 + roll(2)))" + (roll(4) == 0 ? " \(word(2))" : "")
                index.add(name, id: "\(number)")
                if number % 1_000 == 0 { made.append(name) }
            }
            for pair in pairs where pair.match == true { index.add(pair.b, id: pair.b) }
        }
        print("\(index.count) names indexed in \(spent)")
        let sought = pairs.filter { $0.match == true && $0.schema == "Person" }
        var within = 0
        for pair in sought {
            if index.find(pair.a, as: .person, limit: 24).contains(where: { $0.id == pair.b }) { within += 1 }
        }
        print("\(within) of \(sought.count) matching persons found among \(index.count)")
        for (title, queries) in [("the names of the pairs", sought.map(\.a)), ("made names", made)] {
            var times = queries.map { query in clock.measure { _ = index.candidates(query) } }
            times.sort()
            var whole = queries.map { query in clock.measure { _ = index.find(query, as: .person, limit: 10) } }
            whole.sort()
            print(
                "candidates for \(title): median \(times[times.count / 2]), 99 % below \(times[times.count * 99 / 100]); "
                    + "with scores: median \(whole[whole.count / 2])")
        }
    }
}

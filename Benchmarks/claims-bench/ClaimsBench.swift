import DragomanClaims
import DragomanLanguage
import DragomanNames
import Foundation

/// Measures the reading of claims, apart from the language engine.
///
///     claims-bench rules MODEL PACKS TEXT    time for the paragraphs of a text with the packs' rules and with ten times as many
///     claims-bench hostile MODEL PACKS       growth of time with the size of made texts, and the longest time for a megabyte
@main struct ClaimsBench {
    private let pipeline: Pipeline
    private let folders: [String]

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3 else {
            print("claims-bench rules MODEL PACKS TEXT | claims-bench hostile MODEL PACKS")
            return
        }
        let bench = ClaimsBench(
            pipeline: try Pipeline(model: arguments[1], threads: 1),
            folders: ["world", "automotive"].map { "\(arguments[2])/\($0)" })
        if arguments[0] == "rules", arguments.count == 4 { try bench.rules(arguments[3]) } else { try bench.hostile() }
    }

    // MARK: rules

    /// Rules that cannot apply to a text should cost it nothing.
    private func rules(_ path: String) throws {
        let knowledge = try KnowledgeBase(packs: folders)
        let recognizer = NameRecognizer(knowledge)
        let articles = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").prefix(4_000).map {
            line in
            let text = Array(line.utf8)
            return recognizer.recognize(try pipeline.analyze(text: text, blocks: [0..<text.count]))
        }
        let more = try moreRules(times: 9)
        defer { try? FileManager.default.removeItem(atPath: more) }
        let packs = [try Pack(folders: folders), try Pack(folders: folders + [more])]
        let readers = packs.map { ClaimReader(pack: $0, knowledge: knowledge) }
        var best = [Double.infinity, .infinity]
        for _ in 0..<5 {
            for (index, reader) in readers.enumerated() {
                let start = Self.cpuSeconds()
                for article in articles {
                    _ = reader.claims(in: article, statements: [], published: nil, hasHeadline: false)
                }
                best[index] = min(best[index], Self.cpuSeconds() - start)
            }
        }
        print(
            "\(packs[0].ruleCount) rules \(best[0] * 1000) ms, \(packs[1].ruleCount) rules \(best[1] * 1000) ms,"
                + " \(best[1] / best[0]) times")
    }

    /// A pack of the automotive rules written `times` over, with predicates that no text has.
    private func moreRules(times: Int) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("more-\(UUID().uuidString)")
        let rules = folder.appendingPathComponent("rules")
        try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folders[1])/rules") {
            let text = try String(contentsOfFile: "\(folders[1])/rules/\(name)", encoding: .utf8)
            for copy in 0..<times {
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.hasPrefix("  <") ? Self.strange(String(line), copy) : String(line)
                }
                try lines.joined(separator: "\n").write(
                    to: rules.appendingPathComponent("\(copy)-\(name)"), atomically: true, encoding: .utf8)
            }
        }
        return folder.path
    }

    /// A pattern line with a made-up ending on each of its predicates.
    private static func strange(_ line: String, _ copy: Int) -> String {
        guard let open = line.firstIndex(of: "{"), let close = line.firstIndex(of: "}") else { return line }
        let words = line[line.index(after: open)..<close].split(separator: "|").map { "\($0)qz\(copy)" }
        return line[...open] + words.joined(separator: "|") + line[close...]
    }

    // MARK: hostile texts

    /// What a made text is of, and a unit of it.
    private static let units: [(name: String, unit: String)] = [
        ("no full stop", "Saipa sold 500 trucks to Cuba and Kamaz will build a plant in Iran and "),
        ("quotation marks", "\"We will supply trucks to Cuba,\" he said and \""),
        ("brackets", "(Saipa [supplies ( trucks ["), ("mixed scripts", "Завод Saipa تولید 工厂 supplies trucks to Cuba "),
        ("right to left", "\u{202E}مصنع سيارات في إيران supplies trucks \u{202C}"),
        ("reports of reports", "Saipa said that Kamaz reported that "),
        ("nouns of nouns", "the supply of the production of "),
        ("names", "Iran and Russia and Cuba and "), ("numbers", "500, 600 and 700 cars, 800 "),
        ("sentences", "Saipa exported cars to Cuba in May 2021. "),
    ]

    private func hostile() throws {
        let knowledge = try KnowledgeBase(packs: folders)
        let recognizer = NameRecognizer(knowledge)
        let pack = try Pack(folders: folders)
        let speech = SpeechReader(words: pack.speech)
        let reader = ClaimReader(pack: pack, knowledge: knowledge)
        var worst = (growth: 0.0, seconds: 0.0)
        for (name, unit) in Self.units {
            var times: [Double] = []
            for size in [250_000, 1_000_000] {
                let text = Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
                let analysis = try pipeline.analyze(text: text, blocks: [0..<text.count])
                let start = Self.cpuSeconds()
                let named = recognizer.recognize(analysis)
                let statements = speech.statements(in: named, published: nil, outlet: nil)
                _ = reader.claims(in: named, statements: statements, published: nil, hasHeadline: false)
                times.append(Self.cpuSeconds() - start)
            }
            let growth = times[1] / times[0] / 4
            print("hostile, \(name): \(times[1]) s for a megabyte, growth \(growth)")
            worst = (max(worst.growth, growth), max(worst.seconds, times[1]))
        }
        print("hostile: at most \(worst.seconds) s, growth \(worst.growth)")
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

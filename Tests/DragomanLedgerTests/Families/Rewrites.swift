import DragomanCapture
import DragomanPage
import DragomanText
import Foundation

@testable import DragomanLedger

/// The repository's samples and seeded rewrites of them.
enum Rewrites {
    /// SplitMix64: the same numbers on every machine.
    struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var value = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            return value ^ (value >> 31)
        }
    }

    /// The sample articles in text form, by file name.
    static func samples() throws -> [(name: String, article: Article)] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Samples")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            ($0.hasSuffix(".txt") || $0.hasSuffix(".html")) && !$0.hasPrefix("README")
        }.sorted().map { name in
            let capture = try CaptureReader().read(folder.appendingPathComponent(name).path)
            return (name, try ArticleReader().article(from: capture))
        }
    }

    private static let synonyms = [
        "stated", "large", "agency", "quickly", "outcome", "roughly", "purchase", "official", "begin", "region", "firm",
        "factory", "vehicle", "commence", "obtain", "permit", "likewise", "concluded", "earlier", "further",
    ]
    private static let boilerplate = [
        "Sign up for our morning letter and never miss a story.", "All rights reserved by the publisher.",
        "The editors thank their readers for pointing out errors.", "This text was shortened for the print edition.",
    ]

    /// A rewriting of `article`: cut at the end, headed anew, with a dateline and boilerplate, sentences dropped and
    /// swapped, and ten words replaced.
    static func rewrite(_ article: Article, seed: UInt64) throws -> Article {
        var random = Random(state: seed)
        var paragraphs = article.blocks.filter { $0.kind != .headline }.map { block in
            article.text.string(block.range).split(separator: " ").map(String.init)
        }
        var sentences: [[String]] = paragraphs.flatMap { words -> [[String]] in
            var sentences: [[String]] = [[]]
            for word in words {
                sentences[sentences.count - 1].append(word)
                if word.hasSuffix(".") || word.hasSuffix("?") { sentences.append([]) }
            }
            return sentences.filter { !$0.isEmpty }
        }
        let keep = max(4, sentences.count * Int.random(in: 50...100, using: &random) / 100)
        sentences = Array(sentences.prefix(keep))
        for _ in 0..<Int.random(in: 0...2, using: &random) where sentences.count > 4 {
            sentences.remove(at: Int.random(in: 0..<sentences.count, using: &random))
        }
        if sentences.count > 1 {
            let at = Int.random(in: 0..<(sentences.count - 1), using: &random)
            sentences.swapAt(at, at + 1)
        }
        for _ in 0..<10 {
            let sentence = Int.random(in: 0..<sentences.count, using: &random)
            let word = Int.random(in: 0..<sentences[sentence].count, using: &random)
            sentences[sentence][word] = synonyms.randomElement(using: &random) ?? "word"
        }
        paragraphs = stride(from: 0, to: sentences.count, by: 2).map {
            Array(sentences[$0..<min($0 + 2, sentences.count)].joined())
        }
        if Bool.random(using: &random), let line = boilerplate.randomElement(using: &random) {
            paragraphs.append(line.split(separator: " ").map(String.init))
        }
        let places = ["GENEVA", "LAGOS", "PERTH", "QUITO", "OSLO"]
        let dateline = Bool.random(using: &random) ? "\(places.randomElement(using: &random) ?? "OSLO") - " : ""
        let text =
            "Outlet: Outlet \(seed % 40)\nDate: 2024-05-\(10 + seed % 18)\n\nNews in brief, number \(seed)\n\n"
            + dateline
            + paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n\n") + "\n"
        return try ArticleReader().article(from: Capture(source: "\(seed).txt", bytes: Array(text.utf8)))
    }
}

/// B-cubed precision and recall (Bagga and Baldwin, 1998), as their harmonic mean.
enum BCubed {
    static func score(_ found: [String: String], gold: [String: String]) -> Double {
        let inFound = Dictionary(grouping: gold.keys) { found[$0] ?? "alone \($0)" }
        let inGold = Dictionary(grouping: gold.keys) { gold[$0] ?? "" }
        var (precision, recall) = (0.0, 0.0)
        for members in inFound.values {
            let kinds = Dictionary(grouping: members) { gold[$0] ?? "" }.mapValues(\.count)
            for (name, count) in kinds {
                precision += Double(count * count) / Double(members.count)
                recall += Double(count * count) / Double(inGold[name]?.count ?? 1)
            }
        }
        let total = Double(gold.count)
        return 2 * (precision / total) * (recall / total) / ((precision + recall) / total)
    }
}

import DragomanText
import Foundation

/// Tells whether two names, in any scripts and spellings, name one person or firm.
///
/// ```
/// let matcher = try NameMatcher(packs: ["Packs/world", "Packs/automotive"], knowledge: base)
/// matcher.match("Kazem Jalali", "Казем Джалали", as: .person).verdict   // .same
/// ```
/// A pair and its reverse get the same score. Time is linear in the length of the names; what stands beyond 16 words or
/// 2,048 letters is not compared, and the notes say so.
public struct NameMatcher: Sendable {
    /// Scores from here on are `same`: where F1 on the development pairs is best.
    public static let sameFrom = 0.55
    /// Scores from here on are `maybe`.
    public static let maybeFrom = 0.25

    let parser: NameParser
    /// SHA-256 of the tables on which parsing rests: an index made with others is stale.
    let digest: [UInt8]
    private let weights: ScoreWeights
    private let known: KnownNames?

    /// - Parameters:
    ///   - packs: folders of packs; the first that has a folder `matching` gives the tables.
    ///   - knowledge: entries whose spellings are known to name one thing; nil to go by the names alone.
    /// - Throws: `DragomanError`: N010 a line of a table is wrong, N011 a table cannot be read.
    public init(packs: [String], knowledge: KnowledgeBase?) throws {
        let folder = (packs.first { (try? MatchingFile(path: $0 + "/matching/sounds.txt")) != nil } ?? "") + "/matching"
        let sounds = try SoundTable(MatchingFile(path: folder + "/sounds.txt"))
        let costs = try SoundCosts(MatchingFile(path: folder + "/sound-costs.txt"))
        let tables = try MatchingTables(folder: folder, sounds: sounds)
        let plain = NameParser(sounds: sounds, costs: costs, tables: tables)
        var places = HashTable<Int32>()
        for (number, entry) in (knowledge?.entries ?? []).enumerated()
        where [.country, .region, .place].contains(entry.type) {
            for name in entry.matchedNames {
                let parsed = plain.parse(name, as: .firm, withSounds: false)
                if parsed.tokens.count == 1, let token = parsed.tokens.first { places[token.hash] = Int32(number) }
            }
        }
        let parser = NameParser(sounds: sounds, costs: costs, tables: tables, places: places)
        self.parser = parser
        digest = Self.digest(folder)
        weights = try ScoreWeights(MatchingFile(path: folder + "/weights.txt"))
        known = knowledge.map { KnownNames($0, parser: parser) }
    }

    /// How likely two names name one thing, 0 to 1.
    public func score(_ a: String, _ b: String, as kind: NameKind = .any) -> Double {
        judge(parser.parse(a, as: kind), parser.parse(b, as: kind), kind, explains: false).score
    }

    /// The same for a name that was parsed before, as the same kind.
    func score(_ a: ParsedName, _ b: String, as kind: NameKind) -> Double {
        judge(a, parser.parse(b, as: kind), kind, explains: false).score
    }

    /// The score with its verdict and its reasons.
    public func match(_ a: String, _ b: String, as kind: NameKind = .any) -> NameMatch {
        let one = parser.parse(a, as: kind)
        let two = parser.parse(b, as: kind)
        let judgment = judge(one, two, kind, explains: true)
        return NameMatch(
            score: judgment.score, verdict: .init(judgment.score),
            parts: Wording.parts(judgment.parts, one, two, parser),
            notes: judgment.notes + Wording.notes(one, two))
    }

    /// The figures on which a score rests, by their names; for fitting the weights.
    package func figures(_ a: String, _ b: String, as kind: NameKind) -> [(name: String, value: Float)] {
        let one = parser.parse(a, as: kind)
        let two = parser.parse(b, as: kind)
        let (first, second) = Self.ordered(one, two)
        let comparison = Comparison(first, second, model: parser, explains: false)
        return Comparison.Figure.allCases.map { ("\($0)", comparison.figures[$0.rawValue]) }
    }

    /// What known names, acronyms or the lack of words decide before any figures do.
    package func decided(_ a: String, _ b: String, as kind: NameKind) -> Double? {
        let one = parser.parse(a, as: kind)
        let two = parser.parse(b, as: kind)
        return decide(one, two, kind, false)?.score
    }

    private static func digest(_ folder: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? [] {
            bytes += (try? MatchingFile.bytes("\(folder)/\(name)")) ?? []
            bytes.append(0)
        }
        return SHA256.digest(of: bytes)
    }

    // MARK: Judging

    private struct Judgment { var score: Double, parts: [Comparison.Part], notes: [String] }

    private static func ordered(_ a: ParsedName, _ b: ParsedName) -> (ParsedName, ParsedName) {
        b.letters.lexicographicallyPrecedes(a.letters)
            || (a.letters == b.letters && b.source.lexicographicallyPrecedes(a.source)) ? (b, a) : (a, b)
    }

    private func judge(_ one: ParsedName, _ two: ParsedName, _ kind: NameKind, explains: Bool) -> Judgment {
        let (first, second) = Self.ordered(one, two)
        if let decided = decide(one, two, kind, explains) {
            var parts: [Comparison.Part] = []
            if explains { parts = compare(first, second, one, explains).parts }
            return Judgment(score: decided.score, parts: parts, notes: decided.note.map { [$0] } ?? [])
        }
        let comparison = compare(first, second, one, explains)
        var score = weights.score(comparison.figures, isFirm: isFirm(kind, one, two))
        var notes: [String] = []
        if kind != .person, let known {
            for (name, other) in [(first, second), (second, first)] {
                guard score < Self.sameFrom, let number = known.find(name).first else { continue }
                for spelling in known.spellings(number, parser) {
                    let (x, y) = Self.ordered(spelling, other)
                    let figures = Comparison(x, y, model: parser, explains: false).figures
                    let through = weights.score(figures, isFirm: isFirm(kind, x, y))
                    guard through >= Self.sameFrom, through > score else { continue }
                    score = through
                    notes = [
                        "\(known.entries[Int(number)].name) is also written \(spelling.text(0..<spelling.source.count))"
                    ]
                }
            }
        }
        return Judgment(score: score, parts: comparison.parts, notes: notes)
    }

    private func compare(_ a: ParsedName, _ b: ParsedName, _ first: ParsedName, _ explains: Bool) -> (
        figures: [Float], parts: [Comparison.Part]
    ) {
        let comparison = Comparison(a, b, model: parser, explains: explains)
        guard explains, a.source != first.source else { return (comparison.figures, comparison.parts) }
        return (
            comparison.figures,
            comparison.parts.map { part in
                var turned = part
                (turned.first, turned.second) = (part.second, part.first)
                if part.relation == .omittedFirst { turned.relation = .omittedSecond }
                if part.relation == .omittedSecond { turned.relation = .omittedFirst }
                return turned
            }
        )
    }

    private func isFirm(_ kind: NameKind, _ a: ParsedName, _ b: ParsedName) -> Bool {
        if kind != .any { return kind == .firm }
        return [a, b].contains { name in
            name.legalKinds != 0 || name.tokens.contains { $0.role == .generic || $0.role == .number || $0.isQualifier }
        }
    }

    private func decide(
        _ a: ParsedName, _ b: ParsedName, _ kind: NameKind, _ explains: Bool
    ) -> (score: Double, note: String?)? {
        if a.tokens.isEmpty || b.tokens.isEmpty {
            let same = a.source == b.source && !a.source.isEmpty
            return (same ? 0.6 : 0, same ? "the same signs, but no word to compare" : "there is no word to compare")
        }
        if a.source == b.source, !a.isCut { return (0.99, "the same letters") }
        guard kind != .person else { return nil }
        if let known, let decided = decide(known, a, b, explains) { return decided }
        if Acronym.spells(a, b) || Acronym.spells(b, a) {
            return (0.72, "one is made of the first letters of the other's words")
        }
        return nil
    }

    private func decide(
        _ known: KnownNames, _ a: ParsedName, _ b: ParsedName, _ explains: Bool
    ) -> (score: Double, note: String?)? {
        let one = known.find(a)
        guard let x = one.first else { return nil }
        let two = known.find(b)
        guard let y = two.first else { return nil }
        if let both = one.first(where: two.contains) {
            let entry = known.entries[Int(both)]
            guard explains else { return (0.98, nil) }
            let once = entry.former.filter { former in
                let hash = parser.parse(former.name, as: .firm).bareHash
                return hash == a.bareHash || hash == b.bareHash
            }
            let told = once.isEmpty ? "" : ", once \(once.map(\.text).joined(separator: ", "))"
            return (0.98, "both are known names of \(entry.name) (\(entry.id))\(told)")
        }
        let (e, f) = (known.entries[Int(x)], known.entries[Int(y)])
        if let tie = known.tie(e, f, explains) { return (0.08, tie) }
        return (0.02, explains ? "known as two: \(e.id) and \(f.id)" : nil)
    }
}

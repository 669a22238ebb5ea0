internal import DragomanClaims
internal import DragomanPage
internal import DragomanText

/// A sentence that may be taken into a summary.
struct Candidate {
    let range: ByteRange
    /// Its place among the candidates.
    var position: Int
    /// Whether the candidate before it is the sentence before it in the same text.
    var follows: Bool
    /// Which of several texts it is of.
    var source = 0
    /// Its place among those that are long enough to tell something: a place and date by themselves are not.
    let rank: Int
    /// Indices of the claims that rest on it.
    var claims: [Int]
    /// Whether it begins with a word that leans on the sentence before.
    let leans: Bool
    /// The name for the pronoun it begins with, where one was given.
    let antecedent: Antecedent?
    let isQuestion: Bool
    /// How many different words of four letters or more it shares with the headline.
    let headlineWords: Int
    /// Whether a quotation begins or ends in the middle of it.
    let breaksQuotation: Bool
    /// Its words of four letters or more, in lower case.
    let words: Set<String>
    /// How many of its words are names or numbers: begin with a capital letter or a digit, but for the first.
    let names: Int

    /// The sentences that stand in running text, without the white space around them.
    static func all(
        in sentences: [ByteRange], of article: Article, claims: [Claim], antecedents: [Antecedent]
    ) -> [Candidate] {
        let text = article.text
        let running = article.blocks.filter { [.standfirst, .paragraph, .quote, .listItem].contains($0.kind) }
        let headline = article.blocks.first { $0.kind == .headline }.map { words(of: text[$0.range]) } ?? []
        var block = 0
        let byPlace = claims.indices.sorted { claims[$0].evidence.lowerBound < claims[$1].evidence.lowerBound }
        let longest = claims.map(\.evidence.count).max() ?? 0
        var firstNear = 0
        var candidates: [Candidate] = []
        var rank = 0
        for sentence in sentences where sentence.lowerBound >= 0 && sentence.upperBound <= text.count {
            let range = trimmed(sentence, in: text)
            guard !range.isEmpty else { continue }
            while block < running.count, running[block].range.upperBound < range.upperBound { block += 1 }
            guard block < running.count, running[block].range.lowerBound <= range.lowerBound else { continue }
            while firstNear < byPlace.count, claims[byPlace[firstNear]].evidence.lowerBound + longest < range.lowerBound
            {
                firstNear += 1
            }
            let near = byPlace[firstNear...].prefix { claims[$0].evidence.lowerBound < range.upperBound }
            let opening = Opening(of: range, in: text)
            let own = words(of: text[range])
            let antecedent = antecedents.first {
                $0.range.lowerBound == opening.word.lowerBound && range.contains($0.range.lowerBound)
            }
            candidates.append(
                Candidate(
                    range: range, position: candidates.count, follows: !candidates.isEmpty, rank: rank,
                    claims: near.filter { rests(claims[$0].evidence, on: range) }.sorted(),
                    leans: opening.leans && antecedent == nil, antecedent: antecedent,
                    isQuestion: text[range.upperBound - 1] == UInt8(ascii: "?"),
                    headlineWords: headline.intersection(own).count, breaksQuotation: opening.breaksQuotation,
                    words: own, names: names(in: text[range])))
            if range.count >= 28 { rank += 1 }
        }
        return candidates
    }

    private static func rests(_ evidence: ByteRange, on range: ByteRange) -> Bool {
        let shared = evidence.clamped(to: range).count
        return shared > 0 && (shared * 2 >= evidence.count || shared * 2 >= range.count)
    }

    /// The words of four bytes or more, in lower case.
    private static func words(of bytes: ArraySlice<UInt8>) -> Set<String> {
        Set(
            bytes.split { !Opening.isLetter($0) }.filter { $0.count >= 4 }
                .map { String(decoding: $0, as: UTF8.self).lowercased() })
    }

    private static func names(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.split { !Opening.isLetter($0) }.dropFirst().count { word in
            word.first.map { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) } ?? false
        }
    }

    private static func trimmed(_ range: ByteRange, in text: [UInt8]) -> ByteRange {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}

/// How a sentence begins.
struct Opening {
    /// Byte range of its first word.
    let word: ByteRange
    /// Whether that word means somebody or something named before.
    let leans: Bool
    let breaksQuotation: Bool

    /// Words that are clear only after another sentence; "I" and "we" are, because a quotation's speaker is named elsewhere.
    private static let leaning: Set<String> = [
        "he", "she", "it", "they", "his", "her", "hers", "its", "their", "him", "them", "this", "that", "these",
        "those",
        "such", "there", "here", "both", "i", "we", "my", "our", "you", "but", "and", "so", "yet", "or", "nor",
        "however",
        "also", "therefore", "instead", "otherwise", "meanwhile", "moreover", "besides", "then", "another", "others",
        "neither", "either", "yes", "no",
    ]

    /// Words after which a pronoun near the beginning means somebody named before: "according to him".
    private static let prepositions: Set<String> = [
        "according", "based", "after", "before", "in", "with", "under", "for", "from", "at", "by", "on", "despite",
        "besides", "because", "asked", "of", "as", "like",
    ]
    private static let pronouns: Set<String> = [
        "he", "she", "it", "they", "him", "them", "his", "her", "its", "their", "this", "that", "these", "those",
        "such",
    ]

    private static func leans(_ sentence: ArraySlice<UInt8>) -> Bool {
        let words = sentence.prefix(60).split(maxSplits: 4, omittingEmptySubsequences: true) { !isLetter($0) }
            .prefix(4).map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard let first = words.first else { return false }
        return leaning.contains(first)
            || (prepositions.contains(first) && words.dropFirst().contains(where: pronouns.contains))
    }

    init(of range: ByteRange, in text: [UInt8]) {
        var start = range.lowerBound
        while start < range.upperBound, !Self.isLetter(text[start]) {
            // “ ” ‘ ’ « » and dashes are the marks that can stand before a first word.
            start += 1
            while start < range.upperBound, text[start] & 0xC0 == 0x80 { start += 1 }
        }
        var end = start
        while end < range.upperBound, Self.isLetter(text[end]) { end += 1 }
        word = start..<end
        leans = Self.leans(text[start..<range.upperBound])
        var straight = 0
        var curly = 0
        let bytes = text[range]
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] == UInt8(ascii: "\"") { straight += 1 }
            if bytes[at] == 0xE2, at + 2 < bytes.endIndex, bytes[at + 1] == 0x80 {
                if bytes[at + 2] == 0x9C { curly += 1 }
                if bytes[at + 2] == 0x9D { curly -= 1 }
            }
            at += 1
        }
        breaksQuotation = straight % 2 == 1 || curly != 0
    }

    /// Whether a byte belongs to a word: an ASCII letter or digit, or a letter of two bytes (Latin with accents, Cyrillic).
    static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF: true
        case 0x80...0xBF: true
        default: false
        }
    }
}

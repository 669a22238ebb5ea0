public import DragomanNames

/// A name in the ledger's articles, or a name of a known thing, that words of a search mean.
public struct NameMeant: Sendable, Equatable, Encodable {
    /// The words of the search.
    public var words: String
    /// The other name, as written.
    public var name: String
}

extension Ledger {
    /// Other names for `words`, in any script: those the knowledge base has for it, and those in the articles that sound like it.
    ///
    /// A single word also means the persons and firms whose names have it. The same words in other case are no other name.
    ///
    /// - Returns: at most `mostMeant` names; empty where `words` name nothing that is known.
    public func namesMeant(by words: String, names finder: NameFinder) throws -> [NameMeant] {
        try namesMeant(by: words, finder, NameFile(beside: self, matcher: finder.matcher).index)
    }

    func namesMeant(by words: String, _ finder: NameFinder, _ index: NameIndex) throws -> [NameMeant] {
        guard words.utf8.count <= Self.longestMeant, words.contains(where: \.isLetter) else { return [] }
        var names = finder.otherNames(of: words)
        let isOneWord = !words.contains(" ")
        // A word in small letters is more often a word than a name: only another script makes it one.
        let isPlain = isOneWord && words == words.lowercased() && words != words.uppercased()
        for found in index.find(words, limit: Self.mostMeant) {
            let isPart = isOneWord && found.name.contains(" ") && found.score >= NameIndex.partFrom
            guard found.score >= NameMatcher.sameFrom || isPart else { continue }
            if isPlain, Self.isLatin(found.name) == Self.isLatin(words) { continue }
            names.append(found.name)
        }
        let own = NameKey.of(words)
        var seen: Set<String> = []
        return names.filter { NameKey.of($0) != own && seen.insert($0).inserted }.prefix(Self.mostMeant)
            .map { NameMeant(words: words, name: $0) }
    }

    /// The filter with the names that its party, place and goods have in other scripts and spellings: a deal fits by any of them.
    public func acrossScripts(_ filter: DealFilter, names finder: NameFinder) throws -> DealFilter {
        var filter = filter
        let index = try NameFile(beside: self, matcher: finder.matcher).index
        for (role, name) in filter.names {
            filter.otherNames[role] = try namesMeant(by: name, finder, index).map { NameKey.of($0.name) }
        }
        return filter
    }

    /// Other names taken for one, at most.
    public static let mostMeant = 40
    /// Longest run of words that may be a name, in bytes.
    private static let longestMeant = 400

    private static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 0x250 && $0.properties.isAlphabetic }
    }
}

/// What sort of thing a name is said to name; decides how its words are read.
public enum NameKind: String, Sendable, CaseIterable {
    case person, firm, any

    /// The kind for a schema of FollowTheMoney: `Person`, `Company`, `Organization`; `any` for what is neither.
    public init(schema: String) {
        switch schema {
        case "Person": self = .person
        case "Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Asset", "Airplane": self = .firm
        default: self = .any
        }
    }
}

/// Cuts names into words and tells what each word does.
final class NameParser: Sendable {
    /// Words beyond this many are not compared.
    static let mostTokens = 16
    static let mostLetters = 64
    /// Meanings from this number on are places.
    static let firstPlace: Int32 = 1 << 20

    let sounds: SoundTable
    let costs: SoundCosts
    let tables: MatchingTables
    /// Names of countries and cities of one word: numbers of their entries by the words' hashes.
    let places: HashTable<Int32>

    init(sounds: SoundTable, costs: SoundCosts, tables: MatchingTables, places: HashTable<Int32> = .init()) {
        self.sounds = sounds
        self.costs = costs
        self.tables = tables
        self.places = places
    }

    /// - Parameter withSounds: whether the words' sounds are wanted; a look-up of known names goes without.
    func parse(_ name: String, as kind: NameKind, withSounds: Bool = true) -> ParsedName {
        let letters = Letters(name)
        var parsed = ParsedName()
        parsed.source = letters.scalars
        parsed.isCut = letters.isCut
        parsed.hadControls = letters.hadControls
        parsed.letters.reserveCapacity(letters.scalars.count)
        parsed.tokens.reserveCapacity(8)
        cut(&parsed, kind)
        if kind != .person { markLegalForms(&parsed) }
        for index in parsed.tokens.indices { classify(index, kind, &parsed) }
        if kind != .firm { markPatronymic(&parsed) }
        joinNumbers(&parsed)
        keepCore(&parsed)
        if withSounds { for index in parsed.tokens.indices { sound(index, &parsed) } }
        hashBare(&parsed)
        return parsed
    }

    // MARK: Sounds

    private func sound(_ index: Int, _ name: inout ParsedName) {
        let start = name.sounds.count
        let token = name.tokens[index]
        if token.script.hasSounds {
            sounds.fold(name.letters[token.letters], into: &name.sounds)
        } else if token.script != .none {
            sounds.fold(Romanizer.latin(name.letters[token.letters]), into: &name.sounds)
        }
        name.tokens[index].sounds = start..<name.sounds.count
        let heard = Float(costs.weight(name.sounds[start...])) / 800
        name.tokens[index].weight = max(heard, 0.5)
    }

    /// The sounds of letters in a script that has sounds.
    func sounds(of letters: ArraySlice<UInt32>) -> [UInt8] {
        var out: [UInt8] = []
        sounds.fold(letters, into: &out)
        return out
    }

    private func hashBare(_ name: inout ParsedName) {
        var joined: UInt64 = 0
        for token in name.tokens where token.role != .legal && token.role != .filler {
            joined = WordHash.joining(joined, token.hash)
        }
        name.bareHash = joined
    }
}

/// What a word does inside a name.
enum TokenRole: UInt8, Sendable {
    /// A word that tells who it is.
    case core
    /// One letter that stands for a name.
    case initial
    /// A father's name as a middle name: "Viktorovich".
    case patronymic
    /// "bin", "de", "al".
    case particle
    /// "Dr", "President".
    case title
    /// "the", "of", "and".
    case filler
    /// A word many firms have: "Group", "Motors".
    case generic
    /// "Ltd", "AG".
    case legal
    /// Digits, a number word, or a Roman numeral in a firm's name.
    case number
}

/// One word of a parsed name; its ranges point into the name's buffers.
struct NameToken: Sendable {
    /// In `ParsedName.source`.
    var source: Range<Int>
    /// In `ParsedName.letters`.
    var letters: Range<Int>
    /// In `ParsedName.sounds`.
    var sounds: Range<Int>
    var script: Script
    var role = TokenRole.core
    /// Of its letters; equal words have equal hashes.
    var hash: UInt64
    /// A word that tells a part or a branch of a firm from another: "Leasing", "Sweden".
    var isQualifier = false
    /// Index in `MatchingTables.nicknames`; -1 for none.
    var nickname: Int32 = -1
    /// What it means, where it is a word that names translate; a country or city of the knowledge base counts too. -1 for
    /// none.
    var meaning: Int32 = -1
    /// The number it stands for; -1 for none.
    var number: Int32 = -1
    /// How much its sounds weigh, in units of one consonant or so.
    var weight: Float = 0
}

/// A name cut into words, each folded into letters that compare and into sounds.
struct ParsedName: Sendable {
    /// The scalars of the name as it is written, without controls.
    var source: [UInt32] = []
    var letters: [UInt32] = []
    var sounds: [UInt8] = []
    var tokens: [NameToken] = []
    /// Kinds of its legal forms, as bits.
    var legalKinds: UInt32 = 0
    /// Of its words without legal forms and fillers, in order; for look-up of known names.
    var bareHash: UInt64 = 0
    var hasComma = false
    /// Letters of another script inside words, which look like letters of the word's own.
    var lookAlikes: [LookAlike] = []
    var hadControls = false
    var isCut = false

    /// A letter of one script in a word of another.
    struct LookAlike: Sendable { var letter: UInt32, script: Script, word: Range<Int>, wordScript: Script }

    /// The written form of a range of `source`.
    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for value in source[range] { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        return String(text)
    }
}

/// FNV-1a over scalars, 64 bits: the same on every machine and in every run.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ scalar: UInt32) {
        value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3
    }

    static func of(_ word: some Sequence<UInt32>) -> UInt64 {
        var hash = WordHash()
        for scalar in word { hash.add(scalar) }
        return hash.value
    }

    /// A hash of a row of hashes.
    static func joining(_ hash: UInt64, _ next: UInt64) -> UInt64 {
        var mixed = (hash ^ (next >> 29) ^ next) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
        return mixed
    }
}

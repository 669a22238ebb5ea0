internal import DragomanClaims
internal import DragomanText
internal import Foundation

/// Whose word a claim is, as far as the claim itself says, in forms that can be compared.
struct Voice {
    let kind: Origin.Kind
    /// What two claims must share to be one voice; of persons the surname without its vowels, in Latin letters.
    let key: String
    let name: String
    /// Given names in Latin letters, first letters only; empty where none are known.
    private let initials: String

    init(_ claim: ReportedClaim) {
        let fields = claim.claim
        if let speaker = fields.speaker {
            if let name = speaker.name, !NameKey.of(name).isEmpty {
                let words = Self.latin(name).split(separator: " ").map(String.init)
                kind = .person
                self.name = name
                key = "person " + Self.skeleton(words.last ?? name)
                initials = String(words.dropLast().compactMap(\.first))
                return
            }
            let described = [speaker.role, speaker.org].compactMap { $0 }.filter { !$0.isEmpty }
            if !described.isEmpty {
                kind = .organisation
                name = speaker.org ?? speaker.role ?? ""
                // An office is known by the organisation it speaks for.
                key = "organisation " + Self.latin(speaker.org ?? described[0])
                initials = ""
                return
            }
        }
        initials = ""
        if let root = fields.via.last {
            kind = Self.isDocument(root) ? .document : .outlet
            name = root
            key = "\(kind.rawValue) " + Self.latin(root)
        } else {
            kind = .article
            name = claim.article.publisher
            key = "article " + (claim.article.family ?? claim.article.id)
        }
    }

    /// Whether two voices of one key can be one: of persons the given names must not contradict each other.
    func agrees(with other: Voice) -> Bool {
        guard key == other.key else { return false }
        guard let one = initials.first, let two = other.initials.first else { return true }
        return one == two
    }

    private static let documents: Set<String> = [
        "statement", "report", "release", "document", "documents", "filing", "letter", "decree", "order", "study",
        "survey", "memorandum", "notice", "bulletin", "announcement", "prospectus", "presentation", "data",
    ]

    /// Whether a name is that of a document rather than an outlet's.
    static func isDocument(_ name: String) -> Bool {
        NameKey.of(name).split(separator: " ").contains { documents.contains(String($0)) }
    }

    /// The comparison form of a name in Latin letters, whatever script it was written in.
    static func latin(_ name: String) -> String {
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        let written = isASCII ? name : name.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false)
        return NameKey.of(written ?? name)
    }

    /// The consonants of a name; sounds that scripts write differently are one letter.
    private static func skeleton(_ word: String) -> String {
        var text = word
        for (written, letter) in [
            ("dzh", "j"), ("dz", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("ts", "c"), ("sh", "s"), ("ch", "c"),
        ] {
            text = text.replacingOccurrences(of: written, with: letter)
        }
        let consonants = text.filter { !"aeiouyw'".contains($0) }
        var single = ""
        for letter in consonants where letter != single.last { single.append(letter) }
        return single.isEmpty ? text : single
    }
}

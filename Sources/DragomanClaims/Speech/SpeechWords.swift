public import DragomanText

/// The words by which press English tells who says what: reporting verbs, nouns for offices, documents, media and so
/// on.
///
/// Read from a plain-text table (`Packs/world/words/reporting.speech`, documented at its head):
/// ```
/// say: say, tell, state       # a comment
/// office: ambassador, envoy
/// ```
public struct SpeechWords: Sendable {
    /// What a word is good for; a word may be several things.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt32

        static let say = Kinds(rawValue: 1 << 0)
        static let again = Kinds(rawValue: 1 << 1)
        static let deny = Kinds(rawValue: 1 << 2)
        static let announce = Kinds(rawValue: 1 << 3)
        static let describe = Kinds(rawValue: 1 << 4)
        static let express = Kinds(rawValue: 1 << 5)
        static let speak = Kinds(rawValue: 1 << 6)
        static let value = Kinds(rawValue: 1 << 7)
        static let cite = Kinds(rawValue: 1 << 8)
        static let carry = Kinds(rawValue: 1 << 9)
        static let open = Kinds(rawValue: 1 << 10)
        static let opinion = Kinds(rawValue: 1 << 11)
        static let document = Kinds(rawValue: 1 << 12)
        static let rumour = Kinds(rawValue: 1 << 13)
        static let medium = Kinds(rawValue: 1 << 14)
        static let audience = Kinds(rawValue: 1 << 15)
        static let office = Kinds(rawValue: 1 << 16)
        static let deputy = Kinds(rawValue: 1 << 17)
        static let source = Kinds(rawValue: 1 << 18)
        static let firm = Kinds(rawValue: 1 << 19)
        static let body = Kinds(rawValue: 1 << 20)
        static let additive = Kinds(rawValue: 1 << 21)
        static let aside = Kinds(rawValue: 1 << 22)
        static let masthead = Kinds(rawValue: 1 << 23)
        static let address = Kinds(rawValue: 1 << 24)
        static let sign = Kinds(rawValue: 1 << 25)

        /// All verbs that open a reported clause.
        static let verbs: Kinds = [.say, .again, .deny, .announce, .describe, .express, .speak, .value, .cite]
    }

    private static let names: [String: Kinds] = [
        "say": .say, "repeat": [.say, .again], "deny": [.say, .deny], "announce": .announce, "describe": .describe,
        "express": .express, "speak": .speak, "value": .value, "cite": .cite, "carry": .carry, "open": .open,
        "opinion": .opinion, "document": .document, "rumour": .rumour, "medium": .medium, "audience": .audience,
        "office": .office, "deputy": .deputy, "source": .source, "firm": .firm, "body": .body, "additive": .additive,
        "aside": .aside, "masthead": .masthead, "address": .address, "sign": .sign,
    ]

    private var kinds: [String: Kinds] = [:]
    private var offices: [String: Int] = [:]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - table: the bytes of the file.
    ///   - file: its name, for messages.
    /// - Throws: `DragomanError` C201 to C204 with line and column (both from 1, columns in bytes) for a line without
    /// a colon, an unknown
    ///   kind, an empty word, and a word that stands twice under one kind.
    public init(table: [UInt8], file: String) throws(DragomanError) {
        var number = 0
        for line in table.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let text = line.prefix { $0 != UInt8(ascii: "#") }
            guard let first = text.firstIndex(where: { !Self.isBlank($0) }) else { continue }
            func column(_ index: Int) -> Int { index - line.startIndex + 1 }
            guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
                throw DragomanError(
                    .badInput, "C201", "\(file):\(number):\(column(first)): no colon after the kind of words",
                    advice: "Write KIND: word, word.")
            }
            let name = Self.trimmed(text[first..<colon])
            guard let kind = Self.names[name] else {
                throw DragomanError(
                    .badInput, "C202", "\(file):\(number):\(column(first)): no kind of words is called \"\(name)\"",
                    advice: "Use one of " + Self.names.keys.sorted().joined(separator: ", ") + ".")
            }
            for word in text[(colon + 1)...].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
                let at = word.firstIndex { !Self.isBlank($0) } ?? word.startIndex
                try add(Self.trimmed(word), to: kind, line: number, place: "\(file):\(number):\(column(at))")
            }
        }
    }

    private mutating func add(_ word: String, to kind: Kinds, line: Int, place: String) throws(DragomanError) {
        guard !word.isEmpty else {
            throw DragomanError(
                .badInput, "C203", "\(place): a word is missing", advice: "Take out the comma, or add the word.")
        }
        let old = kinds[word] ?? []
        // A verb that denies is also a verb that says, and may stand in both lines.
        guard !old.isSuperset(of: kind) else {
            throw DragomanError(
                .badInput, "C204", "\(place): \"\(word)\" stands here twice", advice: "Take one of the two out.")
        }
        kinds[word] = old.union(kind)
        if kind == .office { offices[word] = line }
    }

    /// What the word with this lemma is good for, in small letters; empty for an ordinary word.
    func kinds(of lemma: String) -> Kinds { kinds[lemma] ?? [] }

    /// Whether two office nouns may name one office, such as "envoy" and "ambassador".
    func sameOffice(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let x = offices[a], let y = offices[b] else { return false }
        return x == y
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}

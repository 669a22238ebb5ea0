import DragomanText

/// The word tables of matching: legal forms, titles, particles, generic words, numbers, nicknames.
struct MatchingTables: Sendable {
    struct Word: Sendable { var role = TokenRole.core, isQualifier = false, isTitle = false, isParticle = false }

    /// By hash of a word's letters.
    private(set) var words: [UInt64: Word] = [:]
    /// Kind of a legal form by the joined hashes of its words.
    private(set) var legalForms: [UInt64: UInt8] = [:]
    /// Longest legal form that begins with a word, in words.
    private(set) var legalStarts: [UInt64: Int] = [:]
    /// Long words of legal forms, in which a slip of the pen is forgiven.
    private(set) var legalWords: [[UInt32]] = []
    private(set) var numbers: [UInt64: Int32] = [:]
    private(set) var romans: [UInt64: Int32] = [:]
    /// Lines of the table of nicknames in which a name stands, ascending.
    private(set) var nicknames: [[Int32]] = []
    private(set) var nicknameOf: [UInt64: Int32] = [:]
    /// Line of the table of translations by the hash of a word.
    private(set) var meanings: [UInt64: Int32] = [:]

    /// Letter for letter as names are cut: lower case, base letters, no dots.
    private static func cut(_ text: String, _ sounds: SoundTable) -> [[UInt32]] {
        var words: [[UInt32]] = []
        for piece in text.split(whereSeparator: { $0 == " " || $0 == "-" }) {
            var word: [UInt32] = []
            for scalar in Letters(String(piece)).scalars {
                let isDigit = (0x30...0x39).contains(scalar)
                if isDigit || Script(scalar) != .none { word.append(sounds.known(Letters.lower(scalar))) }
            }
            if !word.isEmpty { words.append(word) }
        }
        return words
    }

    /// - Parameter folder: a pack's `matching` folder.
    /// - Throws: `DragomanError` N010, N011.
    init(folder: String, sounds: SoundTable) throws {
        try readWords(MatchingFile(path: folder + "/words.txt"), sounds)
        let legal = try MatchingFile(path: folder + "/legal-forms.txt").sections()
        let kinds = legal.map(\.heading)
        // The second table is made of others' work; a pack may do without it.
        let more = (try? MatchingFile(path: folder + "/legal-forms-more.txt").sections()) ?? []
        for section in legal + more {
            guard let kind = kinds.firstIndex(of: section.heading) else { continue }
            readLegal(section.entries, UInt8(kind & 31), sounds)
        }
        try readNumbers(MatchingFile(path: folder + "/numbers.txt"), sounds)
        readNicknames(try MatchingFile(path: folder + "/nicknames.txt"), sounds)
        for line in try MatchingFile(path: folder + "/translations.txt").lines {
            for word in line.text.split(separator: ",") {
                for part in Self.cut(String(word), sounds) { meanings[WordHash.of(part)] = Int32(line.number) }
            }
        }
    }

    private mutating func readWords(_ file: MatchingFile, _ sounds: SoundTable) throws {
        for section in file.sections() {
            for entry in section.entries {
                let parts = Self.cut(entry, sounds)
                guard parts.count == 1, let part = parts.first else { continue }
                var word = words[WordHash.of(part)] ?? Word()
                switch section.heading {
                case "title": word.isTitle = true
                case "particle": word.isParticle = true
                case "filler": word.role = .filler
                case "generic": word.role = .generic
                case "qualifier": word.isQualifier = true
                default:
                    throw DragomanError(
                        .badInput, "N010", "\(file.path): \"@\(section.heading)\" is no class of words",
                        advice: "Classes are title, particle, filler, generic and qualifier.")
                }
                words[WordHash.of(part)] = word
            }
        }
    }

    private mutating func readLegal(_ entries: [String], _ kind: UInt8, _ sounds: SoundTable) {
        for entry in entries {
            let parts = Self.cut(entry, sounds)
            guard let first = parts.first else { continue }
            var joined: UInt64 = 0
            for part in parts { joined = WordHash.joining(joined, WordHash.of(part)) }
            legalForms[joined] = kind
            legalStarts[WordHash.of(first)] = max(legalStarts[WordHash.of(first)] ?? 0, parts.count)
            for part in parts where part.count >= 7 { legalWords.append(part) }
        }
    }

    private mutating func readNumbers(_ file: MatchingFile, _ sounds: SoundTable) throws {
        var roman = false
        for line in file.lines {
            if line.text.hasPrefix("@") {
                roman = line.text == "@roman"
                continue
            }
            for item in line.text.split(separator: ",") {
                let pair = item.split(separator: " ")
                guard pair.count == 2, let value = Int32(pair[1]), let word = Self.cut(String(pair[0]), sounds).first
                else {
                    throw file.wrong(line, "a word and its number, such as \"seven 7\"")
                }
                if roman { romans[WordHash.of(word)] = value } else { numbers[WordHash.of(word)] = value }
            }
        }
    }

    private mutating func readNicknames(_ file: MatchingFile, _ sounds: SoundTable) {
        var group: Int32 = 0
        for line in file.lines {
            for set in line.text.split(separator: ";") {
                for name in set.split(separator: ",") {
                    let parts = Self.cut(String(name), sounds)
                    guard parts.count == 1, let word = parts.first else { continue }
                    let hash = WordHash.of(word)
                    if let known = nicknameOf[hash] {
                        if nicknames[Int(known)].last != group { nicknames[Int(known)].append(group) }
                    } else {
                        nicknameOf[hash] = Int32(nicknames.count)
                        nicknames.append([group])
                    }
                }
                group += 1
            }
        }
    }

    /// Whether two names stand in one line of the table of nicknames.
    func shareNickname(_ a: Int32, _ b: Int32) -> Bool {
        guard a >= 0, b >= 0 else { return false }
        let other = nicknames[Int(b)]
        return nicknames[Int(a)].contains { other.contains($0) }
    }
}

import DragomanText
import Foundation

/// The word tables of matching: legal forms, titles, particles, generic words, numbers, nicknames.
///
/// Beside a table `NAME.txt`, written by hand, there may stand `NAME-more.txt`, made of others' work: what the first one
/// says of a word holds.
struct MatchingTables: Sendable {
    struct Word: Sendable { var role = TokenRole.core, isQualifier = false, isTitle = false, isParticle = false }

    /// By hash of a word's letters.
    private(set) var words = HashTable<Word>()
    /// Kind of a legal form by the joined hashes of its words.
    private(set) var legalForms = HashTable<UInt8>()
    /// Longest legal form that begins with a word, in words.
    private(set) var legalStarts = HashTable<Int>()
    /// Long words of legal forms, in which a slip of the pen is forgiven.
    private(set) var legalWords: [[UInt32]] = []
    private(set) var numbers = HashTable<Int32>()
    private(set) var romans = HashTable<Int32>()
    /// Groups of the tables of given names in which a name stands, ascending.
    private(set) var nicknames: [[Int32]] = []
    private(set) var nicknameOf = HashTable<Int32>()
    /// Line of the table of translations by the hash of a word.
    private(set) var meanings = HashTable<Int32>()

    /// - Parameter folder: a pack's `matching` folder.
    /// - Throws: `DragomanError` N010, N011.
    init(folder: String, sounds: SoundTable) throws {
        func cells(_ name: String) throws -> TableCells {
            TableCells(bytes: try MatchingFile.bytes(folder + "/\(name).txt"), sounds: sounds)
        }
        /// A pack may do without the tables that are made of others' work.
        func more(_ name: String) -> TableCells {
            TableCells(bytes: (try? MatchingFile.bytes(folder + "/\(name).txt")) ?? [], sounds: sounds)
        }
        for table in [try cells("words"), more("words-more")] { try readWords(table, folder + "/words.txt") }
        var kinds: [String] = []
        try cells("legal-forms").each { cell in
            if !kinds.contains(cell.heading) { kinds.append(cell.heading) }
            readLegal(cell, kinds)
        }
        more("legal-forms-more").each { readLegal($0, kinds) }
        try readNumbers(MatchingFile(path: folder + "/numbers.txt"), sounds)
        var group: Int32 = 0
        for table in [try cells("nicknames"), more("nicknames-more"), more("given-names")] {
            readNicknames(table, from: &group)
        }
        try cells("translations").each { readMeaning($0, Int32($0.line)) }
        more("translations-more").each { readMeaning($0, Int32(10_000 + $0.line)) }
    }

    private mutating func readWords(_ table: TableCells, _ path: String) throws {
        try table.each { cell in
            guard cell.words.count == 1, let range = cell.words.first else { return }
            let hash = cell.hash(range)
            var word = words[hash] ?? Word()
            switch cell.heading {
            case "title": word.isTitle = true
            case "particle": word.isParticle = true
            case "filler": word.role = .filler
            case "generic": word.role = .generic
            case "qualifier": word.isQualifier = true
            default:
                throw DragomanError(
                    .badInput, "N010", "\(path): \"@\(cell.heading)\" is no class of words",
                    advice: "Classes are title, particle, filler, generic and qualifier.")
            }
            words[hash] = word
        }
    }

    private mutating func readLegal(_ cell: TableCells.Cell, _ kinds: [String]) {
        guard let kind = kinds.firstIndex(of: cell.heading), let first = cell.words.first else { return }
        var joined: UInt64 = 0
        for word in cell.words { joined = WordHash.joining(joined, cell.hash(word)) }
        let start = cell.hash(first)
        legalForms[joined] = UInt8(kind & 31)
        legalStarts[start] = max(legalStarts[start] ?? 0, cell.words.count)
        for word in cell.words where word.count >= 7 { legalWords.append(Array(cell.letters[word])) }
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
                var word: UInt64?
                if let name = pair.first {
                    TableCells(bytes: Array(name.utf8), sounds: sounds).each { word = $0.hash($0.words[0]) }
                }
                guard pair.count == 2, let value = Int32(pair[1]), let word else {
                    throw file.wrong(line, "a word and its number, such as \"seven 7\"")
                }
                if roman { romans[word] = value } else { numbers[word] = value }
            }
        }
    }

    private mutating func readNicknames(_ table: TableCells, from group: inout Int32) {
        let first = group
        var last = first
        table.each { cell in
            last = first + Int32(cell.group)
            guard cell.words.count == 1, let word = cell.words.first else { return }
            let name = nicknameOf.number(cell.hash(word), orNew: Int32(nicknames.count))
            if name == nicknames.count { nicknames.append([last]) }
            if nicknames[name].last != last { nicknames[name].append(last) }
        }
        group = last + 1
    }

    private mutating func readMeaning(_ cell: TableCells.Cell, _ line: Int32) {
        for word in cell.words { meanings[cell.hash(word)] = line }
    }

    /// Whether two names stand in one group of the tables of given names.
    func shareNickname(_ a: Int32, _ b: Int32) -> Bool {
        guard a >= 0, b >= 0 else { return false }
        let (one, two) = (nicknames[Int(a)], nicknames[Int(b)])
        // Both ascend.
        var i = 0
        var j = 0
        while i < one.count, j < two.count {
            if one[i] == two[j] { return true }
            if one[i] < two[j] { i += 1 } else { j += 1 }
        }
        return false
    }
}

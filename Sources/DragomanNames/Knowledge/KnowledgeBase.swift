import DragomanText
import Foundation

/// What the packs know of names: entries, their spellings in all scripts, and tables of words.
///
/// ```
/// let base = try KnowledgeBase(packs: ["Packs/world", "Packs/automotive"])
/// base.lookup("Ауди-Хонда")       // []
/// base.lookup("iran khodro").first?.id   // "company/iran-khodro"
/// ```
public struct KnowledgeBase: Sendable {
    /// All entries, in the order of their files.
    public private(set) var entries: [Entry] = []
    private var numbers: [String: Int] = [:]
    /// SHA-256 of the files it was read from; empty where they came from elsewhere.
    private(set) var digest: [UInt8] = []
    var words = WordTable()
    var spellings = SpellingIndex()
    /// Bits of `WordClass` for each word.
    private var classes: [UInt32] = []
    private var goodsOfWord: [Int32: String] = [:]
    private var listed: [WordClass: [String]] = [:]

    /// Reads all `names/*.txt` of pack folders, in the order of the packs and of the files' names.
    ///
    /// - Parameter packs: paths of folders such as `Packs/world`.
    /// - Throws: `DragomanError`: N001 a folder or file cannot be read, N002 a line is wrong, N003 two entries have one id,
    ///   N004 a country or owner is unknown, N005 two entries share a spelling that is not marked as ambiguous.
    public init(packs: [String]) throws {
        var files: [KnowledgeFile] = []
        var digests: [UInt8] = []
        for pack in packs {
            let folder = pack + "/names"
            guard let found = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
                throw DragomanError(
                    .badInput, "N001", "the folder \(folder) cannot be read",
                    advice: "Give the path of a pack that has a folder \"names\".")
            }
            for file in found.sorted() where file.hasSuffix(".txt") {
                let path = folder + "/" + file
                guard let data = FileManager.default.contents(atPath: path) else {
                    throw DragomanError(
                        .badInput, "N001", "the file \(path) cannot be read",
                        advice: "Check that it is a file and may be read.")
                }
                let bytes = [UInt8](data)
                digests += SHA256.digest(of: bytes)
                files.append(try KnowledgeFile(name: path, bytes: bytes))
            }
        }
        try self.init(files: files)
        digest = SHA256.digest(of: digests)
    }

    /// Links files that are already read.
    ///
    /// - Throws: as `init(packs:)`, from N003 on.
    init(files: [KnowledgeFile]) throws {
        var linker = Linker()
        let count = files.reduce(0) { $0 + $1.folded.count }
        words.reserve(count / 2)
        spellings.reserve(count)
        linker.reserve(files.reduce(0) { $0 + $1.records.count })
        for file in files { try linker.number(file) }
        var number = 0
        for file in files {
            for record in file.records where !record.isMore {
                add(record, in: file, number)
                number += 1
            }
        }
        for file in files {
            for record in file.records where record.isMore { try addMore(record, in: file, &linker) }
            for words in file.words { add(words) }
        }
        entries.reserveCapacity(number)
        for file in files {
            for record in file.records where !record.isMore {
                let entry = try linker.entry(record, in: file, number: entries.count, self)
                entries.append(entry)
            }
        }
        numbers = linker.ids
        spellings.settleWeak()
        try spellings.checkClashes(entries: entries, place: linker.place)
        classes += Array(repeating: 0, count: words.count - classes.count)
    }

    private mutating func add(_ record: KnowledgeFile.Record, in file: KnowledgeFile, _ number: Int) {
        let weak = record.has(.weak)
        for spelling in record.spellings {
            spellings.add(
                spelling.text, spelling.words, of: file.folded,
                .init(entry: number, ambiguous: spelling.ambiguous, adjective: false, weak: weak), &words)
        }
        addFormer(record, number)
        for demonym in Linker.demonyms(record) {
            add(
                demonym.text, .init(entry: number, ambiguous: demonym.ambiguous, adjective: true, weak: weak))
        }
    }

    /// What a `@more` line adds gives way to the entries' own spellings.
    private mutating func addMore(
        _ record: KnowledgeFile.Record, in file: KnowledgeFile, _ linker: inout Linker
    ) throws {
        let number = try linker.addition(record, in: file, self)
        for spelling in record.spellings.dropFirst() {
            spellings.add(
                spelling.text, spelling.words, of: file.folded,
                .init(entry: number, ambiguous: spelling.ambiguous, adjective: false, weak: true), &words)
        }
        addFormer(record, number)
    }

    /// Former names give way to the names of today.
    private mutating func addFormer(_ record: KnowledgeFile.Record, _ number: Int) {
        for field in record.fields where field.key == .was {
            guard let former = FormerName(field.value) else { continue }
            add(former.name, .init(entry: number, ambiguous: false, adjective: false, weak: true))
        }
    }

    private mutating func add(_ text: String, _ use: SpellingIndex.Use) {
        let bytes = Array(text.utf8)
        var folded = FoldedWords()
        let parts = folded.append(bytes, 0..<bytes.count)
        spellings.add(text, parts, of: folded, use, &words)
    }

    private mutating func add(_ table: KnowledgeFile.Words) {
        listed[table.kind, default: []] += table.words
        for word in table.words {
            for part in NameWords.split(Array(word.utf8), 0..<word.utf8.count) {
                let id = words.intern(part)
                while classes.count <= Int(id) { classes.append(0) }
                classes[Int(id)] |= table.kind.bit
                if let goods = table.goods { goodsOfWord[id] = goods }
            }
        }
    }

    /// The entry with that id; nil where there is none.
    public func entry(_ id: String) -> Entry? { numbers[id].map { entries[$0] } }

    /// The entries that have `name` as one of their spellings, in any case, with or without accents; [] for none.
    ///
    /// - Parameter name: a whole name; its demonyms count too.
    public func lookup(_ name: String) -> [Entry] { uses(of: name).map { entries[$0.entry] } }

    /// The entries that have `name` as a name that means them without context; demonyms do not count.
    func named(_ name: String) -> [Entry] {
        uses(of: name).filter { !$0.adjective && !$0.ambiguous }.map { entries[$0.entry] }
    }

    /// The names of an entry that mean it wherever they stand: none that is an ordinary word, or an acronym of two or three
    /// letters.
    func clearNames(of entry: Entry) -> [String] {
        guard let number = numbers[entry.id] else { return [] }
        return entry.names.filter { name in
            let isShort = name.utf8.count <= 3 && name.utf8.allSatisfy { $0 < 0x80 }
            return !isShort && uses(of: name).contains { $0.entry == number && !$0.ambiguous }
        }
    }

    /// Who has `name` as a spelling; [] for none.
    func uses(of name: String) -> [SpellingIndex.Use] {
        let bytes = Array(name.utf8.prefix(4 * KnowledgeFile.longestName))
        guard bytes.count == name.utf8.count else { return [] }
        var ids: [Int32] = []
        for word in NameWords.split(bytes, 0..<bytes.count) {
            guard let id = words.find(word) else { return [] }
            ids.append(id)
        }
        return spellings.find(ids)?.uses ?? []
    }

    /// Whether `word` belongs to a class, in any case.
    public func has(_ kind: WordClass, _ word: String) -> Bool {
        wordNumber(word).map { has(kind, $0) } ?? false
    }

    /// The type of goods a noun stands for ("sedan" is `car`); nil for another word.
    public func goods(of noun: String) -> String? {
        wordNumber(noun).flatMap { goodsOfWord[$0] }
    }

    /// The words of a class as its files list them.
    public func words(_ kind: WordClass) -> [String] { listed[kind] ?? [] }

    private func wordNumber(_ word: String) -> Int32? {
        guard word.utf8.count <= KnowledgeFile.longestName else { return nil }
        var folded: [UInt8] = []
        Folding.fold(Array(word.utf8), 0..<word.utf8.count, into: &folded)
        return words.find(folded)
    }

    /// Whether the word with that number belongs to a class; false for numbers the base does not have.
    func has(_ kind: WordClass, _ id: Int32) -> Bool {
        id >= 0 && Int(id) < classes.count && classes[Int(id)] & kind.bit != 0
    }
}

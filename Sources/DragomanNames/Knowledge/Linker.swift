import DragomanText

/// Gives records their ids and resolves what they say of each other.
///
/// First all spellings of all files go in, so that lines may name entries of later lines and files; then the entries are
/// made, and their countries and owners are looked up among the spellings.
struct Linker {
    private(set) var ids: [String: Int] = [:]
    private var types: [NameType] = []
    /// Countries by their ISO codes, in capitals.
    private var byCode: [String: Int] = [:]
    /// References already resolved, by field and name.
    private var resolved: [Reference: Int] = [:]
    private var assigned: [String] = []
    /// File and line of each entry, parallel to the entries.
    private var places: [(file: String, line: Int)] = []
    /// What `@more` lines add to an entry, by its number.
    private var additions: [Int: [Addition]] = [:]

    private struct Reference: Hashable { var key: KnowledgeFile.Key, type: NameType, name: String }
    private struct Addition { var record: KnowledgeFile.Record, names: [String] }

    /// Makes room for so many entries.
    mutating func reserve(_ count: Int) {
        ids.reserveCapacity(count)
        types.reserveCapacity(count)
        assigned.reserveCapacity(count)
        places.reserveCapacity(count)
    }

    /// Where the entry of that number stands: "file:line".
    func place(_ number: Int) -> String { "\(places[number].file):\(places[number].line)" }

    /// Numbers the records of a file.
    ///
    /// - Throws: `DragomanError` N003 where an id is given twice.
    mutating func number(_ file: KnowledgeFile) throws {
        for record in file.records where !record.isMore {
            let id = record.value(.id) ?? Self.id(record, file.folded)
            if let first = ids.updateValue(places.count, forKey: id) {
                throw DragomanError(
                    .badInput, "N003",
                    "\(file.name):\(record.line):1: the id \(id) is already taken at \(place(first))",
                    advice: "Give the second one an id of its own: \"| id \(id)-2\".")
            }
            if record.type == .country, let code = record.value(.iso) { byCode[code.uppercased()] = places.count }
            places.append((file.name, record.line))
            assigned.append(id)
            types.append(record.type)
        }
    }

    /// Takes what a `@more` line adds.
    ///
    /// - Returns: the number of the entry it adds to.
    /// - Throws: `DragomanError` N004 where there is no such entry.
    mutating func addition(
        _ record: KnowledgeFile.Record, in file: KnowledgeFile, _ base: KnowledgeBase
    ) throws -> Int {
        let name = record.spellings[0].text
        guard let number = find(name, [record.type], except: nil, base) else {
            throw missing(name, record, [record.type], file)
        }
        additions[number, default: []].append(Addition(record: record, names: record.spellings.dropFirst().map(\.text)))
        return number
    }

    /// The entry of the record with that number.
    ///
    /// - Throws: `DragomanError` N004 where its country or owner is unknown.
    mutating func entry(
        _ record: KnowledgeFile.Record, in file: KnowledgeFile, number: Int, _ base: KnowledgeBase
    ) throws -> Entry {
        let owners: [NameType] = record.type == .model ? [.brand, .company] : [.company, .brand, .institution]
        let more = additions[number] ?? []
        func value(_ key: KnowledgeFile.Key) -> String? {
            record.value(key) ?? more.lazy.compactMap { $0.record.value(key) }.first
        }
        var former: [FormerName] = []
        for one in [record] + more.map(\.record) {
            former += one.fields.filter { $0.key == .was }.compactMap { FormerName($0.value) }
        }
        var names = record.spellings.map(\.text)
        let ownNames = names.count
        if !former.isEmpty || !more.isEmpty {
            // By the names' bytes, whose hash is cheaper than that of a String in any normal form.
            var seen = HashTable<Int>()
            for (number, name) in names.enumerated() { _ = seen.number(Self.hash(name), orNew: number) }
            for name in former.lazy.map(\.name) + more.lazy.flatMap(\.names) {
                let next = seen.keys.count
                if seen.number(Self.hash(name), orNew: next) == next { names.append(name) }
            }
        }
        var sources = [record.value(.source) ?? "own"]
        for one in more {
            let source = one.record.value(.source) ?? "own"
            if !sources.contains(source) { sources.append(source) }
        }
        return Entry(
            id: assigned[number], type: record.type, name: record.spellings[0].text, names: names,
            demonyms: Self.demonyms(record).map(\.text),
            country: try resolve(.country, [.country], value(.country), record, file, number, base),
            owner: try resolve(.of, owners, value(.of), record, file, number, base),
            goods: value(.goods), iso: value(.iso), wikidata: value(.wikidata),
            isCapital: record.has(.capital), currency: value(.currency), former: former, sources: sources,
            ownNames: ownNames)
    }

    /// The id that a name in the field `key` of a record, or of a line that adds to it, means; nil where there is none.
    private mutating func resolve(
        _ key: KnowledgeFile.Key, _ types: [NameType], _ name: String?, _ record: KnowledgeFile.Record,
        _ file: KnowledgeFile, _ number: Int, _ base: KnowledgeBase
    ) throws -> String? {
        guard let name else { return nil }
        let reference = Reference(key: key, type: record.type, name: name)
        if let known = resolved[reference], known != number { return assigned[known] }
        guard let found = find(name, types, except: number, base) else { throw missing(name, record, types, file) }
        resolved[reference] = found
        return assigned[found]
    }

    /// The entry that an id, a country's code or a name means: of the first of these types that has one, the first.
    private func find(_ name: String, _ types: [NameType], except: Int?, _ base: KnowledgeBase) -> Int? {
        if let number = ids[name] { return number }
        if types.contains(.country), let number = byCode[name] { return number }
        let uses = base.uses(of: name).filter { !$0.adjective && $0.entry != except }
        for type in types {
            if let use = uses.first(where: { !$0.weak && self.types[$0.entry] == type }) { return use.entry }
        }
        return nil
    }

    private func missing(
        _ name: String, _ record: KnowledgeFile.Record, _ types: [NameType], _ file: KnowledgeFile
    ) -> DragomanError {
        DragomanError(
            .badInput, "N004", "\(file.name):\(record.line):1: there is no \(types[0].rawValue) \"\(name)\"",
            advice: "Add it to a file of the pack, or correct its spelling.")
    }

    /// The words of the fields adj and people; an adjective in -n or -i also in the plural.
    static func demonyms(_ record: KnowledgeFile.Record) -> [(text: String, ambiguous: Bool)] {
        record.fields.filter { $0.key == .adj || $0.key == .people }.flatMap { field in
            field.value.split(separator: ",").flatMap { part -> [(text: String, ambiguous: Bool)] in
                var word = part.split(separator: " ").joined(separator: " ")
                let ambiguous = word.hasSuffix("?")
                if ambiguous { word.removeLast() }
                let plural = field.key == .adj && (word.hasSuffix("n") || word.hasSuffix("i"))
                return (plural ? [word, word + "s"] : [word]).map { ($0, ambiguous) }
            }
        }
    }

    private static func hash(_ name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// The type and the folded words of the first name: `company/iran-khodro`.
    private static func id(_ record: KnowledgeFile.Record, _ folded: FoldedWords) -> String {
        var bytes = Array(record.type.rawValue.utf8)
        for word in record.spellings[0].words {
            bytes.append(word == record.spellings[0].words.lowerBound ? 0x2F : 0x2D)
            bytes += folded.bytes[folded.range(word)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

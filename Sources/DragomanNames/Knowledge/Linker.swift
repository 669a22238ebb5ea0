import DragomanText

/// Gives records their ids and resolves what they say of each other.
struct Linker {
    private var ids: [String: Int] = [:]
    /// Entries that others refer to, by their folded names.
    private var byName: [[[UInt8]]: [(type: NameType, id: String)]] = [:]
    /// References already resolved, by field and name.
    private var resolved: [Reference: String] = [:]
    private var assigned: [String] = []
    /// File and line of each entry, parallel to the entries.
    private var places: [(file: String, line: Int)] = []

    private struct Reference: Hashable { var key: KnowledgeFile.Key, type: NameType, name: String }

    /// Where the entry of that number stands: "file:line".
    func place(_ number: Int) -> String { "\(places[number].file):\(places[number].line)" }

    /// Numbers the records of a file, so that lines may name entries of later lines and files.
    ///
    /// - Throws: `DragomanError` N003 where an id is given twice.
    mutating func number(_ file: KnowledgeFile) throws {
        for record in file.records {
            let id = record.value(.id) ?? Self.id(record)
            if let first = ids.updateValue(places.count, forKey: id) {
                throw DragomanError(
                    .badInput, "N003",
                    "\(file.name):\(record.line):1: the id \(id) is already taken at \(place(first))",
                    advice: "Give the second one an id of its own: \"| id \(id)-2\".")
            }
            places.append((file.name, record.line))
            assigned.append(id)
            switch record.type {
            case .country, .company, .brand, .institution:
                for spelling in record.spellings { byName[spelling.words, default: []].append((record.type, id)) }
            default: break
            }
            if let iso = record.value(.iso) { byName[Self.words(iso), default: []].append((record.type, id)) }
        }
    }

    /// The entry of the record with that number.
    ///
    /// - Throws: `DragomanError` N004 where its country or owner is unknown.
    mutating func entry(_ record: KnowledgeFile.Record, in file: KnowledgeFile, number: Int) throws -> Entry {
        let owners: [NameType] = record.type == .model ? [.brand, .company] : [.company, .brand, .institution]
        return Entry(
            id: assigned[number], type: record.type, name: record.spellings[0].text,
            names: record.spellings.map(\.text), demonyms: Self.demonyms(record).map(\.text),
            country: try resolve(.country, [.country], record, file, number),
            owner: try resolve(.of, owners, record, file, number),
            goods: record.value(.goods), iso: record.value(.iso), wikidata: record.value(.wikidata),
            isCapital: record.has(.capital))
    }

    /// The id that the field `key` of a record means; nil where the record has no such field.
    private mutating func resolve(
        _ key: KnowledgeFile.Key, _ types: [NameType], _ record: KnowledgeFile.Record, _ file: KnowledgeFile,
        _ number: Int
    ) throws -> String? {
        guard let name = record.value(key) else { return nil }
        let reference = Reference(key: key, type: record.type, name: name)
        if let id = resolved[reference], id != assigned[number] { return id }
        var id = ids[name] == nil ? nil : name
        let found = id == nil ? byName[Self.words(name)] ?? [] : []
        for type in types where id == nil {
            id = found.first { $0.type == type && $0.id != assigned[number] }?.id
        }
        guard let id else {
            throw DragomanError(
                .badInput, "N004", "\(file.name):\(record.line):1: there is no \(types[0].rawValue) \"\(name)\"",
                advice: "Add it to a file of the pack, or correct its spelling.")
        }
        resolved[reference] = id
        return id
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

    /// The type and the folded words of the first name: `company/iran-khodro`.
    private static func id(_ record: KnowledgeFile.Record) -> String {
        var bytes = Array(record.type.rawValue.utf8)
        for (index, word) in record.spellings[0].words.enumerated() {
            bytes.append(index == 0 ? 0x2F : 0x2D)
            bytes += word
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func words(_ name: String) -> [[UInt8]] {
        let bytes = Array(name.utf8)
        return NameWords.split(bytes, 0..<bytes.count)
    }
}

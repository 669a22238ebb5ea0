import DragomanText

/// Gives records their ids and resolves what they say of each other.
struct Linker {
    private var ids: [String: Int] = [:]
    /// Folded spelling to ids, for references by name, in order of preference by type.
    private var byName: [String: [(type: NameType, id: String)]] = [:]
    /// File and line of each entry, parallel to the entries.
    private(set) var places: [String] = []
    private var assigned: [String] = []

    /// Numbers the records of a file, so that lines may name entries of later lines and files.
    ///
    /// - Throws: `DragomanError` N003 where an id is given twice.
    mutating func number(_ file: KnowledgeFile) throws {
        for record in file.records {
            let id = record.value(.id) ?? record.type.rawValue + "/" + Self.slug(record.spellings[0].text)
            let place = "\(file.name):\(record.line)"
            if let first = ids[id] {
                throw DragomanError(
                    .badInput, "N003", "\(place):1: the id \(id) is already taken at \(places[first])",
                    advice: "Give the second one an id of its own: \"| id \(id)-2\".")
            }
            ids[id] = places.count
            places.append(place)
            assigned.append(id)
            for spelling in record.spellings { byName[Self.slug(spelling.text), default: []].append((record.type, id)) }
            if let iso = record.value(.iso) { byName[Self.slug(iso), default: []].append((record.type, id)) }
        }
    }

    /// The entry of the record with that number.
    ///
    /// - Throws: `DragomanError` N004 where its country or owner is unknown.
    func entry(_ record: KnowledgeFile.Record, in file: KnowledgeFile, number: Int) throws -> Entry {
        func resolve(_ key: KnowledgeFile.Key, _ types: [NameType]) throws -> String? {
            guard let name = record.value(key) else { return nil }
            if ids[name] != nil { return name }
            let found = byName[Self.slug(name)] ?? []
            for type in types {
                if let match = found.first(where: { $0.type == type && $0.id != assigned[number] }) { return match.id }
            }
            throw DragomanError(
                .badInput, "N004", "\(file.name):\(record.line):1: there is no \(types[0].rawValue) \"\(name)\"",
                advice: "Add it to a file of the pack, or correct its spelling.")
        }
        let name = record.spellings[0].text
        let demonyms = record.fields.filter { $0.key == .adj || $0.key == .people }.flatMap { field in
            field.value.split(separator: ",").flatMap { part -> [String] in
                let word = part.drop { $0 == " " }.split(separator: " ").joined(separator: " ")
                let plural = field.key == .adj && (word.hasSuffix("n") || word.hasSuffix("i"))
                return plural ? [word, word + "s"] : [word]
            }
        }
        return Entry(
            id: assigned[number], type: record.type, name: name, names: record.spellings.map(\.text),
            demonyms: demonyms,
            country: try resolve(.country, [.country]),
            owner: try resolve(.of, record.type == .model ? [.brand, .company] : [.company, .brand, .institution]),
            goods: record.value(.goods), iso: record.value(.iso), wikidata: record.value(.wikidata),
            isCapital: record.has(.capital))
    }

    /// The folded words of `name` joined with hyphens.
    private static func slug(_ name: String) -> String {
        let bytes = Array(name.utf8)
        return NameWords.split(bytes, 0..<bytes.count).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: "-")
    }
}

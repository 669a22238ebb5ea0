/// Reads comma-separated values (RFC 4180): quoted fields may hold commas, line ends and doubled quotation marks.
struct CSVTable {
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var line = 1
    /// `;` where the first line has more of these than commas, as spreadsheets of many countries write.
    private let separator: UInt8

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        at = self.bytes.startIndex
        let first = self.bytes.prefix { $0 != 0x0A }
        let counts = first.reduce(into: (0, 0)) { count, byte in
            if byte == 0x2C { count.0 += 1 } else if byte == 0x3B { count.1 += 1 }
        }
        separator = counts.1 > counts.0 ? 0x3B : 0x2C
    }

    /// The next record with the line it begins on, or nil at the end. `fields` is nil where a quoted field has no end.
    mutating func next() -> (line: Int, fields: [String]?)? {
        guard at < bytes.endIndex else { return nil }
        let start = line
        var fields: [String] = []
        var field: [UInt8] = []
        var quoted = false
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            if byte == 0x0A { line += 1 }
            if quoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if at < bytes.endIndex, bytes[at] == 0x22 {
                    field.append(byte)
                    at += 1
                } else {
                    quoted = false
                }
            } else if byte == 0x22, field.isEmpty {
                quoted = true
            } else if byte == separator {
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            } else if byte == 0x0A {
                break
            } else if byte != 0x0D {
                field.append(byte)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return (start, quoted ? nil : fields)
    }
}

/// Entities of a table with a line of headings: `name` must be among them; `id`, `type` (or `schema`), `aliases`
/// (separated by ";" or "|"), `country` (ISO code) and `wikidata` may be.
struct CSVEntities {
    private let columns: [String: Int]

    /// Nil where no heading is `name`.
    init?(headings: [String]) {
        var columns: [String: Int] = [:]
        for (index, heading) in headings.enumerated() {
            columns[heading.lowercased().filter { !$0.isWhitespace }] = index
        }
        guard columns["name"] != nil else { return nil }
        self.columns = columns
    }

    /// The entity of a record, or why there is none.
    func entity(_ fields: [String]) -> Result<ImportedEntity, ImportReason> {
        func value(_ names: String...) -> String? {
            for name in names {
                if let index = columns[name], index < fields.count, fields[index].contains(where: { !$0.isWhitespace })
                {
                    return fields[index].split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
            }
            return nil
        }
        let schema = value("type", "schema") ?? "company"
        guard let type = ImportedEntity.type(of: schema) else {
            return .failure(.init("the type \(schema) has no names that Dragoman keeps"))
        }
        guard let name = value("name") else { return .failure(.init("the field \"name\" is empty")) }
        let others = value("aliases", "alias").map {
            $0.split(whereSeparator: { $0 == ";" || $0 == "|" }).map(String.init)
        }
        var names: [String] = []
        for one in [name] + (others ?? []) {
            guard let clean = ImportedEntity.clean(one, type) else { continue }
            if !names.contains(clean), names.count < ImportedEntity.mostNames { names.append(clean) }
        }
        guard let first = names.first else {
            return .failure(
                .init("the name has no letter or digit, or is longer than \(KnowledgeFile.longestName) bytes"))
        }
        return .success(
            ImportedEntity(
                id: value("id") ?? "\(type.rawValue)-\(first)", type: type, names: names,
                country: value("country")?.uppercased(), wikidata: value("wikidata", "wikidataid")))
    }
}

import Foundation

/// Reads entities as FollowTheMoney writes them: a JSON object a line, with `id`, `schema` and `properties`.
enum FollowTheMoney {
    private struct Record: Decodable {
        let id: String, schema: String, properties: [String: [String]]

        private enum Key: String, CodingKey { case id, schema, properties }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Key.self)
            id = try box.decode(String.self, forKey: .id)
            schema = try box.decode(String.self, forKey: .schema)
            // A property of nested entities is none that is wanted here.
            let all = try box.decodeIfPresent([String: Values].self, forKey: .properties) ?? [:]
            properties = all.mapValues(\.strings)
        }
    }

    private struct Values: Decodable {
        let strings: [String]

        init(from decoder: any Decoder) throws {
            let box = try decoder.singleValueContainer()
            if let many = try? box.decode([String].self) {
                strings = many
            } else {
                strings = (try? box.decode(String.self)).map { [$0] } ?? []
            }
        }
    }

    /// The entity of a line, or why there is none.
    static func entity(_ line: ArraySlice<UInt8>) -> Result<ImportedEntity, ImportReason> {
        guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
            return .failure(.init("this is no entity: it needs \"id\", \"schema\" and \"properties\""))
        }
        guard let type = ImportedEntity.type(of: record.schema) else {
            return .failure(.init("the schema \(record.schema) has no names that Dragoman keeps"))
        }
        var names: [String] = []
        for property in ["name", "alias", "previousName", "weakAlias"] {
            for name in record.properties[property] ?? [] {
                if let clean = ImportedEntity.clean(name, type), !names.contains(clean) { names.append(clean) }
                if names.count == ImportedEntity.mostNames { break }
            }
        }
        guard !names.isEmpty else { return .failure(.init("the entity \(record.id) has no name")) }
        let country = ["country", "jurisdiction", "nationality"].compactMap { record.properties[$0]?.first }.first
        return .success(
            ImportedEntity(
                id: record.id, type: type, names: names, country: country?.uppercased(),
                wikidata: record.properties["wikidataId"]?.first))
    }
}

/// Why a line was left out.
struct ImportReason: Error {
    let text: String
    init(_ text: String) { self.text = text }
}

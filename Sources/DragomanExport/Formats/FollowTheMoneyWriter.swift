internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// FollowTheMoney entities, one a line: a deal is an `Event`, its parties are `LegalEntity`, its reports `Article`.
///
/// A party, an article is written once, before the first deal that names it. Source: https://followthemoney.tech/explorer/
struct FollowTheMoneyWriter: ExportWriter {
    private struct Entity: Encodable {
        var id: String
        var schema: String
        var properties: [String: [String]]
    }
    private var written: Set<String> = []

    mutating func write(_ row: ExportRow, pass: Int) throws -> String {
        var lines = ""
        var proof: [String] = []
        for report in row.sources {
            proof.append("dragoman-article-" + report.id)
            lines += try once(
                Entity(
                    id: "dragoman-article-" + report.id, schema: "Article",
                    properties: [
                        "title": [report.title].compactMap { $0 }, "publisher": [report.outlet].compactMap { $0 },
                        "publishedAt": Self.date(report.published),
                        "sourceUrl": [Escaping.link(report.address)].compactMap { $0 },
                    ]))
        }
        let actors = row.actors.inOrderOnce
        let parties = (actors + row.counterparts).inOrderOnce
        for name in parties {
            lines += try once(Entity(id: Self.id(name), schema: "LegalEntity", properties: ["name": [name]]))
        }
        let event = Entity(
            id: "dragoman-deal-" + row.id, schema: "Event",
            properties: [
                "name": [row.statement], "summary": [row.headline?.quote].compactMap { $0 },
                "date": Self.date(row.date ?? row.newest), "location": row.places,
                "organizer": actors.map(Self.id), "involved": parties.map(Self.id),
                "keywords": [row.kind.rawValue, row.stage.rawValue], "proof": proof, "recordId": [row.id],
            ])
        return lines + (try line(event))
    }

    private mutating func once(_ entity: Entity) throws -> String {
        written.insert(entity.id).inserted ? try line(entity) : ""
    }

    private func line(_ entity: Entity) throws -> String {
        var entity = entity
        entity.properties = entity.properties.filter { !$1.isEmpty }
            .mapValues { $0.map(SafeText.line).filter { !$0.isEmpty }.map(Self.short) }
        return try JSONTwin.write(entity, oneLine: true)
    }

    /// Names longer than FollowTheMoney takes are cut.
    private static func short(_ value: String) -> String {
        value.unicodeScalars.count <= limit
            ? value : String(String.UnicodeScalarView(value.unicodeScalars.prefix(limit - 1))) + "…"
    }

    private static let limit = 240

    private static func id(_ name: String) -> String { "dragoman-party-" + Escaping.id(of: name) }

    /// Years, months and days are known there; a quarter or half counts as its year.
    private static func date(_ date: CoarseDate?) -> [String] {
        guard let date else { return [] }
        return [date.month == nil ? "\(date.year)" : date.description]
    }
}

internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// N-Triples with PROV-O: a deal is derived from its claims; a claim is quoted from its article and attributed to its speaker.
/// Sources: https://www.w3.org/TR/n-triples/ and https://www.w3.org/TR/prov-o/
struct TriplesWriter: ExportWriter {
    private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    private static let prov = "http://www.w3.org/ns/prov#"
    private static let terms = "http://purl.org/dc/terms/"
    /// Dragoman's own terms: `kind`, `stage`, `actor` and the other columns of a row.
    private static let own = "urn:dragoman:term:"

    func write(_ row: ExportRow, pass: Int) -> String {
        var triples = Triples()
        let deal = "urn:dragoman:deal:" + row.id
        triples.link(deal, Self.type, Self.prov + "Entity")
        triples.link(deal, Self.type, Self.own + "Deal")
        triples.say(deal, Self.terms + "description", row.statement)
        triples.say(deal, Self.own + "kind", row.kind.rawValue)
        triples.say(deal, Self.own + "stage", row.stage.rawValue)
        for (term, values) in [
            ("actor", row.actors), ("counterpart", row.counterparts), ("place", row.places), ("goods", row.goodsText),
            ("newest", [row.newest, nil].compactMap { $0?.description }),
            ("date", [row.date].compactMap { $0?.description }),
        ] {
            for value in values { triples.say(deal, Self.own + term, value) }
        }
        for claim in row.claims {
            let id = "urn:dragoman:claim:" + claim.id
            let article = "urn:dragoman:article:" + claim.report.id
            triples.link(deal, Self.prov + "wasDerivedFrom", id)
            triples.link(id, Self.type, Self.prov + "Entity")
            triples.say(id, Self.prov + "value", claim.quote)
            triples.link(id, Self.prov + "wasQuotedFrom", article)
            if let speaker = claim.speaker {
                let agent = "urn:dragoman:agent:" + Escaping.id(of: speaker)
                triples.link(id, Self.prov + "wasAttributedTo", agent)
                triples.link(agent, Self.type, Self.prov + "Agent")
                triples.say(agent, Self.terms + "title", speaker)
            }
            triples.link(article, Self.type, Self.prov + "Entity")
            if let title = claim.report.title { triples.say(article, Self.terms + "title", title) }
            if let outlet = claim.report.outlet { triples.say(article, Self.terms + "publisher", outlet) }
            if let date = claim.report.published { triples.say(article, Self.terms + "issued", date.description) }
            if let link = Escaping.link(claim.report.address) { triples.link(article, Self.terms + "source", link) }
        }
        return triples.text
    }

    private struct Triples {
        var text = ""

        mutating func link(_ subject: String, _ predicate: String, _ object: String) {
            text += "<\(subject)> <\(predicate)> <\(object)> .\n"
        }

        mutating func say(_ subject: String, _ predicate: String, _ value: String) {
            text += "<\(subject)> <\(predicate)> \(Escaping.literal(value)) .\n"
        }
    }
}

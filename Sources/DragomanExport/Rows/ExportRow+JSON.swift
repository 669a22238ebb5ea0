internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

extension ExportRow: Encodable {
    private enum Key: String, CodingKey {
        case id, kind, stage, newest, statement, actors, counterparts, places, goods, quantity, money, share, date
        case reports, families, origins, disputed, outlets, speakers, history, claims
    }

    /// Writes all fields, absent ones as null; Docs/deal-row.schema.json describes them.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(kind, forKey: .kind)
        try box.encode(stage, forKey: .stage)
        try box.encode(newest?.description, forKey: .newest)
        try box.encode(statement, forKey: .statement)
        try box.encode(actors, forKey: .actors)
        try box.encode(counterparts, forKey: .counterparts)
        try box.encode(places, forKey: .places)
        try box.encode(goods, forKey: .goods)
        try box.encode(quantity, forKey: .quantity)
        try box.encode(money, forKey: .money)
        try box.encode(share, forKey: .share)
        try box.encode(date?.description, forKey: .date)
        try box.encode(reports, forKey: .reports)
        try box.encode(families, forKey: .families)
        try box.encode(origins, forKey: .origins)
        try box.encode(disputed, forKey: .disputed)
        try box.encode(outlets, forKey: .outlets)
        try box.encode(speakers, forKey: .speakers)
        try box.encode(history, forKey: .history)
        try box.encode(claims, forKey: .claims)
    }
}

extension ExportClaim: Encodable {
    private enum Key: String, CodingKey {
        case id, stage, speaker, via, when, quote, range, article, title, outlet, published, address
    }

    /// Writes all fields, absent ones as null.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(stage, forKey: .stage)
        try box.encode(speaker, forKey: .speaker)
        try box.encode(via, forKey: .via)
        try box.encode(when?.description, forKey: .when)
        try box.encode(quote, forKey: .quote)
        try box.encode([range.lowerBound, range.upperBound], forKey: .range)
        try box.encode(report.id, forKey: .article)
        try box.encode(report.title, forKey: .title)
        try box.encode(report.outlet, forKey: .outlet)
        try box.encode(report.published?.description, forKey: .published)
        try box.encode(report.address, forKey: .address)
    }
}

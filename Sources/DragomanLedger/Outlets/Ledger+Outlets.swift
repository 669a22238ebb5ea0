internal import DragomanText

/// What the ledger's articles say of an outlet's work.
public struct OutletRecord: Sendable, Equatable, Encodable {
    /// The name as most of its articles have it.
    public var name: String
    public var articles: Int
    /// Deals it reports, and of those the ones that other outlets report too, all with the day.
    public var deals: Int
    public var contested: Int
    /// Of the contested deals those it reported a day or more before all others.
    public var first: Int
    /// Its articles that are copies of another outlet's text.
    public var copies: Int
    /// Articles of other outlets that are copies of its text.
    public var copied: Int
    /// Deals in which it tells the same source's word otherwise than another report does; ids, the newest first.
    public var distorted: [String]

    init(name: String) {
        self.name = name
        articles = 0
        deals = 0
        contested = 0
        first = 0
        copies = 0
        copied = 0
        distorted = []
    }
}

extension Ledger {
    /// All outlets of the ledger, those of most articles first.
    ///
    /// Which of a family of copies is the original is likely, not sure (`LikelyOriginal`).
    public func outlets() throws -> [OutletRecord] {
        var records: [String: OutletRecord] = [:]
        let articles = try database.prepare(
            "SELECT outlet, count(*) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1")
        while try articles.step() {
            let name = articles.text(0)
            records[NameKey.of(name), default: OutletRecord(name: name)].articles += articles.integer(1)
        }
        try addFirsts(to: &records)
        try addCopies(to: &records)
        try addDistortions(to: &records)
        return records.values.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }
    }

    private func addFirsts(to records: inout [String: OutletRecord]) throws {
        let rows = try database.prepare(
            """
            SELECT deal, outlet, published FROM deal_claims JOIN articles ON articles.id = deal_claims.article
            WHERE outlet IS NOT NULL GROUP BY deal, outlet, published ORDER BY deal
            """)
        var deal = ""
        var days: [String: Int] = [:]
        func close() {
            for outlet in days.keys { records[outlet]?.deals += 1 }
            let dated = days.filter { $0.value != .max }
            guard dated.count > 1, let earliest = dated.values.min() else { return }
            for outlet in dated.keys { records[outlet]?.contested += 1 }
            let firsts = dated.filter { $0.value == earliest }
            if firsts.count == 1, let first = firsts.keys.first { records[first]?.first += 1 }
        }
        while try rows.step() {
            if rows.text(0) != deal {
                close()
                (deal, days) = (rows.text(0), [:])
            }
            let outlet = NameKey.of(rows.text(1))
            let day = rows.optionalText(2).flatMap(CoarseDate.init(iso:))?.dayNumber ?? .max
            days[outlet] = min(days[outlet] ?? .max, day)
        }
        close()
    }

    private func addCopies(to records: inout [String: OutletRecord]) throws {
        let rows = try database.prepare(
            """
            SELECT own.family, own.words, \(StoredClaims.entryColumns) FROM families AS own
                JOIN articles ON articles.id = own.article JOIN captures ON captures.sha256 = articles.capture
            WHERE own.family IN (SELECT family FROM families GROUP BY family HAVING count(*) > 1) ORDER BY own.family
            """)
        var family = ""
        var members: [(entry: ArticleEntry, words: Int)] = []
        func close() {
            guard let original = LikelyOriginal.of(members)?.article,
                let outlet = members.first(where: { $0.entry.id == original })?.entry.outlet.map(NameKey.of)
            else { return }
            for member in members {
                guard let other = member.entry.outlet.map(NameKey.of), other != outlet else { continue }
                records[other]?.copies += 1
                records[outlet]?.copied += 1
            }
        }
        while try rows.step() {
            if rows.text(0) != family {
                close()
                (family, members) = (rows.text(0), [])
            }
            members.append((StoredClaims.entry(in: rows, from: 2), rows.integer(1)))
        }
        close()
    }

    private func addDistortions(to records: inout [String: OutletRecord]) throws {
        let rows = try database.prepare(
            """
            SELECT DISTINCT deals.id, teller.outlet, source.outlet FROM disagreements
                JOIN deals ON deals.id = disagreements.deal
                JOIN claims AS told ON told.id = disagreements.other JOIN articles AS teller ON teller.id = told.article
                JOIN claims AS said ON said.id = disagreements.source JOIN articles AS source ON source.id = said.article
            WHERE disagreements.kind = ? AND deals.verdict IS NOT 'rejected' AND teller.outlet IS NOT NULL
            ORDER BY deals.first_day DESC, deals.last_day, deals.id
            """)
        try rows.bind([.text(Disagreement.Kind.distortion.rawValue)])
        while try rows.step() {
            let (id, outlet) = (rows.text(0), NameKey.of(rows.text(1)))
            guard outlet != rows.optionalText(2).map(NameKey.of), records[outlet]?.distorted.last != id else {
                continue
            }
            records[outlet]?.distorted.append(id)
        }
    }
}

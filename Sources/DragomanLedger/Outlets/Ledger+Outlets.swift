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
    /// The most deals that are looked at for distortions.
    public static let mostCompared = 2_000

    /// All outlets of the ledger, those of most articles first.
    ///
    /// Which of a family of copies is the original is likely, not sure (`LikelyOriginal`). Distortions are those of the newest `mostCompared`
    /// deals of several articles.
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
            "SELECT id FROM deals WHERE reports > 1 AND verdict IS NOT 'rejected' \(Self.dealOrder) LIMIT ?")
        try rows.bind([.integer(Self.mostCompared)])
        var ids: [String] = []
        while try rows.step() { ids.append(rows.text(0)) }
        for id in ids {
            guard let deal = try storedDeal(id) else { continue }
            for disagreement in deal.disagreements(deal.origins) where disagreement.kind == .distortion {
                guard let outlet = disagreement.other.article.outlet.map(NameKey.of),
                    outlet != disagreement.source.article.outlet.map(NameKey.of),
                    records[outlet]?.distorted.last != id
                else { continue }
                records[outlet]?.distorted.append(id)
            }
        }
    }
}

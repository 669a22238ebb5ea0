internal import DragomanClaims

/// Which undertakings of one article are one.
///
/// The reader numbers undertakings by kind. But who builds a plant also pays for it: an investment and a production of the
/// same maker in the same place are one undertaking, as are its parts.
enum ArticleUndertakings {
    /// For each undertaking of an article's claims, the smallest number of those that are one with it.
    static func joined(_ claims: [Claim]) -> [Int: Int] {
        var parent: [Int: Int] = [:]
        for claim in claims { parent[claim.undertaking] = claim.undertaking }
        func first(_ number: Int) -> Int {
            var at = number
            while let up = parent[at], up != at { at = up }
            return at
        }
        var sites: [String: (production: Int?, investment: Int?)] = [:]
        for claim in claims where claim.kind == .production || claim.kind == .investment {
            let actors = Set(claim.actor.filter(NameKey.isProper).map(NameKey.of))
            for actor in actors {
                for place in Set(claim.place.map(NameKey.of)) {
                    var site = sites["\(actor)|\(place)"] ?? (nil, nil)
                    if claim.kind == .production { site.production = site.production ?? claim.undertaking }
                    if claim.kind == .investment { site.investment = site.investment ?? claim.undertaking }
                    sites["\(actor)|\(place)"] = site
                }
            }
        }
        for (_, site) in sites.sorted(by: { $0.key < $1.key }) {
            guard let production = site.production, let investment = site.investment else { continue }
            let (one, other) = (first(production), first(investment))
            if one != other { parent[max(one, other)] = min(one, other) }
        }
        return parent.keys.reduce(into: [:]) { $0[$1] = first($1) }
    }
}

internal import DragomanText

/// Which article of a family is likely the original, and what speaks for it.
public struct LikelyOriginal: Sendable, Equatable, Encodable {
    /// What speaks for an original, the strongest first.
    public enum Reason: String, Sendable, Encodable {
        /// Copies credit its outlet as their wire.
        case credited
        /// Copies give its address as where they stand.
        case canonical
        /// It was published first.
        case earliest
        /// Of those published first, or undated, it has most of the text.
        case fullest
    }

    /// The article's id.
    public var article: String
    public var reason: Reason
    /// How many of the family credit its outlet or give its address; 0 where neither speaks for it.
    public var support: Int

    /// The likely original of `members`; nil for none. `words` is how long each body is.
    static func of(_ members: [(entry: ArticleEntry, words: Int)]) -> LikelyOriginal? {
        func credits(_ member: (entry: ArticleEntry, words: Int)) -> Int {
            guard let outlet = member.entry.outlet.map(NameKey.of) else { return 0 }
            return members.count {
                $0.entry.id != member.entry.id && $0.entry.outlet.map(NameKey.of) != outlet
                    && $0.entry.wire.map(NameKey.of) == outlet
            }
        }
        func references(_ member: (entry: ArticleEntry, words: Int)) -> Int {
            guard let address = member.entry.address, member.entry.source == address else { return 0 }
            return members.count { $0.entry.id != member.entry.id && $0.entry.address == address }
        }
        let day = { (member: (entry: ArticleEntry, words: Int)) in
            member.entry.published?.span.lowerBound ?? Int.max
        }
        let ranked = members.map { (member: $0, credits: credits($0), references: references($0)) }.sorted {
            one, other in
            if one.credits != other.credits { return one.credits > other.credits }
            if one.references != other.references { return one.references > other.references }
            if day(one.member) != day(other.member) { return day(one.member) < day(other.member) }
            if one.member.words != other.member.words { return one.member.words > other.member.words }
            return one.member.entry.id < other.member.entry.id
        }
        guard let best = ranked.first else { return nil }
        let isAlone = ranked.count { day($0.member) == day(best.member) } == 1 && best.member.entry.published != nil
        let reason: Reason =
            best.credits > 0 ? .credited : best.references > 0 ? .canonical : isAlone ? .earliest : .fullest
        return LikelyOriginal(
            article: best.member.entry.id, reason: reason, support: max(best.credits, best.references))
    }
}

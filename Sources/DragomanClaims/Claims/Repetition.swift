/// Leaves out what an article says a second time without adding to it.
enum Repetition {
    /// How many claims back a repeat is looked for.
    private static let reach = 256

    static func withoutRepeats(_ found: [(draft: Draft, source: Statement?)]) -> [(draft: Draft, source: Statement?)] {
        var kept: [(draft: Draft, source: Statement?)] = []
        for item in found {
            if let index = kept.suffix(reach).firstIndex(where: { isRepeat(item, of: $0) }) {
                if weight(item.draft) > weight(kept[index].draft), isRepeat(kept[index], of: item) {
                    kept[index] = item
                }
                continue
            }
            kept.append(item)
        }
        return kept
    }

    /// Whether `a` adds nothing to `b`.
    private static func isRepeat(_ a: (draft: Draft, source: Statement?), of b: (draft: Draft, source: Statement?))
        -> Bool
    {
        let (new, old) = (a.draft, b.draft)
        guard new.kind == old.kind, new.stage == old.stage, !Set(new.actor).isDisjoint(with: old.actor) else {
            return false
        }
        func covered<T: Equatable>(_ a: T?, _ b: T?) -> Bool { a == nil || a == b }
        let names = Set(old.goods.compactMap(\.name))
        return covered(new.quantity, old.quantity) && covered(new.money, old.money) && covered(new.date, old.date)
            && covered(new.share, old.share) && new.goods.allSatisfy { $0.name.map(names.contains) ?? true }
            && Set(new.place).isSubset(of: old.place) && Set(new.counterpart).isSubset(of: old.counterpart)
            && (a.source?.speaker == nil || a.source?.speaker == b.source?.speaker)
    }

    private static func weight(_ draft: Draft) -> Int {
        draft.filled + (draft.quantity == nil ? 0 : 1) + (draft.money == nil ? 0 : 1) + (draft.date == nil ? 0 : 1)
    }
}

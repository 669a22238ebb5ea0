internal import DragomanClaims
internal import DragomanLedger
internal import DragomanNames
internal import DragomanText
internal import Synchronization

/// The identities of the ledger's names, kept while it does not change, and the tables they are matched with.
final class NameDesk: Sendable {
    private struct State {
        var matcher: NameMatcher?
        var knowledge: KnowledgeBase?
        var list: (mark: LedgerMark, list: IdentityList)?
    }

    private let packs: [String]
    private let state = Mutex(State())

    init(packs: [String]) { self.packs = packs }

    /// - Throws: `DragomanError` V005 where the site has no packs, and as `NameMatcher` and `KnowledgeBase`.
    func matcher() throws -> NameMatcher { try state.withLock { try Self.loaded(&$0, packs) } }

    /// What is known of the entry with that id.
    func entry(_ id: String) throws -> Entry? {
        try state.withLock { state in
            _ = try Self.loaded(&state, packs)
            return state.knowledge?.entry(id)
        }
    }

    /// The identities of all names in the ledger.
    func identities(in ledger: Ledger) throws -> IdentityList {
        let mark = try ledger.mark()
        return try state.withLock { state in
            if let known = state.list, known.mark == mark { return known.list }
            let list = try ledger.identities(matcher: Self.loaded(&state, packs))
            state.list = (mark, list)
            return list
        }
    }

    /// Names like `name`, in any script.
    func find(_ name: String, in ledger: Ledger, limit: Int) throws -> [(
        name: String, score: Double, articles: [String]
    )] {
        try ledger.findName(name, matcher: matcher(), limit: limit)
    }

    private static func loaded(_ state: inout State, _ packs: [String]) throws -> NameMatcher {
        if let matcher = state.matcher { return matcher }
        guard !packs.isEmpty else {
            throw DragomanError(
                .failure, "V005", "names cannot be compared: no packs are loaded",
                advice: "Name the folder of packs with --packs when you start dragoman serve.")
        }
        let knowledge = try KnowledgeBase(packs: packs)
        let matcher = try NameMatcher(packs: packs, knowledge: knowledge)
        (state.knowledge, state.matcher) = (knowledge, matcher)
        return matcher
    }
}

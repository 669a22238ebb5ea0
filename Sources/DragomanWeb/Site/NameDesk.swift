internal import DragomanClaims
internal import DragomanLedger
internal import DragomanNames
internal import DragomanText
internal import Synchronization

/// The identities of the ledger's names, kept while it does not change, and the tables they are matched with.
final class NameDesk: Sendable {
    private struct State {
        var finder: NameFinder?
        var list: (mark: LedgerMark, list: IdentityList)?
    }

    private let packs: [String]
    private let cache: String?
    private let state = Mutex(State())

    /// - Parameter cache: a file that keeps the index of known names from run to run.
    init(packs: [String], cache: String?) {
        self.packs = packs
        self.cache = cache
    }

    /// - Throws: `DragomanError` V005 where the site has no packs, and as `NameFinder`.
    func finder() throws -> NameFinder { try state.withLock { try loaded(&$0) } }

    /// What is known of the entry with that id.
    func entry(_ id: String) throws -> Entry? { try finder().knowledge.entry(id) }

    /// The identities of all names in the ledger.
    func identities(in ledger: Ledger) throws -> IdentityList {
        let mark = try ledger.mark()
        return try state.withLock { state in
            if let known = state.list, known.mark == mark { return known.list }
            let list = try ledger.identities(matcher: loaded(&state).matcher)
            state.list = (mark, list)
            return list
        }
    }

    /// Names like `name`, in any script.
    func find(_ name: String, in ledger: Ledger, limit: Int) throws -> [(
        name: String, score: Double, articles: [String]
    )] {
        try ledger.findName(name, matcher: finder().matcher, limit: limit)
    }

    private func loaded(_ state: inout State) throws -> NameFinder {
        if let finder = state.finder { return finder }
        guard !packs.isEmpty else {
            throw DragomanError(
                .failure, "V005", "names cannot be compared: no packs are loaded",
                advice: "Name the folder of packs with --packs when you start dragoman serve.")
        }
        let finder = try NameFinder(packs: packs, cache: cache)
        state.finder = finder
        return finder
    }
}

public import DragomanClaims
public import DragomanPage
internal import DragomanText
internal import Foundation

/// Derives a ledger again from its captures and judgments, into a new file that takes the place of the old one at the end.
///
/// ```
/// let rebuild = try Rebuild(of: "ledger.db")
/// while let captures = try rebuild.next() {
///     for capture in captures { try rebuild.add(capture, article: ..., claims: ..., reader: mark) }
/// }
/// try rebuild.finish()
/// ```
/// The new file is a function of captures (with the second they were added), judgments and reader: the order in which they came
/// plays no part, byte for byte. Others may read the old ledger meanwhile, but not add to it. Where the work is
/// interrupted, the old ledger is as it was.
public final class Rebuild {
    /// How many articles are to be read.
    public let total: Int
    private let old: Ledger
    /// Nil once it is done: closing it takes its journal away.
    private var opened: Ledger?
    private let newPath: String
    private var last = ""
    private var waiting = 0
    private var finished = false
    /// How many articles are written in one transaction; a fixed number, because it shows in the bytes.
    private static let batch = 500
    /// Captures handed out at once, in bytes.
    private static let portion = 8 << 20

    /// Locks the ledger at `path` against writers and begins a new one beside it, `path` + ".rebuilding".
    ///
    /// - Throws: `DragomanError` as opening a ledger for writing does.
    public init(of path: String) throws {
        old = try Ledger(path: path, access: .writing)
        newPath = path + ".rebuilding"
        try old.database.run("BEGIN IMMEDIATE")
        total = try old.database.number("SELECT count(*) FROM captures WHERE form = 'article'") ?? 0
        LedgerFile.remove(newPath)
        let new = try Ledger(path: newPath, access: .writing)
        opened = new
        // Nobody relies on the new file before `finish` has brought it to disk.
        try new.database.run("PRAGMA synchronous = OFF")
        try new.database.transaction { try Judgments.copy(from: old.database, to: new.database) }
        try new.database.run("BEGIN IMMEDIATE")
    }

    private var new: Ledger {
        get throws {
            guard let opened else { throw LedgerFailure.changedMeanwhile(old.path) }
            return opened
        }
    }

    deinit {
        guard !finished else { return }
        opened = nil
        LedgerFile.remove(newPath)
    }

    /// The captures of articles to be read next; nil after the last.
    public func next() throws -> [KeptCapture]? {
        let captures = try Captures.following(last, .article, upTo: Self.portion, in: old.database)
        guard let end = captures.last else { return nil }
        last = end.sha256
        return captures
    }

    /// Adds an article that was read anew from its capture.
    public func add(
        _ kept: KeptCapture, article: Article, claims: [Claim], names: [ArticleName] = [], reader: ReaderMark
    ) throws {
        let new = try new
        try Captures.insert(kept, in: new.database)
        _ = try new.insert(article, of: kept.capture, claims, names, reader)
        try step()
    }

    /// Keeps a capture that the reader cannot read any more, without article.
    public func keep(_ kept: KeptCapture) throws {
        try Captures.insert(kept, in: try new.database)
        try step()
    }

    /// Derives everything from the articles, and puts the new ledger in the place of the old one.
    ///
    /// - Parameters:
    ///   - patience: milliseconds to wait for others who have the ledger open.
    ///   - progress: called with how many of how many articles were worked in.
    /// - Throws: `DragomanError`: D006 another process has the ledger open, D017 one has changed it, D005 disk full.
    /// - Returns: the digest of what is derived.
    @discardableResult
    public func finish(patience: Int = 30_000, progress: (Int, Int) -> Void = { _, _ in }) throws -> String {
        old.database.setPatience(Int32(clamping: patience))
        let digest = try derive(progress: progress)
        // Closing the last connection empties the journal into the file and takes it away.
        opened = nil
        let before = try Self.entries(old.database)
        try old.database.run("ROLLBACK")
        try LedgerFile.replace(old.database, with: newPath) { try Self.entries(old.database) == before }
        finished = true
        return digest
    }

    private func derive(progress: (Int, Int) -> Void) throws -> String {
        let new = try new
        var entry = ""
        while let kept = try Captures.following(entry, .entry, upTo: 1, in: old.database).first {
            entry = kept.sha256
            try Captures.insert(kept, in: new.database)
            try new.insertEntry(kept)
            try step()
        }
        try Migration.deriveAll(in: new.database) { done, total in
            try step()
            progress(done, total)
        }
        try commit()
        try new.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        return try new.digest()
    }

    private func step() throws {
        waiting += 1
        guard waiting == Self.batch else { return }
        try commit()
        try opened?.database.run("BEGIN IMMEDIATE")
    }

    private func commit() throws {
        let new = try new
        waiting = 0
        try new.database.sums.write(to: new.database)
        try new.database.run("COMMIT")
    }

    private static func entries(_ database: Database) throws -> [Int?] {
        [
            try database.number("SELECT count(*) FROM captures"), try database.number("SELECT count(*) FROM judgments"),
        ]
    }
}

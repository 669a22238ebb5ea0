internal import CSQLite
public import DragomanCapture
internal import DragomanClaims
internal import DragomanText
internal import Foundation

/// The ledger: captures kept whole, and the articles, claims and deals derived from them, in one SQLite file.
///
/// ```
/// let ledger = try Ledger(path: "ledger.db", access: .writing)
/// try ledger.add(capture: capture, article: article, claims: claims, at: Date())
/// for deal in try ledger.deals() { ... }
/// ```
/// One process writes at a time, others may read meanwhile. What `add` has returned for is on disk. An object is for one
/// thread at a time. All errors are `DragomanError` with codes D001 to D014.
public final class Ledger {
    /// What a ledger is opened for.
    public enum Access: Sendable {
        /// To read and add; the file is made where there is none, its folder is not.
        case writing
        /// To read only; there must be a file, which may lie in a read-only place.
        case reading
    }

    /// KiB of the file kept in memory: the inner pages of all indexes of some hundred thousand articles.
    private static let cache = 65_536

    /// The file.
    public let path: String
    let database: Database

    /// Opens the ledger at `path`.
    ///
    /// - Parameter patience: milliseconds to wait for another process that writes.
    /// - Throws: `DragomanError`: D001 not a database, D002 another program's, D003 of a newer version, D004 read-only, D005 disk
    ///   full, D006 in use, D007 cannot be opened, D008 damaged, D010 no ledger to read, D014 of an earlier
    ///   version in a place that cannot be written.
    public init(path: String, access: Access, patience: Int32 = 5000) throws {
        self.path = path
        try Self.checkHeader(of: path, access: access)
        let connection = try Self.connect(path, access, patience)
        if let version = try Self.checkMarks(of: connection, path: path, access: access) {
            database = try Self.migrated(path, from: version, access, patience)
        } else {
            database = connection
        }
        try database.run(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; "
                + "PRAGMA cache_size = \(-Self.cache)")
        if access == .writing {
            // A read-only place is told now rather than after the first article has been read.
            if database.isReadOnly { throw LedgerFailure.error(code: SQLITE_READONLY, text: "", path: path) }
            try database.transaction {}
        }
    }

    /// Whether the bytes of `capture` are in the ledger already.
    public func holds(_ capture: Capture) throws -> Bool { try holds(capture.sha256) }

    func holds(_ sha256: String) throws -> Bool {
        try database.number("SELECT 1 FROM captures WHERE sha256 = ?", [.text(sha256)]) != nil
    }

    /// Looks at the first bytes: SQLite would take some short files for empty databases and write over them.
    private static func checkHeader(of path: String, access: Access) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            // A file that is there but may not be read is left to SQLite, which says so.
            if access == .reading, !FileManager.default.fileExists(atPath: path) { throw LedgerFailure.missing(path) }
            return
        }
        defer { try? file.close() }
        let magic = Array("SQLite format 3\0".utf8)
        // A folder can be opened but not read.
        guard let head = try? file.read(upToCount: magic.count) else { return }
        guard head.isEmpty || Array(head) == magic else { throw LedgerFailure.notADatabase(path) }
    }

    private static func connect(_ path: String, _ access: Access, _ patience: Int32) throws -> Database {
        guard access == .reading else { return try Database(path: path, mode: .writing, busyMilliseconds: patience) }
        let database = try Database(path: path, mode: .reading, busyMilliseconds: patience)
        guard let failure = Self.readingFailure(of: database) else { return database }
        // In a read-only place and on a full disk SQLite cannot make the side files of WAL; where nothing is left over in
        // one it needs none.
        guard ["D004", "D005", "D007"].contains(failure.code), Self.isEmpty(path + "-wal") else { throw failure }
        return try Database(path: path, mode: .immutable, busyMilliseconds: patience)
    }

    /// Whether a file is not there or has no bytes.
    private static func isEmpty(_ path: String) -> Bool {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        return size ?? 0 == 0
    }

    private static func readingFailure(of database: Database) -> DragomanError? {
        do {
            _ = try database.number("SELECT count(*) FROM sqlite_schema")
            return nil
        } catch {
            return error
        }
    }

    /// Makes the tables of a new ledger; gives the version of one that is to be brought up to date, else nil.
    private static func checkMarks(of database: Database, path: String, access: Access) throws -> Int? {
        let application = try database.number("PRAGMA application_id") ?? 0
        let version = try database.number("PRAGMA user_version") ?? 0
        let tables = try database.number("SELECT count(*) FROM sqlite_schema") ?? 0
        if application == 0, version == 0, tables == 0 {
            guard access == .writing else { throw LedgerFailure.missing(path) }
            // Before the tables, because the journal's mode cannot change within a transaction.
            try database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            try Schema.create(in: database)
        } else if application != Schema.applicationID {
            throw LedgerFailure.ofAnotherProgram(path)
        } else if version > Schema.version {
            throw LedgerFailure.newer(path, version: version)
        } else if version < Schema.version {
            return version
        } else if access == .writing {
            // A rebuild that was killed may have left the journal in another mode.
            try database.run("PRAGMA journal_mode = WAL")
        }
        return nil
    }

    /// Brings the ledger up to date and opens it anew.
    private static func migrated(
        _ path: String, from version: Int, _ access: Access, _ patience: Int32
    ) throws -> Database {
        do {
            let writer = try Database(path: path, mode: .writing, busyMilliseconds: patience)
            if writer.isReadOnly { throw LedgerFailure.older(path, version: version) }
            try writer.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            try Migration.run(writer, from: version)
        } catch let error as DragomanError where ["D004", "D007"].contains(error.code) {
            throw LedgerFailure.older(path, version: version)
        }
        return try connect(path, access, patience)
    }
}

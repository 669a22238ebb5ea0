internal import CSQLite
internal import DragomanText

/// One connection to an SQLite database: the only place that knows SQLite's C interface beside `Statement`.
///
/// Not for use from several threads at once.
final class Database {
    /// How the file is opened.
    enum Mode {
        case writing
        case reading
        /// For a file in a read-only place that nobody writes to: no lock and no side files are needed.
        case immutable
        /// No file at all: gone with the connection.
        case memory
    }

    let path: String
    private let mode: Mode
    /// Which file `path` named when it was opened.
    private let identity: String?
    /// What transactions on this connection write, summed by table.
    let sums = RowSums()
    /// What derivations keep in mind of articles.
    let remembered = Remembered()
    private let handle: OpaquePointer
    /// Prepared statements nobody uses now, by their text.
    private var idle: [String: [OpaquePointer]] = [:]
    private static let mostIdle = 128

    /// Opens `path`; `.writing` makes the file where there is none.
    ///
    /// - Parameter busyMilliseconds: how long to wait for another process that writes.
    init(path: String, mode: Mode, busyMilliseconds: Int32) throws(DragomanError) {
        let flags: Int32 =
            switch mode {
            case .writing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .reading, .immutable: SQLITE_OPEN_READONLY
            case .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
            }
        var pointer: OpaquePointer?
        let name = mode == .immutable ? Self.address(of: path) + "?immutable=1" : Self.address(of: path)
        let code = sqlite3_open_v2(name, &pointer, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nil)
        guard let pointer else { throw LedgerFailure.error(code: SQLITE_NOMEM, text: "no memory", path: path) }
        guard code == SQLITE_OK else {
            let failure = LedgerFailure.error(code: code, text: String(cString: sqlite3_errmsg(pointer)), path: path)
            sqlite3_close_v2(pointer)
            throw failure
        }
        self.path = path
        self.mode = mode
        identity = LedgerFile.identity(path)
        handle = pointer
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, busyMilliseconds)
        let registered = sums.register(on: handle)
        guard registered == SQLITE_OK else { throw failure(registered) }
    }

    deinit {
        for statements in idle.values { for statement in statements { sqlite3_finalize(statement) } }
        sqlite3_close_v2(handle)
    }

    /// Sets how many milliseconds to wait for another process.
    func setPatience(_ milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

    /// Whether the file, opened for writing, can only be read.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// Runs statements that give no rows.
    func run(_ sql: String) throws(DragomanError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    /// Prepares one statement, or takes one of the same text that is idle.
    func prepare(_ sql: String) throws(DragomanError) -> Statement {
        if let handle = idle[sql]?.popLast() { return Statement(handle, sql, of: self) }
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw failure(code) }
        return Statement(pointer, sql, of: self)
    }

    /// Takes back a statement that is not used any more.
    func retire(_ statement: OpaquePointer, _ sql: String) {
        guard idle.count < Self.mostIdle || idle[sql] != nil else {
            sqlite3_finalize(statement)
            return
        }
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        idle[sql, default: []].append(statement)
    }

    /// Runs one statement with values for its `?`.
    func run(_ sql: String, _ values: [StoredValue]) throws(DragomanError) {
        try prepare(sql).run(values)
    }

    /// The first column of the first row as a number; nil where there is no row.
    func number(_ sql: String, _ values: [StoredValue] = []) throws(DragomanError) -> Int? {
        let statement = try prepare(sql)
        try statement.bind(values)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// The first column of the first row as text; nil where there is no row or it is null.
    func firstText(_ sql: String, _ values: [StoredValue] = []) throws(DragomanError) -> String? {
        let statement = try prepare(sql)
        try statement.bind(values)
        return try statement.step() ? statement.optionalText(0) : nil
    }

    /// Runs `work` so that either all it writes is kept, on disk, or nothing.
    func transaction<Result>(_ work: () throws -> Result) throws -> Result {
        try run("BEGIN IMMEDIATE")
        guard mode == .memory || identity == LedgerFile.identity(path) else {
            // A rebuilt ledger has taken this one's place: what is written here now would be lost.
            try? run("ROLLBACK")
            throw LedgerFailure.changedMeanwhile(path)
        }
        do {
            let result = try work()
            try sums.write(to: self)
            try run("COMMIT")
            return result
        } catch {
            _ = sums.take()
            // A full disk may have rolled back already; the first error is the one that matters.
            if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
            throw error
        }
    }

    /// The error for a result code of the last call.
    func failure(_ code: Int32) -> DragomanError {
        LedgerFailure.error(code: code, text: String(cString: sqlite3_errmsg(handle)), path: path)
    }

    /// `path` as a `file:` address, so that no character of it is taken for a parameter.
    private static func address(of path: String) -> String {
        var address = Array("file:".utf8)
        if path.hasPrefix("/") { address += Array("//".utf8) }
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            switch byte {
            case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: address.append(byte)
            default: address += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: address, as: UTF8.self)
    }
}

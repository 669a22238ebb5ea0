internal import CSQLite
internal import DragomanText

/// A value to be put into a statement.
enum StoredValue {
    case null
    case integer(Int)
    case text(String)
    case bytes([UInt8])

    /// Text, or null for nil.
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// A number, or null for nil.
    init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
}

/// One prepared statement; handed back to its database with the object's end.
final class Statement {
    private let handle: OpaquePointer
    private let sql: String
    private let database: Database
    /// SQLite copies what is bound: its SQLITE_TRANSIENT, a macro that Swift cannot import.
    private static var copying: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    init(_ handle: OpaquePointer, _ sql: String, of database: Database) {
        self.handle = handle
        self.sql = sql
        self.database = database
    }

    deinit { database.retire(handle, sql) }

    /// Starts the statement anew with `values` for its `?`, in order.
    func bind(_ values: [StoredValue]) throws(DragomanError) {
        sqlite3_reset(handle)
        for (offset, value) in values.enumerated() {
            let index = Int32(offset + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(handle, index)
                case .integer(let number): sqlite3_bind_int64(handle, index, Int64(number))
                case .text(let text):
                    sqlite3_bind_text64(
                        handle, index, text, UInt64(text.utf8.count), Self.copying, UInt8(SQLITE_UTF8))
                case .bytes(let bytes):
                    // An empty array may have no address, which SQLite would take for null.
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), Self.copying)
                }
            guard code == SQLITE_OK else { throw database.failure(code) }
        }
    }

    /// Runs the statement with `values`, past any rows.
    func run(_ values: [StoredValue]) throws(DragomanError) {
        try bind(values)
        while try step() {}
    }

    /// Goes to the next row; false after the last.
    func step() throws(DragomanError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        case let code:
            let failure = database.failure(code)
            sqlite3_reset(handle)
            throw failure
        }
    }

    /// Whether column `index` of the current row is null.
    func isNull(_ index: Int32) -> Bool { sqlite3_column_type(handle, index) == SQLITE_NULL }

    /// Column `index` of the current row; 0 for null.
    func integer(_ index: Int32) -> Int { Int(sqlite3_column_int64(handle, index)) }

    /// Column `index` of the current row as a number with a fraction; 0 for null.
    func real(_ index: Int32) -> Double { sqlite3_column_double(handle, index) }

    /// Column `index` of the current row; "" for null.
    func text(_ index: Int32) -> String { String(decoding: bytes(index), as: UTF8.self) }

    /// Column `index` of the current row; nil for null.
    func optionalText(_ index: Int32) -> String? { isNull(index) ? nil : text(index) }

    /// Column `index` of the current row; empty for null.
    func bytes(_ index: Int32) -> [UInt8] {
        guard let address = sqlite3_column_blob(handle, index) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: address, count: Int(sqlite3_column_bytes(handle, index))))
    }
}

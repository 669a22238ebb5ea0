internal import CSQLite
internal import DragomanText

/// A sum over the rows of each table, kept up with every row written, so that a row changed behind the ledger's back shows.
///
/// A row's share is the SHA-256 of its values, added as four 64-bit numbers: the order of rows plays no part (a multiset hash by
/// addition, after Bellare and Micciancio, EUROCRYPT 1997). Triggers on every table call `ledger_row`, which gathers the
/// shares in memory; the transaction writes them before it is committed.
final class RowSums {
    /// The sum of some rows.
    struct Sum: Equatable {
        var rows = 0
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        static func == (one: Sum, other: Sum) -> Bool { one.rows == other.rows && one.words == other.words }

        mutating func add(_ other: Sum) {
            rows += other.rows
            words.0 &+= other.words.0
            words.1 &+= other.words.1
            words.2 &+= other.words.2
            words.3 &+= other.words.3
        }

        /// Adds a digest of 32 bytes `sign` times: 1 or -1.
        mutating func add(digest: [UInt8], sign: Int) {
            func word(_ index: Int) -> UInt64 {
                var word: UInt64 = 0
                for byte in digest[(8 * index)..<(8 * index + 8)] { word = word << 8 | UInt64(byte) }
                return sign < 0 ? 0 &- word : word
            }
            add(Sum(rows: sign, words: (word(0), word(1), word(2), word(3))))
        }

        /// The sum as 64 hexadecimal digits.
        var hex: String {
            [words.0, words.1, words.2, words.3].map { word in
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.utf8.count) + digits
            }.joined()
        }

        init(rows: Int = 0, words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)) {
            self.rows = rows
            self.words = words
        }

        /// A sum as written; nil where `hex` is not 64 hexadecimal digits.
        init?(rows: Int, hex: String) {
            let digits = Array(hex.utf8)
            guard digits.count == 64 else { return nil }
            var words: [UInt64] = []
            for start in stride(from: 0, to: 64, by: 16) {
                guard let word = UInt64(String(decoding: digits[start..<start + 16], as: UTF8.self), radix: 16) else {
                    return nil
                }
                words.append(word)
            }
            self.init(rows: rows, words: (words[0], words[1], words[2], words[3]))
            guard self.hex == hex else { return nil }
        }
    }

    static let area = Area(
        "sums", .numbered, tables: ["sums"],
        sql: """
            CREATE TABLE sums (
                name TEXT PRIMARY KEY,
                rows INTEGER NOT NULL,
                sum TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)

    /// What was written since the last `take`, by table.
    private var pending: [String: Sum] = [:]
    private var buffer: [UInt8] = []

    /// What was gathered; nothing is left behind.
    func take() -> [String: Sum] {
        defer { pending.removeAll(keepingCapacity: true) }
        return pending
    }

    /// Adds what the open transaction wrote to the sums in the database.
    func write(to database: Database) throws(DragomanError) {
        for (table, change) in take().sorted(by: { $0.key < $1.key }) {
            var sum = try Self.stored(for: table, in: database) ?? Sum()
            sum.add(change)
            try database.run(
                "INSERT INTO sums (name, rows, sum) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
                    + "SET rows = excluded.rows, sum = excluded.sum",
                [.text(table), .integer(sum.rows), .text(sum.hex)])
        }
    }

    /// The sum kept for `table`; nil where there is none or it cannot be read.
    static func stored(for table: String, in database: Database) throws(DragomanError) -> Sum? {
        let statement = try database.prepare("SELECT rows, sum FROM sums WHERE name = ?")
        try statement.bind([.text(table)])
        guard try statement.step() else { return nil }
        return Sum(rows: statement.integer(0), hex: statement.text(1))
    }

    /// The sum of the rows that are in `table` now.
    static func counted(for table: String, in database: Database) throws(DragomanError) -> Sum {
        let columns = try columns(of: table, in: database).joined(separator: ", ")
        _ = database.sums.take()
        let statement = try database.prepare("SELECT ledger_row('\(table)', 1, \(columns)) FROM \(table) NOT INDEXED")
        while try statement.step() {}
        return database.sums.take()[table] ?? Sum()
    }

    /// The triggers that keep the sum of `table` up.
    static func triggers(of table: String, in database: Database) throws(DragomanError) -> String {
        let columns = try columns(of: table, in: database)
        func share(_ sign: Int, _ row: String) -> String {
            "ledger_row('\(table)', \(sign), " + columns.map { "\(row).\($0)" }.joined(separator: ", ") + ")"
        }
        return """
            CREATE TRIGGER \(table)_sum_of_new AFTER INSERT ON \(table) BEGIN SELECT \(share(1, "NEW")); END;
            CREATE TRIGGER \(table)_sum_of_changed AFTER UPDATE ON \(table)
                BEGIN SELECT \(share(-1, "OLD")), \(share(1, "NEW")); END;
            CREATE TRIGGER \(table)_sum_of_gone AFTER DELETE ON \(table) BEGIN SELECT \(share(-1, "OLD")); END;
            """
    }

    /// The names of a table's columns, in their order.
    static func columns(of table: String, in database: Database) throws(DragomanError) -> [String] {
        let statement = try database.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid")
        try statement.bind([.text(table)])
        var names: [String] = []
        while try statement.step() { names.append(statement.text(0)) }
        return names
    }

    /// Takes the arguments of one call of `ledger_row`: table, sign, values.
    fileprivate func note(_ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>) {
        guard count >= 2 else { return }
        buffer.removeAll(keepingCapacity: true)
        for index in 2..<Int(count) {
            let type = sqlite3_value_type(values[index])
            buffer.append(UInt8(truncatingIfNeeded: type))
            switch type {
            case SQLITE_INTEGER: append(UInt64(bitPattern: sqlite3_value_int64(values[index])))
            case SQLITE_FLOAT: append(sqlite3_value_double(values[index]).bitPattern)
            case SQLITE_NULL: break
            default:
                let address = sqlite3_value_blob(values[index])
                let length = Int(sqlite3_value_bytes(values[index]))
                append(UInt64(length))
                if let address { buffer += UnsafeRawBufferPointer(start: address, count: length) }
            }
        }
        let table = String(cString: sqlite3_value_text(values[0]))
        let sign = sqlite3_value_int64(values[1]) < 0 ? -1 : 1
        pending[table, default: Sum()].add(digest: SHA256.digest(of: buffer), sign: sign)
    }

    private func append(_ number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            buffer.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
    }

    /// Makes the function `ledger_row` known to a connection; `self` must live as long as it.
    func register(on handle: OpaquePointer) -> Int32 {
        sqlite3_create_function_v2(
            handle, "ledger_row", -1, SQLITE_UTF8, Unmanaged.passUnretained(self).toOpaque(),
            { context, count, values in
                guard let values, let address = sqlite3_user_data(context) else { return }
                Unmanaged<RowSums>.fromOpaque(address).takeUnretainedValue().note(count, values)
            }, nil, nil, nil)
    }
}

internal import DragomanText

/// The tables of a ledger and the marks by which its file is known.
enum Schema {
    /// "DRGL" in ASCII, in the header of the file, as SQLite's `application_id`.
    static let applicationID = 0x4452_474C
    /// Kept as SQLite's `user_version`; to be raised with every change of the tables.
    static let version = 4

    /// All areas, those that others refer to first.
    static let areas: [Area] =
        [Captures.area, Judgments.area, Articles.area, ArticleNames.area, Effects.area]
        + Derivations.all.map { $0.area } + [RowSums.area]

    /// Makes the tables in an empty database.
    static func create(in database: Database) throws {
        try database.transaction {
            // Another process may have made them while this one waited.
            guard try database.number("PRAGMA user_version") == 0 else { return }
            try makeTables(in: database)
        }
    }

    /// Makes all tables and sets the marks, within a transaction.
    static func makeTables(in database: Database) throws {
        for area in areas {
            try database.run(area.sql)
            for table in area.tables {
                if area.nature == .kept { try database.run(appendOnly(table)) }
                if area.name != RowSums.area.name { try database.run(try RowSums.triggers(of: table, in: database)) }
            }
        }
        try database.run("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }

    /// The triggers that refuse to change or delete rows of `table`.
    private static func appendOnly(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_are_not_changed BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) are append-only'); END;
        CREATE TRIGGER \(table)_are_not_deleted BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) are append-only'); END;
        """
    }
}

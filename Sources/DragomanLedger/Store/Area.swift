/// A part of the ledger: some tables, written together and for one purpose.
///
/// Each stands beside the code that writes it; `Schema.areas` lists them all.
struct Area: Sendable {
    /// What becomes of its rows.
    enum Nature: Sendable {
        /// Given by people or the world: rows are put in and never changed nor taken out.
        case kept
        /// Follows from what is kept and from the reader; the same rows whatever the order of adding.
        case derived
        /// Follows too, but numbers rows in the order they came; a rebuilt ledger has one order.
        case numbered
    }

    let name: String
    let nature: Nature
    /// The ordinary tables; virtual ones are left out.
    let tables: [String]
    /// The statements that make its tables and indexes.
    let sql: String

    init(_ name: String, _ nature: Nature, tables: [String], sql: String) {
        self.name = name
        self.nature = nature
        self.tables = tables
        self.sql = sql
    }
}

internal import DragomanNames
internal import DragomanText
internal import Foundation

/// The index of a ledger's names in a file beside it, `LEDGER.names`; made anew where it is missing, damaged or of another
/// ledger, and brought up to date with what was added since.
struct NameFile {
    let index: NameIndex

    /// Opens the index of a ledger, and writes it back where it has grown and the place can be written.
    init(beside ledger: Ledger, matcher: NameMatcher) throws {
        let path = ledger.path + ".names"
        let content = try Self.content(of: ledger.database)
        let kept = try? NameIndex(path: path, matcher: matcher)
        if let kept, kept.content == content {
            index = kept
            return
        }
        let names = try Self.names(in: ledger.database)
        var index = NameIndex(matcher: matcher)
        if let kept, kept.names.allSatisfy(names.contains) { index = kept }
        let known = Set(index.names)
        for name in names.subtracting(known).sorted() { index.add(name, id: name) }
        try? index.write(to: path, content: content)
        self.index = index
    }

    /// A digest of the names' table, from the sum that the ledger keeps of its rows: no name need be read to know that none
    /// has changed.
    private static func content(of database: Database) throws -> [UInt8] {
        let row = try database.prepare("SELECT rows, sum FROM sums WHERE name = 'article_names'")
        guard try row.step() else { return SHA256.digest(of: []) }
        return SHA256.digest(of: "\(row.integer(0)) \(row.text(1))".utf8)
    }

    static func names(in database: Database) throws -> Set<String> {
        let rows = try database.prepare("SELECT DISTINCT name FROM article_names")
        var names: Set<String> = []
        while try rows.step() { names.insert(rows.text(0)) }
        return names
    }
}

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
        let names = try Self.names(in: ledger.database)
        var index = NameIndex(matcher: matcher)
        if let kept = try? NameIndex(path: path, matcher: matcher), kept.names.allSatisfy(names.contains) {
            index = kept
        }
        let known = Set(index.names)
        if known.count < names.count {
            for name in names.subtracting(known).sorted() { index.add(name, id: name) }
            try? index.write(to: path)
        }
        self.index = index
    }

    private static func names(in database: Database) throws -> Set<String> {
        let rows = try database.prepare("SELECT DISTINCT name FROM article_names")
        var names: Set<String> = []
        while try rows.step() { names.insert(rows.text(0)) }
        return names
    }
}

internal import DragomanClaims
internal import DragomanText

/// Something in a ledger that is not as it was written.
public struct Fault: Sendable, Equatable, Encodable {
    /// Where: `file`, `schema`, `chain` or a table.
    public var part: String
    /// What is the matter.
    public var text: String
}

/// What checking a ledger gave.
public struct Verification: Sendable, Equatable {
    /// Empty where all is as it was written.
    public var faults: [Fault]
    public var head: ChainHead
    /// SHA-256 over all that is derived, 64 hexadecimal digits: equal for equal captures, judgments, packs and model,
    /// whenever and in whatever order they were added.
    public var digest: String
    public var counts: LedgerCounts
    public var judgments: Int
    /// How many entries came after the head that was compared; nil where none was or it does not fit.
    public var entriesSince: Int?
}

extension Ledger {
    /// Checks everything in the ledger against what was written: SQLite's structures and header, the tables' statements, the sums
    /// over the rows of each table, the SHA-256 of each capture, the ids of articles and claims, which are made of their
    /// content, the ranges of evidence, and the chain.
    ///
    /// - Parameters:
    ///   - head: a head of this ledger's chain that was kept; the chain must go through it.
    ///   - progress: called now and then with how many of how many rows were looked at.
    /// - Throws: `DragomanError` D008 where the file is too damaged to be read through.
    public func verify(
        against head: ChainHead? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Verification {
        var faults: [Fault] = []
        func note(_ part: String, _ texts: [String]) { faults += texts.map { Fault(part: part, text: $0) } }
        note("file", FileHeader.faults(path: path))
        note("file", try Inspection.structure(of: database))
        note("schema", try Inspection.schema(of: database))
        for area in Schema.areas {
            for table in area.tables { note(table, try Inspection.sum(of: table, in: database)) }
        }
        note("sums", try Inspection.strangers(in: database))
        note("captures", try Inspection.captures(in: database, progress: progress))
        note("articles", try Inspection.articles(in: database))
        note("search", try Inspection.search(path: path))
        let chain = try Chain.head(in: database, after: head?.entries)
        var since: Int?
        if let head {
            if let earlier = chain.earlier {
                if earlier == head.link {
                    since = chain.head.entries - head.entries
                } else {
                    note("chain", ["the first \(head.entries) entries are not those of the head that was given"])
                }
            } else {
                note(
                    "chain",
                    ["there are \(chain.head.entries) entries, but the head that was given has \(head.entries)"])
            }
        }
        return Verification(
            faults: faults, head: chain.head, digest: try digest(), counts: try counts(),
            judgments: try database.number("SELECT count(*) FROM judgments") ?? 0, entriesSince: since)
    }

    /// SHA-256 over the sums of all that is derived, 64 hexadecimal digits.
    public func digest() throws -> String {
        var lines = ""
        for area in Schema.areas where area.nature == .derived {
            for table in area.tables {
                let sum = try RowSums.stored(for: table, in: database) ?? RowSums.Sum()
                lines += "\(table) \(sum.rows) \(sum.hex)\n"
            }
        }
        return SHA256.hex(of: lines.utf8)
    }
}

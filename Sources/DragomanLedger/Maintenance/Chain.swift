internal import DragomanText

/// The head of a ledger's chain: how many entries there are and what they hash to.
///
/// Every capture and judgment is one entry, in the order of the time it came in; captures of one second in the order of their
/// SHA-256, then judgments in the order of their numbers. An entry's link is the SHA-256 of the link before and of
/// all the entry's fields. Whoever keeps a head can tell later that nothing before it was changed, taken out or slipped in.
public struct ChainHead: Sendable, Equatable, CustomStringConvertible {
    /// How many captures and judgments.
    public var entries: Int
    /// The last link, 64 hexadecimal digits; of an empty ledger 64 zeros.
    public var link: String

    /// As it is written down: `12-9f86d0...`.
    public var description: String { "\(entries)-\(link)" }

    init(entries: Int, link: String) {
        self.entries = entries
        self.link = link
    }

    /// A head as it was written down; nil where `text` is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let entries = Int(parts[0]), entries >= 0, "\(entries)" == parts[0],
            parts[1].utf8.count == 64, parts[1].utf8.allSatisfy(Array("0123456789abcdef".utf8).contains)
        else { return nil }
        self.init(entries: entries, link: String(parts[1]))
    }
}

/// Computes the chain of a ledger.
enum Chain {

    static let start = String(repeating: "0", count: 64)

    /// The head of the ledger, and the link after `entries` entries; nil where there are fewer.
    static func head(
        in database: Database, after entries: Int? = nil
    ) throws -> (head: ChainHead, earlier: String?) {
        let rows = try database.prepare(
            """
            SELECT added_at AS time, 1 AS sort, sha256 AS key, 0 AS number, sha256, form, source, address, type, outlet, published
                FROM captures
            UNION ALL SELECT judged_at, 2, '', number, act, subject, value, who, why, NULL, NULL FROM judgments
            ORDER BY time, sort, key, number
            """)
        var count = 0
        var link = start
        var earlier = entries == 0 ? start : nil
        while try rows.step() {
            var fields = link
            for column in 0..<Int32(11) {
                let value = rows.optionalText(column)
                fields += value.map { " \($0.utf8.count):\($0)" } ?? " -"
            }
            link = SHA256.hex(of: fields.utf8)
            count += 1
            if count == entries { earlier = link }
        }
        return (ChainHead(entries: count, link: link), earlier)
    }
}

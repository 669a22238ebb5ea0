public import DragomanCapture
internal import DragomanText

/// The captures: what the ledger was given, whole, for good.
enum Captures {
    /// `form` is `article` for the bytes of an article, `entry` for a claim entered by hand. `outlet` and `published` are what
    /// whoever added it said of an article that does not say it itself; `address` and `type` are what came with the bytes.
    static let area = Area(
        "captures", .kept, tables: ["captures"],
        sql: """
            CREATE TABLE captures (
                sha256 TEXT PRIMARY KEY,
                form TEXT NOT NULL,
                source TEXT NOT NULL,
                address TEXT,
                type TEXT,
                outlet TEXT,
                published TEXT,
                bytes BLOB NOT NULL,
                added_at INTEGER NOT NULL
            ) STRICT;
            """)

    /// Puts a capture in.
    static func insert(_ kept: KeptCapture, in database: Database) throws(DragomanError) {
        try database.run(
            """
            INSERT INTO captures (sha256, form, source, address, type, outlet, published, bytes, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(kept.sha256), .text(kept.form.rawValue), .text(kept.capture.source), .init(kept.capture.address),
                .init(kept.capture.contentType), .init(kept.given.outlet),
                .init(kept.given.published?.description), .bytes(kept.capture.bytes), .integer(kept.addedAt),
            ])
    }

    /// The captures of a form whose SHA-256 follows `sha256`, in its order: as many as are smaller than `bytes` together, at least one
    /// where there is any.
    static func following(
        _ sha256: String, _ form: KeptCapture.Form, upTo bytes: Int, in database: Database
    ) throws(DragomanError) -> [KeptCapture] {
        let rows = try database.prepare(
            """
            SELECT sha256, source, outlet, published, bytes, added_at, address, type FROM captures
            WHERE sha256 > ? AND form = ? ORDER BY sha256
            """)
        try rows.bind([.text(sha256), .text(form.rawValue)])
        var found: [KeptCapture] = []
        var size = 0
        while size < bytes, try rows.step() {
            let kept = KeptCapture(
                sha256: rows.text(0), form: form,
                capture: Capture(
                    source: rows.text(1), bytes: rows.bytes(4), address: rows.optionalText(6),
                    contentType: rows.optionalText(7)),
                given: GivenMetadata(
                    outlet: rows.optionalText(2), published: rows.optionalText(3).flatMap(CoarseDate.init(iso:))),
                addedAt: rows.integer(5))
            size += kept.capture.bytes.count
            found.append(kept)
        }
        return found
    }
}

/// A capture as a ledger keeps it.
public struct KeptCapture: Sendable {
    enum Form: String { case article, entry }

    /// 64 hexadecimal digits.
    let sha256: String
    let form: Form
    public let capture: Capture
    /// What was said of it when it was added.
    public let given: GivenMetadata
    /// Seconds since 1970.
    let addedAt: Int
}

internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// CSV as RFC 4180 has it, one deal a line, with a line of column names.
///
/// Several values of a column stand in one cell with `; ` between them. A text that a spreadsheet would take for a formula gets
/// an apostrophe before it, unless the texts are wanted raw.
struct CSVWriter: ExportWriter {
    /// The columns, in order.
    static let columns = [
        "id", "kind", "stage", "newest", "statement", "actors", "counterparts", "places", "goods", "quantity", "unit",
        "per", "vagueness", "amount", "currency", "share", "date", "reports", "families", "origins", "disputed",
        "outlets", "speakers", "quote", "title", "published", "address",
    ]
    let isRaw: Bool

    var opening: String { Self.columns.joined(separator: ",") + "\r\n" }

    func write(_ row: ExportRow, pass: Int) -> String {
        let headline = row.headline
        let cells: [String] = [
            text(row.id), row.kind.rawValue, row.stage.rawValue, row.newest?.description ?? "", text(row.statement),
            list(row.actors), list(row.counterparts), list(row.places), list(row.goodsText),
            row.quantity.map { number($0.n) } ?? "", text(row.quantity?.unit), row.quantity?.per?.rawValue ?? "",
            row.quantity?.mod?.rawValue ?? "", row.money.map { number($0.amount) } ?? "", text(row.money?.currency),
            text(row.share), row.date?.description ?? "", "\(row.reports)", "\(row.families)", "\(row.origins)",
            "\(row.disputed)", list(row.outlets), list(row.speakers),
            text(headline?.quote), text(headline?.report.title), headline?.report.published?.description ?? "",
            text(headline?.report.address),
        ]
        return cells.joined(separator: ",") + "\r\n"
    }

    private func list(_ values: [String]) -> String { text(values.joined(separator: "; ")) }

    private func text(_ value: String?) -> String { CSVCell.text(value, isRaw: isRaw) }

    /// Without a fraction where there is none: `45000`, `7.5`.
    private func number(_ value: Double) -> String {
        value.rounded() == value && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    }
}

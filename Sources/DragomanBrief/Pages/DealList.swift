internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

/// A list of deals, a line or two each.
public struct DealList: Page {
    public var deals: [Deal]
    /// How many there are in all.
    public var total: Int

    /// - Parameter total: how many there are, where not all are listed.
    public init(_ deals: [Deal], of total: Int? = nil) {
        self.deals = deals
        self.total = total ?? deals.count
    }

    public func text(_ style: TerminalStyle) -> String {
        guard !deals.isEmpty else { return "No deals.\n" }
        let columns = Columns(style)
        var page = style.paint(columns.row("ID", "STAGE", "PARTIES", "NEWEST", "REPORTS"), .bold) + "\n"
        for deal in deals {
            let parties = Party.line(
                deal.kind, actors: deal.actors.map(\.value), counterparts: deal.counterparts.map(\.value),
                places: deal.places.map(\.value))
            page +=
                columns.row(
                    style.paint(String(deal.id.prefix(8)), .dim), deal.stage.label(style), SafeText.line(parties),
                    deal.newest.map { $0.description } ?? "", "\(deal.reports)") + "\n"
            let (stated, origins) = (deal.stated, deal.origins)
            let facts = [
                deal.kind.rawValue, GoodsPhrase.counted(stated.goods, stated.quantity),
                stated.money.map(Phrases.money), stated.share,
                origins.all.allSatisfy(\.isParty) ? "a party's own word" : nil,
            ].compactMap { $0 }
            let support = deal.support(origins)
            page += columns.below(
                SafeText.line(facts.joined(separator: " · ")),
                deal.reports > 1
                    ? Counted.of(support.families, "text") + ", " + Counted.of(support.origins, "origin") : ""
            )
        }
        let shown = deals.count < total ? "the newest \(deals.count) of " : ""
        return page + "\n\(shown)\(total) \(Counted.noun(total, "deal"))\n"
    }

    /// Narrow terminals do without the newest date and the number of reports.
    private struct Columns {
        let isNarrow: Bool
        let id = 10
        let newest = 10
        let reports = 9
        let parties: Int
        let style: TerminalStyle

        init(_ style: TerminalStyle) {
            self.style = style
            isNarrow = style.width < 64
            parties = style.width - id - Stage.labelWidth - (isNarrow ? 0 : 2 + newest + reports)
        }

        /// One line; `id` and `stage` may be painted and are set by what they are known to take.
        func row(_ id: String, _ stage: String, _ parties: String, _ newest: String, _ reports: String) -> String {
            let start =
                id == "ID"
                ? Layout.cell(id, width: self.id) + Layout.cell(stage, width: Stage.labelWidth) : id + "  " + stage
            if isNarrow { return start + Layout.cell(parties, width: self.parties).trimmingTrailingSpaces }
            let count = String(repeating: " ", count: max(0, self.reports - reports.count)) + reports
            return start + Layout.cell(parties, width: self.parties) + "  "
                + Layout.cell(newest, width: self.newest) + count
        }

        /// A second line, under the parties; `right` at its end, where there is room.
        func below(_ text: String, _ right: String) -> String {
            let indent = id + Stage.labelWidth
            let room = style.width - indent
            let shown = isNarrow || right.isEmpty ? "" : "  " + right
            let line = Layout.cell(text, width: room - shown.count) + shown
            return String(repeating: " ", count: indent) + style.paint(line.trimmingTrailingSpaces, .dim) + "\n"
        }
    }
}

extension DealList {
    private enum Key: String, CodingKey { case deals }

    /// Writes `deals`, each with all its fields and its statement.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(deals.map { DealPage($0) }, forKey: .deals)
    }
}

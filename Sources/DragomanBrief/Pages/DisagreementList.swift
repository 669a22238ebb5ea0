internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

/// Where reports disagree, deal by deal, the two sentences side by side.
public struct DisagreementList: Page {
    /// The deals with what is to be shown of each.
    public var deals: [DealDisagreements]
    /// How many deals there are in all.
    public var total: Int

    /// - Parameter total: how many deals there are, where not all are listed.
    public init(_ deals: [DealDisagreements], of total: Int? = nil) {
        self.deals = deals
        self.total = total ?? deals.count
    }

    public func text(_ style: TerminalStyle) -> String {
        guard !deals.isEmpty else { return "No disagreements.\n" }
        var page = ""
        for row in deals {
            let deal = row.deal
            page += Layout.block(
                SafeText.line(deal.statement),
                head: style.paint(Layout.cell(String(deal.id.prefix(8)), width: 10), .dim),
                indent: 10, width: style.width
            ) { style.paint($0, .bold) }
            for disagreement in row.disagreements { page += Self.text(disagreement, style) }
            page += "\n"
        }
        let count = deals.reduce(0) { $0 + $1.disagreements.count }
        return page + Counted.of(count, "disagreement")
            + (deals.count < total ? ", in the newest \(deals.count) of \(total) deals\n" : "\n")
    }

    /// One disagreement: what it is, and both sides with outlet, day and sentence.
    static func text(_ disagreement: Disagreement, _ style: TerminalStyle) -> String {
        let what =
            disagreement.field == .stage
            ? "\(disagreement.source.claim.stage.rawValue) or \(disagreement.other.claim.stage.rawValue)"
                + (disagreement.hardens && disagreement.kind == .distortion
                    ? ", told further along than the source has it" : "")
            : disagreement.field.rawValue
        var text = Layout.block(
            "\(disagreement.kind.rawValue): \(what)", head: "  ", indent: 2, width: style.width
        ) { style.paint($0, .bold) }
        for side in [disagreement.source, disagreement.other] {
            let about = [
                side.article.publisher, side.article.published.map(Phrases.date), ClaimLines.source(of: side.claim),
            ]
            .compactMap { $0 }.joined(separator: " · ")
            text += Layout.block(SafeText.line(about), head: "    ", indent: 4, width: style.width) {
                style.paint($0, .cyan)
            }
            text += Layout.block(SafeText.line("“" + side.quote + "”"), head: "    ", indent: 4, width: style.width)
        }
        return text
    }
}

extension DisagreementList {
    private enum Key: String, CodingKey { case deals }
    private struct Row: Encodable {
        var deal: String
        var statement: String
        var disagreements: [Disagreement]
    }

    /// Writes `deals`, each with id, statement and its disagreements.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(
            deals.map { Row(deal: $0.deal.id, statement: $0.deal.statement, disagreements: $0.disagreements) },
            forKey: .deals)
    }
}

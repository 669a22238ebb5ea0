internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

/// One deal in full: what was reported of it, every value with who gives it, its history and the words it rests on.
public struct DealPage: Page {
    public var deal: Deal

    public init(_ deal: Deal) { self.deal = deal }

    public func text(_ style: TerminalStyle) -> String {
        var page = Layout.block(SafeText.line(deal.statement), head: "", indent: 0, width: style.width) {
            style.paint($0, .bold)
        }
        let reports = "\(deal.reports) \(deal.reports == 1 ? "report" : "reports")"
        let facts = [deal.kinds.map(\.rawValue).joined(separator: ", "), reports, deal.id]
        page += style.paint(facts.joined(separator: " · "), .dim) + "\n\n"
        page += fields(style)
        page += "\n" + style.paint("HISTORY", .bold) + "\n"
        for report in deal.history { page += line(of: report, style) }
        page += "\n" + style.paint("CLAIMS (\(deal.claims.count))", .bold) + "\n"
        for claim in deal.claims {
            let lines = ClaimLines(claim: claim, style: style)
            page += "\n" + lines.head(kind: claim.claim.kind.rawValue) + lines.report + lines.goods + lines.source
            page += lines.quote
        }
        return page
    }

    /// Each field with all its values; who gives a value is said where there are several.
    private func fields(_ style: TerminalStyle) -> String {
        let width = Stage.labelWidth
        var page = ""
        func field<Value>(_ name: String, _ values: [Supported<Value>], _ shown: (Value) -> String) {
            for (index, value) in values.enumerated() {
                let support = values.count > 1 ? "  (\(outlets(of: value.claims)))" : ""
                page += Layout.block(
                    SafeText.line(shown(value.value) + support),
                    head: style.paint(Layout.cell(index == 0 ? name : "", width: width), .dim), indent: width,
                    width: style.width)
            }
        }
        field("by", deal.actors) { $0 }
        field("with", deal.counterparts) { $0 }
        field("where", deal.places) { $0 }
        field("goods", deal.goods) { GoodsPhrase.goods([$0]) ?? $0.type }
        field("quantity", deal.quantities, Phrases.quantity)
        field("money", deal.money, Phrases.money)
        field("share", deal.shares) { $0 }
        field("when", deal.dates, Phrases.date)
        return page
    }

    private func line(of report: StageReport, _ style: TerminalStyle) -> String {
        let date = Layout.cell(report.date.map(Phrases.date) ?? "undated", width: 18)
        let kind = report.kind == deal.kind ? "" : " (\(report.kind.rawValue))"
        return Layout.block(
            SafeText.line(report.outlets.joined(separator: ", ") + kind), head: date + report.stage.label(style),
            indent: 18 + Stage.labelWidth, width: style.width)
    }

    private func outlets(of claims: [String]) -> String {
        var names: [String] = []
        for claim in deal.claims where claims.contains(claim.id) && !names.contains(claim.article.publisher) {
            names.append(claim.article.publisher)
        }
        return names.joined(separator: ", ")
    }
}

extension DealPage {
    private enum Key: String, CodingKey { case statement }

    /// Writes the deal's fields, with its `statement`.
    public func encode(to encoder: any Encoder) throws {
        try deal.encode(to: encoder)
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(deal.statement, forKey: .statement)
    }
}

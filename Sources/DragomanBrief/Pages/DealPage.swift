internal import DragomanClaims
public import DragomanLedger
internal import DragomanText

/// One deal in full: what was reported of it, every value with who gives it, its history and the words it rests on.
public struct DealPage: Page {
    public var deal: Deal
    /// Deals that are told of together with it; nil where that was not asked.
    public var related: [RelatedDeal]?

    public init(_ deal: Deal, related: [RelatedDeal]? = nil) {
        self.deal = deal
        self.related = related
    }

    public func text(_ style: TerminalStyle) -> String {
        var page = Layout.block(SafeText.line(deal.statement), head: "", indent: 0, width: style.width) {
            style.paint($0, .bold)
        }
        let origins = deal.origins
        let counts = Phrases.support(deal.support(origins))
        let facts = [deal.kinds.map(\.rawValue).joined(separator: ", "), counts, deal.id]
        page += Layout.block(facts.joined(separator: " · "), head: "", indent: 0, width: style.width) {
            style.paint($0, .dim)
        }
        page += "\n"
        page += fields(style)
        page += "\n" + style.paint("HISTORY", .bold) + "\n"
        for report in deal.history { page += line(of: report, style) }
        page += "\n" + style.paint("ORIGINS (\(origins.all.count))", .bold) + "\n"
        for origin in origins.all {
            page += Layout.block(SafeText.line(Self.line(of: origin)), head: "  ", indent: 2, width: style.width)
        }
        let disagreements = deal.disagreements(origins).filter(\.kind.isContradiction)
        if !disagreements.isEmpty {
            page += "\n" + style.paint("DISAGREEMENTS (\(disagreements.count))", .bold) + "\n"
            for disagreement in disagreements { page += DisagreementList.text(disagreement, style) }
        }
        if let related, !related.isEmpty {
            page += "\n" + style.paint("RELATED (\(related.count))", .bold) + "\n"
            for other in related { page += Self.line(of: other, style) }
        }
        page += "\n" + style.paint("CLAIMS (\(deal.claims.count))", .bold) + "\n"
        for claim in deal.claims {
            let lines = ClaimLines(claim: claim, style: style)
            page += "\n" + lines.head(kind: claim.claim.kind.rawValue) + lines.report + lines.goods + lines.source
            page += lines.quote
        }
        return page
    }

    /// `Omid Ghalibaf, spokesperson, to Izvestia (February 2023): 4 reports in 2 texts; a party's word on itself`.
    private static func line(of origin: Origin) -> String {
        let voice = origin.kind == .article ? "the article's own voice, \(origin.name)" : origin.name
        let who = [voice, origin.role, origin.org == origin.name ? nil : origin.org].compactMap { $0 }
            .joined(separator: ", ")
        let to = origin.outlet.map { ", to \($0)" } ?? ""
        let when = origin.said.map { " (\(Phrases.date($0)))" } ?? ""
        let reports = Counted.of(origin.reports, "report")
        let texts = Counted.of(origin.families, "text")
        return who + to + when + ": \(reports) in \(texts)" + (origin.isParty ? "; a party's word on itself" : "")
    }

    /// `0ht200vj  ◕ underway   certification in Vietnam: the certification it waits for (4 reports tell of both)`.
    private static func line(of other: RelatedDeal, _ style: TerminalStyle) -> String {
        let place = other.places.isEmpty ? "" : " in " + other.places.joined(separator: ", ")
        let reports = Counted.of(other.reports, "report") + (other.reports == 1 ? " tells of both" : " tell of both")
        return Layout.block(
            SafeText.line("\(other.kind.rawValue)\(place): \(other.why) (\(reports))"),
            head: "  " + style.paint(String(other.id.prefix(8)), .dim) + "  " + other.stage.label(style),
            indent: 12 + Stage.labelWidth, width: style.width)
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
    private enum Key: String, CodingKey { case statement, support, origins, disagreements, related }

    /// Writes the deal's fields, with its `statement`, the three counts as `support`, `origins`, `disagreements` and, where they were
    /// asked for, `related` deals.
    public func encode(to encoder: any Encoder) throws {
        try deal.encode(to: encoder)
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(deal.statement, forKey: .statement)
        let origins = deal.origins
        try box.encode(deal.support(origins), forKey: .support)
        try box.encode(origins.all, forKey: .origins)
        try box.encode(deal.disagreements(origins), forKey: .disagreements)
        try box.encodeIfPresent(related, forKey: .related)
    }
}

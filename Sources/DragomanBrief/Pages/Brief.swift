public import DragomanCapture
public import DragomanClaims
public import DragomanLedger
public import DragomanPage
public import DragomanText

/// The brief of one article: what it says in a few sentences of its own, and the deals it tells of.
///
/// ```
/// let brief = try Brief(of: article, from: capture, claims: claims, sentences: Summary.sentences(of: analysis), count: 3)
/// print(brief.text(TerminalStyle(width: 80, colour: true)), terminator: "")
/// print(try brief.json(), terminator: "")
/// ```
/// Deals and claims have the ids they have in a ledger.
public struct Brief: Page {
    public var article: ArticleEntry
    /// Sentences of the article, in its order.
    public var summary: [SummarySentence]
    /// In the order in which the article tells of them.
    public var deals: [Deal]

    /// - Parameters:
    ///   - claims: the article's claims; evidence ranges point into `article.text`.
    ///   - sentences: byte ranges in `article.text`, in order.
    ///   - count: how many sentences the summary has at most.
    ///   - antecedents: names for pronouns at the beginning of sentences.
    /// - Throws: `DragomanError` D013 where evidence lies outside the text.
    public init(
        of article: Article, from capture: Capture, claims: [Claim], sentences: [ByteRange], count: Int,
        antecedents: [Antecedent] = []
    ) throws {
        let entry = ArticleEntry(capture: capture, article: article, claims: claims.count)
        self.article = entry
        summary = Summary.choose(count, from: sentences, of: article, claims: claims, antecedents: antecedents)
        deals = Deal.within(try claims.map { try ReportedClaim($0, article: entry, text: article.text) })
    }

    public func text(_ style: TerminalStyle) -> String {
        var page = ""
        if let title = article.title {
            page += Layout.block(SafeText.line(title), head: "", indent: 0, width: style.width) {
                style.paint($0, .bold)
            }
        }
        let wire = article.wire.flatMap { NameKey.of($0) == article.outlet.map(NameKey.of) ? nil : "via \($0)" }
        let about = [
            article.outlet, article.published.map(Phrases.date), wire, article.address,
        ].compactMap { $0 }
        if !about.isEmpty {
            page += Layout.block(
                SafeText.line(about.joined(separator: " · ")), head: "", indent: 0, width: style.width
            ) { style.paint($0, .dim) }
        }
        if !summary.isEmpty { page += "\n" }
        for (number, sentence) in summary.enumerated() {
            page += Layout.block(
                SafeText.line(sentence.shown), head: style.paint(" \(number + 1). ", .dim), indent: 4,
                width: style.width)
        }
        if !page.isEmpty { page += "\n" }
        page += style.paint(deals.isEmpty ? "NO DEALS FOUND" : "DEALS (\(deals.count))", .bold) + "\n"
        for deal in deals { page += "\n" + text(of: deal, style) }
        return page
    }

    /// The headline claim first, the others in the order of the text.
    private func text(of deal: Deal, _ style: TerminalStyle) -> String {
        let headline = deal.headline
        let others = deal.claims.filter { $0.id != headline?.id }
            .sorted { ($0.claim.evidence.lowerBound, $0.id) < ($1.claim.evidence.lowerBound, $1.id) }
        var page = ""
        for claim in (headline.map { [$0] } ?? []) + others {
            let lines = ClaimLines(claim: claim, style: style)
            let kind = claim.id == headline?.id || claim.claim.kind != deal.kind ? claim.claim.kind.rawValue : nil
            page += lines.head(kind: kind) + lines.goods + lines.source + lines.quote
        }
        return page
    }
}

extension Brief {
    private enum Key: String, CodingKey { case article, summary, deals }

    /// Writes `article`, `summary` (text, range, and the name put for a pronoun) and `deals` with their statement.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(article, forKey: .article)
        try box.encode(summary, forKey: .summary)
        try box.encode(deals.map { DealPage($0) }, forKey: .deals)
    }
}

extension SummarySentence: Encodable {
    private enum Key: String, CodingKey { case text, range, opening }
    private enum OpeningKey: String, CodingKey { case name, range }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(text, forKey: .text)
        try box.encode([range.lowerBound, range.upperBound], forKey: .range)
        guard let opening else { return try box.encodeNil(forKey: .opening) }
        var part = box.nestedContainer(keyedBy: OpeningKey.self, forKey: .opening)
        try part.encode(opening.name, forKey: .name)
        try part.encode([opening.range.lowerBound, opening.range.upperBound], forKey: .range)
    }
}

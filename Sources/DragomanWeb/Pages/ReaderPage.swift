internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanPage
internal import DragomanText

/// `/articles/ID`: the article to read, with the words its claims rest on marked and the claims beside them.
enum ReaderPage {
    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        guard let id = visit.parts.first, let found = try visit.ledger.article(id) else { return nil }
        if visit.twin == .json {
            return WebResponse(type: "application/json", body: Array(try JSONTwin.write(Twin(found)).utf8))
        }
        return .page(page(of: found))
    }

    private struct Twin: Encodable {
        let article: ArticleEntry
        let text: String
        let claims: [ReportedClaim]

        init(_ found: LedgerArticle) {
            article = found.entry
            text = found.article.text.string(0..<found.article.text.count)
            claims = found.claims
        }
    }

    private static func page(of found: LedgerArticle) -> Markup {
        let (entry, article) = (found.entry, found.article)
        let marks = Marks(found.claims)
        return Frame.page(
            entry.title ?? entry.source, twins: [("JSON", WebPath("articles", entry.id + ".json"))]
        ) {
            Markup.element("div", [.class("reader")]) {
                Markup.element("article", [.class("text"), .dirAuto] + (entry.language.map { [.lang($0)] } ?? [])) {
                    if !article.blocks.contains(where: { $0.kind == .headline }) {
                        Markup.element("h1") { entry.title ?? entry.source }
                    }
                    Markup.element("p", [.class("dim"), .fixed("dir", "ltr"), .lang("en")]) {
                        Parts.about(entry)
                        if !article.authors.isEmpty {
                            .text(" · by ") + Parts.foreign(article.authors.joined(separator: ", "))
                        }
                        if let outside = Attribute.outside(entry.address) {
                            " · "
                            Markup.element("a", outside) { "live page" }
                        }
                    }
                    for block in article.blocks { Self.block(block, of: article, marks) }
                }
                Markup.element("aside", [.class("notes"), .label("Claims of this article")]) {
                    Markup.element("h2") { "Claims" }
                    if found.claims.isEmpty { Markup.element("p") { "None was found." } }
                    for claim in found.claims { note(claim, deal: found.deals[claim.id]) }
                }
            }
        }
    }

    private static func block(_ block: Block, of article: Article, _ marks: Marks) -> Markup {
        let inner = marks.marked(block.range, of: article.text)
        switch block.kind {
        case .headline: return Markup.element("h1") { inner }
        case .subhead: return Markup.element("h2") { inner }
        case .quote: return Markup.element("blockquote") { inner }
        case .caption: return Markup.element("p", [.class("caption")]) { inner }
        case .standfirst: return Markup.element("p", [.class("standfirst")]) { inner }
        case .listItem: return Markup.element("p", [.class("item")]) { inner }
        default: return Markup.element("p") { inner }
        }
    }

    /// A claim beside the text, with links to its words and its deal.
    private static func note(_ claim: ReportedClaim, deal: String?) -> Markup {
        Markup.element("div", [.class("note"), .id("note-" + claim.id), .fixed("data-row", "")]) {
            Markup.element("p") {
                Markup.element(
                    "a",
                    [
                        .fixed("class", "to-words"),
                        .page(WebPath("articles", claim.article.id, fragment: "claim-" + claim.id)),
                    ]
                ) {
                    Parts.stage(claim.claim.stage)
                    " " + claim.claim.kind.rawValue
                }
            }
            if let amounts = Wording.amounts(of: claim.claim) { Markup.element("p") { Parts.foreign(amounts) } }
            Markup.element("p", [.class("dim")]) { Parts.foreign(Wording.source(of: claim.claim)) }
            Markup.element("p", [.class("dim")]) {
                if let deal { Markup.element("a", [.page(WebPath("deals", deal))]) { "the deal" } }
                " · why: rule \(claim.claim.rule)"
            }
        }
    }
}

/// The words that claims rest on, to be marked in the text.
struct Marks {
    /// In order; overlapping evidence is marked as one, with the ids of all its claims.
    private var stretches: [(range: ByteRange, claims: [String])] = []

    init(_ claims: [ReportedClaim]) {
        for claim in claims.sorted(by: { ($0.claim.evidence.lowerBound, $0.id) < ($1.claim.evidence.lowerBound, $1.id) }
        ) {
            let range = claim.claim.evidence
            if let last = stretches.last, last.range.upperBound > range.lowerBound {
                stretches[stretches.count - 1] = (
                    last.range.lowerBound..<max(last.range.upperBound, range.upperBound), last.claims + [claim.id]
                )
            } else {
                stretches.append((range, [claim.id]))
            }
        }
    }

    /// The text of `range` with its marks; each claim's anchor stands at the beginning of its words.
    func marked(_ range: ByteRange, of text: [UInt8]) -> Markup {
        var markup = Markup.none
        var at = range.lowerBound
        for stretch in stretches
        where stretch.range.lowerBound < range.upperBound && stretch.range.upperBound > range.lowerBound {
            let start = max(stretch.range.lowerBound, at)
            let end = min(stretch.range.upperBound, range.upperBound)
            guard start < end else { continue }
            let begins = stretch.range.lowerBound >= range.lowerBound
            markup =
                markup + .text(text.string(at..<start))
                + Markup.element("mark") {
                    if begins { for id in stretch.claims { Markup.element("span", [.id("claim-" + id)]) } }
                    Markup.text(text.string(start..<end))
                }
            at = end
        }
        return markup + .text(text.string(at..<range.upperBound))
    }
}

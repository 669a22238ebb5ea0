internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanPage
internal import DragomanText

/// What stands around the text of an article.
enum ReaderParts {
    /// "No time to read? Get a summary", and the summary, each sentence a link to its words.
    static func summary(_ sentences: [SummarySentence], count: Int?, of entry: ArticleEntry, canSummarize: Bool)
        -> Markup
    {
        guard canSummarize else { return .none }
        func ways(_ chosen: Int?) -> Markup {
            [(1, "One sentence"), (3, "Three"), (5, "Five")].reduce(Markup.none) { ways, way in
                ways
                    + Markup.element(
                        "a",
                        [
                            .class("way"),
                            .page(
                                WebPath(
                                    ["articles", entry.id], query: [("summary", "\(way.0)")], fragment: "summary")),
                        ] + (chosen == way.0 ? [.fixed("aria-current", "true")] : [])
                    ) { way.1 } + .text(" ")
            }
        }
        return Markup.element(
            "section", [.class("summary"), .id("summary"), .lang("en"), .fixed("dir", "ltr"), .label("Summary")]
        ) {
            Markup.element("p") {
                Markup.element("strong") { count == nil ? "No time to read? Get a summary: " : "Summary: " }
                ways(count)
            }
            if count != nil, sentences.isEmpty {
                Markup.element("p") { "The article is too short to be summarized; its text is below." }
            }
            if !sentences.isEmpty {
                Markup.element("ol") {
                    for sentence in sentences {
                        Markup.element("li", [.dirAuto] + (entry.language.map { [.lang($0)] } ?? [])) {
                            Markup.element(
                                "a",
                                [
                                    .page(
                                        WebPath(
                                            ["articles", entry.id],
                                            query: [("summary", "\(count ?? 3)")],
                                            fragment: Marks.anchor(sentence.range)))
                                ]
                            ) {
                                Parts.foreign(sentence.shown)
                            }
                        }
                    }
                }
            }
        }
    }

    /// A claim beside the text, with links to its words here and on the live page, and to its deal.
    static func note(_ claim: ReportedClaim, deal: String?, origin: Origin?, of article: Article) -> Markup {
        Markup.element("div", [.class("note"), .id("note-" + claim.id), .fixed("data-row", "")]) {
            Markup.element("p") {
                Markup.element("a", [.page(WebPath("articles", claim.article.id, fragment: "claim-" + claim.id))]) {
                    Parts.stage(claim.claim.stage)
                    " " + claim.claim.kind.rawValue
                }
            }
            if let amounts = Wording.amounts(of: claim.claim) { Markup.element("p") { Parts.foreign(amounts) } }
            Markup.element("p", [.class("dim")]) { Parts.foreign(Wording.source(of: claim.claim)) }
            Markup.element("p", [.class("dim")]) {
                if let deal { Parts.link(WebPath("deals", deal), "the deal") }
                if let outside = liveWords(of: claim, in: article) {
                    " · "
                    Markup.element("a", outside) { "on the live page" }
                }
            }
            Parts.why(ClaimReasons.of(claim, origin))
        }
    }

    /// The address of the live page that shows the words of a claim there.
    ///
    /// Source: https://wicg.github.io/scroll-to-text-fragment/
    private static func liveWords(of claim: ReportedClaim, in article: Article) -> [Attribute]? {
        guard let address = claim.article.address, !address.contains("#") else { return nil }
        let words = claim.quote.split(whereSeparator: \.isWhitespace)
        func part(_ words: some Sequence<Substring>) -> String {
            WebPath.encoded(words.joined(separator: " ")).replacing("-", with: "%2D")
        }
        let text =
            words.count <= 10 ? part(words) : part(words.prefix(5)) + "," + part(words.suffix(5))
        return Attribute.outside(address + "#:~:text=" + text)
    }

    /// Previous and next along the outlet and the story.
    static func ways(_ relations: ArticleRelations) -> Markup {
        let story = relations.story.articles
        let place = story.firstIndex { $0.id == relations.article.id } ?? 0
        // Where all others are copies of it, they are the way on.
        let before = relations.previousInStory ?? story[..<place].last
        let after = relations.nextInStory ?? story[place...].dropFirst().first
        let ways: [(name: String, entry: ArticleEntry?, rel: StaticString?)] = [
            ("Before in the story", before, "prev"), ("After in the story", after, "next"),
            ("Before at the outlet", relations.previousAtOutlet, before == nil ? "prev" : nil),
            ("After at the outlet", relations.nextAtOutlet, after == nil ? "next" : nil),
        ]
        guard ways.contains(where: { $0.entry != nil }) else { return .none }
        return Markup.element(
            "nav", [.class("ways-on"), .label("Before and after"), .lang("en"), .fixed("dir", "ltr")]
        ) {
            for way in ways {
                if let entry = way.entry {
                    Markup.element("p") {
                        Markup.element("span", [.class("dim")]) { way.name + ": " }
                        Markup.element(
                            "a",
                            [.page(WebPath("articles", entry.id))]
                                + (way.rel.map { [.fixed("rel", $0)] } ?? [])
                        ) {
                            Parts.foreign(entry.title ?? entry.source)
                        }
                    }
                }
            }
        }
    }

    /// The article as one cites it, to be copied.
    static func citation(of entry: ArticleEntry, _ article: Article) -> Markup {
        let authors = article.authors.joined(separator: ", ")
        let title = entry.title.map { "“\($0)”" }
        let parts = [
            authors.isEmpty ? nil : authors, title, entry.publisher, entry.published.map(Wording.date), entry.address,
        ]
        return Markup.element("section") {
            Markup.element("h2") { "Cite" }
            Markup.element("p", [.class("cite")]) {
                Parts.foreign(parts.compactMap { $0 }.joined(separator: ", ") + ". Ledger id \(entry.id).")
            }
        }
    }

    /// What the article has that its story did not know, and its copies with what they changed.
    static func beside(_ relations: ArticleRelations) -> Markup {
        let news =
            relations.news.isEmpty
            ? Markup.none
            : Markup.element("section") {
                Markup.element("h2") { "New in the story" }
                for sentence in relations.news { Markup.element("blockquote") { Parts.foreign(sentence) } }
            }
        guard relations.copies.count > 1 else { return news }
        return news
            + Markup.element("section", [.id("copies")]) {
                Markup.element("h2") {
                    Counted.of(relations.copies.count, "article has", "articles have") + " this text"
                }
                if let original = relations.original {
                    Markup.element("p", [.class("dim")]) { "Likely original: " + reason(original.reason) }
                }
                for copy in relations.copies {
                    Markup.element("div", [.class("note")]) {
                        Markup.element("p") {
                            if copy.article.id == relations.article.id { "this one: " }
                            Parts.link(to: copy.article)
                        }
                        Markup.element("p", [.class("dim")]) {
                            Parts.about(copy.article)
                            if let diff = copy.diff {
                                " · \(diff.removed) words out, \(diff.inserted) in"
                            } else {
                                " · the likely original"
                            }
                        }
                        changes(copy.changes)
                    }
                }
            }
    }

    /// The most changes of a copy that are shown.
    private static let mostChanges = 20

    private static func changes(_ changes: [(before: String, after: String)]) -> Markup {
        guard !changes.isEmpty else { return .none }
        return Markup.element("details") {
            Markup.element("summary") { "What it changed" }
            for change in changes.prefix(mostChanges) {
                Markup.element("p") {
                    if !change.before.isEmpty {
                        Markup.element("del") { Parts.foreign(String(change.before.prefix(300))) }
                    }
                    " "
                    if !change.after.isEmpty {
                        Markup.element("ins") { Parts.foreign(String(change.after.prefix(300))) }
                    }
                }
            }
            if changes.count > mostChanges { Markup.element("p") { "and \(changes.count - mostChanges) more" } }
        }
    }

    static func reason(_ reason: LikelyOriginal.Reason) -> String {
        switch reason {
        case .credited: "others credit its outlet"
        case .canonical: "others give its address as theirs"
        case .earliest: "it was published first"
        case .fullest: "it has most of the text"
        }
    }
}

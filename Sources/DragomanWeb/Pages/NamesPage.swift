internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanNames
internal import DragomanText

/// `/names`: persons, firms and places, each under all its names.
enum NamesPage {
    static let pageSize = 100

    static let route = Route.page(
        ["names"], [.html, .json, .csv], "Persons, firms and places, each under all its names, the most named first",
        fields: [
            .init("type", "person, company, brand, country or another type"),
            .init("page", "which stretch of a hundred, from 1"),
        ],
        answer)

    private static let listing = Listing<LedgerIdentity>(
        caption: "Names",
        columns: [
            .init(name: "Name", text: \.name, cell: { Parts.link(WebPath("names", $0.id), $0.name) }),
            .init(name: "Type", text: { $0.type.rawValue }),
            .init(
                name: "Also written",
                text: { identity in
                    identity.names.map(\.name).filter { $0 != identity.name }.prefix(6).joined(separator: "; ")
                }),
            .init(name: "Articles", isNumber: true, text: { "\($0.articles.count)" }),
            .init(name: "Id", text: \.id),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let all = try visit.site.names.identities(in: visit.ledger).identities
        let type = visit.request.query("type").flatMap(NameType.init(rawValue:))
        let chosen = type.map { type in all.filter { $0.type == type } } ?? all
        let asked = visit.request.query.filter { $0.name == "type" && !$0.value.isEmpty }
        if visit.twin == .csv { return listing.csv(chosen) }
        let stretch = Array(chosen.dropFirst((visit.stretch - 1) * pageSize).prefix(pageSize))
        if visit.twin == .json { return try .json(stretch) }
        let types = Dictionary(grouping: all, by: \.type).mapValues(\.count)
            .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        return .page(
            Frame.page("Names", at: .names, twins: Lists.twins(route.otherTwins, "names", query: asked)) {
                Markup.element("h1") { "Names" }
                Markup.element("p", [.class("choices")]) {
                    choice("all", all.count, nil, isChosen: type == nil)
                    for (name, count) in types { choice(name.rawValue, count, name, isChosen: name == type) }
                }
                if stretch.isEmpty {
                    Lists.empty("No name is here.", "Names come with articles.", link: ("Add", WebPath("add")))
                } else {
                    listing.table(stretch) { identity in
                        Parts.why([
                            "\(Counted.of(identity.articles.count, "article names", "articles name")) it, under "
                                + Counted.of(identity.names.count, "name") + "."
                        ])
                    }
                    Lists.stretches(visit.stretch, size: pageSize, of: chosen.count, ["names"], query: asked)
                }
            })
    }

    private static func choice(_ name: String, _ count: Int, _ type: NameType?, isChosen: Bool) -> Markup {
        Markup.element(
            "a",
            [.page(WebPath(["names"], query: type.map { [("type", $0.rawValue)] } ?? []))]
                + (isChosen ? [.fixed("aria-current", "true")] : [])
        ) { "\(name) (\(count))" } + .text(" ")
    }
}

/// `/names/ID`: a person, firm or place: names in all scripts, offices over time, deals, what it said.
enum NamePage {
    static let route = Route.page(
        ["names", "*"], "A person, firm or place: names in all scripts, offices over time, deals, what it said", answer)

    /// How many deals are listed, and how many articles are looked through for words.
    private static let most = 100

    private struct Page: Encodable {
        let identity: LedgerIdentity
        let deals: [String]
        let said: [ReportedClaim]
        let articles: [ArticleEntry]
        let partners: [Partner]
    }

    struct Partner: Encodable {
        let name: String
        var deals: [String]
    }

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        guard let id = visit.parts.first, id.utf8.count >= 4,
            let identity = try visit.site.names.identities(in: visit.ledger).identities.first(where: {
                $0.id.hasPrefix(id.lowercased())
            })
        else { return nil }
        let own = Set(identity.names.map { NameKey.of($0.name) })
        var deals: [Deal] = []
        var said: [ReportedClaim] = []
        for id in try visit.ledger.deals(ofArticles: Array(identity.articles.prefix(most))).prefix(most) {
            guard let deal = try visit.ledger.deal(id) else { continue }
            let names = deal.actors + deal.counterparts + deal.places
            if names.contains(where: { own.contains(NameKey.of($0.value)) }) { deals.append(deal) }
            said += deal.claims.filter { claim in
                [claim.claim.speaker?.name, claim.claim.speaker?.org].contains {
                    $0.map { own.contains(NameKey.of($0)) } ?? false
                }
            }
        }
        deals.sort { Moments.isLater($0.newest, $1.newest) }
        said.sort { Moments.isLater($0.when, $1.when) }
        let page = Page(
            identity: identity, deals: deals.map(\.id), said: Array(said.prefix(most)),
            articles: try visit.ledger.entries(Array(identity.articles.prefix(most))),
            partners: partners(of: own, in: deals))
        if visit.twin == .json { return try .json(page) }
        return .page(markup(page, deals, visit))
    }

    /// Who else the deals are between.
    private static func partners(of own: Set<String>, in deals: [Deal]) -> [Partner] {
        var partners: [String: Partner] = [:]
        for deal in deals {
            for party in deal.actors + deal.counterparts where !own.contains(NameKey.of(party.value)) {
                partners[NameKey.of(party.value), default: Partner(name: party.value, deals: [])].deals.append(deal.id)
            }
        }
        return partners.values.sorted { ($1.deals.count, $0.name) < ($0.deals.count, $1.name) }
    }

    private static func markup(_ page: Page, _ deals: [Deal], _ visit: Visit) -> Markup {
        let identity = page.identity
        return Frame.page(identity.name, at: .names, twins: Lists.twins(route.otherTwins, "names", identity.id)) {
            Markup.element("h1") { Parts.foreign(identity.name) }
            Markup.element("p", [.class("dim")]) {
                Parts.foreign(
                    ([identity.type.rawValue] + identity.countries.map(lastPart)
                        + [Counted.of(identity.articles.count, "article"), "id \(identity.id)"])
                        .joined(separator: " · "))
            }
            names(identity, visit)
            if !identity.offices.isEmpty { offices(identity.offices) }
            if !deals.isEmpty {
                Markup.element("section") {
                    Markup.element("h2") { "Deals" }
                    Parts.table(of: deals, caption: "Deals", reason: "\(identity.name) is a party or the place of it.")
                }
            }
            if !page.partners.isEmpty {
                Markup.element("section") {
                    Markup.element("h2") { "Deals with" }
                    PicturePages.network(of: deals)
                    Listing<Partner>(
                        caption: "Partners",
                        columns: [
                            .init(
                                name: "Partner", text: \.name,
                                cell: { Parts.link(WebPath(["deals"], query: [("party", $0.name)]), $0.name) }),
                            .init(name: "Deals", isNumber: true, text: { "\($0.deals.count)" }),
                        ]
                    ).table(Array(page.partners.prefix(40)))
                }
            }
            if !page.said.isEmpty {
                Markup.element("section") {
                    Markup.element("h2") { "Said" }
                    for claim in page.said.prefix(40) { words(of: claim) }
                }
            }
            Markup.element("section") {
                Markup.element("h2") { "Named in" }
                Parts.list(of: Array(page.articles.prefix(40)))
            }
        }
    }

    private static func names(_ identity: LedgerIdentity, _ visit: Visit) -> Markup {
        let known = identity.entry.flatMap { try? visit.site.names.entry($0) }
        let written = Set(identity.names.map(\.name))
        let others = (known?.names ?? []).filter { !written.contains($0) }
        return Markup.element("section") {
            Markup.element("h2") { "Names" }
            Markup.element("ul", [.class("articles")]) {
                for form in identity.names {
                    Markup.element("li") {
                        Parts.foreign(form.name)
                        Markup.element("span", [.class("dim")]) {
                            " " + Counted.of(form.articles, "article")
                        }
                    }
                }
            }
            if !others.isEmpty {
                Markup.element("p", [.class("dim")]) {
                    Parts.foreign("Also known as \(others.prefix(12).joined(separator: ", "))")
                }
            }
            if let entry = identity.entry {
                Parts.why([
                    "The packs know it as \(entry); names that are written like one of its names are taken for it."
                ])
            }
        }
    }

    private static func offices(_ offices: [LedgerIdentity.Office]) -> Markup {
        Markup.element("section") {
            Markup.element("h2") { "Offices" }
            Markup.element("ul", [.class("articles")]) {
                for office in offices {
                    Markup.element("li") {
                        Parts.foreign([office.office, office.organisation].compactMap { $0 }.joined(separator: ", "))
                        Markup.element("span", [.class("dim")]) {
                            " "
                            if let first = office.first { Parts.date(iso: first) }
                            if let last = office.last, last != office.first { .text(" to ") + Parts.date(iso: last) }
                            " · " + Counted.of(office.articles, "article")
                        }
                    }
                }
            }
        }
    }

    private static func words(of claim: ReportedClaim) -> Markup {
        Markup.element("div", [.class("note"), .fixed("data-row", "")]) {
            Markup.element("blockquote") {
                Markup.element("a", [.page(WebPath("articles", claim.article.id, fragment: "claim-" + claim.id))]) {
                    Parts.foreign("“\(claim.quote)”")
                }
            }
            Markup.element("p", [.class("dim")]) {
                Parts.foreign(Wording.source(of: claim.claim)) + .text(" · ") + Parts.about(claim.article)
            }
        }
    }

    /// `country/iran` as `iran`.
    private static func lastPart(_ id: String) -> String { id.split(separator: "/").last.map(String.init) ?? id }
}

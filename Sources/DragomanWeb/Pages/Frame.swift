/// Where a page stands in the site, for the way through it.
enum Place: CaseIterable {
    case today, deals, stories, articles, names, outlets
    case timeline, network, flows, disagreements, judge, add, sources, packs, health, interface, keys
    case none

    /// Those that the head of each page shows, and those that stand under "More".
    static let first: [Place] = [.today, .deals, .stories, .articles, .names, .outlets, .judge, .add]
    static let more: [Place] = [
        .timeline, .network, .flows, .disagreements, .sources, .packs, .health, .interface, .keys,
    ]

    var name: String {
        switch self {
        case .today: "Today"
        case .deals: "Deals"
        case .stories: "Stories"
        case .articles: "Articles"
        case .names: "Names"
        case .outlets: "Outlets"
        case .timeline: "Timeline"
        case .network: "Network"
        case .flows: "Flows"
        case .disagreements: "Disagreements"
        case .judge: "Judge"
        case .add: "Add"
        case .sources: "Sources"
        case .packs: "Packs"
        case .health: "Health"
        case .interface: "For programs"
        case .keys: "Keys"
        case .none: ""
        }
    }

    var path: WebPath {
        switch self {
        case .today, .none: WebPath()
        case .interface: WebPath("api")
        default: WebPath(name.lowercased())
        }
    }
}

/// What stands around every page.
enum Frame {
    /// A page with its title, the way through the site, and `content`.
    ///
    /// - Parameters:
    ///   - place: where it stands.
    ///   - twins: the same in other forms, with their addresses.
    ///   - isLive: whether it says when the ledger has changed.
    static func page(
        _ title: String, at place: Place = .none, twins: [(twin: Twin, path: WebPath)] = [], isLive: Bool = false,
        searched: String = "", @MarkupBuilder _ content: () -> Markup
    ) -> Markup {
        let content = content()
        return Markup.element("html", [.lang("en")]) {
            head(title, twins)
            Markup.element("body", isLive ? [.fixed("data-live", "")] : []) {
                Markup.element("a", [.class("skip"), .fixed("href", "#content")]) { "To the content" }
                top(place, searched)
                Markup.element("main", [.id("content"), .fixed("tabindex", "-1")]) {
                    if isLive { Markup.element("p", [.id("news"), .fixed("role", "status")]) }
                    content
                }
                Markup.element("footer", [.class("foot")]) {
                    if !twins.isEmpty {
                        Markup.element("nav", [.label("Other forms of this page")]) {
                            "This page as "
                            for twin in twins { link(twin.twin.name, twin.path) + .text(" ") }
                        }
                    }
                    Markup.element("span") {
                        "Press "
                        Markup.element("kbd") { "?" }
                        " for the keys"
                    }
                }
            }
        }
    }

    private static func head(_ title: String, _ twins: [(twin: Twin, path: WebPath)]) -> Markup {
        Markup.element("head") {
            Markup.element("meta", [.fixed("charset", "utf-8")])
            Markup.element(
                "meta", [.fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1")])
            Markup.element("meta", [.fixed("name", "color-scheme"), .fixed("content", "light dark")])
            Markup.element("title") { title + " · Dragoman" }
            Markup.element("link", [.fixed("rel", "stylesheet"), .fixed("href", "/style.css")])
            Markup.element(
                "link", [.fixed("rel", "icon"), .fixed("type", "image/svg+xml"), .fixed("href", "/icon.svg")])
            for twin in twins {
                Markup.element(
                    "link",
                    [.fixed("rel", "alternate"), .text("type", twin.twin.mediaType), .page(twin.path)])
            }
            Markup.element("script", [.fixed("src", "/script.js"), .flag("defer")])
        }
    }

    private static func top(_ place: Place, _ searched: String) -> Markup {
        Markup.element("header", [.class("top")]) {
            Markup.element("a", [.class("name"), .page(WebPath())]) { "Dragoman" }
            Markup.element("nav", [.label("Pages")]) {
                for page in Place.first { link(page, isHere: page == place) }
                Markup.element("details", [.class("more")]) {
                    Markup.element("summary") { "More" }
                    Markup.element("div") { for page in Place.more { link(page, isHere: page == place) } }
                }
            }
            Markup.element("form", [.class("find"), .action(WebPath("search")), .fixed("role", "search")]) {
                Markup.element(
                    "input",
                    [
                        .fixed("type", "search"), .fixed("name", "q"), .label("Search names and words"),
                        .fixed("placeholder", "Search, in any script"), .value(searched), .dirAuto,
                        .fixed("data-search", ""),
                    ])
                Markup.element("button", [.fixed("type", "submit")]) { "Search" }
            }
        }
    }

    private static func link(_ page: Place, isHere: Bool) -> Markup {
        Markup.element("a", [.page(page.path)] + (isHere ? [.fixed("aria-current", "page")] : [])) { page.name }
    }

    private static func link(_ name: String, _ path: WebPath) -> Markup {
        Markup.element("a", [.page(path)]) { name }
    }
}

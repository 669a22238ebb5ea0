/// All addresses of the site, in one list.
enum Routes {
    static let all: [Route] = [
        TodayPage.route, DealsPage.route, DealView.route, ArticlesPage.route, ReaderPage.route, StoriesPage.route,
        StoryPage.route, NamesPage.route, NamePage.route, OutletsPage.route, OutletPage.route, FindPage.route,
        DisagreementsPage.route, PicturePages.timeline, PicturePages.network, PicturePages.flows, JudgePage.route,
        JudgmentsPage.route, AddPage.route, AddPage.one, SourcesPage.route,
        PacksPage.route, HealthPage.route, InterfacePage.route, InterfacePage.document, KeysPage.route,
        JudgmentsPage.making, AddPage.adding,
        .page(["events"], [.html], "New articles and changed deals as they come, as server-sent events", kept: false) {
            _ in
            .stream
        },
        .page(["style.css"], [.html], "The style sheet") { _ in Assets.style },
        .page(["script.js"], [.html], "The script") { _ in Assets.script },
        .page(["icon.svg"], [.html], "The sign of the site") { _ in Assets.icon },
    ]

    /// The route of a path, the values of its open parts, and the form that the ending asks for; nil where there is none.
    static func find(_ path: [String], _ method: Route.Method) -> (Route, parts: [String], Twin)? {
        if let exact = match(path, .html, method) { return exact }
        guard let last = path.last, let dot = last.lastIndex(of: "."),
            let twin = Twin(rawValue: String(last[last.index(after: dot)...])), twin != .html
        else { return nil }
        let bare = String(last[..<dot])
        // The first page has no name of its own to put an ending to.
        let plain = path.count == 1 && bare == "today" ? [] : path.dropLast() + [bare]
        return match(plain, twin, method)
    }

    private static func match(_ path: [String], _ twin: Twin, _ method: Route.Method) -> (Route, parts: [String], Twin)?
    {
        for route in all
        where route.method == method && route.pattern.count == path.count && route.twins.contains(twin) {
            let pairs = zip(route.pattern, path)
            guard pairs.allSatisfy({ $0 == $1 || $0 == "*" && (twin != .html || isID($1, of: route)) }) else {
                continue
            }
            return (route, pairs.filter { $0.0 == "*" }.map(\.1), twin)
        }
        return nil
    }

    /// Names of outlets may have dots in them; ids have none, so that an ending is never taken for a part of one.
    private static func isID(_ text: String, of route: Route) -> Bool {
        !text.contains(".") || route.pattern.first == "outlets" && Twin(rawValue: ending(of: text)) == nil
    }

    private static func ending(of text: String) -> String {
        text.lastIndex(of: ".").map { String(text[text.index(after: $0)...]) } ?? ""
    }
}

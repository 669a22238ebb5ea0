/// An address of the site and what answers there.
struct Route: Sendable {
    /// The parts of the address; `*` stands for any one.
    let pattern: [String]
    /// The forms there are.
    let twins: [Twin]
    /// The answer; nil where there is nothing of that id.
    let answer: @Sendable (Visit) throws -> WebResponse?
}

/// All addresses of the site, in one list.
enum Routes {
    static let all: [Route] = [
        Route(pattern: [], twins: [.html], answer: TodayPage.answer),
        Route(pattern: ["deals"], twins: [.html, .json, .csv, .atom, .rss], answer: DealsPage.answer),
        Route(pattern: ["deals", "*"], twins: [.html, .json], answer: DealView.answer),
        Route(pattern: ["articles"], twins: [.html, .json], answer: ArticlesPage.answer),
        Route(pattern: ["articles", "*"], twins: [.html, .json], answer: ReaderPage.answer),
        Route(pattern: ["keys"], twins: [.html], answer: KeysPage.answer),
        Route(pattern: ["health"], twins: [.html, .json], answer: HealthPage.answer),
        Route(pattern: ["style.css"], twins: [.html], answer: { _ in Assets.style }),
        Route(pattern: ["script.js"], twins: [.html], answer: { _ in Assets.script }),
    ]

    /// The route of a path, the values of its open parts, and the form that the ending asks for; nil where there is none.
    static func find(_ path: [String]) -> (Route, parts: [String], Twin)? {
        if let exact = match(path, .html) { return exact }
        guard let last = path.last, let dot = last.lastIndex(of: "."),
            let twin = Twin(rawValue: String(last[last.index(after: dot)...])), twin != .html
        else { return nil }
        return match(path.dropLast() + [String(last[..<dot])], twin)
    }

    private static func match(_ path: [String], _ twin: Twin) -> (Route, parts: [String], Twin)? {
        for route in all where route.pattern.count == path.count && route.twins.contains(twin) {
            let pairs = zip(route.pattern, path)
            guard pairs.allSatisfy({ $0 == $1 || $0 == "*" && !$1.contains(".") }) else { continue }
            return (route, pairs.filter { $0.0 == "*" }.map(\.1), twin)
        }
        return nil
    }
}

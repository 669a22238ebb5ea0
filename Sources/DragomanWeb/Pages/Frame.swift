/// What stands around every page.
enum Frame {
    /// A page with its title, the way through the site, and `content`.
    ///
    /// - Parameter twins: addresses of the same in other forms, with their names.
    static func page(
        _ title: String, twins: [(name: String, path: WebPath)] = [], @MarkupBuilder _ content: () -> Markup
    ) -> Markup {
        let content = content()
        return Markup.element("html", [.lang("en")]) {
            Markup.element("head") {
                Markup.element("meta", [.fixed("charset", "utf-8")])
                Markup.element(
                    "meta", [.fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1")])
                Markup.element("meta", [.fixed("name", "color-scheme"), .fixed("content", "light dark")])
                Markup.element("title") { title + " · Dragoman" }
                Markup.element("link", [.fixed("rel", "stylesheet"), .fixed("href", "/style.css")])
                Markup.element("script", [.fixed("src", "/script.js"), .flag("defer")])
            }
            Markup.element("body") {
                Markup.element("a", [.class("skip"), .fixed("href", "#content")]) { "To the content" }
                Markup.element("header", [.class("top")]) {
                    Markup.element("a", [.class("name"), .page(WebPath())]) { "Dragoman" }
                    Markup.element("nav", [.label("Pages")]) {
                        link("Deals", WebPath("deals"))
                        link("Articles", WebPath("articles"))
                        link("Health", WebPath("health"))
                        link("Keys", WebPath("keys"))
                    }
                }
                Markup.element("main", [.id("content")]) { content }
                Markup.element("footer", [.class("foot")]) {
                    for twin in twins { link(twin.name, twin.path) }
                    Markup.element("span") { "Press ? for the keys" }
                }
            }
        }
    }

    private static func link(_ name: String, _ path: WebPath) -> Markup {
        Markup.element("a", [.page(path)]) { name }
    }
}

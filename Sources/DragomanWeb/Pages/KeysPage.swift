/// `/keys`: the keys.
enum KeysPage {
    static let route = Route.page(["keys"], [.html], "The keys", answer)

    private static let keys = [
        ("j, k", "next and previous row"), ("o, Enter", "open the row"),
        ("n, p", "next and previous: page of a list, article of a story or outlet, question"),
        ("v", "the live page of an article"), ("/", "search"), ("?", "these keys"),
        ("[, ]", "back and forth in the history"), ("m, s", "answer a question: yes, the same; no, not the same"),
        ("u", "undo the answer given last"),
    ]

    private static let listing = Listing<(String, String)>(
        caption: "Keys",
        columns: [
            .init(name: "Key", text: \.0, cell: { row in Markup.element("kbd") { row.0 } }),
            .init(name: "What it does", text: \.1, cell: { row in .text(row.1) }),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        .page(
            Frame.page("Keys", at: .keys) {
                Markup.element("h1") { "Keys" }
                Markup.element("p") { "Everything works without them too." }
                listing.table(keys)
            })
    }
}

internal import DragomanBrief
internal import DragomanCapture
internal import DragomanLedger
internal import DragomanText

/// `/add`: puts articles into the ledger: pasted, by address, as files, or a feed's; and shows how far that has got.
enum AddPage {
    static let route = Route.page(["add"], "What was asked to be added, the last first", kept: false, answer)
    static let one = Route.page(["add", "*"], "How far one thing that is added has got", kept: false, job)
    static let adding = Route.act(
        ["add"], "Adds articles; answers at once, the work goes on",
        fields: [
            .init("text", "the text of an article: its title, an empty line, the rest"),
            .init("address", "the address of a page, a feed or a list of feeds"),
            .init("file", "files of articles, mails, feeds or archives, as multipart/form-data"),
            .init("outlet", "who published it, where it does not say"),
            .init("published", "its date, such as 2024-05-16, where it does not say"),
            .init("token", "the token, unless Authorization has it"),
        ], add)

    /// The most bytes of a text that is pasted.
    private static let longestText = 2 << 20

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let jobs = visit.site.jobs.all
        if visit.twin == .json { return try .json(jobs) }
        return .page(
            Frame.page("Add", at: .add, twins: Lists.twins(route.otherTwins, "add")) {
                Markup.element("h1") { "Add articles" }
                if visit.site.workshop == nil || !visit.site.canWrite {
                    Lists.empty("Nothing can be added here: the ledger can only be read.", "Use dragoman add FILES.")
                } else {
                    forms(visit)
                }
                if !jobs.isEmpty {
                    Markup.element("h2") { "Asked for" }
                    Markup.element("ul", [.class("articles")]) {
                        for job in jobs {
                            Markup.element("li", [.fixed("data-row", "")]) {
                                Parts.link(WebPath("add", "\(job.id)"), job.what)
                                Markup.element("span", [.class("dim")]) { job.isDone ? " done" : " under way" }
                            }
                        }
                    }
                }
            })
    }

    private static func forms(_ visit: Visit) -> Markup {
        Markup.element("div", [.class("ways")]) {
            Markup.element("form", [.class("way")] + Attribute.posting(to: WebPath("add"))) {
                visit.token
                Markup.element("h2") { "Paste" }
                Markup.element("label") {
                    "The article: its title, an empty line, the text"
                    Markup.element(
                        "textarea", [.fixed("name", "text"), .fixed("rows", "12"), .fixed("required", ""), .dirAuto])
                }
                Markup.element("div", [.class("filters")]) {
                    Markup.element("label") {
                        "Outlet"
                        Markup.element("input", [.fixed("name", "outlet"), .dirAuto])
                    }
                    Markup.element("label") {
                        "Published"
                        Markup.element("input", [.fixed("name", "published"), .fixed("placeholder", "2024-05-16")])
                    }
                }
                Markup.element("button", [.fixed("type", "submit")]) { "Add the article" }
            }
            Markup.element("form", [.class("way")] + Attribute.posting(to: WebPath("add"))) {
                visit.token
                Markup.element("h2") { "By address" }
                Markup.element("label") {
                    "A page, a feed or a list of feeds"
                    Markup.element(
                        "input",
                        [
                            .fixed("name", "address"), .fixed("type", "url"), .fixed("required", ""),
                            .fixed("placeholder", "https://"),
                        ])
                }
                Markup.element("p", [.class("dim")]) {
                    "Fetched politely: one request a host in five seconds, nothing that robots.txt forbids."
                }
                Markup.element("button", [.fixed("type", "submit")]) { "Fetch and add" }
            }
            Markup.element(
                "form",
                [.class("way"), .fixed("enctype", "multipart/form-data"), .fixed("data-drop", "")]
                    + Attribute.posting(to: WebPath("add"))
            ) {
                visit.token
                Markup.element("h2") { "Files" }
                Markup.element("label") {
                    "Pages, texts, mails, PDF, feeds, OPML or archives; drop them here"
                    Markup.element(
                        "input",
                        [.fixed("type", "file"), .fixed("name", "file"), .flag("multiple"), .fixed("required", "")])
                }
                Markup.element("button", [.fixed("type", "submit")]) { "Add the files" }
            }
        }
    }

    @Sendable static func add(_ visit: Visit) throws -> WebResponse? {
        guard let workshop = visit.site.workshop, visit.site.canWrite else {
            throw DragomanError(
                .usage, "V007", "nothing can be added here", advice: "Use dragoman add on the command line.")
        }
        let form = try visit.form()
        let (what, order) = try order(form)
        guard let id = visit.site.jobs.start(what, order, in: workshop) else {
            throw DragomanError(
                .usage, "V008", "too much is waiting to be added",
                advice: "Wait until some of it is done; the page Add shows how far it is.")
        }
        return try visit.done(["job": id], next: WebPath("add", "\(id)"))
    }

    private static func order(_ form: Form) throws -> (what: String, AddOrder) {
        var given = GivenMetadata(outlet: form["outlet"].map { String($0.prefix(200)) })
        if let date = form["published"] {
            guard let day = CoarseDate(iso: date) else {
                throw DragomanError(
                    .usage, "V002", "published cannot be \(date)", advice: "Give a date such as 2024-05-16.")
            }
            given.published = day
        }
        if let text = form["text"] {
            guard text.utf8.count <= longestText else {
                throw DragomanError(
                    .usage, "V009", "the text is longer than 2 MB", advice: "Save it to a file and add that.")
            }
            let bytes = Array(text.replacing("\r\n", with: "\n").utf8)
            return (title(of: text), AddOrder(captures: [Capture(source: "pasted", bytes: bytes)], given: given))
        }
        if let address = form["address"] { return (address, AddOrder(addresses: [address], given: given)) }
        guard !form.files.isEmpty else {
            throw DragomanError(
                .usage, "V010", "there is nothing to add", advice: "Paste a text, or give an address or files.")
        }
        var addresses: [String] = []
        var captures: [Capture] = []
        for file in form.files {
            // A list of feeds stands for what the feeds name.
            if let list = OPML(file.bytes), !list.feeds.isEmpty {
                addresses += list.feeds.compactMap(\.outline.feed).prefix(1000)
            } else {
                captures.append(Capture(source: file.name, bytes: file.bytes, contentType: file.type))
            }
        }
        let names = form.files.map(\.name)
        let what = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
        return (what, AddOrder(captures: captures, addresses: addresses, given: given))
    }

    /// The first line that says nothing of outlet, date or address: "Outlet: NAME" and the like may stand above the title.
    private static func title(of text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        let known = ["outlet:", "date:", "address:", "author:", "source:"]
        let title = lines.first { line in !known.contains { line.lowercased().hasPrefix($0) } } ?? lines.first
        return title.map { String($0.prefix(120)) } ?? "a text"
    }

    @Sendable static func job(_ visit: Visit) throws -> WebResponse? {
        guard let job = visit.parts.first.flatMap({ Int($0) }).flatMap(visit.site.jobs.job) else { return nil }
        if visit.twin == .json { return try .json(job) }
        return .page(
            Frame.page("Adding", at: .add, twins: Lists.twins(one.otherTwins, "add", "\(job.id)")) {
                Markup.element("h1") { Parts.foreign(job.what) }
                Markup.element(
                    "div", [.id("job"), .text("data-job", "\(job.id)"), .text("data-done", job.isDone ? "yes" : "no")]
                ) {
                    Markup.element("p", [.fixed("role", "status")]) {
                        job.isDone ? "Done." : "Under way: this page shows more when it is opened again."
                    }
                    Markup.element("ol", [.class("steps")]) {
                        for step in job.steps {
                            Markup.element(
                                "li", [.fixed("data-row", ""), .text("data-outcome", step.outcome.rawValue)]
                            ) {
                                Markup.element("strong") { words(step.outcome) }
                                " "
                                if let article = step.article {
                                    Parts.link(WebPath("articles", article), step.name)
                                } else {
                                    Parts.foreign(step.name)
                                }
                                if let message = step.message {
                                    Markup.element("div", [.class("dim")]) { Parts.foreign(message) }
                                }
                            }
                        }
                    }
                    if job.isDone { Markup.element("p") { Parts.link(WebPath("add"), "Add more") } }
                }
            })
    }

    private static func words(_ outcome: AddStep.Outcome) -> String {
        switch outcome {
        case .working: "Reading"
        case .added: "Added"
        case .known: "There already"
        case .failed: "Not added"
        }
    }
}

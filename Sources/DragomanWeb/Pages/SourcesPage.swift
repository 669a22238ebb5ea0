internal import DragomanBrief
internal import DragomanCapture
internal import DragomanLedger
internal import DragomanText
internal import Foundation

/// `/sources`: the feeds that articles come from, as a list that other readers take too, and what is of no feed.
enum SourcesPage {
    static let route = Route.page(
        ["sources"], [.html, .json, .csv, .opml], "The feeds that articles come from", kept: false, answer)

    struct Row: Encodable {
        let feed: String
        let host: String
        let found: Int
        let done: Int
        let failed: Int
        /// When it was read last, in seconds since 1970.
        let read: Int?
    }

    private static let listing = Listing<Row>(
        caption: "Feeds",
        columns: [
            .init(
                name: "Feed", text: \.feed,
                cell: { row in
                    Attribute.outside(row.feed).map { Markup.element("a", $0) { Parts.foreign(row.feed) } }
                        ?? Parts.foreign(row.feed)
                }),
            .init(name: "Added", isNumber: true, text: { "\($0.done)" }),
            .init(name: "Waiting", isNumber: true, text: { "\($0.found)" }),
            .init(name: "Not had", isNumber: true, text: { "\($0.failed)" }),
            .init(
                name: "Read last", isNumber: true, text: { $0.read.map { Moments.day($0) } ?? "" }),
        ])

    @Sendable static func answer(_ visit: Visit) throws -> WebResponse? {
        let rows = try feeds(visit).map { feed in
            Row(
                feed: feed.address, host: WebAddress(feed.address)?.host ?? "", found: feed.waiting, done: feed.done,
                failed: feed.failed, read: feed.lastRead.map { Int($0) })
        }
        switch visit.twin {
        case .json: return try .json(rows)
        case .csv: return listing.csv(rows)
        case .opml:
            let list = OPML(
                title: "Feeds of a Dragoman ledger",
                outlines: rows.map { .init(title: $0.host.isEmpty ? $0.feed : $0.host, feed: $0.feed) })
            return WebResponse(type: "text/x-opml; charset=utf-8", body: list.document)
        default: break
        }
        return .page(
            Frame.page("Sources", at: .sources, twins: Lists.twins(route.otherTwins, "sources")) {
                Markup.element("h1") { "Sources" }
                if rows.isEmpty {
                    Lists.empty(
                        "No feed has been read for this ledger.",
                        "Name a feed's address, or give the list (OPML) that your feed reader exports.",
                        link: ("Add", WebPath("add")))
                } else {
                    listing.table(rows) { row in
                        Parts.why(["It was added as a feed; what it names is fetched, what was there before is not."])
                    }
                    if visit.site.workshop != nil, visit.site.canWrite { refresh(rows, visit) }
                }
                Markup.element("p") {
                    Parts.link(WebPath("outlets"), "Outlets") + .text(" lists who published the articles, fed or not.")
                }
            })
    }

    /// What is recorded beside the ledger; nothing where nothing was fetched for it.
    private static func feeds(_ visit: Visit) throws -> [FeedRecord] {
        let path = visit.site.path + ".fetched"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FetchJournal(path: path, now: visit.now.timeIntervalSince1970).feeds
    }

    /// Asks one feed after another again.
    private static func refresh(_ rows: [Row], _ visit: Visit) -> Markup {
        Markup.element("div", [.class("judge")]) {
            for row in rows.prefix(40) {
                Markup.element("form", [.class("inline")] + Attribute.posting(to: WebPath("add"))) {
                    visit.token
                    JudgeParts.hidden("address", row.feed)
                    Markup.element("button", [.fixed("type", "submit")]) { "Ask \(row.host) again" }
                }
            }
        }
    }
}

/// Moments, for people.
enum Moments {
    /// Whether a date begins later than another; none is the earliest.
    static func isLater(_ one: CoarseDate?, _ other: CoarseDate?) -> Bool {
        (one?.span.lowerBound ?? .min) > (other?.span.lowerBound ?? .min)
    }

    /// Seconds since 1970 as a day in UTC: `2024-05-16`.
    static func day(_ seconds: Int) -> String {
        CoarseDate(dayNumber: Int((Double(seconds) / 86_400).rounded(.down))).description
    }
}

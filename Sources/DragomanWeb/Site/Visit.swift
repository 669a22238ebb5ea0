internal import DragomanBrief
internal import DragomanExport
internal import DragomanLedger
internal import Foundation

/// What a page is made from.
struct Visit {
    let request: WebRequest
    /// The values of the route's open parts.
    let parts: [String]
    /// In which form it is asked for.
    let twin: Twin
    let ledger: Ledger
    let site: Site
    let now: Date

    /// The number in a field of the query, within `range`.
    func number(_ name: String, in range: ClosedRange<Int>, else fallback: Int) -> Int {
        request.query(name).flatMap { Int($0) }.map { min(max($0, range.lowerBound), range.upperBound) } ?? fallback
    }

    /// Which stretch of a list is asked for, from 1.
    var stretch: Int { number("page", in: 1...1_000_000, else: 1) }

    /// A hidden field with the token that writing asks for.
    var token: Markup {
        Markup.element(
            "input", [.fixed("type", "hidden"), .fixed("name", "token"), .value(site.token)])
    }

    /// The form that was sent.
    func form() throws -> Form { try Form(request) }

    /// The answer to something done: a page to go on to, or for programs what was done.
    func done(_ value: some Encodable, next: WebPath) throws -> WebResponse {
        twin == .json ? try .json(value) : .further(next)
    }
}

/// A form of a page, by the ending of its address.
enum Twin: String, CaseIterable, Sendable {
    case html, json, csv, atom, rss, opml, svg

    var mediaType: String {
        switch self {
        case .html: "text/html"
        case .json: "application/json"
        case .csv: "text/csv"
        case .atom: "application/atom+xml"
        case .rss: "application/rss+xml"
        case .opml: "text/x-opml"
        case .svg: "image/svg+xml"
        }
    }

    /// How it is called in links.
    var name: String { self == .atom ? "Atom" : rawValue.uppercased() }
}

extension WebResponse {
    /// A value as JSON.
    static func json(_ value: some Encodable, status: Int = 200) throws -> WebResponse {
        WebResponse(status: status, type: "application/json", body: Array(try JSONTwin.write(value).utf8))
    }

    /// Goes on to another page, which is then read.
    static func further(_ path: WebPath) -> WebResponse {
        WebResponse(
            status: 303, type: "text/plain; charset=utf-8", body: Array("see \(path.text)\n".utf8),
            headers: [("Location", path.text)])
    }
}

extension Visit {
    /// A feed in the form that is asked for.
    func feed(_ feed: ListFeed) -> WebResponse {
        twin == .rss
            ? WebResponse(type: ExportFormat.rss.mediaType, body: Array(feed.rss.utf8))
            : WebResponse(type: ExportFormat.atom.mediaType, body: Array(feed.atom.utf8))
    }
}

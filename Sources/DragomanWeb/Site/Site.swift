internal import DragomanBrief
internal import DragomanLedger
internal import DragomanText
public import Foundation
internal import Synchronization

/// The ledger as a site: answers requests, from memory of nothing but the ledger's file.
public final class Site: Sendable {
    private let path: String
    private let hosts: Mutex<Set<String>>
    private let ledgers = Mutex<[OpenLedger]>([])
    let now: @Sendable () -> Date

    /// A ledger is for one thread at a time; it is handed from one request to the next.
    private struct OpenLedger: @unchecked Sendable { let ledger: Ledger }

    /// - Parameters:
    ///   - ledger: the path of the ledger's file.
    ///   - now: the time, for exports.
    /// - Throws: as `Ledger(path:access:)`.
    public init(ledger path: String, now: @escaping @Sendable () -> Date) throws {
        self.path = path
        self.now = now
        hosts = Mutex([])
        ledgers.withLock { [first = try OpenLedger(ledger: Ledger(path: path, access: .reading))] in $0.append(first) }
    }

    /// Takes requests for these names of the host only; all others are answered with 403. A page elsewhere that has its name
    /// resolve to this machine gets nothing.
    public func allow(hosts names: [String]) { hosts.withLock { $0.formUnion(names.map { $0.lowercased() }) } }

    /// The answer to a request, complete with headers.
    public func answer(_ request: WebRequest) -> WebResponse { respond(to: request).finished(for: request) }

    private func respond(to request: WebRequest) -> WebResponse {
        guard let host = request.host?.lowercased(), hosts.withLock({ $0.contains(host) }) else {
            return Failure.page(403, "This address is not served here", "Open the address that dragoman serve printed.")
        }
        guard let path = request.path else {
            return Failure.page(400, "That is no address of this site", "Start from the first page.")
        }
        guard let (route, parts, twin) = Routes.find(path) else {
            return Failure.page(404, "There is no such page", "Start from the first page, or search for a name.")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            var answer = Failure.page(405, "This page can only be read", "Use GET.")
            answer.headers.append(("Allow", "GET, HEAD"))
            return answer
        }
        do {
            return try withLedger { ledger in
                try route.answer(Visit(request: request, parts: parts, twin: twin, ledger: ledger, now: now()))
                    ?? Failure.page(
                        404, "The ledger holds nothing of that id", "It may have been rebuilt since; search for it.")
            }
        } catch let error as DragomanError {
            return Failure.page(
                error.kind == .usage ? 400 : 500, error.message,
                error.advice ?? "dragoman serve says more on its terminal.")
        } catch {
            return Failure.page(500, "The page could not be made", "dragoman serve says more on its terminal.")
        }
    }

    private func withLedger<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
        let open = try ledgers.withLock { $0.popLast() } ?? OpenLedger(ledger: Ledger(path: path, access: .reading))
        defer { ledgers.withLock { $0.append(open) } }
        return try open.ledger.atOneMoment { try body(open.ledger) }
    }
}

/// What a page is made from.
struct Visit {
    let request: WebRequest
    /// The values of the route's open parts.
    let parts: [String]
    /// In which form it is asked for.
    let twin: Twin
    let ledger: Ledger
    let now: Date

    /// The number in a field of the query, within `range`.
    func number(_ name: String, in range: ClosedRange<Int>, else fallback: Int) -> Int {
        request.query(name).flatMap { Int($0) }.map { min(max($0, range.lowerBound), range.upperBound) } ?? fallback
    }
}

/// A form of a page, by the ending of its address.
enum Twin: String, CaseIterable, Sendable {
    case html, json, csv, atom, rss
}

/// Pages that say what is wrong and what to do.
enum Failure {
    static func page(_ status: Int, _ message: String, _ advice: String) -> WebResponse {
        .page(
            Frame.page("\(status)") {
                Markup.element("h1") { message }
                Markup.element("p") { advice }
                Markup.element("p") { Markup.element("a", [.page(WebPath())]) { "To the first page" } }
            }, status: status)
    }
}

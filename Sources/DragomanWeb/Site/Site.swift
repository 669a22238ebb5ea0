internal import DragomanBrief
internal import DragomanLedger
internal import DragomanText
public import Foundation
internal import Synchronization

/// The ledger as a site: answers requests from the ledger's file, and writes to it what is added and judged.
public final class Site: Sendable {
    let path: String
    /// Folders of packs, for names and rules.
    let packs: [String]
    let workshop: (any Workshop)?
    /// Who judges.
    let who: String
    /// What writing asks for. It stands in the forms of our own pages, which no other site can read.
    public let token: String
    /// Whether the ledger's file can be written.
    let canWrite: Bool
    let names: NameDesk
    let jobs = Jobs()
    let now: @Sendable () -> Date
    private let settings = Mutex(Settings())
    private let ledgers = Mutex<[OpenLedger]>([])
    private let cache = AnswerCache()

    private struct Settings {
        var hosts: Set<String> = []
        var asksForToken = false
    }

    /// A ledger is for one thread at a time; it is handed from one request to the next.
    private struct OpenLedger: @unchecked Sendable {
        let ledger: Ledger
        var version: Int
    }

    /// - Parameters:
    ///   - ledger: the path of the ledger's file.
    ///   - packs: folders of packs; without them names are not compared across scripts.
    ///   - nameCache: a file that keeps the index of the packs' names from run to run.
    ///   - workshop: reads and fetches; without it nothing can be added.
    ///   - who: whose judgments are made here.
    ///   - token: a secret of at least sixteen characters; one made by chance where it is nil.
    ///   - now: the time, for exports and judgments.
    /// - Throws: as `Ledger(path:access:)`.
    public init(
        ledger path: String, packs: [String] = [], nameCache: String? = nil, workshop: (any Workshop)? = nil,
        who: String = "somebody",
        token: String? = nil, now: @escaping @Sendable () -> Date
    ) throws {
        self.path = path
        self.packs = packs
        self.workshop = workshop
        self.who = who
        self.token = token ?? Self.chance()
        canWrite = FileManager.default.isWritableFile(atPath: path)
        names = NameDesk(packs: packs, cache: nameCache)
        self.now = now
        let first = try OpenLedger(ledger: Ledger(path: path, access: .reading), version: -1)
        ledgers.withLock { [first] in $0.append(first) }
    }

    /// Thirty-two hexadecimal digits that nobody can guess.
    private static func chance() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let digits = String(UInt32.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// Takes requests for these names of the host only; all others are answered with 403. A page elsewhere that has its name
    /// resolve to this machine gets nothing.
    public func allow(hosts names: [String]) { settings.withLock { $0.hosts.formUnion(names.map { $0.lowercased() }) } }

    /// From now on reading asks for the token too: once in the address, `?token=...`, then a cookie has it.
    public func askForToken() { settings.withLock { $0.asksForToken = true } }

    /// The answer to a request, complete with headers.
    public func answer(_ request: WebRequest) -> WebResponse {
        do {
            let entry = try admit(request)
            guard case .route(let route, let parts, let twin) = entry else {
                if case .answer(let answer) = entry { return answer.finished(for: request) }
                return Failure.page(500, "The page could not be made", "Try again.").finished(for: request)
            }
            return try withLedger { ledger in
                guard route.isKept else {
                    return try made(request, route, parts, twin, ledger).finished(for: request)
                }
                return try kept(request, route, parts, twin, ledger)
            }
        } catch let error as DragomanError {
            return Failure.page(error).finished(for: request)
        } catch {
            return Failure.page(500, "The page could not be made", "dragoman serve says more on its terminal.")
                .finished(for: request)
        }
    }

    private enum Admission {
        case route(Route, parts: [String], Twin)
        case answer(WebResponse)
    }

    /// What a request is for, or the answer that refuses it.
    private func admit(_ request: WebRequest) throws -> Admission {
        let settings = settings.withLock { $0 }
        guard let host = request.host?.lowercased(), settings.hosts.contains(host) else {
            return .answer(
                Failure.page(403, "This address is not served here", "Open the address that dragoman serve printed."))
        }
        guard let path = request.path else {
            return .answer(Failure.page(400, "That is no address of this site", "Start from the first page."))
        }
        if settings.asksForToken, !Assets.isOpen(path), let answer = challenge(request) { return .answer(answer) }
        let methods: [String: Route.Method] = ["GET": .get, "HEAD": .get, "POST": .post]
        if let method = methods[request.method], let (route, parts, twin) = Routes.find(path, method) {
            if method == .post, let refusal = try refusal(of: request, host: host) { return .answer(refusal) }
            return .route(route, parts: parts, twin)
        }
        let others = Route.Method.allCases.filter { Routes.find(path, $0) != nil }
        guard !others.isEmpty else {
            return .answer(
                Failure.page(404, "There is no such page", "Start from the first page, or search for a name."))
        }
        let allowed = others.flatMap { $0 == .get ? ["GET", "HEAD"] : ["POST"] }
        var answer = Failure.page(405, "That cannot be done here", "Use \(allowed[0]).")
        answer.headers.append(("Allow", allowed.joined(separator: ", ")))
        return .answer(answer)
    }

    /// Asks for the token where reading needs it; nil where the request has it.
    private func challenge(_ request: WebRequest) -> WebResponse? {
        if isToken(request.bearer) || isToken(request.cookie("dragoman")) { return nil }
        guard isToken(request.query("token")) else {
            return Failure.page(
                401, "This ledger is for those who have its token",
                "Open the address that dragoman serve printed; it has the token in it.")
        }
        var answer = WebResponse.further(WebPath(request.path ?? []))
        answer.headers.append(
            ("Set-Cookie", "dragoman=\(token); Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000"))
        return answer
    }

    /// The answer to a request to write that does not come from our own pages or does not have the token; nil for one that may write.
    private func refusal(of request: WebRequest, host: String) throws -> WebResponse? {
        if let origin = request.origin?.lowercased(), origin != "http://" + host, origin != "https://" + host {
            return Failure.page(403, "Another site may not write here", "Use the pages of this site.")
        }
        if isToken(request.bearer) { return nil }
        if isToken(try Form(request)["token"]) { return nil }
        return Failure.page(
            403, "Writing asks for the token",
            "Use the forms of these pages; they have it. The page may be of a server that was stopped: open it again.")
    }

    /// Compares in the same time whatever is wrong.
    private func isToken(_ text: String?) -> Bool {
        guard let text, text.utf8.count == token.utf8.count else { return false }
        return zip(text.utf8, token.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func made(_ request: WebRequest, _ route: Route, _ parts: [String], _ twin: Twin, _ ledger: Ledger) throws
        -> WebResponse
    {
        let visit = Visit(request: request, parts: parts, twin: twin, ledger: ledger, site: self, now: now())
        if route.method == .post {
            return try route.answer(visit) ?? Failure.missing
        }
        return try ledger.atOneMoment { try route.answer(visit) ?? Failure.missing }
    }

    /// The kept answer, where there is one for the ledger as it is; else one that is made and kept.
    private func kept(_ request: WebRequest, _ route: Route, _ parts: [String], _ twin: Twin, _ ledger: Ledger) throws
        -> WebResponse
    {
        let generation = cache.generation
        if let known = cache.answer(to: request.target, packed: request.takesGzip) {
            return known.unlessKnown(to: request)
        }
        let plain = try made(request, route, parts, twin, ledger)
        guard plain.status == 200 else { return plain.finished(for: request) }
        let whole = plain.completed
        let packed = whole.packed
        cache.keep(whole, packed, for: request.target, of: generation)
        return (request.takesGzip ? packed ?? whole : whole).unlessKnown(to: request)
    }

    private func withLedger<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
        var open =
            try ledgers.withLock { $0.popLast() }
            ?? OpenLedger(ledger: Ledger(path: path, access: .reading), version: -1)
        defer { ledgers.withLock { [open] in $0.append(open) } }
        let version = try open.ledger.fileVersion()
        if version != open.version {
            open.version = version
            cache.renew()
        }
        return try body(open.ledger)
    }

    /// Runs `body` with the ledger open for writing.
    func writing<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
        try body(Ledger(path: path, access: .writing))
    }

    /// The ledger open for reading, apart from those that answer requests.
    func watched() throws -> LedgerWatch { try LedgerWatch(Ledger(path: path, access: .reading)) }
}

/// Pages that say what is wrong and what to do.
enum Failure {
    static var missing: WebResponse {
        page(404, "The ledger holds nothing of that id", "It may have been rebuilt since; search for it.")
    }

    static func page(_ error: DragomanError) -> WebResponse {
        page(
            error.kind == .failure ? 500 : 400, error.message,
            error.advice ?? "dragoman serve says more on its terminal.", code: error.code)
    }

    static func page(_ status: Int, _ message: String, _ advice: String, code: String? = nil) -> WebResponse {
        .page(
            Frame.page("\(status)") {
                Markup.element("h1") { message }
                Markup.element("p") { advice }
                if let code { Markup.element("p", [.class("dim")]) { "DRG-\(code)" } }
                Markup.element("p") { Markup.element("a", [.page(WebPath())]) { "To the first page" } }
            }, status: status)
    }
}

import DragomanArguments
import DragomanText
import DragomanWeb
import Foundation

/// `dragoman serve`
enum ServeCommand: Action {
    private static let port = Option(
        "port", "the port to listen on; 0 for any free one", value: "PORT", kind: .integer(0...65_535), fallback: "8420"
    )
    private static let address = Option(
        "address", "the address of this machine to listen on; others than 127.0.0.1 ask readers for the token",
        value: "ADDRESS", fallback: "127.0.0.1")
    private static let open = Option(flag: "open", "open the first page in the browser")

    static let definition = Command(
        name: "serve", summary: "Show the ledger in a browser",
        discussion: [
            "The pages are served on this machine only, at 127.0.0.1, until Ctrl-C. Nothing is loaded from elsewhere, and all can be "
                + "read without JavaScript. Every page has a .json twin, lists have .csv, .atom and .rss twins; the page /api lists them.",
            "Articles can be added and judgments made there. Writing asks for a token that stands in the forms of the pages and on /api; "
                + "DRAGOMAN_TOKEN sets it. With --address, reading asks for it too: once in the address that is printed.",
            "Each request is a line on standard error: method, address, status and milliseconds.",
        ],
        examples: [
            Example("dragoman serve --open", "open the ledger in the browser"),
            Example("dragoman serve --port 0 --ledger trade.db", "another ledger, on any free port"),
        ],
        options: [port, address, open, Places.ledger, Judging.who, Places.model, Places.packs, Places.field])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let path = try Places.ledger(invocation, in: context, making: false)
        let token = context.environment["DRAGOMAN_TOKEN"].flatMap { $0.utf8.count >= 16 ? $0 : nil }
        let packs = try packs(invocation, in: context)
        let site = try Site(
            ledger: path, packs: packs, nameCache: NameMatching.cache(of: packs, in: context),
            workshop: WebWorkshop(ledger: path, invocation, in: context), who: Judging.who(invocation, in: context),
            token: token, now: context.now)
        let messages = context.messages
        let isQuiet = invocation.has(SharedOptions.quiet)
        let end = EndOfProgram()
        Self.allowManyConnections()
        let place = invocation.value(address) ?? "127.0.0.1"
        let server = try WebServer(address: place, port: invocation.value(port).flatMap(Int.init) ?? 8420) { request in
            let clock = ContinuousClock()
            let start = clock.now
            let answer = site.answer(request)
            if !isQuiet {
                let spent = start.duration(to: clock.now) / .milliseconds(1)
                messages.say(line(for: request, answer, milliseconds: Int(spent.rounded(.up))))
            }
            return answer
        }
        var hosts = [place]
        if place.hasPrefix("127.") { hosts += ["127.0.0.1", "localhost"] } else { site.askForToken() }
        site.allow(hosts: hosts.map { "\($0):\(server.port)" })
        let address =
            "http://\(place):\(server.port)/" + (place.hasPrefix("127.") ? "" : "?token=\(site.token)")
        try context.output.write(address + "\n")
        try context.output.flush()
        let telling = Task { await site.tellChanges(on: server) }
        if invocation.has(open) { show(address, messages) }
        for await _ in end.asked { break }
        telling.cancel()
        await telling.value
        server.stop()
        return .done
    }

    /// Lets the process hold as many connections as the server takes; the system's usual bound is below that.
    private static func allowManyConnections() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 8_192))
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// The folders of packs; none where none were named and none are there: the pages can be read without.
    private static func packs(_ invocation: Invocation, in context: Context) throws -> [String] {
        invocation.value(Places.packs) == nil
            ? (try? Places.packs(invocation, in: context)) ?? [] : try Places.packs(invocation, in: context)
    }

    /// A line of the log; a token in an address is left out.
    private static func line(for request: WebRequest, _ answer: WebResponse, milliseconds: Int) -> String {
        let target = request.target.contains("token=") ? String(request.target.prefix { $0 != "?" }) : request.target
        return "\(request.method) \(target.prefix(200)) \(answer.status) \(milliseconds) ms \(answer.body.count) bytes"
    }

    private static func show(_ address: String, _ messages: Messages) {
        let browser = Process()
        browser.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        browser.arguments = ["xdg-open", address]
        browser.standardOutput = FileHandle.nullDevice
        browser.standardError = FileHandle.nullDevice
        do { try browser.run() } catch { messages.say("no browser could be opened\nOpen \(address) yourself.") }
    }
}

/// Hears when the process is asked to end, by Ctrl-C or by another program, from the moment it is made.
private final class EndOfProgram {
    /// Gives one element each time.
    let asked: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        self.asked = asked
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { ask.yield() }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}

import DragomanArguments
import DragomanText
import DragomanWeb
import Foundation

/// `dragoman serve`
enum ServeCommand: Action {
    private static let port = Option(
        "port", "the port to listen on; 0 for any free one", value: "PORT", kind: .integer(0...65_535), fallback: "8420"
    )
    private static let open = Option(flag: "open", "open the first page in the browser")

    static let definition = Command(
        name: "serve", summary: "Show the ledger in a browser",
        discussion: [
            "The pages are served on this machine only, at 127.0.0.1, until Ctrl-C. Nothing is loaded from elsewhere, and all can be "
                + "read without JavaScript. Every page has a .json twin; the list of deals has .csv, .atom and .rss twins too.",
            "Each request is a line on standard error: method, address, status and milliseconds.",
        ],
        examples: [
            Example("dragoman serve --open", "open the ledger in the browser"),
            Example("dragoman serve --port 0 --ledger trade.db", "another ledger, on any free port"),
        ],
        options: [port, open, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let site = try Site(ledger: Places.ledger(invocation, in: context, making: false), now: context.now)
        let messages = context.messages
        let isQuiet = invocation.has(SharedOptions.quiet)
        let end = EndOfProgram()
        let server = try WebServer(port: invocation.value(port).flatMap(Int.init) ?? 8420) { request in
            let clock = ContinuousClock()
            let start = clock.now
            let answer = site.answer(request)
            if !isQuiet {
                let spent = start.duration(to: clock.now) / .milliseconds(1)
                messages.say(
                    "\(request.method) \(request.target.prefix(200)) \(answer.status) \(Int(spent.rounded(.up))) ms")
            }
            return answer
        }
        site.allow(hosts: ["127.0.0.1:\(server.port)", "localhost:\(server.port)"])
        let address = "http://127.0.0.1:\(server.port)/"
        try context.output.write(address + "\n")
        try context.output.flush()
        if invocation.has(open) { show(address, messages) }
        for await _ in end.asked { break }
        server.stop()
        return .done
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

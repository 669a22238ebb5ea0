import DragomanText
import LocalServer
import Synchronization
import Testing

@testable import DragomanCapture

/// Many addresses at once, and what is remembered of them.
struct FetchListTests {
    @Test("All are fetched, each host's in order, and what is found in them as well")
    func all() async throws {
        let server = try LocalServer { request in
            if request.path == "/robots.txt" { return .status(404) }
            return request.path == "/missing" ? .status(404) : .page(request.path)
        }
        defer { server.stop() }
        var first: [FetchTask<Int>] = []
        for host in 1...20 {
            for path in ["/a", "/missing", "/b"] {
                first.append(FetchTask(try address(server.address(path, host: "127.0.0.\(host)")), for: host))
            }
        }
        let deeper = try address(server.address("/deeper", host: "127.0.1.1"))
        var seen: [String] = []
        try await FetchList<Int>(localFetcher()).run(first) { task, result in
            #expect(task.address.host == "127.0.0.\(task.purpose)" || task.address == deeper)
            switch result {
            case .success(let answer): seen.append("\(task.purpose) \(answer.text ?? "")")
            case .failure(let error): seen.append("\(task.purpose) \(error.code)")
            }
            return task.purpose == 7 && task.address.path == "/a" ? [FetchTask(deeper, for: 99)] : []
        }
        #expect(seen.count == 61 && seen.contains("99 /deeper"))
        for host in 1...20 {
            let own = seen.filter { $0.hasPrefix("\(host) ") }
            #expect(own == ["\(host) /a", "\(host) W404", "\(host) /b"])
        }
    }

    @Test("A host that fails three times in a row is given up; others are not")
    func givenUp() async throws {
        let server = try LocalServer { $0.path == "/robots.txt" ? .status(404) : .page("text") }
        defer { server.stop() }
        var tasks: [FetchTask<Void>] = []
        for path in 0..<6 { tasks.append(FetchTask(try address("http://127.0.0.9:1/\(path)"), for: ())) }
        tasks.append(FetchTask(try address(server.address("/a")), for: ()))
        var codes: [String] = []
        try await FetchList<Void>(localFetcher()).run(tasks) { task, result in
            if case .failure(let error) = result { codes.append(error.code) }
            return []
        }
        #expect(codes == ["W004", "W004", "W004", "W017", "W017", "W017"])
        #expect(server.paths.last == "/a")
    }

    @Test("What consuming throws ends it")
    func thrown() async throws {
        let server = try LocalServer { $0.path == "/robots.txt" ? .status(404) : .page("text") }
        defer { server.stop() }
        let task = FetchTask(try address(server.address("/a")), for: ())
        await #expect(throws: CancellationError.self) {
            try await FetchList<Void>(localFetcher()).run([task, task]) { _, _ in throw CancellationError() }
        }
    }

    @Test("One request at a time to a host, whoever asks")
    func oneAtATime() async throws {
        let inside = Mutex((now: 0, most: 0))
        let server = try LocalServer { _ in
            inside.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            defer { inside.withLock { $0.now -= 1 } }
            return .page("text")
        }
        defer { server.stop() }
        let clock = MadeClock()
        let fetcher = localFetcher(clock: clock)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                let page = try address(server.address("/\(number)"))
                group.addTask { _ = try await fetcher.fetch(page) }
            }
            try await group.waitForAll()
        }
        #expect(inside.withLock { $0.most } == 1)
        #expect(clock.waits.count == server.paths.count - 1 && clock.waits.allSatisfy { $0 == 5 })
    }
}

/// What is remembered from run to run.
struct FetchJournalTests {
    private let feed = "https://example.org/feed"

    private func pages(_ numbers: ClosedRange<Int>) throws -> [WebAddress] {
        try numbers.map { try address("https://example.org/\($0)") }
    }

    @Test("A list that was cut short goes on where it stopped")
    func resumes() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/fetched"
        let feed = try address(feed)
        let pages = try pages(1...6)
        do {
            let journal = try FetchJournal(path: path, now: 0)
            journal.found(pages, in: feed)
            journal.read(feed, Validators(tag: "\"f\""), now: 100)
            journal.done(pages[0], Validators(tag: "\"1\""))
            journal.failed(pages[1], code: "W404", now: 100)
            journal.failed(pages[2], code: "W006", now: 100)
        }
        let journal = try FetchJournal(path: path, now: 200)
        #expect(journal.pending(of: feed, now: 200) == Array(pages[2...]))
        #expect(journal.state(of: pages[0]) == .done(Validators(tag: "\"1\"")))
        #expect(journal.lastRead(feed)?.at == 100 && journal.lastRead(feed)?.validators.tag == "\"f\"")
        #expect(journal.pending(of: feed, now: 100 + 8 * 86_400) == Array(pages[1...]), "a week later once more")
        journal.found(pages, in: feed)
        #expect(journal.state(of: pages[0]) == .done(Validators(tag: "\"1\"")), "known pages stay as they are")
    }

    @Test("A line that was cut off is passed over, and the next stands on its own")
    func cutOff() throws {
        let folder = try TemporaryFolder()
        let feed = try address(feed)
        let pages = try pages(1...3)
        let path = try folder.write(
            Array(
                """
                {"feed":"https://example.org/feed","page":"https://example.org/1","state":"found"}
                garbage
                {"feed":"https://example.org/feed","page":"https://exam
                """.utf8), to: "fetched")
        try FetchJournal(path: path, now: 0).found(pages, in: feed)
        #expect(try FetchJournal(path: path, now: 0).pending(of: feed, now: 0) == pages)
    }

    @Test("A long record is written anew, and says the same")
    func compacts() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/fetched"
        let feed = try address(feed)
        let pages = try pages(1...3)
        do {
            let journal = try FetchJournal(path: path, now: 0)
            for time in 0..<500 { journal.asked("example.org", at: Double(time)) }
            journal.record(robots: [0xFF, 0x0A], of: "https://example.org:443", at: 10)
            journal.found(pages, in: feed)
            journal.done(pages[0], Validators(tag: "\"1\""))
            journal.failed(pages[2], code: "W404", now: 7)
            journal.read(feed, Validators(), now: 100)
        }
        for _ in 0..<2 {
            let journal = try FetchJournal(path: path, now: 500)
            #expect(journal.lastAsked() == ["example.org": 499])
            #expect(journal.robots(of: "https://example.org:443", now: 500) == [0xFF, 0x0A])
            #expect(journal.robots(of: "https://example.org:443", now: 90_000) == nil)
            #expect(journal.pending(of: feed, now: 500) == [pages[1]])
            #expect(journal.state(of: pages[0]) == .done(Validators(tag: "\"1\"")))
            #expect(journal.state(of: pages[2]) == .failed(code: "W404", at: 7))
            #expect(journal.lastRead(feed)?.at == 100)
        }
        let lines = try CaptureReader().read(path).bytes.count { $0 == 0x0A }
        #expect(lines == 6)
    }

    @Test("Two that have it open at once do not lose each other's lines")
    func shared() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/fetched"
        let feed = try address(feed)
        let pages = try pages(1...2)
        let first = try FetchJournal(path: path, now: 0)
        for time in 0..<500 { first.asked("example.org", at: Double(time)) }
        let second = try FetchJournal(path: path, now: 0)
        first.found([pages[0]], in: feed)
        second.found([pages[1]], in: feed)
        #expect(try FetchJournal(path: path, now: 0).pending(of: feed, now: 0) == pages)
    }

    @Test("A place that cannot be written is an error")
    func unwritable() async throws {
        #expect(try await code { _ = try FetchJournal(path: "/no/such/folder/x", now: 0) } == "W018")
    }
}

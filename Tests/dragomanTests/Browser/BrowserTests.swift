import Foundation
import Testing

/// The pages in a real browser: Chromium, driven by Playwright.
@Suite(
    .enabled(if: Binary.model != nil, "make setup fetches the model"),
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/chromium"), "make setup installs Chromium"))
struct BrowserTests {
    private static let samples = [
        "sobol-1-agency", "sobol-2-reprint", "sobol-3-unsigned", "sobol-4-rewrite", "week-in-trade",
    ]

    @Test(.timeLimit(.minutes(10)))
    func peopleFindTheirWay() async throws {
        try await Scratch.with { scratch in
            let ledger = scratch.folder.appendingPathComponent("ledger.db").path
            let files = Self.samples.map { Self.file("Samples/\($0).txt") }
            let added = try await Binary.run(["add", "--ledger", ledger, "--quiet"] + files)
            try #require(added.code == 0, "\(added.errors)")
            let server = try RunningServer(ledger: ledger)
            defer { server.stop() }
            let result = try await Self.run(
                [
                    "bash", Self.file("Scripts/browser.sh"), Self.file("Tests/dragomanTests/Browser/flows.py"),
                    server.address, Self.file("Samples/engines-stake.txt"),
                ], scratch)
            #expect(result.code == 0, "\(result.output)")
        }
    }

    @Test(.timeLimit(.minutes(6)))
    func idleSlowAndEndlessClientsKeepNobodyOut() async throws {
        try await Scratch.with { scratch in
            let ledger = scratch.folder.appendingPathComponent("ledger.db").path
            let sample = Self.file("Samples/sobol-1-agency.txt")
            let added = try await Binary.run(["add", sample, "--ledger", ledger, "--quiet"])
            try #require(added.code == 0, "\(added.errors)")
            let server = try RunningServer(ledger: ledger)
            defer { server.stop() }
            let port = try #require(server.address.split(separator: ":").last?.dropLast())
            let script = Self.file("Tests/dragomanTests/Browser/strain.py")
            let result = try await Self.run(
                ["python3", script, String(port), "\(server.process.processIdentifier)"], scratch)
            #expect(result.code == 0, "\(result.output)")
        }
    }

    private static func file(_ name: String) -> String { Binary.repository.appendingPathComponent(name).path }

    /// Runs a program of the system and gives what it prints.
    private static func run(_ arguments: [String], _ scratch: Scratch) async throws -> (
        code: Int32, output: String
    ) {
        let output = try scratch.file("steps", "")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = process.standardOutput
        let code = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        return (code, String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }
}

/// `dragoman serve` on a port of its own.
final class RunningServer {
    let process = Process()
    /// Where its pages are, `http://127.0.0.1:PORT/`.
    let address: String

    init(ledger: String) throws {
        process.executableURL = Binary.url
        process.arguments = ["serve", "--port", "0", "--quiet", "--ledger", ledger]
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": URL(fileURLWithPath: ledger).deletingLastPathComponent().path,
            "DRAGOMAN_MODEL": Binary.model?.path ?? "",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        address = line.trimmingCharacters(in: .whitespacesAndNewlines)
        try #require(address.hasPrefix("http://127.0.0.1:"), "\(line)")
    }

    func stop() {
        guard process.isRunning else { return }
        process.interrupt()
        process.waitUntilExit()
    }
}

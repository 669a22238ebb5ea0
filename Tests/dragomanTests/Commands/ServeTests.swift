import Foundation
import Testing

/// `dragoman serve`, as its user starts and ends it.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct ServeTests {
    @Test(.timeLimit(.minutes(3))) func itServesUntilItIsToldToEnd() async throws {
        try await Scratch.with { scratch in
            let ledger = scratch.folder.appendingPathComponent("ledger.db").path
            let sample = Binary.repository.appendingPathComponent("Samples/sobol-1-agency.txt").path
            _ = try await Binary.run(["add", sample, "--ledger", ledger, "--quiet"])
            let server = Process()
            server.executableURL = Binary.url
            server.arguments = ["serve", "--port", "0", "--ledger", ledger]
            let (output, errors) = (Pipe(), Pipe())
            server.standardOutput = output
            server.standardError = errors
            try server.run()
            defer { if server.isRunning { server.terminate() } }
            let address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(address.hasPrefix("http://127.0.0.1:") && address.hasSuffix("/\n"))
            let page = try Self.fetched(address.dropLast() + "deals.csv")
            #expect(page.contains("GAZ Group"))
            server.interrupt()
            server.waitUntilExit()
            #expect(server.terminationStatus == 0 && server.terminationReason == .exit)
            let log = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            #expect(log.hasPrefix("dragoman: GET /deals.csv 200 "))
        }
    }

    @Test func withoutALedgerItSaysSo() async throws {
        try await Scratch.with { scratch in
            let result = try await Binary.run(["serve", "--port", "0", "--ledger", scratch.folder.path + "/none.db"])
            #expect(result.code == 2)
            #expect(result.errors.contains("none.db"))
        }
    }

    private static func fetched(_ address: String) throws -> String {
        let client = Process()
        client.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script =
            "import sys, urllib.request as r; sys.stdout.buffer.write(r.urlopen(sys.argv[1], timeout=60).read())"
        client.arguments = ["python3", "-c", script, address]
        let output = Pipe()
        client.standardOutput = output
        try client.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        client.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

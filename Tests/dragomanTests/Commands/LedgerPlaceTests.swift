import Foundation
import Testing

/// Ledgers in places where they cannot be, and of versions that are not ours.
@Suite struct LedgerPlaceTests {
    private static let article = Data(
        "Saipa sells cars\n\nSaipa will export 45,000 cars to Belarus, Omid Rezai said.\n".utf8)

    /// Makes a ledger that holds one article.
    private func makeLedger(in scratch: Scratch) async throws -> URL {
        let ledger = scratch.folder.appendingPathComponent("ledger.db")
        let article = try scratch.file("article.txt", Self.article)
        let result = try await Binary.run(["add", article.path, "--ledger", ledger.path])
        #expect(result.code == 0, "\(result.errors)")
        return ledger
    }

    @Test func thereIsNone() async throws {
        let result = try await Binary.run(["deals"])
        #expect(result.code == 2)
        #expect(result.errors.contains("there is no ledger at ") && result.errors.contains("[DRG-D010]\n"))
    }

    @Test(.enabled(if: Binary.model != nil, "make setup fetches the model")) func itIsOfANewerVersion() async throws {
        try await Scratch.with { scratch in
            let ledger = try await makeLedger(in: scratch)
            let before = try Data(contentsOf: ledger)
            // The version stands in the four bytes at 60 of an SQLite file.
            var newer = before
            newer.replaceSubrange(60..<64, with: [0, 0, 0, 99])
            try newer.write(to: ledger)
            for words in [["deals"], ["add", scratch.folder.appendingPathComponent("article.txt").path]] {
                let result = try await Binary.run(words + ["--ledger", ledger.path])
                #expect(result.code == 2)
                #expect(result.output == "")
                #expect(
                    result.errors.contains("was made by a newer Dragoman (schema 99) [DRG-D003]\n"), "\(result.errors)")
            }
            #expect(try Data(contentsOf: ledger) == newer)
        }
    }

    @Test func itIsSomeOtherFile() async throws {
        try await Scratch.with { scratch in
            let file = try scratch.file("article.txt", Self.article)
            let result = try await Binary.run(["add", file.path, "--ledger", file.path])
            #expect(result.code == 65)
            #expect(result.errors.contains("is not a ledger but some other file [DRG-D001]\n"))
            #expect(try Data(contentsOf: file) == Self.article)
        }
    }

    @Test(arguments: ["/proc/ledger.db", "/nonexistent/ledger.db"]) func nothingCanBeWrittenThere(path: String)
        async throws
    {
        try await Scratch.with { scratch in
            let file = try scratch.file("article.txt", Self.article)
            let result = try await Binary.run(["add", file.path, "--ledger", path])
            #expect(result.code == 2)
            #expect(result.output == "")
            #expect(result.errors.contains("[DRG-D00"), "\(result.errors)")
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere")) func thePlaceIsReadOnly() async throws {
        try await Scratch.with { scratch in
            let ledger = try await makeLedger(in: scratch)
            for (path, mode) in [(ledger.path, 0o444), (scratch.folder.path, 0o555)] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            }
            defer {
                try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.folder.path)
            }
            let result = try await Binary.run(["add", "/dev/stdin", "--ledger", ledger.path], input: Self.article)
            #expect(result.code == 2)
            #expect(result.errors.contains("the place is read-only [DRG-D004]\n"), "\(result.errors)")
            #expect(try await Binary.run(["articles", "--ledger", ledger.path]).code == 0)
        }
    }

    @Test(.enabled(if: Binary.model != nil, "make setup fetches the model")) func theDiskIsFull() async throws {
        try await Scratch.with { scratch in
            let disk = scratch.folder.appendingPathComponent("disk")
            try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
            guard getuid() == 0, try Self.mount(["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.path]) else {
                return  // A small disk can only be made by root where mounting is allowed.
            }
            defer { _ = try? Self.mount([disk.path], tool: "/bin/umount") }
            let ledger = disk.appendingPathComponent("ledger.db").path
            let small = try scratch.file("small.txt", Self.article)
            #expect(try await Binary.run(["add", small.path, "--ledger", ledger]).code == 0)
            try Self.fill(disk)
            let large = try scratch.file("large.txt", "A second text\n\nIt finds no room.\n")
            let result = try await Binary.run(["add", large.path, "--ledger", ledger])
            #expect(result.code == 2)
            #expect(
                result.errors.contains("the disk is full") && result.errors.contains("[DRG-D005]\n"), "\(result.errors)"
            )
            let articles = try await Binary.run(["articles", "--ledger", ledger])
            #expect(articles.code == 0)
            #expect(articles.output.contains("Saipa sells cars"))
            #expect(!articles.output.contains("A second text"))
        }
    }

    /// Writes into the folder until nothing more goes in.
    private static func fill(_ folder: URL) throws {
        let file = folder.appendingPathComponent("filler")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        while (try? handle.write(contentsOf: Data(count: 4096))) != nil {}
    }

    private static func mount(_ arguments: [String], tool: String = "/bin/mount") throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}

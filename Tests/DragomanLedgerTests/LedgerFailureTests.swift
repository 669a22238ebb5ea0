import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// Whatever is wrong with the place or the file is said plainly, and nothing is lost or half-written.
struct LedgerFailureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func code(_ path: String, _ access: Ledger.Access) -> String? {
        #expect(throws: DragomanError.self) { _ = try Ledger(path: path, access: access, patience: 50) }?.code
    }

    @Test(arguments: [
        "x", "Not a ledger at all, only a text that happens to be here.", String(repeating: "\0", count: 5000),
    ])
    func `another sort of file is refused and left alone`(content: String) throws {
        let path = folder("file")
        try content.write(toFile: path, atomically: false, encoding: .utf8)
        #expect(code(path, .writing) == "D001")
        #expect(code(path, .reading) == "D001")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    }

    @Test func `the database of another program is refused and left alone`() throws {
        let other = try Database(path: folder("other.db"), mode: .writing, busyMilliseconds: 0)
        try other.run("CREATE TABLE notes (text)")
        let before = FileManager.default.contents(atPath: folder("other.db"))
        #expect(code(folder("other.db"), .writing) == "D002")
        #expect(FileManager.default.contents(atPath: folder("other.db")) == before)
    }

    @Test func `a ledger of a newer version is refused`() throws {
        do {
            let ledger = try Ledger(path: folder("l.db"), access: .writing)
            try ledger.database.run("PRAGMA user_version = \(Schema.version + 1)")
        }
        #expect(code(folder("l.db"), .writing) == "D003")
        #expect(code(folder("l.db"), .reading) == "D003")
    }

    @Test func `there must be a ledger to read`() throws {
        #expect(code(folder("none.db"), .reading) == "D010")
        #expect(!FileManager.default.fileExists(atPath: folder("none.db")))
    }

    @Test func `a folder and a missing folder are said to be the matter`() {
        #expect(code(folder.path, .writing) == "D007")
        #expect(code(folder("missing/l.db"), .writing) == "D007")
    }

    @Test func `an empty file becomes a ledger`() throws {
        try Data().write(to: URL(fileURLWithPath: folder("l.db")))
        let ledger = try Ledger(path: folder("l.db"), access: .writing)
        #expect(try ledger.counts().articles == 0)
    }

    @Test func `a name with signs that mean something in addresses is a name`() throws {
        let path = folder("a?mode=memory#1 %41é.db")
        _ = try Ledger(path: path, access: .writing)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `on a full disk the article is refused whole and what was there is kept`() throws {
        let ledger = try Ledger(path: folder("l.db"), access: .writing)
        let reports = Sobol.all
        try reports[0].add(to: ledger)
        let deals = try ledger.deals()
        let pages = try ledger.database.number("PRAGMA page_count") ?? 0
        try ledger.database.run("PRAGMA max_page_count = \(pages)")
        var big = reports[1]
        big.article = .init(
            text: big.article.text + [UInt8](repeating: 0x61, count: 100_000), blocks: big.article.blocks)
        let error = #expect(throws: DragomanError.self) { try big.add(to: ledger) }
        #expect(error?.code == "D005")
        #expect(try ledger.deals() == deals)
        try ledger.database.run("PRAGMA max_page_count = 100000")
        try big.add(to: ledger)
        #expect(try ledger.counts().articles == 2)
    }

    @Test func `a second writer waits, then says so`() throws {
        let first = try Ledger(path: folder("l.db"), access: .writing)
        let second = try Ledger(path: folder("l.db"), access: .writing, patience: 20)
        let reader = try Ledger(path: folder("l.db"), access: .reading)
        try first.database.run("BEGIN IMMEDIATE")
        let error = #expect(throws: DragomanError.self) { try Sobol.all[0].add(to: second) }
        #expect(error?.code == "D006")
        #expect(try reader.counts().articles == 0)
        try first.database.run("COMMIT")
        try Sobol.all[0].add(to: second)
        #expect(try reader.counts().articles == 1)
    }

    @Test func `a ledger opened for reading cannot be written`() throws {
        _ = try Ledger(path: folder("l.db"), access: .writing)
        let reader = try Ledger(path: folder("l.db"), access: .reading)
        let error = #expect(throws: DragomanError.self) { try Sobol.all[0].add(to: reader) }
        #expect(error?.code == "D004")
    }

    @Test func `in a read-only place a ledger is read, and adding is refused`() async throws {
        let path = folder("l.db")
        do {
            let ledger = try Ledger(path: path, access: .writing)
            for report in Sobol.all { try report.add(to: ledger) }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        // The superuser may write anywhere, so a child takes off that hat first.
        await #expect(processExitsWith: .success) { [path = path as String] in
            if geteuid() == 0 { try #require(seteuid(65534) == 0) }
            let reader = try Ledger(path: path, access: .reading)
            #expect(try reader.deals().count == 2)
            let error = #expect(throws: DragomanError.self) { _ = try Ledger(path: path, access: .writing) }
            #expect(error?.code == "D004")
            let fresh = #expect(throws: DragomanError.self) { _ = try Ledger(path: path + ".new", access: .writing) }
            #expect(fresh?.code == "D007")
        }
    }

    @Test func `a damaged ledger is said to be damaged`() throws {
        do {
            let ledger = try Ledger(path: folder("l.db"), access: .writing)
            for report in Sobol.all { try report.add(to: ledger) }
        }
        let path = folder("l.db")
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        for page in 1..<20 {
            try file.seek(toOffset: UInt64(page * 4096))
            try file.write(contentsOf: Data(repeating: 0xA5, count: 64))
        }
        try file.close()
        let error = #expect(throws: DragomanError.self) {
            let ledger = try Ledger(path: folder("l.db"), access: .reading)
            _ = try ledger.deals()
        }
        #expect(error?.code == "D008")
    }
}

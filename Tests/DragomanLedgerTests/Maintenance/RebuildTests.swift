import DragomanCapture
import DragomanClaims
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// A ledger is a function of what it was given.
struct RebuildTests {
    private let folder: TemporaryFolder
    private static let mark = ReaderMark(
        model: .init(name: "model", sha256: "aa"), packs: [.init(name: "pack", sha256: "bb")], program: "0.1.0")

    init() throws { folder = try TemporaryFolder() }

    private static let reports =
        Sobol.all
        + (0..<12).map { number in
            Report(
                "Paper \(number)", "2024-0\(1 + number % 6)-1\(number % 7)",
                [
                    (
                        "GAZ sends \(number) vans to Cuba, the paper says, and more later.",
                        .made(
                            .supply, number % 3 == 0 ? .planned : .underway, ["GAZ"], in: ["Cuba", "Peru"],
                            Sobol.van, n: Double(number), undertaking: 1)
                    ),
                    (
                        "Another plan is for Cuba too.",
                        .made(.supply, .planned, ["GAZ"], in: ["Cuba"], n: 7, undertaking: 2)
                    ),
                ])
        } + [Report("Undated", nil, [("GAZ in Cuba.", .made(.supply, .done, ["GAZ"], in: ["Cuba"], Sobol.van))])]

    /// Reads captures as `reports` has them, and rebuilds.
    private func rebuild(_ path: String, stopAfter stop: Int = .max) throws {
        let known = Dictionary(uniqueKeysWithValues: Self.reports.map { ($0.capture.sha256, $0) })
        let rebuild = try Rebuild(of: path)
        var read = 0
        while let captures = try rebuild.next() {
            for kept in captures {
                read += 1
                if read > stop { return }
                let report = try #require(known[kept.sha256])
                try rebuild.add(kept, article: report.article, claims: report.claims, reader: Self.mark)
            }
        }
        try rebuild.finish()
    }

    private func make(_ name: String, _ reports: [Report], judged: Bool) throws -> String {
        let ledger = try Ledger(path: folder(name), access: .writing)
        for report in reports { try report.add(to: ledger) }
        if judged {
            let deals = try ledger.deals().sorted { $0.id < $1.id }
            let time = Date(timeIntervalSince1970: 1_700_000_200)
            func make(_ act: Judgment.Act, _ deals: [Deal], field: String? = nil, value: String? = nil) throws {
                _ = try ledger.judge(
                    JudgmentRequest(
                        act, JudgedSubject(.deal, deals.map { .init(claims: $0.keys) }), field: field, value: value,
                        who: "Mira"), at: time)
            }
            try make(.merge, [deals[0], deals[1]])
            try make(.reject, [deals[2]])
            try make(.edit, [deals[0]], field: "stage", value: "stalled")
            _ = try ledger.enter(
                EnteredClaim(
                    fields: ["kind": "supply", "stage": "denied", "actor": "GAZ", "place": "Cuba"], words: "Not so.",
                    source: "ministry", date: "2024-05-05", who: "Mira"), at: time)
        }
        return folder(name)
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    @Test func `a rebuilt ledger is the same to the last byte whatever the order of adding`() throws {
        var generator = Seeded(seed: 7)
        let first = try make("0.db", Self.reports, judged: false)
        let digest = try Ledger(path: first, access: .reading).digest()
        try rebuild(first)
        let expected = try bytes(first)
        #expect(!FileManager.default.fileExists(atPath: first + "-wal"))
        #expect(!FileManager.default.fileExists(atPath: first + ".rebuilding"))
        for order in 1...5 {
            let path = try make("\(order).db", Self.reports.shuffled(using: &generator), judged: false)
            #expect(try Ledger(path: path, access: .reading).digest() == digest)
            try rebuild(path)
            #expect(try bytes(path) == expected)
        }
    }

    @Test func `judgments and entered claims are applied again`() throws {
        var generator = Seeded(seed: 8)
        var files: [Data] = []
        for name in ["a.db", "b.db"] {
            let path = try make(name, Self.reports.shuffled(using: &generator), judged: true)
            let deals = try Ledger(path: path, access: .reading).deals()
            let judgments = try Ledger(path: path, access: .reading).judgments()
            try rebuild(path)
            let after = try Ledger(path: path, access: .reading)
            #expect(try after.deals() == deals)
            #expect(try after.judgments() == judgments)
            #expect(try after.verify().faults == [])
            files.append(try bytes(path))
        }
        #expect(files[0] == files[1])
    }

    @Test func `rebuilding again changes nothing, and what is derived was right before`() throws {
        let path = try make("l.db", Self.reports.reversed(), judged: true)
        let head = try Ledger(path: path, access: .reading).verify().head
        try rebuild(path)
        let once = try bytes(path)
        try rebuild(path)
        #expect(try bytes(path) == once)
        #expect(try Ledger(path: path, access: .reading).verify(against: head).entriesSince == 0)
        #expect(try Ledger(path: path, access: .reading).database.number("SELECT count(*) FROM readers") == 1)
    }

    @Test func `an interrupted rebuild leaves the ledger as it was`() throws {
        let path = try make("l.db", Self.reports, judged: true)
        let before = try Ledger(path: path, access: .reading).deals()
        try rebuild(path, stopAfter: 3)
        #expect(!FileManager.default.fileExists(atPath: path + ".rebuilding"))
        let ledger = try Ledger(path: path, access: .writing)
        #expect(try ledger.deals() == before)
        #expect(try ledger.verify().faults == [])
        try Sobol.report("Afterwards", "2024-05-17").add(to: ledger)
    }

    @Test func `while somebody has the ledger open it is not replaced`() throws {
        let path = try make("l.db", Sobol.all, judged: false)
        let reader = try Ledger(path: path, access: .reading)
        _ = try reader.deals()
        let rebuild = try Rebuild(of: path)
        while let captures = try rebuild.next() { for kept in captures { try rebuild.keep(kept) } }
        let error = #expect(throws: DragomanError.self) { try rebuild.finish(patience: 20) }
        #expect(error?.code == "D006")
        #expect(try reader.deals().count == 2)
    }

    @Test func `while it goes on others read but do not add`() throws {
        let path = try make("l.db", Self.reports, judged: false)
        let rebuild = try Rebuild(of: path)
        #expect(try Ledger(path: path, access: .reading).counts().articles == Self.reports.count)
        let error = #expect(throws: DragomanError.self) { _ = try Ledger(path: path, access: .writing, patience: 20) }
        #expect(error?.code == "D006")
        _ = rebuild.total
    }

    @Test func `who still has the old ledger open cannot write into it any more`() throws {
        let path = try make("l.db", Self.reports, judged: false)
        try rebuild(path)
        let old = try Ledger(path: path, access: .writing)
        let copy = folder("copy.db")
        _ = try old.backup(to: copy)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: copy, toPath: path)
        let error = #expect(throws: DragomanError.self) { try Sobol.report("New", "2024-06-01").add(to: old) }
        #expect(error?.code == "D017")
    }

    @Test func `a capture that cannot be read any more is kept`() throws {
        let path = try make("l.db", Sobol.all, judged: false)
        let rebuild = try Rebuild(of: path)
        while let captures = try rebuild.next() { for kept in captures { try rebuild.keep(kept) } }
        try rebuild.finish()
        let ledger = try Ledger(path: path, access: .reading)
        #expect(try ledger.counts() == LedgerCounts(articles: 0, claims: 0, deals: 0))
        #expect(try ledger.holds(Sobol.all[0].capture))
        #expect(try ledger.verify().faults == [])
    }
}

/// Numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

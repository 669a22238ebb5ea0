import DragomanCapture
import DragomanClaims
import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// However many articles share a phrase, a word or a party, what is derived does not tell in which order they came.
struct OrderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Sentences that every article is put together from, so that each stands in far more articles than are looked at.
    private static let pool = [
        "The Orlan Works of Tver shipped forty graders to the copper mines of the Zambian north.",
        "Drivers are taught for three weeks at a school that the works keep beside the railway.",
        "Spare parts lie in a warehouse in Windhoek, from which they reach any mine within a day.",
        "The bank of Lusaka lends the buyers four fifths of the price for seven years.",
        "A second assembly hall in Kitwe was promised by the county before the rains set in.",
        "Graders of the new series burn a tenth less fuel, the test house at Nakuru found.",
        "Customs let the machines pass without duty under the treaty of the lakes.",
        "Mechanics from Tver stay for a year and hand over to those they have taught.",
        "The ministry of roads counted nine hundred kilometres that no grader had ever seen.",
        "Used machines are taken back at a fifth of their price and broken up in Beira.",
        "The railway offered flat wagons for the graders at the price of coal.",
        "Rains washed the road to Chingola away, and the convoy waited for eleven days.",
    ]

    private static let reports: [Report] = {
        var random = Seeded(seed: 31)
        return (0..<90).map { number in
            let chosen = pool.shuffled(using: &random).prefix(3 + number % 3)
            let day = Int.random(in: 1...28, using: &random)
            let date = number % 9 == 0 ? nil : "2024-0\(1 + number % 2)-\(day < 10 ? "0" : "")\(day)"
            let stage = Stage.allCases[Int.random(in: 2...5, using: &random)]
            let sentences = chosen.enumerated().map { place, sentence in
                (
                    "\(sentence) No. \(place == 0 ? number : place).",
                    place > 1
                        ? nil
                        : Claim.made(
                            .supply, stage, ["Orlan"], in: place == 0 ? ["Zambia"] : ["Zambia", "Angola"],
                            n: Double(10 * Int.random(in: 1...4, using: &random)), undertaking: place) as Claim?
                )
            }
            return Report("Paper \(number % 20)", date, sentences)
        }
    }()

    private func ledger(_ name: String, _ reports: [Report]) throws -> Ledger {
        let ledger = try Ledger(path: folder(name), access: .writing)
        for report in reports { try report.add(to: ledger) }
        return ledger
    }

    @Test(arguments: [1, 2]) func `a crowd of alike articles gives the same ledger in any order`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let inOrder = Self.reports.sorted {
            ($0.article.published?.description ?? "9") < ($1.article.published?.description ?? "9")
        }
        let one = try ledger("one.db", seed == 1 ? inOrder : inOrder.reversed())
        let other = try ledger("other.db", Self.reports.shuffled(using: &random))
        for table in Schema.areas.filter({ $0.nature == .derived }).flatMap(\.tables) {
            let (left, right) = try (
                RowSums.stored(for: table, in: one.database), RowSums.stored(for: table, in: other.database)
            )
            #expect(left ?? RowSums.Sum() == right ?? RowSums.Sum(), "\(table)")
        }
        #expect(try one.verify().faults == [])
        // The test is one of crowds: some phrase, word and party stand in more articles than are looked at.
        func most(_ table: String) throws -> Int {
            try one.database.number("SELECT count(*) AS many FROM \(table) GROUP BY key ORDER BY many DESC LIMIT 1")
                ?? 0
        }
        #expect(try most("family_keys") > 2 * FamilyTable.order.reach)
        #expect(try most("strand_keys") > 2 * StrandTable.reach)
    }

    /// Articles of words that are mixed anew, so that none is a copy of another and each word stands in many.
    private static let mixtures: [Report] = {
        var random = Seeded(seed: 77)
        let words = (0..<36).map {
            "\(["Tar", "Bel", "Kon", "Mur", "Vel", "Ost"][$0 % 6])\(["ino", "ava", "esk"][$0 % 3])\($0)x"
        }
        return (0..<70).map { number in
            let text = (0..<24).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(
                separator: " ")
            let day = Int.random(in: 10...28, using: &random)
            return Report("Paper \(number)", number % 8 == 0 ? nil : "2024-03-\(day)", [(text + ".", nil)])
        }
    }()

    @Test func `stories of a crowd that shares its words are those that all at once give`() throws {
        var random = Seeded(seed: 5)
        let one = try ledger("one.db", Self.mixtures)
        let other = try ledger("other.db", Self.mixtures.shuffled(using: &random))
        #expect(try one.digest() == other.digest())
        var stories = StoryIndex()
        for report in Self.mixtures {
            stories.add(
                StableID.article(sha256: report.capture.sha256),
                StoryProfile(report.article.text, blocks: report.article.blocks),
                day: report.article.published?.span.lowerBound)
        }
        let all = try stories.stories()
        for (id, story) in all {
            let base = try one.database.firstText("SELECT base FROM story_nodes WHERE family = ?", [.text(id)])
            #expect(base == story)
        }
        let crowd = "SELECT count(*) AS many FROM story_keys GROUP BY key ORDER BY many DESC LIMIT 1"
        #expect(try one.database.number(crowd) ?? 0 > 2 * StoryCandidates.reach)
    }

    @Test func `what comes of it article by article is what all at once give`() throws {
        let ledger = try ledger("l.db", Self.reports)
        var families = FamilyIndex()
        var stories = StoryIndex()
        var ids: [String] = []
        for report in Self.reports {
            let id = StableID.article(sha256: report.capture.sha256)
            let (article, published) = (report.article, Strand.day(of: report.article.published))
            families.add(
                FamilyText(
                    id: id, text: article.text, blocks: article.blocks, outlet: article.outlet, wire: article.wire),
                day: published)
            ids.append(id)
        }
        let found = families.families
        let stored = try ids.map { try FamilyTable.family(of: $0, in: ledger.database) }
        #expect(stored == ids.map { found[$0] })
        for (id, report) in zip(ids, Self.reports) where found[id] == id {
            stories.add(
                id, StoryProfile(report.article.text, blocks: report.article.blocks),
                day: report.article.published?.span.lowerBound)
        }
        let all = try stories.stories()
        for (id, story) in all {
            #expect(
                try ledger.database.firstText("SELECT base FROM story_nodes WHERE family = ?", [.text(id)]) == story)
        }
        #expect(try ledger.database.number("SELECT count(*) FROM story_nodes") == all.count)
    }
}

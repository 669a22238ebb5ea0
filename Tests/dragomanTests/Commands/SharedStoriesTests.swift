import Foundation
import Testing

/// What the bundled samples say together: an agency's text, two copies of it and a rewriting, through the commands.
@Suite(.enabled(if: Binary.model != nil, "make setup fetches the model")) struct SharedStoriesTests {
    private static let samples = Binary.repository.appendingPathComponent("Samples").path

    /// A ledger of the samples.
    private static func withLedger(_ body: ([String]) async throws -> Void) async throws {
        try await Scratch.with { scratch in
            let place = ["--ledger", scratch.folder.appendingPathComponent("l.db").path]
            #expect(try await Binary.run(["add", samples, "--quiet"] + place).code == 0)
            try await body(place)
        }
    }

    private static func json<Value: Decodable>(_ type: Value.Type, _ words: [String]) async throws -> Value {
        try JSONDecoder().decode(type, from: Data(try await Binary.run(words + ["--json"]).output.utf8))
    }

    private struct Deal: Decodable {
        struct Support: Decodable, Equatable { let reports: Int, families: Int, origins: Int }
        struct Origin: Decodable { let kind: String, name: String, reports: Int, families: Int }
        struct Difference: Decodable {
            struct Side: Decodable { let outlet: String?, evidence: String }
            let kind: String, field: String, source: Side, other: Side
        }
        struct Related: Decodable { let id: String, relation: String, why: String, reports: Int }
        struct Claim: Decodable { let id: String, outlet: String?, party: Bool, stage: String }
        let id: String, kind: String, stage: String
        let support: Support, origins: [Origin], disagreements: [Difference], claims: [Claim]
        let related: [Related]?
    }
    private struct Deals: Decodable { let deals: [Deal] }

    private static func deal(_ kind: String, in place: [String]) async throws -> Deal {
        let deals = try await json(Deals.self, ["deals", "--kind", kind, "--party", "GAZ"] + place).deals
        return try #require(deals.max { $0.support.reports < $1.support.reports })
    }

    @Test func fourReportsAreTwoTextsAndOneOrigin() async throws {
        try await Self.withLedger { place in
            let deal = try await Self.deal("certification", in: place)
            #expect(deal.support == Deal.Support(reports: 4, families: 2, origins: 1))
            #expect(deal.origins.map(\.name) == ["Pavel Artemyev"])
            #expect(deal.origins.map(\.kind) == ["person"])
            let listed = try await Binary.run(["deals", "--kind", "certification"] + place).output
            #expect(listed.contains("2 texts, 1 origin"))
            let shown = try await Binary.run(["show", deal.id] + place).output
            #expect(shown.contains("4 reports, 2 texts, 1 origin"))
        }
    }

    @Test func theThreeDistortionsAreFoundAndNoFalseOne() async throws {
        struct List: Decodable {
            struct Row: Decodable { let deal: String, statement: String, disagreements: [Deal.Difference] }
            let deals: [Row]
        }
        try await Self.withLedger { place in
            let found = try await Self.json(List.self, ["disagreements"] + place).deals.flatMap(\.disagreements)
            #expect(found.map(\.kind) == ["distortion", "distortion", "distortion"])
            #expect(Set(found.map(\.field)) == ["stage", "quantity"])
            let stages = found.filter { $0.field == "stage" }.map(\.other.evidence)
            #expect(stages.contains { $0.hasPrefix("Vietnam has certified the Sobol NN") })
            #expect(stages.contains { $0.hasPrefix("GAZ is to assemble the model in Da Nang") })
            #expect(found.allSatisfy { $0.other.outlet == "Far Meridian Auto" && $0.source.outlet != $0.other.outlet })
            let quantity = try #require(found.first { $0.field == "quantity" })
            #expect(quantity.source.evidence.contains("1,200 vans"))
            #expect(quantity.other.evidence.contains("12,000"))
            let text = try await Binary.run(["disagreements", "--kind", "distortion", "--limit", "1"] + place).output
            #expect(text.contains("distortion: ") && text.hasSuffix("in the newest 1 of 3 deals\n"))
            #expect(try await Binary.run(["disagreements", "--kind", "definition"] + place).code == 1)
        }
    }

    @Test func aDealLeadsToThoseToldWithIt() async throws {
        try await Self.withLedger { place in
            let id = try await Self.deal("certification", in: place).id
            let related = try #require(try await Self.json(Deal.self, ["show", id] + place).related)
            let supply = try await Self.deal("supply", in: place).id
            let link = try #require(related.first { $0.id == supply })
            #expect(link.relation == "waiting" && link.why == "waits for this certification")
            let back = try #require(try await Self.json(Deal.self, ["show", supply] + place).related)
            #expect(back.first { $0.id == id }?.why == "the certification it waits for")
            let text = try await Binary.run(["show", supply] + place).output
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("RELATED (") && words.contains("the certification it waits for"))
        }
    }

    @Test func theStoryHasItsCopiesAndWhatEachChanged() async throws {
        struct Stories: Decodable {
            struct Story: Decodable {
                struct Article: Decodable { let id: String, outlet: String? }
                let id: String, families: Int, articles: [Article]
            }
            let stories: [Story]
        }
        struct Relations: Decodable {
            struct Copy: Decodable { let article: Stories.Story.Article, kept: Int? }
            struct Original: Decodable { let article: String, reason: String }
            let previous: Stories.Story.Article?, copies: [Copy], original: Original?, news: [String]
        }
        try await Self.withLedger { place in
            let stories = try await Self.json(Stories.self, ["stories"] + place).stories
            let story = try #require(stories.first { $0.articles.contains { $0.outlet == "Mekong Wire" } })
            #expect(story.articles.map(\.outlet).contains("Far Meridian Auto"))
            #expect(story.articles.count == 4 && story.families == 2)
            let wire = try #require(story.articles.first { $0.outlet == "Mekong Wire" }).id
            let relations = try await Self.json(Relations.self, ["show", wire] + place)
            #expect(relations.copies.count == 3)
            #expect(relations.original?.article == wire && relations.original?.reason == "credited")
            let rewrite = try #require(story.articles.first { $0.outlet == "Far Meridian Auto" }).id
            let late = try await Self.json(Relations.self, ["show", rewrite] + place)
            #expect(late.previous?.outlet == "Saigon Motor Daily")
            #expect(!late.news.isEmpty)
            #expect(try await Binary.run(["stories", "--all"] + place).output.hasSuffix("7 stories\n"))
        }
    }

    @Test func storiesAreSplitMergedAndUndone() async throws {
        struct Article: Decodable { let id: String, outlet: String? }
        struct Articles: Decodable { let articles: [Article] }
        try await Self.withLedger { place in
            let articles = try await Self.json(Articles.self, ["articles"] + place).articles
            let rewrite = try #require(articles.first { $0.outlet == "Far Meridian Auto" }).id
            let other = try #require(articles.first { $0.outlet == "Compass Trade Weekly" }).id
            func count() async throws -> String {
                let lines = try await Binary.run(["stories", "--all"] + place).output.split(separator: "\n")
                return String(lines.last ?? "")
            }
            let before = try await count()
            #expect(try await Binary.run(["judge", "split", "--story", String(rewrite.prefix(6))] + place).code == 0)
            #expect(try await count() == "8 stories")
            #expect(try await Binary.run(["judge", "merge", "--story", rewrite, other] + place).code == 0)
            #expect(try await count() == before)
            let again = try await Binary.run(["judge", "split", "--story", rewrite, other] + place)
            #expect(again.code == 64 && again.errors.contains("nothing would stay"))
            #expect(try await Binary.run(["judge", "confirm", "--story", rewrite] + place).code == 64)
            #expect(try await Binary.run(["undo", "2"] + place).code == 0)
            #expect(try await Binary.run(["undo", "1"] + place).code == 0)
            #expect(try await count() == before)
            let stories = try await Binary.run(["stories"] + place).output
            #expect(try await Binary.run(["judge", "split", "--story", rewrite] + place).code == 0)
            #expect(try await Binary.run(["rebuild", "--quiet"] + place).code == 0)
            #expect(try await count() == "8 stories")
            #expect(try await Binary.run(["undo", "5"] + place).code == 0)
            #expect(try await Binary.run(["stories"] + place).output == stories)
        }
    }

    @Test func claimsAreEditedSplitOffAndMergedBack() async throws {
        try await Self.withLedger { place in
            let deal = try await Self.deal("certification", in: place)
            let wrong = try #require(deal.claims.first { $0.outlet == "Far Meridian Auto" }).id
            func run(_ words: [String]) async throws -> Int32 { try await Binary.run(words + place).code }

            // An edited claim tells what its source tells: no distortion is left.
            let edit = ["judge", "edit", "--claim", wrong, "--field", "stage", "--value", "underway"]
            #expect(try await run(edit) == 0)
            #expect(try await Self.deal("certification", in: place).disagreements.isEmpty)
            #expect(try await Self.deal("certification", in: place).stage != "done")
            #expect(try await run(["undo", "1"]) == 0)
            #expect(try await Self.deal("certification", in: place).disagreements.map(\.kind) == ["distortion"])

            // Split off, it is a deal of its own, until it is merged or that is undone.
            #expect(try await run(["judge", "split", wrong, "--why", "another van"]) == 0)
            #expect(try await Self.deal("certification", in: place).support.reports == 3)
            #expect(try await Self.json(Deal.self, ["show", wrong] + place).support.reports == 1)
            #expect(try await run(["judge", "merge", deal.id, wrong]) == 0)
            #expect(try await Self.deal("certification", in: place).support.reports == 4)
            #expect(try await run(["undo", "4"]) == 0)
            #expect(try await run(["undo", "3"]) == 0)
            let after = try await Self.deal("certification", in: place)
            #expect(after.claims.map(\.id) == deal.claims.map(\.id) && after.stage == deal.stage)

            // An edit of the deal stands in the list; its claims stay as they are.
            #expect(try await run(["judge", "edit", deal.id, "--field", "stage", "--value", "stalled"]) == 0)
            let edited = try await Self.deal("certification", in: place)
            #expect(edited.stage == "stalled" && edited.claims.map(\.stage) == deal.claims.map(\.stage))
            #expect(try await run(["judge", "edit", deal.id, "--field", "stage", "--value", "nearly"]) == 64)
            #expect(try await run(["verify"]) == 0)
        }
    }

    @Test func whatWasHeardElsewhereIsCountedComparedAndTakenBack() async throws {
        try await Self.withLedger { place in
            let entered = try await Binary.run(
                [
                    "enter", "--kind", "certification", "--stage", "denied", "--actor", "GAZ Group", "--place",
                    "Vietnam",
                    "--goods", "van Sobol NN", "--words", "No certificate has been issued.", "--source",
                    "Vietnam Register", "--on", "2024-05-22", "--who", "Mira",
                ] + place)
            #expect(entered.code == 0)
            let deal = try await Self.deal("certification", in: place)
            #expect(deal.support == Deal.Support(reports: 5, families: 3, origins: 2))
            #expect(deal.disagreements.map(\.kind).contains("dispute"))
            let claim = try #require(deal.claims.first { $0.outlet == "Vietnam Register" }).id
            #expect(try await Binary.run(["rebuild", "--quiet"] + place).code == 0)
            #expect(try await Self.deal("certification", in: place).support.reports == 5)
            #expect(try await Binary.run(["judge", "reject", "--claim", claim] + place).code == 0)
            #expect(try await Self.deal("certification", in: place).support.reports == 4)
        }
    }
}

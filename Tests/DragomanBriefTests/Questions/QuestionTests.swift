import DragomanClaims
import DragomanLedger
import DragomanPage
import DragomanText
import Testing

@testable import DragomanBrief

/// What one asks a ledger, over one story at its source and in a rewriting that says more.
struct QuestionTests {
    private let plain = TerminalStyle(width: 100)

    private func answer<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
        try MadeLedger.with([try Story.agency(), try Story.rewriting()], body)
    }

    @Test func `a timeline has the first report of each stage and the deals' own dates, the oldest first`() throws {
        let timeline = try answer { try Timeline(of: $0) }
        try Snapshot.check(timeline.text(plain), "timeline.txt")
        let days = timeline.events.map(\.date.span.lowerBound)
        #expect(days == days.sorted())
        #expect(timeline.events.contains { $0.date == CoarseDate(year: 2024) && $0.what == .due })
        #expect(timeline.events.filter { $0.what == .reported(.underway) }.map(\.date.description) == ["2024-05-16"])
        let late = try answer { try Timeline(of: $0, DealFilter(since: CoarseDate(iso: "2024-05-17"))) }
        #expect(
            late.events.allSatisfy { $0.date.span.upperBound >= CoarseDate(iso: "2024-05-17")?.span.lowerBound ?? 0 })
        #expect(late.events.contains { $0.what == .reported(.done) })
        let one = try answer { try Timeline(of: $0, limit: 1) }
        #expect(one.events == Array(timeline.events.suffix(1)) && one.total == timeline.total)
        #expect(one.table.note?.contains("the newest 1 of \(timeline.total) events") == true)
    }

    @Test func `a network joins who does it to whom it is done with, else to where`() throws {
        let network = try answer { try Network(of: $0) }
        try Snapshot.check(network.text(plain), "network.txt")
        #expect(Set(network.nodes.map(\.name)).isSuperset(of: ["GAZ Group", "Truong Minh Auto", "Vietnam"]))
        #expect(network.edges.contains { $0.from == "gaz" && $0.to == "truong minh auto" && $0.kind == .supply })
        #expect(network.edges.contains { $0.from == "gaz" && $0.to == "vietnam" && $0.kind == .certification })
        let small = try answer { try Network(of: $0, limit: 2) }
        #expect(small.nodes.count == 2 && small.nodesLeftOut == network.nodes.count - 2)
        #expect(
            small.edges.allSatisfy { edge in
                Set(small.nodes.map(\.id)).isSuperset(of: [edge.from, edge.to])
            })
    }

    @Test func `flows run from the maker's country to the buyer's`() throws {
        let flows = try answer { try Flows(of: $0) }
        #expect(flows.flows.map(\.from) == ["Russia"] && flows.flows.map(\.to) == ["Vietnam"])
        #expect(flows.flows.first?.deals.count == 2 && flows.flows.first?.vehicles == 1200)
        #expect(flows.dealsWithout == 1)
        #expect(CountryName.of("country/bosnia-and-herzegovina") == "Bosnia and Herzegovina")
    }

    @Test func `an outlet that hardens a source's word distorts, and who was first is counted`() throws {
        let outlets = try answer { try Outlets(of: $0).outlets }
        let rows = Dictionary(outlets.map { ($0.name, $0) }) { one, _ in one }
        let (wire, rewriter) = (try #require(rows["Mekong Wire"]), try #require(rows["Far Meridian Auto"]))
        #expect(
            wire.articles == 1 && wire.deals == 3 && wire.contested == 1 && wire.first == 1 && wire.distorted.isEmpty)
        #expect(rewriter.deals == 1 && rewriter.first == 0 && rewriter.distorted.count == 1)
        #expect(try answer { try Outlets(of: $0, named: "meridian") }.outlets.map(\.name) == ["Far Meridian Auto"])
    }

    @Test func `a copy of another outlet's text is counted on both sides`() throws {
        let text = (0..<40).map { "Sentence number \($0) tells of vans, buses and the harbour of Haiphong." }
        let outlets = try MadeLedger.with([
            MadeArticle("Vans", outlet: "Mekong Wire", published: "2024-05-16", source: "a.txt", [text]),
            MadeArticle(
                "Vans", outlet: "Red River Gazette", published: "2024-05-17", source: "b.txt", [text + ["So it was."]]),
        ]) { try Outlets(of: $0).outlets }
        let rows = Dictionary(outlets.map { ($0.name, $0) }) { one, _ in one }
        #expect(rows["Mekong Wire"]?.copied == 1 && rows["Mekong Wire"]?.copies == 0)
        #expect(rows["Red River Gazette"]?.copies == 1 && rows["Red River Gazette"]?.copied == 0)
    }

    @Test func `what changed since a day is new, moved or told again`() throws {
        let since = try #require(CoarseDate(iso: "2024-05-18"))
        let news = try answer { try NewsSince(of: $0, since: since) }
        try Snapshot.check(news.text(plain), "changes.txt")
        let change = try #require(news.changes.first)
        #expect(news.changes.count == 1 && change.what == .moved && change.before == .underway && change.stage == .done)
        #expect(change.reports.map(\.publisher) == ["Far Meridian Auto"] && change.isDisputed)
        let all = try answer { try NewsSince(of: $0, since: CoarseDate(year: 2024)) }
        #expect(all.changes.count == 3 && all.changes.allSatisfy { $0.what == .new })
        let none = try answer { try NewsSince(of: $0, since: CoarseDate(year: 2025)) }
        #expect(none.changes.isEmpty && none.text(plain) == "Nothing changed since 2025.\n")
        let summary = all.summary(2)
        #expect(summary.sentences.count == 2 && summary.sentences.allSatisfy { !$0.sources.isEmpty })
    }

    @Test func `a deal's summary is sentences of its fields with numbered sources`() throws {
        let deals = try answer { try $0.deals(DealFilter(kinds: [.certification])) }
        let deal = try #require(deals.first)
        let summary = StatedSummary(of: deal, sentences: 10)
        try Snapshot.check(summary.text(plain), "deal-summary.txt")
        #expect(summary.sentences.first?.text == deal.statement)
        #expect(summary.sentences.contains { $0.text.contains("underway") && $0.text.contains("done") })
        for count in [0, 1, 3, 5] {
            let shorter = StatedSummary(of: deal, sentences: count)
            #expect(shorter.sentences == Array(summary.sentences.prefix(count)))
            let named = Set(shorter.sentences.flatMap(\.sources))
            #expect(named == Set(shorter.sources.isEmpty ? [] : Array(1...shorter.sources.count)))
        }
    }

    @Test func `deals are chosen by country, origins and contradictions`() throws {
        func kinds(_ change: (inout DealFilter) -> Void) throws -> [ClaimKind] {
            var filter = DealFilter()
            change(&filter)
            return try answer { ledger in
                let deals = try ledger.deals(filter)
                #expect(try ledger.count(filter) == deals.count)
                var walked: [String] = []
                try ledger.eachDeal(filter) { walked.append($0.id) }
                #expect(walked == deals.map(\.id))
                return deals.map(\.kind)
            }
        }
        #expect(try kinds { $0.isDisputed = true } == [.certification])
        #expect(try kinds { $0.leastOrigins = 1 }.count == 3)
        #expect(try kinds { $0.leastOrigins = 9 }.isEmpty)
        #expect(Set(try kinds { $0.country = "vietnam" }) == [.certification, .supply])
        #expect(try kinds { ($0.country, $0.isDisputed) = ("vietnam", true) } == [.certification])
        #expect(try kinds { ($0.party, $0.isDisputed) = ("Truong", true) }.isEmpty)
    }

    @Test func `a story's summary takes from several articles and says nothing twice`() throws {
        let (one, other) = (try Story.agency(), try Story.rewriting())
        let parts = [one, other].map { made in
            (
                entry: ArticleEntry(capture: made.capture, article: made.article, claims: made.claims.count),
                part: Summary.Part(article: made.article, sentences: made.sentences, claims: made.claims)
            )
        }
        let extract = Extract(title: "A story", of: parts, sentences: 5)
        #expect(
            extract.sentences.count == 5 && extract.sources.map(\.publisher) == ["Mekong Wire", "Far Meridian Auto"])
        for sentence in extract.sentences {
            let part = parts.first { $0.entry.id == extract.sources[sentence.source - 1].id }?.part
            #expect(part?.article.text.string(sentence.sentence.range) == sentence.sentence.text)
        }
        try Snapshot.check(extract.text(plain), "story-summary.txt")
    }

    @Test(arguments: [64, 80, 100]) func `no table is wider than the terminal`(width: Int) throws {
        let style = TerminalStyle(width: width)
        let pages = try answer { ledger in
            [
                try Timeline(of: ledger).text(style), try Network(of: ledger).text(style),
                try Flows(of: ledger).text(style), try Outlets(of: ledger).text(style),
            ]
        }
        for line in pages.joined().split(separator: "\n") {
            #expect(TextWidth.of(String(line)) <= width, "\(line)")
        }
    }
}

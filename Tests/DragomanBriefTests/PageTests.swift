import DragomanClaims
import DragomanLedger
import DragomanText
import Testing

@testable import DragomanBrief

/// Every page as people see it.
struct PageTests {
    private let plain = TerminalStyle(width: 80)

    /// A ledger in a folder that is taken away again; gives its deals and articles.
    private func ledger(_ articles: [MadeArticle]) throws -> (deals: [Deal], articles: [ArticleEntry]) {
        try MadeLedger.with(articles) { (try $0.deals(), try $0.articles()) }
    }

    @Test func `a brief`() throws {
        let brief = try Story.agency().brief()
        try Snapshot.check(brief.text(plain), "brief.txt")
        try Snapshot.check(brief.text(TerminalStyle(width: 50)), "brief-narrow.txt")
        try Snapshot.check(brief.text(TerminalStyle(width: 80, colour: true)), "brief-colour.txt")
        try Snapshot.check(try brief.json(), "brief.json")
    }

    @Test func `a brief of an article without deals`() throws {
        let made = MadeArticle("Rain", [["It rained in Minsk.", "Nobody sold anything to anybody that day."]])
        try Snapshot.check(try made.brief(1).text(plain), "brief-empty.txt")
    }

    @Test func `deals, a deal and articles`() throws {
        let ledger = try ledger([try Story.agency(), try Story.rewriting()])
        try Snapshot.check(DealList(ledger.deals).text(plain), "deals.txt")
        try Snapshot.check(DealList(ledger.deals).text(TerminalStyle(width: 60)), "deals-narrow.txt")
        try Snapshot.check(DealList(ledger.deals).text(TerminalStyle(width: 100, colour: true)), "deals-colour.txt")
        let certification = try #require(ledger.deals.first { $0.kind == .certification })
        let supply = try #require(ledger.deals.first { $0.kind == .supply })
        try Snapshot.check(DealPage(certification).text(plain), "show.txt")
        try Snapshot.check(DealPage(certification).text(TerminalStyle(colour: true)), "show-colour.txt")
        try Snapshot.check(try DealPage(certification).json(), "show.json")
        try Snapshot.check(DealPage(supply).text(plain), "show-values.txt")
        try Snapshot.check(ArticleList(ledger.articles).text(plain), "articles.txt")
        try Snapshot.check(try ArticleList(ledger.articles).json(), "articles.json")
        #expect(DealList([]).text(plain) == "No deals.\n")
        #expect(ArticleList([]).text(plain) == "No articles.\n")
    }

    @Test(arguments: [40, 60, 75, 76, 80, 100])
    func `no line is wider than the terminal`(width: Int) throws {
        var made = try Story.agency()
        made.claims[0].actor = ["東風汽車公司と日産自動車の合弁会社", String(repeating: "x", count: 130)]
        let ledger = try ledger([made])
        let style = TerminalStyle(width: width)
        let pages =
            [
                try made.brief().text(style), DealList(ledger.deals).text(style),
                ArticleList(ledger.articles).text(style),
            ] + ledger.deals.map { DealPage($0).text(style) }
        for line in pages.joined().split(separator: "\n") { #expect(TextWidth.of(String(line)) <= width, "\(line)") }
    }

    @Test func `colours add nothing but colours`() throws {
        let brief = try Story.agency().brief()
        let coloured = brief.text(TerminalStyle(width: 80, colour: true))
        let bare = coloured.replacing(/\u{1B}\[[0-9]+m/, with: "")
        #expect(coloured != bare)
        #expect(bare == brief.text(plain))
    }

    @Test func `the stages can be told apart without colour or words`() {
        #expect(Set(Stage.allCases.map(\.sign)).count == Stage.allCases.count)
        #expect(Stage.allCases.allSatisfy { TextWidth.of($0.label(plain)) == Stage.labelWidth })
    }

    @Test func `a claim on nobody's word is shown so`() throws {
        #expect(try Story.agency().brief().text(plain).contains("no source named"))
    }
}

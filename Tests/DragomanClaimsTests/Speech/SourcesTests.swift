import Testing

@testable import DragomanClaims

@Suite struct SourcesTests {
    private func statement(_ name: String, _ content: Range<Int>..., cue: Int? = nil, reporting: Range<Int>? = nil)
        -> Statement
    {
        Statement(content: content, cue: cue, speaker: Speaker(name: name), reporting: reporting)
    }

    @Test func theInnermostStatementOwnsAStretch() {
        let sources = Sources([statement("Outer", 0..<30), statement("Inner", 10..<20)])
        #expect(sources.source(of: 12..<18)?.speaker?.name == "Inner")
        #expect(sources.source(of: 2..<8)?.speaker?.name == "Outer")
        #expect(sources.source(at: 10)?.speaker?.name == "Inner")
        #expect(sources.source(at: 20)?.speaker?.name == "Outer")
    }

    @Test func twoThirdsOfAStretchAreEnough() {
        let sources = Sources([statement("Lee", 0..<10)])
        #expect(sources.source(of: 4..<13)?.speaker?.name == "Lee")
        #expect(sources.source(of: 5..<13) == nil)
        #expect(sources.source(of: 10..<13) == nil)
        #expect(sources.source(of: 0..<0) == nil)
    }

    @Test func reportingWordsCountForTheirStatement() {
        let sources = Sources([statement("Lee", 6..<10, cue: 5, reporting: 0..<6)])
        #expect(sources.source(of: 0..<10)?.speaker?.name == "Lee")
    }

    @Test func contentOnBothSidesOfTheReportingWordsIsOne() {
        let sources = Sources([statement("Lee", 0..<4, 7..<11, cue: 5, reporting: 4..<7)])
        #expect(sources.source(of: 0..<11)?.speaker?.name == "Lee")
        #expect(sources.source(at: 5)?.speaker?.name == "Lee")
        #expect(sources.source(at: 4) == nil)
    }

    @Test func statementsOfOneSpeakerAddUp() {
        let sources = Sources([statement("Lee", 0..<5), statement("Lee", 5..<10), statement("Obst", 10..<12)])
        #expect(sources.source(of: 0..<12)?.speaker?.name == "Lee")
    }

    @Test func thousandsOfNestedStatementsAreSwept() {
        let count = 20_000
        let sources = Sources(
            (0..<count).map { Statement(content: [$0..<2 * count - $0], cue: nil, speaker: Speaker(name: "\($0)")) })
        #expect(sources.source(at: count)?.speaker?.name == "\(count - 1)")
        #expect(sources.source(at: 0)?.speaker?.name == "0")
    }
}

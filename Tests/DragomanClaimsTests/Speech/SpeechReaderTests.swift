import DragomanLanguage
import DragomanNames
import DragomanText
import Foundation
import Testing

@testable import DragomanClaims

@Suite struct SpeechReaderTests {
    /// What stands in `Fixtures/cases.txt`: every bracket of every construction has the source told there.
    @Test(arguments: try SpeechCase.all())
    func construction(_ given: SpeechCase) throws {
        let statements = SpeechReader(words: try SpeechCase.words())
            .statements(in: given.named, published: CoarseDate(year: 2024, month: 5, day: 17), outlet: given.outlet)
        let sources = Sources(statements)
        #expect(!given.expectations.isEmpty)
        for expected in given.expectations {
            let words = given.named.analysis.text.string(given.named.analysis.bytes(expected.tokens))
            let found = sources.source(of: expected.tokens)
            let parts = expected.source?.components(separatedBy: " | ") ?? []
            #expect(describe(found) == (parts.isEmpty ? nil : Array(parts.prefix(4))), "\(words)")
            if parts.count > 4 { #expect(found?.said?.description == parts[4], "\(words)") }
        }
    }

    private func describe(_ statement: Statement?) -> [String]? {
        statement.map { statement in
            let speaker = statement.speaker
            let via = statement.via.isEmpty ? nil : statement.via.joined(separator: ", ")
            return [speaker?.name, speaker?.role, speaker?.org, via].map { $0 ?? "-" }
        }
    }

    @Test func anArticleWithoutWordsHasNoStatements() throws {
        let empty = Analysis(text: [], tokens: [], sentences: [], entities: [], nounChunks: [], blocks: [])
        let named = NamedAnalysis(analysis: empty, mentions: [], identities: [])
        #expect(SpeechReader(words: try SpeechCase.words()).statements(in: named, published: nil, outlet: nil).isEmpty)
        #expect(Sources([]).source(of: 0..<10) == nil)
    }
}

import DragomanText
import Testing

@testable import DragomanClaims

@Suite struct SpeechWordsTests {
    private func read(_ table: String) throws -> SpeechWords {
        try SpeechWords(table: Array(table.utf8), file: "test.speech")
    }

    @Test func aWordMayStandUnderSeveralKinds() throws {
        let words = try read("say: report, claim\n# a comment\n\nrumour: claim # another\n")
        #expect(words.kinds(of: "report") == .say)
        #expect(words.kinds(of: "claim") == [.say, .rumour])
        #expect(words.kinds(of: "table").isEmpty)
    }

    @Test func officesOnOneLineStandForOneAnother() throws {
        let words = try read("office: ambassador, envoy\noffice: mayor\n")
        #expect(words.sameOffice("envoy", "ambassador"))
        #expect(!words.sameOffice("envoy", "mayor"))
    }

    @Test(arguments: [
        ("say report", "C201", "test.speech:1:1"),
        ("say: tell\n  syay: add", "C202", "test.speech:2:3"),
        ("say: tell,, add", "C203", "test.speech:1:11"),
        ("say: tell, add, tell", "C204", "test.speech:1:17"),
    ])
    func aMistakeIsNamedWithItsPlace(_ table: String, _ code: String, _ place: String) throws {
        let error = #expect(throws: DragomanError.self) { try read(table) }
        #expect(error?.code == code)
        #expect(error?.message.hasPrefix(place) == true)
    }

    @Test func theTableThatShipsIsRead() throws {
        let words = try SpeechCase.words()
        #expect(words.kinds(of: "say").contains(.say))
        #expect(words.kinds(of: "deny").isSuperset(of: [.say, .deny]))
    }
}

import Foundation
import Testing

@testable import dragoman

@Suite struct PageCommandTests {
    private static let page = """
        <html lang="en"><head><title>Buses for the north</title><meta name="author" content="Ann Writer"></head><body>
        <h1>Buses for the north</h1>
        <p>The maker of buses in Tabriz will send the first of its <script>alert(1)</script>new &lt;b&gt; models to the north.</p>
        <p>Read more: ten buses</p>
        <p>He did not say how many of them there would be, or what they would cost the buyers.</p>
        <div class="share"><p>Share this story with everyone</p></div></body></html>
        """

    private func run(_ options: [String], input: String = page) async throws -> Binary.Result {
        try await Binary.run(["page", "-"] + options, input: Data(input.utf8))
    }

    @Test func theArticleStandsUnderWhatIsKnownOfIt() async throws {
        let result = try await run([])
        #expect(result.code == 0)
        #expect(
            result.output == """
                Author: Ann Writer
                Language: en

                Buses for the north

                The maker of buses in Tabriz will send the first of its new <b> models to the north.

                He did not say how many of them there would be, or what they would cost the buyers.

                """)
    }

    @Test func markdownEscapesWhatItWouldRead() async throws {
        let output = try await run(["--markdown"]).output
        #expect(output.hasPrefix("# Buses for the north\n\nThe maker"))
        #expect(output.contains("new \\<b\\> models"))
    }

    @Test func htmlHoldsNothingOfThePage() async throws {
        let output = try await run(["--html"]).output
        #expect(output.hasPrefix("<article>\n<h1>Buses for the north</h1>\n<p>The maker"))
        #expect(output.contains("new &lt;b&gt; models"))
        #expect(!output.contains("<script"))
    }

    @Test func jsonNamesKindRangeAndReasonOfEachBlock() async throws {
        let output = try await run(["--json"]).output
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        let blocks = value?["blocks"] as? [[String: Any]]
        #expect(value?["title"] as? String == "Buses for the north")
        #expect(value?["authors"] as? [String] == ["Ann Writer"])
        #expect((value?["text"] as? String)?.hasPrefix("The maker") == true)
        #expect(blocks?.map { $0["kind"] as? String } == ["headline", "paragraph", "paragraph"])
        #expect(blocks?.first?["range"] as? [Int] == [0, 19])
        #expect(blocks?.last?["why"] as? String == "running")
    }

    @Test func whyTellsOfWhatWasLeftOut() async throws {
        let output = try await run(["--why"]).output
        #expect(output.contains("- Read more: ten buses\n    left out: worded as furniture\n"))
        #expect(output.contains("- Share this story with everyone\n    left out: its class names it furniture\n"))
        #expect(output.contains("    kept: running text in the body of the article\n"))
    }

    @Test func aBatchAnswersEachRequestWithALine() async throws {
        try await Scratch.with { scratch in
            let file = try scratch.file("a.html", Self.page)
            let requests = """
                {"id":"1","path":"\(file.path)","url":"https://www.herald.example/buses"}
                {"id":"2","path":"nowhere.html"}

                """
            let result = try await Binary.run(["page", "--batch"], input: Data(requests.utf8))
            let lines = result.output.split(separator: "\n")
            #expect(result.code == 0)
            #expect(lines.count == 2)
            #expect(lines.first?.hasPrefix("{\"id\":\"1\",\"title\":\"Buses for the north\"") == true)
            #expect(lines.last?.hasPrefix("{\"id\":\"2\",\"error\":\"there is no file nowhere.html") == true)
        }
    }

    @Test(arguments: [
        (["page", "-", "--json", "--html"], "", Int32(64), "DRG-A030"), (["page"], "", 64, "DRG-A031"),
        (["page", "--batch", "a.html"], "", 64, "DRG-A031"), (["page", "--batch"], "{}\n", 65, "DRG-P010"),
        (["page", "-"], "<html><body><a href=/>Home</a></body></html>", 65, "DRG-P001"),
    ])
    func whatIsWrongIsSaid(words: [String], input: String, code: Int32, message: String) async throws {
        let result = try await Binary.run(words, input: Data(input.utf8))
        #expect(result.code == code)
        #expect(result.errors.contains(message))
    }
}

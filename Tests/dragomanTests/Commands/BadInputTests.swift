import Foundation
import Testing

/// What nobody means to give a program, and what it says to it.
@Suite struct BadInputTests {
    /// Expects an exit code, silence on standard output, and a message with this code and some advice.
    private func expect(
        _ result: Binary.Result, code: Int32, message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(result.code == code, sourceLocation: sourceLocation)
        #expect(result.output == "", sourceLocation: sourceLocation)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.first?.hasPrefix("dragoman: ") == true, "\(result.errors)", sourceLocation: sourceLocation)
        #expect(lines.first?.contains(message) == true, "\(result.errors)", sourceLocation: sourceLocation)
        #expect(lines.count == 2, "\(result.errors)", sourceLocation: sourceLocation)
    }

    static let readers = ["read", "explain", "claims", "analyze"]

    @Test(arguments: readers) func aMissingFile(command: String) async throws {
        expect(
            try await Binary.run([command, "nowhere.txt"]), code: 2, message: "there is no file nowhere.txt [DRG-F001]")
    }

    @Test(arguments: ["read", "explain", "analyze"]) func aFolder(command: String) async throws {
        expect(try await Binary.run([command, "/tmp"]), code: 65, message: "/tmp is a folder, not a file [DRG-F002]")
    }

    @Test(arguments: [Data(), Data("\n\n \n".utf8)]) func anEmptyFile(content: Data) async throws {
        try await Scratch.with { scratch in
            let file = try scratch.file("empty.txt", content)
            expect(try await Binary.run(["read", file.path]), code: 65, message: "empty.txt is empty [DRG-F003]")
            expect(
                try await Binary.run(["read", "-"], input: content), code: 65,
                message: "standard input is empty [DRG-F003]")
        }
    }

    @Test func aBinaryFile() async throws {
        let program = try FileHandle(forReadingFrom: Binary.url)
        defer { try? program.close() }
        let head = try #require(try program.read(upToCount: 1 << 20))
        try await Scratch.with { scratch in
            let tool = try scratch.file("tool", head)
            expect(try await Binary.run(["read", tool.path]), code: 65, message: "is a program, not text [DRG-F005]")
            let file = try scratch.file("noise.txt", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) }))
            expect(try await Binary.run(["read", file.path]), code: 65, message: "[DRG-F005]")
        }
    }

    @Test func fiftyMegabytesOfText() async throws {
        try await Scratch.with { scratch in
            let line = Data("Saipa will export cars to Belarus, the ministry said on Monday, March 20.\n".utf8)
            var text = Data()
            while text.count < 50 << 20 { text.append(text.isEmpty ? line : text) }
            let file = try scratch.file("large.txt", text)
            expect(try await Binary.run(["read", file.path]), code: 65, message: "larger than 32 MB")
            expect(try await Binary.run(["read", "-"], input: text), code: 65, message: "larger than 32 MB")
        }
    }

    @Test func invalidUTF8IsStillRead() async throws {
        let wrong = Data([0xC3, 0x28, 0xFF, 0xF0, 0x9F])
        let text = Data("Saipa sells cars\n\nSaipa sold ".utf8) + wrong + Data(" cars.\n".utf8)
        let result = try await Binary.run(["read", "-", "--stop-after", "article"], input: text)
        #expect(result.code == 0)
        #expect(result.errors == "")
        #expect(result.output.contains("Saipa sold ") && result.output.contains(" cars.\n"))
    }

    @Test func aPackWithAMistake() async throws {
        try await Scratch.with { scratch in
            let packs = scratch.folder.appendingPathComponent("Packs")
            try FileManager.default.copyItem(at: Binary.repository.appendingPathComponent("Packs"), to: packs)
            let rules = packs.appendingPathComponent("automotive/rules/mine.rules")
            try "claim suply\n  <actor> {sell} <goods> to <place>\n".write(to: rules, atomically: true, encoding: .utf8)
            let article = try scratch.file("article.txt", "Cars\n\nSaipa sells cars to Belarus.\n")
            let result = try await Binary.run(["read", article.path, "--packs", packs.path])
            expect(result, code: 65, message: "automotive/rules/mine.rules:1:7")
        }
    }

    @Test func aPackWhoseExampleFails() async throws {
        try await Scratch.with { scratch in
            let packs = scratch.folder.appendingPathComponent("Packs")
            try FileManager.default.copyItem(at: Binary.repository.appendingPathComponent("Packs"), to: packs)
            let rules = packs.appendingPathComponent("automotive/rules/mine.rules")
            try """
            claim supply
              <actor> {lend} <goods> to <place>
                example: Saipa lent cars to Belarus.
                         actor Saipa; place Cuba

            """.write(to: rules, atomically: true, encoding: .utf8)
            let article = try scratch.file("article.txt", "Cars\n\nSaipa sells cars to Belarus.\n")
            let result = try await Binary.run(["read", article.path, "--packs", packs.path])
            expect(result, code: 65, message: "automotive/rules/mine.rules:3:5: place is Belarus, not Cuba [DRG-C130]")
            let check = try await Binary.run(["pack", "check", "--packs", packs.path])
            #expect(check.code == 65 && check.output == "")
            #expect(check.errors.contains("[DRG-C130]") && check.errors.contains("1 of the examples"))
        }
    }

    @Test func aPackThatIsNotThere() async throws {
        expect(try await Binary.run(["pack", "check", "nowhere"]), code: 65, message: "nowhere")
    }

    @Test func noModel() async throws {
        let result = try await Binary.run(["analyze", "-", "--model", "/nonexistent"], input: Data("Text.".utf8))
        expect(result, code: 2, message: "[DRG-L001]")
    }

    @Test(
        .enabled(if: Binary.model != nil, "make setup fetches the model"),
        arguments: ["parser/model", "tok2vec/model", "tagger/model", "ner/model", "tokenizer"])
    func aDamagedModel(file: String) async throws {
        let model = try #require(Binary.model)
        try await Scratch.with { scratch in
            // A model reached through a link is copied, not the link: what is damaged here is never the user's.
            let copy = scratch.folder.appendingPathComponent("model")
            try FileManager.default.copyItem(at: model.resolvingSymlinksInPath(), to: copy)
            let damaged = copy.appendingPathComponent(file)
            let size = try Data(contentsOf: damaged).count
            try FileHandle(forWritingTo: damaged).truncate(atOffset: UInt64(size / 2))
            let result = try await Binary.run(["analyze", "-", "--model", copy.path], input: Data("Text.".utf8))
            expect(result, code: 65, message: "[DRG-L002]")
        }
    }
}

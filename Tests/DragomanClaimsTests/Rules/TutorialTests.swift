import DragomanNames
import DragomanText
import Foundation
import Testing

@testable import DragomanClaims

/// `Docs/rule-tutorial.md` does what it says.
struct TutorialTests {
    /// The pack's files as the page shows them: path and text.
    private static func files() throws -> [(path: String, text: String)] {
        let page = try String(contentsOfFile: "\(Workbench.root)/Docs/rule-tutorial.md", encoding: .utf8)
        var files: [(String, String)] = []
        for part in page.components(separatedBy: "`boats/").dropFirst() {
            let pieces = part.components(separatedBy: "```\n")
            guard pieces.count > 1, let end = pieces[0].firstIndex(of: "`") else { continue }
            files.append((String(pieces[0][..<end]), pieces[1]))
        }
        return files
    }

    /// Writes the pack, changed by `edit`, and loads it on the world pack.
    private static func pack<Result>(
        _ edit: (String) -> String = { $0 }, _ use: (Pack, KnowledgeBase) throws -> Result
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tutorial-\(UUID().uuidString)/boats")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        for (path, text) in try files() {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try edit(text).write(to: file, atomically: true, encoding: .utf8)
        }
        let packs = ["\(Workbench.root)/Packs/world", folder.path]
        return try use(Pack(folders: packs), KnowledgeBase(packs: packs))
    }

    @Test func itsPackIsWhole() throws {
        #expect(try Self.files().map(\.path) == ["names/yards.txt", "words/boats.words", "rules/supply.rules"])
    }

    @Test func itsExamplesHold() throws {
        let bench = try Workbench.shared.get()
        try Self.pack { pack, knowledge in
            let recognizer = NameRecognizer(knowledge)
            let failures = try ClaimReader(pack: pack, knowledge: knowledge).failedExamples { sentences in
                try sentences.map { try bench.named($0, by: recognizer) }
            }
            #expect(failures.isEmpty)
            #expect(pack.ruleCount == 1 && pack.exampleCount == 2 && pack.remarks().isEmpty)
        }
    }

    @Test func itsMistakeIsToldAsItSays() throws {
        let misspelt = { (text: String) in text.replacingOccurrences(of: "<actor>", with: "<actr>") }
        let error = #expect(throws: DragomanError.self) { try Self.pack(misspelt, { _, _ in }) }
        #expect(error?.message == "boats/rules/supply.rules:2:3: there is no role \"actr\"")
        #expect(error?.advice == "Did you mean \"actor\"?")
    }

    @Test func theSameRuleAgainIsShadowed() throws {
        let twice = { (text: String) in
            guard let start = text.range(of: "  <actor>") else { return text }
            return text + text[start.lowerBound...]
        }
        #expect(try Self.pack(twice, { pack, _ in pack.remarks().map(\.code) }) == ["C134"])
    }
}

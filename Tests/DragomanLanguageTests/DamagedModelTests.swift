import DragomanLanguage
import DragomanText
import Foundation
import Testing

/// Whatever stands in a model folder, loading it ends in a pipeline or in an error that says what to do.
@Suite(.serialized) struct DamagedModelTests {
    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? DragomanError)?.code ?? "\(type(of: error))"
        }
    }

    @Test func aMissingFolderIsNamed() {
        #expect {
            try Pipeline(model: "/nowhere/model")
        } throws: { error in
            let text = "\(error)"
            return text.contains("DRG-L001") && text.contains("/nowhere/model") && text.contains("make setup")
        }
    }

    @Test func anotherModelIsNamed() throws {
        try InstalledModel.withCopy { folder in
            let meta = #"{"lang":"de","name":"core_news_sm","version":"3.8.0"}"#
            try Data(meta.utf8).write(to: URL(fileURLWithPath: folder + "/meta.json"))
            #expect {
                try Pipeline(model: folder)
            } throws: {
                "\($0)".contains("DRG-L003") && "\($0)".contains("de_core_news_sm 3.8.0")
            }
        }
    }

    private static let files = [
        "meta.json", "tokenizer", "vocab/lookups.bin", "tok2vec/model", "tagger/model", "tagger/cfg", "parser/model",
        "parser/moves", "ner/model", "ner/moves", "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin",
    ]

    @Test(arguments: files) func aFileThatIsGoneEmptyOrCutOffIsAnError(name: String) throws {
        try InstalledModel.withCopy { folder in
            let url = URL(fileURLWithPath: folder + "/" + name)
            let whole = try Data(contentsOf: url)
            try FileManager.default.removeItem(at: url)
            #expect(code { _ = try Pipeline(model: folder) } == "L001")
            for size in [0, 1, whole.count / 3, whole.count - 1] {
                try whole.prefix(size).write(to: url)
                let found = code { _ = try Pipeline(model: folder) }
                #expect(["L002", "L003"].contains(found), "\(size) bytes of \(name): \(found ?? "loaded")")
            }
        }
    }

    @Test(arguments: [
        "tokenizer", "parser/moves", "ner/moves", "tagger/model", "parser/model", "attribute_ruler/patterns",
    ])
    func changedBytesNeverCrash(name: String) throws {
        try InstalledModel.withCopy { folder in
            let url = URL(fileURLWithPath: folder + "/" + name)
            let whole = try Data(contentsOf: url)
            var state: UInt64 = 42
            func random(_ limit: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % limit
            }
            for _ in 0..<40 {
                var bytes = whole
                for _ in 0..<1 + random(6) {
                    // Half of the changes hit the head of the file, where the structure is.
                    let at = random(2) == 0 ? random(min(bytes.count, 2_000)) : random(bytes.count)
                    bytes[at] = UInt8(random(256))
                }
                try bytes.write(to: url)
                guard let pipeline = try? Pipeline(model: folder, threads: 1) else { continue }
                let text = Array("Saipa can't deliver 45,000 cars to Minsk (by rail).".utf8)
                _ = try pipeline.analyze(text: text, blocks: [0..<text.count])
            }
        }
    }
}

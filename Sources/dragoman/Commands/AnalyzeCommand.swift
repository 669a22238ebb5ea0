import DragomanArguments
import DragomanCapture
import DragomanLanguage
import DragomanText
import Foundation

/// `dragoman analyze FILE`
enum AnalyzeCommand: Action {
    private static let file = Argument(
        "FILE", "a text; each line is analyzed as a document of its own; - for standard input", kind: .file)
    private static let jsonl = Option(
        flag: "jsonl", "one line of JSON for each line; without it, one line a token (CoNLL-U)")

    static let definition = Command(
        name: "analyze", summary: "Print tokens, tags, trees, entities and lemmas of a text",
        discussion: [
            "The result is that of spaCy 3.8 with en_core_web_sm. A row of --jsonl is {\"tokens\": [{text, idx, norm, tag, pos, "
                + "morph, head, dep, lemma, sent, ent}], \"ents\": [[first, end, label]], \"chunks\": [[first, end]]}; an empty line "
                + "gives a row without tokens. Text of any length is read as it comes, in little memory.",
            "DRAGOMAN_KERNEL chooses the instruction set: avx512, avx2 or portable; the fastest there is unless set.",
        ],
        examples: [
            Example("dragoman analyze sentences.txt", "a table of tokens"),
            Example("dragoman analyze sentences.txt --jsonl > rows.jsonl", "a row of JSON for each line"),
            Example("echo 'Saipa exports cars.' | dragoman analyze -", "a sentence by hand"),
        ],
        arguments: [file], options: [jsonl, Places.model])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let path = invocation.word(file) ?? "-"
        let pipeline: Pipeline
        if invocation.has(jsonl) {
            let source = try ByteSource(path, in: context)
            pipeline = try Pipeline(model: Places.model(invocation, in: context))
            try pipeline.writeRows(from: source.next, to: context.output.write)
        } else {
            let bytes = try CaptureReader().read(path).bytes
            let text = PDFText.isPDF(bytes) ? try PDFText.text(of: bytes, name: path) : bytes
            pipeline = try Pipeline(model: Places.model(invocation, in: context))
            let lines = Self.lines(of: text)
            let analysis = try pipeline.analyze(text: text, blocks: lines)
            try context.output.write(TokenTable.text(analysis))
        }
        return .done
    }

    /// The ranges of the lines that are not empty.
    private static func lines(of text: [UInt8]) -> [ByteRange] {
        text.indices.split(omittingEmptySubsequences: true) { text[$0] == 0x0A || text[$0] == 0x0D }
            .compactMap { line in line.first.map { $0..<$0 + line.count } }
    }
}

/// The bytes of a file or of standard input, piece by piece.
struct ByteSource {
    private let handle: FileHandle
    private let name: String

    /// - Throws: `DragomanError` F001 for a file that is not there or cannot be opened.
    init(_ path: String, in context: Context) throws {
        name = path
        if path == "-" {
            handle = FileHandle(fileDescriptor: context.input, closeOnDealloc: false)
        } else {
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw DragomanError(
                    .failure, "F001", "there is no file \(path)",
                    advice: "Check the spelling, or give - to read standard input.")
            }
            self.handle = handle
        }
    }

    /// The next bytes; nil at the end.
    func next() throws -> [UInt8]? {
        do {
            let data = try handle.read(upToCount: 1 << 16) ?? Data()
            return data.isEmpty ? nil : Array(data)
        } catch {
            throw DragomanError(
                .failure, "F004", "\(name) cannot be read", advice: "Check the file and the disk it is on.")
        }
    }
}

import DragomanArguments
import DragomanBrief
import DragomanCapture
import DragomanLedger
import DragomanPage
import DragomanText
import DragomanWeb
import Foundation
import Synchronization

/// What the pages of `dragoman serve` have done here: articles fetched, read and summarized.
final class WebWorkshop: Workshop {
    private let path: String
    private let invocation: Invocation
    private let context: Context
    private let loaded = Mutex<Reader?>(nil)
    private let kept = Mutex<[String: [SummarySentence]]>([:])

    /// The most summaries that are remembered.
    private static let mostKept = 2_000

    /// - Parameter path: the ledger's.
    init(ledger path: String, _ invocation: Invocation, in context: Context) {
        self.path = path
        self.invocation = invocation
        self.context = context
    }

    /// The model and the packs, loaded when they are first wanted.
    private func reader() throws -> Reader {
        try loaded.withLock { loaded in
            if let loaded { return loaded }
            let reader = try Reader(invocation, in: context)
            loaded = reader
            return reader
        }
    }

    func summary(of found: LedgerArticle, count: Int) throws -> [SummarySentence] {
        let key = "\(found.entry.id) \(count) \(found.claims.count)"
        if let known = kept.withLock({ $0[key] }) { return known }
        let article = found.article
        let analysis = try reader().analyze(article.text, article.blocks.map(\.range))
        let chosen = Summary.choose(
            count, from: Summary.sentences(of: analysis), of: article, claims: found.claims.map(\.claim))
        kept.withLock { kept in
            if kept.count >= Self.mostKept { kept.removeAll() }
            kept[key] = chosen
        }
        return chosen
    }

    func add(_ order: AddOrder, tell: @escaping @Sendable (AddStep) -> Void) async {
        do {
            let (path, context, invocation) = (path, context, invocation)
            let adding = try Adding(
                to: Ledger(path: path, access: .writing), reader: reader(),
                mark: Places.readerMark(invocation, in: context), at: context.now)
            adding.given = order.given
            adding.tell = { capture, result in tell(Self.step(capture, result)) }
            for capture in order.captures { add(capture, to: adding, tell) }
            if !order.addresses.isEmpty { try await fetch(order.addresses, to: adding, tell) }
        } catch {
            tell(AddStep(.failed, "this", message: Self.words(of: error)))
        }
    }

    /// A text, or a file that may hold many documents.
    private func add(_ capture: Capture, to adding: Adding, _ tell: (AddStep) -> Void) {
        tell(AddStep(.working, capture.source))
        do {
            guard capture.source != "pasted" else { return try take(capture, adding) }
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appendingPathComponent(Self.fileName(capture.source))
            try Data(capture.bytes).write(to: file)
            for document in Captures([file.path]) {
                do {
                    let part = try document.get()
                    try take(
                        Capture(
                            source: part.source.replacing(folder.path + "/", with: ""), bytes: part.bytes,
                            address: part.address, contentType: part.contentType, part: part.part), adding)
                } catch {
                    tell(AddStep(.failed, capture.source, message: Self.words(of: error, without: folder.path + "/")))
                }
            }
        } catch {
            tell(AddStep(.failed, capture.source, message: Self.words(of: error)))
        }
    }

    private func take(_ capture: Capture, _ adding: Adding) throws {
        guard !adding.passesOver(capture) else { return }
        try adding.add(adding.reader.read(capture, given: adding.given))
    }

    /// Fetches as the command line does; what is said there on standard error becomes steps.
    private func fetch(_ words: [String], to adding: Adding, _ tell: @escaping @Sendable (AddStep) -> Void) async throws
    {
        let said = FileManager.default.temporaryDirectory.appendingPathComponent("dragoman-\(UUID().uuidString)")
        try Data().write(to: said)
        defer { try? FileManager.default.removeItem(at: said) }
        let file = try FileHandle(forWritingTo: said)
        let apart = context.saying(to: Messages(descriptor: file.fileDescriptor))
        for word in words { tell(AddStep(.working, word)) }
        let fetching = try Fetching(besideLedger: path, quiet: true, in: apart)
        _ = try await fetching.add(try words.map(Fetching.address), feeds: [], to: adding)
        try file.close()
        let text = String(decoding: try Data(contentsOf: said), as: UTF8.self)
        for message in text.split(separator: "dragoman: ") {
            tell(AddStep(.failed, words.count == 1 ? words[0] : "a page", message: String(message.prefix(1000))))
        }
    }

    private static func step(_ capture: Capture, _ result: Adding.Result) -> AddStep {
        switch result {
        case .known(let id): AddStep(.known, capture.address ?? capture.source, article: id)
        case .added(let id, let title, let claims):
            AddStep(.added, title ?? capture.source, article: id, message: Counted.of(claims, "claim"))
        }
    }

    /// A name that can stand in no other folder.
    private static func fileName(_ name: String) -> String {
        let safe = name.unicodeScalars.filter { $0.value >= 0x20 && $0 != "/" && $0 != "\\" && $0.value != 0x7F }
        let text = String(String.UnicodeScalarView(safe))
        return text.isEmpty || text.hasPrefix(".") ? "file" + text.replacing(".", with: "-") : text
    }

    private static func words(of error: any Error, without folder: String = "") -> String {
        let text = (error as? DragomanError).map { "\($0)" } ?? "It could not be read."
        return folder.isEmpty ? text : text.replacing(folder, with: "")
    }
}

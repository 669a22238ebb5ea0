import DragomanArguments
import DragomanCapture
import DragomanClaims
import DragomanLanguage
import DragomanLedger
import DragomanNames
import DragomanPage
import DragomanText
import Foundation

/// Everything that reading articles needs, loaded once: language model, packs, and what the command line says of the
/// articles.
struct Reader: Sendable {
    /// Options of every command that reads articles.
    static let options = [published, outlet, Places.model, Places.packs, Places.field]
    static let published = Option(
        "published", "day of publication, where the article does not say; \"on Tuesday\" counts from it", value: "DATE",
        kind: .date)
    static let outlet = Option("outlet", "who published it, where the article does not say", value: "NAME")

    private let pipeline: Pipeline
    private let recognizer: NameRecognizer
    private let speech: SpeechReader
    private let claimReader: ClaimReader
    private let eventReader: EventReader
    /// How many rules the packs hold.
    let ruleCount: Int
    private let metadata: Metadata
    /// What the command line says of the articles.
    var given: GivenMetadata { GivenMetadata(outlet: metadata.outlet, published: metadata.published) }

    /// - Throws: `DragomanError` for a model or pack that is missing, damaged or wrong, and for a pack whose own examples
    ///   do not hold: what it says of articles could not be trusted.
    init(_ invocation: Invocation, in context: Context) throws {
        let packs = try Places.packs(invocation, in: context)
        try self.init(
            model: Places.model(invocation, in: context), knowledge: KnowledgeBase(packs: packs),
            pack: Pack(folders: packs), metadata: Metadata(invocation))
        if let failure = try failedExamples().first { throw failure }
    }

    /// Takes packs that were loaded, without holding them to their examples.
    init(model: String, knowledge: KnowledgeBase, pack: Pack, metadata: Metadata = Metadata()) throws {
        self.metadata = metadata
        ruleCount = pack.ruleCount
        recognizer = NameRecognizer(knowledge)
        speech = SpeechReader(words: pack.speech)
        claimReader = ClaimReader(pack: pack, knowledge: knowledge)
        eventReader = EventReader(pack: pack)
        pipeline = try Pipeline(model: model)
    }

    /// Reads an article to its claims.
    ///
    /// - Parameter given: what was said of it in place of what the command line says.
    /// - Throws: where the capture holds no article; F000 where reading fails in a way it never should.
    func read(_ capture: Capture, given: GivenMetadata? = nil) throws(DragomanError) -> Reading {
        do {
            return try reading(of: capture, given)
        } catch let error as DragomanError {
            throw error
        } catch {
            throw DragomanError(
                .failure, "F000", "\(capture.source) could not be read: \(error)", advice: "Please report this.")
        }
    }

    private func reading(of capture: Capture, _ given: GivenMetadata?) throws -> Reading {
        let article = try (given.map(Metadata.init) ?? metadata).article(capture)
        let named = recognizer.recognize(try analyze(article.text, article.blocks.map(\.range)))
        let statements = speech.statements(in: named, published: article.published, outlet: article.outlet)
        let claims = claimReader.claims(
            in: named, statements: statements, published: article.published, hasHeadline: article.title != nil)
        return Reading(
            capture: capture, article: article, named: named, statements: statements, claims: claims)
    }

    /// The persons, firms and places an article names, for the ledger's identities.
    func names(of reading: Reading) -> [ArticleName] {
        ArticleNames.list(reading.named, reading.statements, recognizer.base)
    }

    /// What an article tells of as happening, and its time expressions.
    func events(of reading: Reading) -> EventRows {
        EventRows(
            reading, events: eventReader.events(in: reading.named),
            times: eventReader.times(in: reading.named, published: reading.article.published))
    }

    /// The analysis of stretches of a text, each as a document of its own.
    func analyze(_ text: [UInt8], _ blocks: [ByteRange]) throws -> Analysis {
        try pipeline.analyze(text: text, blocks: blocks)
    }

    /// The examples of the packs' rules that fail.
    func failedExamples() throws -> [DragomanError] { try claimReader.failedExamples(analyze: names) }

    /// The names of sentences, each as an article of its own.
    private func names(of sentences: [String]) throws -> [NamedAnalysis] {
        try sentences.map { sentence in
            let text = Array(sentence.utf8)
            return recognizer.recognize(try analyze(text, [0..<text.count]))
        }
    }
}

/// What the command line says of articles that do not say it themselves.
struct Metadata: Sendable {
    var published: CoarseDate?
    var outlet: String?

    init() {}

    init(_ invocation: Invocation) {
        published = invocation.value(Reader.published).flatMap(CoarseDate.init(iso:))
        outlet = invocation.value(Reader.outlet)
    }

    init(_ given: GivenMetadata) {
        published = given.published
        outlet = given.outlet
    }

    /// The article of a capture, with what it lacks.
    func article(_ capture: Capture) throws -> Article {
        var article = try ArticleReader().article(from: capture)
        article.published = article.published ?? published
        article.outlet = article.outlet ?? outlet
        return article
    }
}

/// An article read to its claims, with all that lies between.
struct Reading: Sendable {
    let capture: Capture
    let article: Article
    let named: NamedAnalysis
    let statements: [Statement]
    let claims: [Claim]

    /// The claims with the ids they have in a ledger.
    func reportedClaims() throws -> [ReportedClaim] {
        let entry = ArticleEntry(capture: capture, article: article, claims: claims.count)
        return try claims.map { try ReportedClaim($0, article: entry, text: article.text) }
    }

    /// The name of the file without folder and ending; `-` for standard input, `crawl-17` for record 17 of
    /// `crawl.warc.gz`.
    var name: String {
        var source = capture.source
        var number = ""
        if let part = capture.part {
            number = "-\(part)"
            for word in ["record", "message", "item"] {
                if let label = source.range(of: ", \(word) \(part)") { source = String(source[..<label.lowerBound]) }
            }
        }
        var file = source.split(separator: "/").last.map(String.init) ?? source
        if file.lowercased().hasSuffix(".gz") { file = String(file.dropLast(3)) }
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file + number }
        return file[..<dot] + number
    }
}

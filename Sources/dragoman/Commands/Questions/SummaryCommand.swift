import DragomanArguments
import DragomanBrief
import DragomanCapture
import DragomanClaims
import DragomanLedger
import DragomanNames
import DragomanPage
import DragomanText
import Foundation

/// `dragoman summary ID|FILE`
enum SummaryCommand: Action {
    private static let subject = Argument(
        "ID|FILE", "a deal or an article of the ledger, by its id, or a file with an article; - for standard input")
    private static let sentences = Option(
        "sentences", short: "s", "sentences of the summary", value: "N", kind: .integer(1...100), fallback: "3")
    private static let story = Option(
        flag: "story", "of an article of the ledger: the whole story it is part of, copies read once")

    static let definition = Command(
        name: "summary", summary: "Sum up an article, a story or a deal in a few sentences",
        discussion: [
            "Sentences of an article are its own, byte for byte: those that together say most of what it claims, in their order. A name in brackets stands "
                + "for the pronoun a sentence begins with. A deal is told in sentences made of its fields, with numbered sources.",
            "dragoman changes --since DATE --sentences N sums up a period.",
        ],
        examples: [
            Example("dragoman summary Samples/sobol-1-agency.txt", "an article in three sentences"),
            Example("dragoman summary 3fa9c2 --sentences 5", "a deal of the ledger in five"),
            Example("dragoman summary 7kq2 --story --json", "the story of an article, for programs"),
        ],
        arguments: [subject], options: [sentences, story, Paper.json, Places.ledger] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let word = invocation.word(subject) ?? "-"
        let count = invocation.integer(sentences) ?? 3
        let paper = Paper(invocation, in: context)
        if word == "-" || word.contains("/") || word.contains(".") || FileManager.default.fileExists(atPath: word) {
            return try print(file: word, count, Reader(invocation, in: context), paper)
        }
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        if !invocation.has(story), let deal = try ledger.deal(word) {
            try paper.print(StatedSummary(of: deal, sentences: count))
            return .done
        }
        guard let relations = try ledger.relations(ofArticle: word) else {
            context.messages.say(
                "there is no deal, article or file \(word)\ndragoman deals and dragoman articles list the ids.")
            return .nothingFound
        }
        let articles = invocation.has(story) ? relations.story.articles : [relations.article]
        let extract = Extract(
            title: invocation.has(story)
                ? "A story of \(Counted.of(articles.count, "article"))" : relations.article.title,
            of: try parts(articles, of: ledger, Reader(invocation, in: context)), sentences: count)
        try paper.print(extract)
        return extract.sentences.isEmpty ? .nothingFound : .done
    }

    private static func print(
        file: String, _ count: Int, _ reader: Reader, _ paper: Paper
    ) throws -> ExitCode {
        var result = ExitCode.nothingFound
        for capture in Captures([file]) {
            let capture = try capture.get()
            let reading = try reader.read(capture)
            let entry = ArticleEntry(capture: capture, article: reading.article, claims: reading.claims.count)
            let part = Summary.Part(
                article: reading.article, sentences: Summary.sentences(of: reading.named.analysis),
                claims: reading.claims, antecedents: Summary.antecedents(in: reading.named))
            let extract = Extract(title: reading.article.title, of: [(entry, part)], sentences: count)
            try paper.print(extract)
            if !extract.sentences.isEmpty { result = .done }
        }
        return result
    }

    /// The most texts of a story that are read.
    private static let mostTexts = 40

    /// One article of each text, the oldest, with claims that know which of them are of one deal.
    private static func parts(
        _ articles: [ArticleEntry], of ledger: Ledger, _ reader: Reader
    ) throws -> [(entry: ArticleEntry, part: Summary.Part)] {
        var families: Set<String> = []
        var numbers: [String: Int] = [:]
        let originals = articles.filter { families.insert($0.family ?? $0.id).inserted }.suffix(mostTexts)
        return try originals.compactMap { entry in
            guard let kept = try ledger.article(entry.id) else { return nil }
            let claims = kept.claims.map { reported in
                var claim = reported.claim
                let deal = kept.deals[reported.id] ?? reported.id
                claim.undertaking = numbers[deal] ?? numbers.count
                numbers[deal] = claim.undertaking
                return claim
            }
            let named = try reader.named(kept.article)
            return (
                entry,
                Summary.Part(
                    article: kept.article, sentences: Summary.sentences(of: named.analysis), claims: claims,
                    antecedents: Summary.antecedents(in: named))
            )
        }
    }
}

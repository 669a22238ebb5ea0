import DragomanArguments
import DragomanCapture
import DragomanLedger
import DragomanText
import Foundation

/// `dragoman add PATH...`
enum AddCommand: Action {
    private static let paths = Argument(
        "PATH", "articles, text or web pages; folders with all articles in them; - for standard input", kind: .file,
        arity: .oneOrMore)

    static let definition = Command(
        name: "add", summary: "Put articles into the ledger",
        discussion: [
            "An article that is in the ledger already is passed over, so the same folder can be added again and again. What "
                + "was reported as added is on disk: an interrupted run goes on where it stopped when it is repeated.",
            "The ledger keeps the file as it came, whole, with its SHA-256.",
        ],
        examples: [
            Example("dragoman add article.html", "one article"),
            Example("dragoman add articles/", "a folder with all articles in and below it"),
            Example("dragoman add --ledger trade.db Samples", "into a ledger of one's own"),
        ],
        arguments: [paths], options: [Places.ledger] + Reader.options)

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let paths = try FolderListing(invocation.words(paths)).files
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: true), access: .writing)
        let reader = try Reader(invocation, in: context)
        let mark = try Places.readerMark(invocation, in: context)
        let quiet = invocation.has(SharedOptions.quiet)
        var added = 0
        var known = 0
        var claims = 0
        let unread = paths.filter { path in
            guard path != "-", let capture = try? CaptureReader().read(path), (try? ledger.holds(capture)) == true
            else {
                return true
            }
            known += 1
            return false
        }
        let worst = try await Batch(unread, reader: reader, quiet: quiet, in: context).readAll { reading in
            let result = try ledger.add(
                capture: reading.capture, article: reading.article, claims: reading.claims, names: reading.names,
                given: reader.given,
                reader: mark, at: context.now())
            switch result {
            case .added:
                added += 1
                claims += reading.claims.count
            case .alreadyThere: known += 1
            }
        }
        if !quiet {
            let counts = try ledger.counts()
            try context.output.write(
                "added \(Counted.articles(added)) with \(Counted.claims(claims))"
                    + (known > 0 ? "; \(known) already there" : "") + "\n"
                    + "the ledger holds \(Counted.articles(counts.articles)), \(Counted.claims(counts.claims)), "
                    + "\(Counted.deals(counts.deals))\n")
        }
        return worst ?? .done
    }
}

/// Numbers with their nouns.
enum Counted {
    static func articles(_ count: Int) -> String { "\(count) \(count == 1 ? "article" : "articles")" }
    static func claims(_ count: Int) -> String { "\(count) \(count == 1 ? "claim" : "claims")" }
    static func deals(_ count: Int) -> String { "\(count) \(count == 1 ? "deal" : "deals")" }
}

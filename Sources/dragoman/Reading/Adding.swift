import DragomanBrief
import DragomanCapture
import DragomanLedger
import Foundation

/// Puts articles into a ledger and counts them.
final class Adding {
    let reader: Reader
    private let ledger: Ledger
    private let mark: ReaderMark
    private let now: @Sendable () -> Date
    private var added = 0
    private var known = 0
    private var claims = 0

    init(to ledger: Ledger, reader: Reader, mark: ReaderMark, at now: @escaping @Sendable () -> Date) {
        self.ledger = ledger
        self.reader = reader
        self.mark = mark
        self.now = now
    }

    /// Whether the file's content is in the ledger already; counts it then.
    func passesOver(_ path: String) -> Bool {
        guard let capture = try? CaptureReader().read(path) else { return false }
        return passesOver(capture)
    }

    /// Whether the ledger holds these bytes already; counts them then.
    func passesOver(_ capture: Capture) -> Bool {
        guard (try? ledger.holds(capture)) == true else { return false }
        known += 1
        return true
    }

    /// One that was fetched before is as it was.
    func passedOver() { known += 1 }

    /// Puts an article with its claims into the ledger, in one transaction.
    func add(_ reading: Reading) throws {
        let result = try ledger.add(
            capture: reading.capture, article: reading.article, claims: reading.claims,
            names: reader.names(of: reading),
            given: reader.given, reader: mark, at: now())
        switch result {
        case .added:
            added += 1
            claims += reading.claims.count
        case .alreadyThere: known += 1
        }
    }

    /// What was done, and what the ledger holds now: two lines.
    func summary() throws -> String {
        let counts = try ledger.counts()
        return "added \(Counted.of(added, "article")) with \(Counted.of(claims, "claim"))"
            + (known > 0 ? "; \(known) already there" : "") + "\n"
            + "the ledger holds \(Counted.of(counts.articles, "article")), \(Counted.of(counts.claims, "claim")), "
            + "\(Counted.of(counts.deals, "deal"))\n"
    }
}

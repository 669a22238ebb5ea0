public import DragomanLedger

/// What checking a ledger gave.
public struct VerificationPage: Page {
    public var result: Verification

    public init(_ result: Verification) { self.result = result }

    public func text(_ style: TerminalStyle) -> String {
        let counts = result.counts
        var page =
            "\(counts.articles) articles, \(counts.claims) claims, \(counts.deals) deals, \(result.judgments) judgments\n"
        page += "head    \(result.head)\n"
        page += "digest  \(result.digest)\n"
        if let since = result.entriesSince { page += "the head that was given fits; \(since) entries came after it\n" }
        for fault in result.faults {
            page += Layout.block(
                SafeText.line(fault.text), head: style.paint(Layout.cell(fault.part, width: 15), .red), indent: 15,
                width: style.width)
        }
        let count = result.faults.count
        return page + (count == 0 ? "all is as it was written\n" : Counted.of(count, "fault") + "\n")
    }
}

extension VerificationPage {
    private enum Key: String, CodingKey {
        case articles, claims, deals, judgments, head, digest
        case entriesSince = "entries_since"
        case faults
    }

    /// Writes the counts, `head`, `digest`, `entries_since` and `faults`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(result.counts.articles, forKey: .articles)
        try box.encode(result.counts.claims, forKey: .claims)
        try box.encode(result.counts.deals, forKey: .deals)
        try box.encode(result.judgments, forKey: .judgments)
        try box.encode(result.head.description, forKey: .head)
        try box.encode(result.digest, forKey: .digest)
        try box.encode(result.entriesSince, forKey: .entriesSince)
        try box.encode(result.faults, forKey: .faults)
    }
}

import DragomanArguments
import DragomanBrief
import DragomanClaims
import DragomanLedger
import DragomanText

/// The claims of an article, each with the rule that found it and the words it rests on.
struct Explanation: Page {
    struct Item: Sendable {
        let claim: ReportedClaim
        /// The text of the rule's line; nil where the pack has none there.
        let line: String?
    }

    let items: [Item]

    func text(_ style: TerminalStyle) -> String {
        items.enumerated().map { text($1, number: $0 + 1, style) }.joined(separator: "\n")
    }

    private func text(_ item: Item, number: Int, _ style: TerminalStyle) -> String {
        let claim = item.claim.claim
        var page = "\(number). \(claim.kind.rawValue), \(claim.stage.rawValue)\n"
        func row(_ label: String, _ text: String) {
            let lines = SafeText.line(text).wrapped(width: style.width - Self.indent)
            for (index, line) in lines.enumerated() {
                let head = "   " + (index == 0 ? label : "")
                page += head + String(repeating: " ", count: Self.indent - head.count) + line + "\n"
            }
        }
        row("words", "\"\(item.claim.quote)\"")
        row("", "bytes \(claim.evidence.lowerBound) to \(claim.evidence.upperBound) of the article's text")
        row("gives", ExampleForm.of(claim))
        row("source", source(claim))
        row("rule", claim.rule)
        if let line = item.line { row("", line) }
        return page
    }

    /// Columns before the texts.
    private static let indent = 11

    private func source(_ claim: Claim) -> String {
        let speaker = claim.speaker.map { [$0.name, $0.role, $0.org].compactMap { $0 }.joined(separator: ", ") }
        let via = claim.via.isEmpty ? nil : "via " + claim.via.joined(separator: ", ")
        return [speaker, via].compactMap { $0 }.joined(separator: "; ").ifEmpty("the article itself")
    }
}

extension Explanation: Encodable {
    func encode(to encoder: any Encoder) throws {
        var box = encoder.unkeyedContainer()
        for item in items { try box.encode(item) }
    }
}

extension Explanation.Item: Encodable {
    private enum Key: CodingKey { case line }

    func encode(to encoder: any Encoder) throws {
        try claim.encode(to: encoder)
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(line, forKey: .line)
    }
}

/// A claim in the form of a rule's `example:`, ready to be put into a pack.
enum ExampleForm {
    /// Such as `actor Saipa; place Belarus; goods car Shahin; quantity 45000 vehicles; stage planned`.
    static func of(_ claim: Claim) -> String {
        let goods = claim.goods.map { [$0.type, $0.name].compactMap { $0 }.joined(separator: " ") }
        let slots: [(name: String, value: String?)] = [
            ("actor", claim.actor.joined(separator: ", ")), ("counterpart", claim.counterpart.joined(separator: ", ")),
            ("place", claim.place.joined(separator: ", ")), ("goods", goods.joined(separator: ", ")),
            ("quantity", claim.quantity.map { "\(number($0.n)) \($0.unit)" }),
            ("money", claim.money.map { "\(number($0.amount)) \($0.currency)" }), ("share", claim.share),
            ("date", claim.date?.description), ("stage", claim.stage.rawValue),
        ]
        return slots.compactMap { slot in slot.value.flatMap { $0.isEmpty ? nil : "\(slot.name) \($0)" } }
            .joined(separator: "; ")
    }

    private static func number(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}

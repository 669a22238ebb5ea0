public import DragomanLedger

/// The judgments of a ledger, a line or two each.
public struct JudgmentList: Page {
    public var judgments: [Judgment]

    public init(_ judgments: [Judgment]) { self.judgments = judgments }

    public func text(_ style: TerminalStyle) -> String {
        guard !judgments.isEmpty else { return "No judgments.\n" }
        var page = ""
        for judgment in judgments { page += Self.lines(of: judgment, style) }
        return page + "\n" + Counted.of(judgments.count, "judgment") + "\n"
    }

    /// One judgment: what was judged, then who, when and why.
    static func lines(of judgment: Judgment, _ style: TerminalStyle) -> String {
        let head = Layout.cell("\(judgment.number)", width: 5) + Layout.cell(judgment.act.rawValue, width: 9)
        var what = subject(judgment.subject)
        if let field = judgment.field { what += ": \(field) is " + (judgment.value.map { "\"\($0)\"" } ?? "nothing") }
        var notes: [String] = []
        if !judgment.inForce { notes.append("undone") }
        if !judgment.hasSubject { notes.append("without subject") }
        let by = ([judgment.who, judgment.time] + [judgment.why].compactMap { $0 } + notes).joined(separator: " · ")
        return Layout.block(SafeText.line(what), head: style.paint(head, .bold), indent: 14, width: style.width)
            + Layout.block(SafeText.line(by), head: String(repeating: " ", count: 14), indent: 14, width: style.width) {
                style.paint($0, .dim)
            }
    }

    private static func subject(_ subject: JudgedSubject) -> String {
        let sides = subject.sides.map { side -> String in
            let ids = side.claims.map(\.id)
            return (ids.isEmpty ? side.names : Array(ids.prefix(3)) + (ids.count > 3 ? ["\(ids.count - 3) more"] : []))
                .joined(separator: ", ")
        }
        return "\(subject.sort.rawValue) " + sides.joined(separator: " | ")
    }
}

extension JudgmentList {
    private enum Key: String, CodingKey { case judgments }

    /// Writes `judgments`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(judgments, forKey: .judgments)
    }
}

/// What came of making one judgment.
public struct JudgmentPage: Page {
    public var result: JudgmentResult

    public init(_ result: JudgmentResult) { self.result = result }

    public func text(_ style: TerminalStyle) -> String { JudgmentList.lines(of: result.judgment, style) }

    /// Writes `judgment` and `contradicts`.
    public func encode(to encoder: any Encoder) throws { try result.encode(to: encoder) }
}

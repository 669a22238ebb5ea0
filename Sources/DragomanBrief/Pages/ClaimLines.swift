internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// The lines that a claim takes under its deal.
struct ClaimLines {
    let claim: ReportedClaim
    let style: TerminalStyle

    private var indent: Int { Stage.labelWidth }
    private var margin: String { String(repeating: " ", count: indent) }

    /// Stage and parties, and the kind at the right margin.
    func head(kind: String?) -> String {
        let fields = claim.claim
        let parties = SafeText.line(
            Party.line(fields.kind, actors: fields.actor, counterparts: fields.counterpart, places: fields.place))
        let right = kind ?? ""
        let room = style.width - indent - (right.isEmpty ? 0 : right.count + 2)
        var lines = Layout.wrap(parties, width: room)
        let first = lines.removeFirst()
        let gap = right.isEmpty ? "" : String(repeating: " ", count: max(2, room - TextWidth.of(first) + 2))
        return fields.stage.label(style) + style.paint(first, .bold) + gap + style.paint(right, .dim) + "\n"
            + lines.map { margin + style.paint($0, .bold) + "\n" }.joined()
    }

    /// How much of what; nothing where the claim does not say.
    var goods: String { GoodsPhrase.line(claim.claim).map { block($0) } ?? "" }

    /// Whose word it is, and through whom it came.
    var source: String {
        block(Self.source(of: claim.claim) + (claim.isPartysWord ? "; a party's word on itself" : ""))
    }

    /// The words it rests on.
    var quote: String { block("“" + claim.quote + "”") { style.paint($0, .dim) } }

    /// The outlet and the day of the report.
    var report: String {
        let parts = [claim.article.publisher, claim.article.published.map(Phrases.date)].compactMap { $0 }
        return block(parts.joined(separator: " · ")) { style.paint($0, .cyan) }
    }

    private func block(_ text: String, paint: (String) -> String = { $0 }) -> String {
        Layout.block(SafeText.line(text), head: margin, indent: indent, width: style.width, paint: paint)
    }

    /// `said Omid Ghalibaf, spokesperson, Ministry of Industry (February 2023), via Izvestia`; `no source named` where there is none.
    static func source(of claim: Claim) -> String {
        let who = [claim.speaker?.name, claim.speaker?.role, claim.speaker?.org].compactMap { $0 }
        let when = claim.said.map { " (\(Phrases.date($0)))" } ?? ""
        let via = claim.via.isEmpty ? "" : "via " + claim.via.joined(separator: ", via ")
        if who.isEmpty { return (via.isEmpty ? "no source named" : via) + when }
        return "said " + who.joined(separator: ", ") + when + (via.isEmpty ? "" : ", " + via)
    }
}

internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// Markdown with front matter: a section for each deal, its fields, and its sources numbered with the words they rest on.
struct MarkdownWriter: ExportWriter {
    let heading: ExportHeading

    init(_ heading: ExportHeading) { self.heading = heading }

    var opening: String {
        """
        ---
        title: \(Escaping.json(heading.title))
        date: \(Moment.internet(heading.time))
        tags: [dragoman, deals]
        ---

        # \(escape(heading.title))


        """
    }

    func write(_ row: ExportRow, pass: Int) -> String {
        var section = "## \(escape(row.statement))\n\n"
        func field(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { section += "- \(name): \(escape(value))\n" }
        }
        field("id", row.id)
        field("kind", row.kind.rawValue)
        field("stage", row.stage.rawValue + (row.newest.map { ", as of \($0)" } ?? ""))
        field("by", row.actors.joined(separator: "; "))
        field("with", row.counterparts.joined(separator: "; "))
        field("where", row.places.joined(separator: "; "))
        field("goods", row.goodsText.joined(separator: "; "))
        field("when", row.date?.description)
        section += "\n"
        for (index, claim) in row.claims.enumerated() {
            let report = claim.report
            var source = escape([report.publisher, report.title].compactMap { $0 }.joined(separator: ": "))
            if let link = Escaping.link(report.address) {
                source = "[\(source)](<\(link.replacing(">", with: "%3E"))>)"
            }
            let date = report.published.map { ", \($0)" } ?? ""
            let speaker = claim.speaker.map { " — \(escape($0))" } ?? ""
            section += "\(index + 1). \(claim.stage.rawValue): “\(escape(claim.quote))”\(speaker) (\(source)\(date))\n"
        }
        return section + "\n"
    }

    /// `text` on one line without anything Markdown or HTML would act on.
    private func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in SafeText.line(text).unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\\", "`", "*", "_", "[", "]", "#", "|", "!", "~", "$":
                escaped += "\\" + String(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

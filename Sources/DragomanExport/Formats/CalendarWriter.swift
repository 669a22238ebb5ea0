internal import DragomanBrief
internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// iCalendar: one all-day event for each dated milestone, as long as its date is coarse (a month, a year); a journal entry
/// for a deal without any date. Source: RFC 5545.
struct CalendarWriter: ExportWriter {
    let heading: ExportHeading

    init(_ heading: ExportHeading) { self.heading = heading }

    var opening: String {
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//Ledger//EN", "X-WR-CALNAME:" + escape(heading.title)]
            .map(line).joined()
    }

    func write(_ row: ExportRow, pass: Int) -> String {
        var milestones: [(name: String, date: CoarseDate)] = row.history.compactMap { report in
            report.date.map { (report.stage.rawValue, $0) }
        }
        if let date = row.date { milestones.append(("due", date)) }
        guard !milestones.isEmpty else { return component("VJOURNAL", row, "undated", 0, nil) }
        return milestones.enumerated().map { component("VEVENT", row, $1.name, $0, $1.date) }.joined()
    }

    func ending(pass: Int) -> String { line("END:VCALENDAR") }

    private func component(_ type: String, _ row: ExportRow, _ name: String, _ index: Int, _ date: CoarseDate?)
        -> String
    {
        var lines = ["BEGIN:\(type)", "UID:\(row.id)-\(index)@dragoman", "DTSTAMP:\(Moment.calendar(heading.time))"]
        if let date {
            lines.append("DTSTART;VALUE=DATE:\(Moment.calendar(Moment.firstDay(date)))")
            lines.append("DTEND;VALUE=DATE:\(Moment.calendar(Moment.dayAfter(date)))")
        }
        let exact = date.map { $0.day == nil ? " (\($0))" : "" } ?? ""
        lines.append("SUMMARY:" + escape("\(name)\(exact): \(row.statement)"))
        if let headline = row.headline { lines.append("DESCRIPTION:" + escape(headline.quote)) }
        if let link = Escaping.link(row.headline?.report.address) { lines.append("URL:" + link) }
        lines.append("CATEGORIES:\(row.kind.rawValue),\(row.stage.rawValue)")
        lines.append("END:\(type)")
        return lines.map(line).joined()
    }

    private func escape(_ text: String) -> String {
        SafeText.line(text).replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
    }

    /// A content line, folded so that no part has more than 75 bytes and no character is cut.
    private func line(_ content: String) -> String {
        var folded = ""
        var length = 0
        for scalar in content.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                folded += "\r\n "
                length = 1
            }
            folded.unicodeScalars.append(scalar)
            length += size
        }
        return folded + "\r\n"
    }
}

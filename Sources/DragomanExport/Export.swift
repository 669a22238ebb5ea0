internal import DragomanText

/// What a file of an export says of itself.
public struct ExportHeading: Sendable {
    /// What was asked, for people: `Deals with Saipa since 2023`.
    public var title: String
    /// The moment of the export, in seconds since 1970, for formats that must carry one.
    public var time: Int
    /// Whether texts of a CSV stay as they are, even where a spreadsheet would take one for a formula.
    public var isRaw: Bool

    public init(title: String, time: Int, isRaw: Bool = false) {
        self.title = title
        self.time = time
        self.isRaw = isRaw
    }
}

/// The formats in which rows leave the ledger, each one file in `Formats`.
public enum ExportFormat: String, Sendable, CaseIterable {
    case json, jsonl, csv, ftm, gexf, graphml, markdown, ris, bibtex, csl, rss, atom, jsonfeed, ical, ntriples

    /// The usual ending of a file's name, without the dot.
    public var fileExtension: String {
        switch self {
        case .json, .csl, .jsonfeed: "json"
        case .jsonl, .ftm: "jsonl"
        case .csv: "csv"
        case .gexf: "gexf"
        case .graphml: "graphml"
        case .markdown: "md"
        case .ris: "ris"
        case .bibtex: "bib"
        case .rss: "rss"
        case .atom: "atom"
        case .ical: "ics"
        case .ntriples: "nt"
        }
    }

    /// The media type, for the web.
    public var mediaType: String {
        switch self {
        case .json: "application/json"
        case .jsonl, .ftm: "application/jsonl"
        case .csv: "text/csv; charset=utf-8"
        case .gexf: "application/gexf+xml"
        case .graphml: "application/graphml+xml"
        case .markdown: "text/markdown; charset=utf-8"
        case .ris: "application/x-research-info-systems"
        case .bibtex: "application/x-bibtex"
        case .csl: "application/vnd.citationstyles.csl+json"
        case .rss: "application/rss+xml"
        case .atom: "application/atom+xml"
        case .jsonfeed: "application/feed+json"
        case .ical: "text/calendar; charset=utf-8"
        case .ntriples: "application/n-triples"
        }
    }

    /// Writes rows in this format, one after the other, holding none of them.
    ///
    /// - Parameters:
    ///   - rows: calls its argument with each row, in order; it may be called twice, for formats that list things before
    ///     their relations, and must give the same rows each time.
    ///   - sink: takes the text piece by piece.
    /// - Throws: what `rows` and `sink` throw.
    public func write(
        _ heading: ExportHeading, rows: ((ExportRow) throws -> Void) throws -> Void,
        to sink: @escaping (String) throws -> Void
    ) throws {
        var writer = writer(heading)
        try sink(writer.opening)
        for pass in 0..<writer.passes {
            try rows { row in try sink(writer.write(row, pass: pass)) }
            try sink(writer.ending(pass: pass))
        }
    }

    private func writer(_ heading: ExportHeading) -> any ExportWriter {
        switch self {
        case .json: JSONListWriter()
        case .jsonl: JSONLinesWriter()
        case .csv: CSVWriter(isRaw: heading.isRaw)
        case .ftm: FollowTheMoneyWriter()
        case .gexf: GraphWriter(dialect: .gexf, heading)
        case .graphml: GraphWriter(dialect: .graphML, heading)
        case .markdown: MarkdownWriter(heading)
        case .ris: RISWriter()
        case .bibtex: BibTeXWriter()
        case .csl: CSLWriter()
        case .rss: RSSWriter(heading)
        case .atom: AtomWriter(heading)
        case .jsonfeed: JSONFeedWriter(heading)
        case .ical: CalendarWriter(heading)
        case .ntriples: TriplesWriter()
        }
    }
}

/// Writes rows in one format; what it must remember between rows is bounded by the number of different names.
protocol ExportWriter {
    /// How often the rows are gone through.
    var passes: Int { get }
    /// What stands before the first row.
    var opening: String { get }
    /// One row.
    mutating func write(_ row: ExportRow, pass: Int) throws -> String
    /// What stands after the last row of a pass.
    func ending(pass: Int) -> String
}

extension ExportWriter {
    var passes: Int { 1 }
    var opening: String { "" }
    func ending(pass: Int) -> String { "" }
}

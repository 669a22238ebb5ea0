public import DragomanText

/// What was shipped, as a table with the columns of UN Comtrade says it.
///
/// Reporter, partner, commodity code, period, quantity and value; a column of the flow where there is one. Columns may be named as
/// Comtrade names them today (`reporterDesc`, `cmdCode`, `qty`, `primaryValue`) or did before (`Reporter`, `Commodity Code`, `Trade Value (US$)`).
public struct TradeTable: Sendable {
    /// One line: goods of one heading that went from one country to another in one period.
    public struct Shipment: Sendable, Equatable {
        /// Ids of countries, as `country` of the initializer gives them.
        public var from: String
        public var to: String
        /// Heading of the Harmonized System, 8702 to 8708.
        public var heading: Int
        public var period: CoarseDate
        /// Number of items; nil where the table leaves it open.
        public var quantity: Double?
        /// In US dollars.
        public var value: Double?
    }

    public private(set) var shipments: [Shipment] = []
    /// Lines of other goods, and of partners that are no country, such as World.
    public private(set) var otherGoods = 0
    public private(set) var otherPartners = 0
    /// Names of reporters and partners that are not known, with the line each stands in first.
    public private(set) var unknown: [(name: String, line: Int)] = []

    private enum Field: String, CaseIterable {
        case reporter, partner, commodity, period, quantity, value, flow

        /// Names of the column, without case, spaces and punctuation.
        var names: Set<String> {
            switch self {
            case .reporter: ["reporter", "reporterdesc", "reportername"]
            case .partner: ["partner", "partnerdesc", "partnername"]
            case .commodity: ["commoditycode", "cmdcode", "commodity", "hscode", "hs"]
            case .period: ["period", "year", "refyear"]
            case .quantity: ["qty", "quantity", "altqtyunitquantity", "supplementaryquantity"]
            case .value: ["primaryvalue", "value", "tradevalue", "tradevalueus", "fobvalue"]
            case .flow: ["flow", "flowdesc", "flowcode", "tradeflow"]
            }
        }
    }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - country: the id of the country a name means; nil for none.
    /// - Throws: `DragomanError`: T001 to T004 as `TableReader`, T005 a column is missing or there twice, T006 a line has too few or too many cells, T007 a code,
    ///   T008 a period, T009 a number, T010 a flow cannot be read. Those on lines say line and column.
    public init(_ bytes: [UInt8], name: String, country: (String) -> String?) throws {
        var reader = try TableReader(bytes, name: name)
        let head = try reader.next() ?? []
        let columns = try Self.columns(head, reader, name)
        var ids: [String: String?] = [:]
        while let row = try reader.next() {
            guard row.count == head.count, let first = row.first else {
                let last = row.last ?? TableReader.Cell(text: "", line: 0, column: 1)
                throw reader.error(
                    "T006", "the line has \(Counted.of(row.count, "cell")), the first line \(head.count)",
                    row.first?.line ?? 0,
                    last.column, "Give every line a cell for each column; an empty one where nothing is known.")
            }
            func cell(_ field: Field) -> TableReader.Cell? { columns[field].map { row[$0] } }
            guard let commodity = cell(.commodity), let heading = try Self.heading(commodity, reader) else {
                otherGoods += 1
                continue
            }
            guard let reporter = cell(.reporter), let partner = cell(.partner), let period = cell(.period),
                let quantity = cell(.quantity), let value = cell(.value)
            else { continue }
            var sides: [String] = []
            for side in [reporter, partner] {
                if ids[side.text] == nil {
                    let id = country(side.text)
                    ids.updateValue(id, forKey: side.text)
                    if id == nil, !Self.groups.contains(Self.plain(side.text)), unknown.count < 100 {
                        unknown.append((side.text, side.line))
                    }
                }
                if let id = ids[side.text] ?? nil { sides.append(id) }
            }
            let isImport = try Self.isImport(cell(.flow), reader)
            let date = try Self.period(period, reader)
            let shipped = try (Self.number(quantity, reader), Self.number(value, reader))
            guard sides.count == 2, first.line > 0 else {
                otherPartners += 1
                continue
            }
            shipments.append(
                Shipment(
                    from: isImport ? sides[1] : sides[0], to: isImport ? sides[0] : sides[1], heading: heading,
                    period: date,
                    quantity: shipped.0, value: shipped.1))
        }
    }

    /// Partners that are no country.
    private static let groups: Set<String> = [
        "world", "areasnes", "othereuropenes", "otherasianes", "bunkers", "freezones", "specialcategories",
    ]

    private static func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func columns(
        _ head: [TableReader.Cell], _ reader: TableReader, _ name: String
    ) throws -> [Field: Int] {
        var columns: [Field: Int] = [:]
        for field in Field.allCases {
            let found = head.indices.filter { field.names.contains(plain(head[$0].text)) }
            if found.count > 1, Set(found.map { plain(head[$0].text) }).count < found.count {
                throw reader.error(
                    "T005", "there are two columns for the \(field.rawValue)", head[found[1]].line,
                    head[found[1]].column,
                    "Leave one of them out.")
            }
            columns[field] = found.first
            if columns[field] == nil, field != .flow {
                throw DragomanError(
                    .badInput, "T005",
                    "\(name), line \(head.first?.line ?? 1): there is no column for the \(field.rawValue)",
                    advice: "Name one \(field.names.sorted().prefix(3).joined(separator: ", ")) in the first line.")
            }
        }
        return columns
    }

    /// The heading 8702 to 8708 a code belongs to; nil for other goods.
    private static func heading(_ cell: TableReader.Cell, _ reader: TableReader) throws -> Int? {
        let digits = cell.text.filter { $0 != " " && $0 != "." }
        if digits.uppercased() == "TOTAL" || digits.isEmpty { return nil }
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), (2...12).contains(digits.count) else {
            throw reader.error(
                "T007", "'\(cell.text.prefix(40))' is no code of the Harmonized System", cell.line, cell.column,
                "Give digits, such as 8703 or 870322.")
        }
        let heading = Int(digits.prefix(4)) ?? 0
        return (8702...8708).contains(heading) ? heading : nil
    }

    /// `2023`, `202305`, `2023-05`, `2023-Q1`.
    private static func period(_ cell: TableReader.Cell, _ reader: TableReader) throws -> CoarseDate {
        let text = cell.text.trimmingWhitespace
        let digits = text.count == 6 && text.allSatisfy { $0.isASCII && $0.isNumber }
        if let date = CoarseDate(iso: digits ? "\(text.prefix(4))-\(text.suffix(2))" : text) { return date }
        throw reader.error(
            "T008", "'\(text.prefix(40))' is no period", cell.line, cell.column,
            "Give a year or a month, such as 2023 or 202305.")
    }

    private static func number(_ cell: TableReader.Cell, _ reader: TableReader) throws -> Double? {
        let text = cell.text.trimmingWhitespace
        if text.isEmpty || ["na", "n/a", "null"].contains(text.lowercased()) { return nil }
        // Commas stand between thousands; Comtrade writes a point before a fraction.
        guard let number = Double(text.filter { $0 != "," && $0 != " " }), number.isFinite, number >= 0 else {
            throw reader.error(
                "T009", "'\(text.prefix(40))' is no number", cell.line, cell.column,
                "Give digits with a point before a fraction, or leave the cell empty.")
        }
        return number
    }

    private static func isImport(_ cell: TableReader.Cell?, _ reader: TableReader) throws -> Bool {
        guard let cell else { return false }
        switch plain(cell.text) {
        case "", "x", "export", "exports", "2", "rx", "reexport", "reexports": return false
        case "m", "import", "imports", "1", "rm", "reimport", "reimports": return true
        default:
            throw reader.error(
                "T010", "'\(cell.text.prefix(40))' is no flow", cell.line, cell.column, "Give Export or Import, X or M."
            )
        }
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmingWhitespace: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}

public import DragomanClaims
public import DragomanLedger
public import DragomanText

/// How a deal got on: the stages reported of it, with when they were given and by whom.
public struct StageCourse: Tabular {
    /// One stage as it was reported for one date.
    public struct Point: Sendable, Equatable {
        public var stage: Stage
        public var kind: ClaimKind
        /// When the word was given, as exactly as it is known; nil where it is not.
        public var date: CoarseDate?
        /// The outlets that report it, or sources where no outlet is known.
        public var outlets: [String]

        public init(stage: Stage, kind: ClaimKind, date: CoarseDate?, outlets: [String]) {
            self.stage = stage
            self.kind = kind
            self.date = date
            self.outlets = outlets
        }
    }

    /// What the deal is, in a sentence.
    public var statement: String
    /// Oldest first, undated ones at the head.
    public var points: [Point]

    public init(statement: String, points: [Point]) {
        self.statement = statement
        self.points = points
    }

    /// The course of `deal`.
    public init(of deal: Deal) {
        self.init(
            statement: deal.statement,
            points: deal.history.map {
                Point(stage: $0.stage, kind: $0.kind, date: $0.date, outlets: $0.outlets)
            })
    }

    public static let nothing = "No stages."

    public var table: Table {
        Table(
            "Stages of: " + statement, columns: ["DATE", "STAGE", "KIND", "REPORTED BY"],
            rows: points.map {
                [
                    $0.date?.description ?? "undated", $0.stage.rawValue, $0.kind.rawValue,
                    $0.outlets.joined(separator: ", "),
                ]
            })
    }
}

extension StageCourse.Point: Encodable {
    private enum Key: String, CodingKey { case stage, kind, date, outlets }

    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(stage, forKey: .stage)
        try box.encode(kind, forKey: .kind)
        try box.encode(date?.description, forKey: .date)
        try box.encode(outlets, forKey: .outlets)
    }
}

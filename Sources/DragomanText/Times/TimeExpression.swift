/// Words that say when, how long or how often, with their value in the conventions of TimeML.
///
/// Source: ISO 24617-1 (TimeML), `TIMEX3`, attributes `type` and `value`.
public struct TimeExpression: Sendable, Equatable {
    /// What sort of time it is.
    public enum Kind: String, Sendable, Codable {
        /// A day or something coarser: `2008-03-01`, `2008-Q3`, `2008-W35`, `PAST_REF`.
        case date = "DATE"
        /// A time of day: `2008-09-17T16:08Z`, `2010-07-16TMO`.
        case time = "TIME"
        /// A stretch of time: `P2Y`, `PT30M`, `PXY` for "several years".
        case duration = "DURATION"
        /// How often: `P1Y` for "annually".
        case set = "SET"
    }

    /// The bytes of the words.
    public var range: ByteRange
    public var kind: Kind
    /// The value; of a date that names no year ("on Monday", "in March") its reading in the past, or the nearer one.
    public var value: String
    /// For such a date: its reading where the sentence speaks of the future; nil where there is only one.
    public var future: String?

    public init(range: ByteRange, kind: Kind, value: String, future: String? = nil) {
        self.range = range
        self.kind = kind
        self.value = value
        self.future = future
    }
}

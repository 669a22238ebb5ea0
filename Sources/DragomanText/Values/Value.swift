/// A value found in a text: a number, a share, an amount of money, a date or a period, and the words it stands in.
public struct Value: Sendable, Equatable {
    /// What a value is.
    public enum Content: Sendable, Equatable {
        /// A bare number, scaled: "1.5 million" is 1,500,000.
        case number(Double)
        /// A percentage: "45.3 percent" is 45.3.
        case percent(Double)
        /// An amount of money, scaled.
        case money(Money)
        /// A date as coarse as written; a relative one is resolved backwards from the day of publication.
        case date(CoarseDate)
        /// The period of a rate: "a year", "annually", "per month".
        case period(Period)
        /// A part of a whole, as written: "a third", "nine-tenths", "a portion".
        case fraction(String)
    }

    /// The bytes of the words, vagueness words such as "roughly" included.
    public var range: ByteRange
    public var content: Content
    /// How exactly a number, an amount or a fraction is given; nil for exact ones and for dates.
    public var mod: Vagueness?
    /// For a date that names no year ("in March", "on Monday"): its reading where the sentence speaks of the future.
    public var future: CoarseDate?

    public init(range: ByteRange, content: Content, mod: Vagueness? = nil, future: CoarseDate? = nil) {
        self.range = range
        self.content = content
        self.mod = mod
        self.future = future
    }
}

/// How exactly a number was given.
public enum Vagueness: String, Sendable, Codable {
    /// "about", "some", "roughly".
    case about
    /// "more than", "at least", the lower end of a range.
    case min
    /// "up to", "less than", "as many as".
    case max
}

/// The period of a rate such as "a year".
public enum Period: String, Sendable, Codable {
    case year, month, day
}

/// A number of things: "roughly 45,000 vehicles", "up to 150,000 cars a year".
public struct Quantity: Sendable, Codable, Equatable {
    /// The number, scaled ("1.5 million" is 1,500,000).
    public var n: Double
    /// What is counted: `vehicles`, `kits`, `parts`, `people`, `percent`, `GWh`, `dealers`, or the noun as written, plural.
    public var unit: String
    /// The period, for rates and capacities.
    public var per: Period?
    /// How exactly it was given.
    public var mod: Vagueness?

    public init(n: Double, unit: String, per: Period? = nil, mod: Vagueness? = nil) {
        self.n = n
        self.unit = unit
        self.per = per
        self.mod = mod
    }
}

/// An amount of money, scaled: "300 million dollars" is 300,000,000 USD.
public struct Money: Sendable, Codable, Equatable {
    public var amount: Double
    /// ISO 4217 code.
    public var currency: String

    public init(amount: Double, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}

/// A date as coarse as it was written: a year, a half (`2026-H1`), a quarter (`2023-Q3`), a month or a day.
public struct CoarseDate: Sendable, Hashable, CustomStringConvertible {
    public var year: Int
    /// 1 to 12; nil where only the year, half or quarter is known.
    public var month: Int?
    /// 1 to 31; only with a month.
    public var day: Int?
    /// 1 to 4; only without a month.
    public var quarter: Int?
    /// 1 or 2; only without a month or quarter.
    public var half: Int?

    public init(year: Int, month: Int? = nil, day: Int? = nil, quarter: Int? = nil, half: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.quarter = quarter
        self.half = half
    }

    /// ISO 8601 as far as it goes: `2023`, `2023-H1`, `2023-Q3`, `2023-02`, `2023-03-20`.
    public var description: String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        if let month { return day.map { "\(year)-\(two(month))-\(two($0))" } ?? "\(year)-\(two(month))" }
        if let quarter { return "\(year)-Q\(quarter)" }
        if let half { return "\(year)-H\(half)" }
        return "\(year)"
    }
}

public import DragomanText

/// A point in time as a page gives it: a day, and as much of the time of day and zone as is known.
public struct PublicationTime: Sendable, Equatable, CustomStringConvertible {
    /// How exactly the time is known.
    public enum Precision: String, Sendable, Codable { case day, minute, second }

    /// A full date, in the zone the page gives.
    public let day: CoarseDate
    /// Seconds since midnight; nil where only the day is known.
    public let second: Int?
    public let precision: Precision
    /// Minutes east of UTC; nil where the page does not say.
    public let zone: Int?

    /// - Parameter second: seconds since midnight, 0 to 86,399.
    public init(day: CoarseDate, second: Int? = nil, precision: Precision = .day, zone: Int? = nil) {
        self.day = day
        self.second = second
        self.precision = second == nil ? .day : precision
        self.zone = second == nil ? nil : zone
    }

    /// ISO 8601 as far as it is known: `2023-05-16`, `2023-05-16T08:30`, `2023-05-16T08:30:00+03:30`.
    public var description: String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        guard let second else { return day.description }
        var text = "\(day)T\(two(second / 3600)):\(two(second / 60 % 60))"
        if precision == .second { text += ":\(two(second % 60))" }
        guard let zone else { return text }
        if zone == 0 { return text + "Z" }
        return text + (zone < 0 ? "-" : "+") + "\(two(abs(zone) / 60)):\(two(abs(zone) % 60))"
    }
}

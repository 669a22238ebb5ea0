public import DragomanText

/// A point in time as a feed, a mail or an archive gives it: a day, and as much of the time of day and zone as is known.
public struct FeedTime: Sendable, Hashable, CustomStringConvertible {
    /// A full date, in the zone given.
    public let day: CoarseDate
    /// Seconds since midnight, 0 to 86,399; nil where only the day is known.
    public let second: Int?
    /// Minutes east of UTC; nil where it is not known.
    public let zone: Int?

    /// - Parameters:
    ///   - second: seconds since midnight, 0 to 86,399.
    ///   - zone: minutes east of UTC.
    public init(day: CoarseDate, second: Int? = nil, zone: Int? = nil) {
        self.day = day
        self.second = second
        self.zone = second == nil ? nil : zone
    }

    /// Seconds since 1 January 1970, 0:00 UTC; where no time of day is known midnight, where no zone is known UTC is taken.
    public var unixTime: Int { (day.dayNumber ?? 0) * 86_400 + (second ?? 0) - (zone ?? 0) * 60 }

    /// ISO 8601 as far as it is known: `2023-05-16`, `2023-05-16T08:30:00`, `2023-05-16T08:30:00+03:30`.
    public var description: String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        guard let second else { return day.description }
        let text = "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        guard let zone else { return text }
        if zone == 0 { return text + "Z" }
        return text + (zone < 0 ? "-" : "+") + "\(two(abs(zone) / 60)):\(two(abs(zone) % 60))"
    }
}

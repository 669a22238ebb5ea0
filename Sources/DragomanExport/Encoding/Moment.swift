internal import DragomanText

/// Dates as the formats want them. A coarse date counts as its first day where a format knows days only.
enum Moment {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// The first day `date` can mean.
    static func firstDay(_ date: CoarseDate) -> CoarseDate { CoarseDate(dayNumber: date.span.lowerBound) }

    /// The day after the last one `date` can mean.
    static func dayAfter(_ date: CoarseDate) -> CoarseDate { CoarseDate(dayNumber: date.span.upperBound + 1) }

    /// `Mon, 02 Oct 2023 00:00:00 GMT`, as RFC 822 has it.
    static func mail(_ date: CoarseDate) -> String {
        let day = firstDay(date)
        guard let weekday = day.weekday, let month = day.month, let number = day.day else { return "" }
        return "\(weekdays[weekday]), \(two(number)) \(months[month - 1]) \(four(day.year)) 00:00:00 GMT"
    }

    /// `2023-10-02T00:00:00Z`, as RFC 3339 has it.
    static func internet(_ date: CoarseDate) -> String { "\(hyphened(firstDay(date)))T00:00:00Z" }

    /// The same for a moment in seconds since 1970.
    static func internet(_ seconds: Int) -> String {
        let (day, clock) = split(seconds)
        return "\(hyphened(day))T\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))Z"
    }

    /// `20231002`, as iCalendar has days.
    static func calendar(_ day: CoarseDate) -> String { four(day.year) + two(day.month ?? 1) + two(day.day ?? 1) }

    /// `20231002T101500Z`, as iCalendar has moments.
    static func calendar(_ seconds: Int) -> String {
        let (day, clock) = split(seconds)
        return calendar(day) + "T" + two(clock / 3600) + two(clock / 60 % 60) + two(clock % 60) + "Z"
    }

    private static func split(_ seconds: Int) -> (CoarseDate, Int) {
        let clock = ((seconds % 86_400) + 86_400) % 86_400
        return (CoarseDate(dayNumber: (seconds - clock) / 86_400), clock)
    }

    private static func hyphened(_ day: CoarseDate) -> String {
        "\(four(day.year))-\(two(day.month ?? 1))-\(two(day.day ?? 1))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func four(_ number: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

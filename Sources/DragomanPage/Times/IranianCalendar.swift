internal import DragomanText

/// The solar calendar of Iran.
enum IranianCalendar {
    /// The Gregorian day of an Iranian one from 1370 to 1472; nil for days that do not exist.
    ///
    /// In these years leap years follow a cycle of 33 years. 1 Farvardin 1370 was 21 March 1991.
    static func gregorian(year: Int, month: Int, day: Int) -> CoarseDate? {
        guard (1370...1472).contains(year), (1...12).contains(month), day >= 1,
            day <= (month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29)
        else { return nil }
        var days = 0
        for past in 1370..<year { days += isLeap(past) ? 366 : 365 }
        days += month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30
        let start = CoarseDate(year: 1991, month: 3, day: 21).dayNumber ?? 0
        return CoarseDate(dayNumber: start + days + day - 1)
    }

    private static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
}

internal import DragomanText

/// Reads times written for machines: ISO 8601, the dates of mail and HTTP, bare figures.
enum TimeStamp {
    /// The time that `text` gives; nil where it has no full day between 1990 and 2100.
    static func time(_ text: String, monthFirst: Bool = false) -> PublicationTime? {
        let bytes = Array(text.utf8.prefix(80))
        if let time = iso(bytes) ?? packed(bytes) { return time }
        guard let day = DateText.day(in: bytes, monthFirst: monthFirst) else { return nil }
        return clock(in: bytes).map {
            PublicationTime(day: day, second: $0.second, precision: $0.precision, zone: $0.zone)
        }
            ?? PublicationTime(day: day)
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.upperBound <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[range] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func isDash(_ bytes: [UInt8], _ index: Int) -> Bool {
        index < bytes.count && bytes[index] == UInt8(ascii: "-")
    }

    /// `2023-05-16`, `2023-05-16T08:30:00.000+03:30`.
    private static func iso(_ bytes: [UInt8]) -> PublicationTime? {
        guard let year = number(bytes, 0..<4), isDash(bytes, 4), let month = number(bytes, 5..<7), isDash(bytes, 7),
            let date = number(bytes, 8..<10), let day = DateText.valid(year, month, date)
        else { return nil }
        if bytes.count > 10, bytes[10] >= 0x30, bytes[10] <= 0x39 { return nil }
        guard let clock = clock(in: Array(bytes.dropFirst(10))) else { return PublicationTime(day: day) }
        return PublicationTime(day: day, second: clock.second, precision: clock.precision, zone: clock.zone)
    }

    /// `20230516`, `20230516083000`, and seconds or milliseconds since 1970.
    private static func packed(_ bytes: [UInt8]) -> PublicationTime? {
        let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        guard digits == bytes.count || digits == 8 else { return nil }
        if digits == 10 || digits == 13, let value = number(bytes, 0..<10), value > 631_152_000 {
            return PublicationTime(
                day: CoarseDate(dayNumber: value / 86_400), second: value % 86_400, precision: .second, zone: 0)
        }
        guard digits == 8 || digits == 12 || digits == 14, let year = number(bytes, 0..<4),
            let month = number(bytes, 4..<6), let date = number(bytes, 6..<8),
            let day = DateText.valid(year, month, date)
        else { return nil }
        guard digits > 8, let hour = number(bytes, 8..<10), hour < 24, let minute = number(bytes, 10..<12), minute < 60
        else {
            return PublicationTime(day: day)
        }
        return PublicationTime(day: day, second: hour * 3600 + minute * 60, precision: .minute)
    }

    /// The first `hh:mm` or `hh:mm:ss` with the zone after it.
    private static func clock(in bytes: [UInt8]) -> (second: Int, precision: PublicationTime.Precision, zone: Int?)? {
        var index = 0
        while index + 5 <= bytes.count {
            guard let hour = number(bytes, index..<index + 2), bytes[index + 2] == UInt8(ascii: ":"),
                let minute = number(bytes, index + 3..<index + 5), hour < 24, minute < 60
            else {
                index += 1
                continue
            }
            var end = index + 5
            var second = 0
            var precision = PublicationTime.Precision.minute
            if end < bytes.count, bytes[end] == UInt8(ascii: ":"), let seconds = number(bytes, end + 1..<end + 3),
                seconds < 61
            {
                second = min(seconds, 59)
                precision = .second
                end += 3
            }
            if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
                end += 1
                while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
            }
            return (hour * 3600 + minute * 60 + second, precision, zone(in: Array(bytes.dropFirst(end))))
        }
        return nil
    }

    /// `Z`, `GMT`, `UTC`, `+03:30`, `+0330`, `+03`, in minutes east of UTC.
    private static func zone(in bytes: [UInt8]) -> Int? {
        let rest = bytes.drop { $0 == 0x20 }
        let name = String(decoding: rest.prefix(3), as: UTF8.self).uppercased()
        if name.hasPrefix("Z") || name == "GMT" || name == "UTC" { return 0 }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let digits = Array(rest.dropFirst().prefix(5).filter { $0 != UInt8(ascii: ":") })
        guard let hours = number(digits, 0..<2), hours <= 14 else { return nil }
        let minutes = number(digits, 2..<4) ?? 0
        return (hours * 60 + min(minutes, 59)) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
}

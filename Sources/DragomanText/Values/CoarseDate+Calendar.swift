extension CoarseDate {
    /// Reads `2023`, `2023-H1`, `2023-Q3`, `2023-02` and `2023-03-20`; a time after the day is passed over.
    ///
    /// Gives nil for anything else and for days that do not exist.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4) else { return nil }
        if bytes.count == 4 {
            self.init(year: year)
            return
        }
        guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-") else { return nil }
        if bytes.count == 7, let part = number(6..<7) {
            switch bytes[5] {
            case UInt8(ascii: "Q") where (1...4).contains(part):
                self.init(year: year, quarter: part)
                return
            case UInt8(ascii: "H") where (1...2).contains(part):
                self.init(year: year, half: part)
                return
            default: break
            }
        }
        guard let month = number(5..<7), (1...12).contains(month) else { return nil }
        if bytes.count == 7 {
            self.init(year: year, month: month)
            return
        }
        guard bytes[7] == UInt8(ascii: "-"), let day = number(8..<10), day >= 1,
            day <= CoarseDate.days(in: month, of: year)
        else { return nil }
        if bytes.count > 10, bytes[10] != UInt8(ascii: "T"), bytes[10] != UInt8(ascii: " ") { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The number of days in a month of the Gregorian calendar; `month` from 1 to 12.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1 January 1970 in the proleptic Gregorian calendar; nil for a date without a day.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    public var dayNumber: Int? {
        guard let month, let day else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that lies `dayNumber` days after 1 January 1970.
    public init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// 0 for Monday to 6 for Sunday; nil for a date without a day.
    public var weekday: Int? {
        dayNumber.map { number in
            let remainder = (number + 3) % 7
            return remainder < 0 ? remainder + 7 : remainder
        }
    }

    /// The first and last day the date can mean, as day numbers: a month is its days, a half-year its six months.
    public var span: ClosedRange<Int> {
        if let dayNumber { return dayNumber...dayNumber }
        let months: ClosedRange<Int>
        if let month {
            months = month...month
        } else if let quarter {
            months = (quarter * 3 - 2)...(quarter * 3)
        } else if let half {
            months = (half * 6 - 5)...(half * 6)
        } else {
            months = 1...12
        }
        let first = CoarseDate(year: year, month: months.lowerBound, day: 1).dayNumber ?? 0
        let end = CoarseDate.days(in: months.upperBound, of: year)
        let last = CoarseDate(year: year, month: months.upperBound, day: end).dayNumber ?? first
        return first...last
    }

    /// The month that lies `months` after this one, without a day; nil for a date without a month.
    public func month(after months: Int) -> CoarseDate? {
        guard let month else { return nil }
        let index = year * 12 + month - 1 + months
        let year = index >= 0 ? index / 12 : (index - 11) / 12
        return CoarseDate(year: year, month: index - year * 12 + 1)
    }
}

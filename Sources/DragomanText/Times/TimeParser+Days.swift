/// Dates that are stated, days of the week, and times of day.
extension TimeParser {
    /// "March 20, 2023", "20 March", "in March", "16.05.2023", "7/8/07".
    func stated(at index: Int) -> Match? {
        if let short = shortDate(at: index) { return short }
        guard let found = values.numericDate(at: index) ?? values.dayMonth(at: index) ?? values.monthDate(at: index)
        else { return nil }
        guard case .date(let past)? = found.value?.content else {
            return Match(start: index, end: found.end, value: nil)
        }
        var result = match(index, found.end, past, future: found.value?.future)
        // "March last year" begins a word before where "last March" does.
        if let range = found.value?.range, range.lowerBound < values.lexemes[index].range.lowerBound, index > 0 {
            result.start = index - 1
        }
        guard let future = found.value?.future, past.day != nil, let here = published?.dayNumber else { return result }
        // A day of a month without its year is the nearest one.
        let back = here - (past.dayNumber ?? here)
        let ahead = (future.dayNumber ?? here) - here
        if ahead < back {
            result.value = future.description
            result.day = future
        }
        result.future = nil
        return result
    }

    /// `7/8/07`, month first as Americans write; with a first number over 12 day first.
    private func shortDate(at index: Int) -> Match? {
        guard let first = values.lexeme(index), first.kind == .figure, (1...2).contains(first.digits),
            word(index + 1) == "/", values.touches(index + 1), let second = values.lexeme(index + 2),
            second.kind == .figure, values.touches(index + 2), (1...2).contains(second.digits),
            word(index + 3) == "/", values.touches(index + 3), let third = values.lexeme(index + 4),
            third.kind == .figure, values.touches(index + 4), third.digits == 2 || third.digits == 4
        else { return nil }
        let isDayFirst = first.value > 12
        let month = Int(isDayFirst ? second.value : first.value)
        let day = Int(isDayFirst ? first.value : second.value)
        let year = third.digits == 4 ? Int(third.value) : 2000 + Int(third.value)
        guard (1...12).contains(month), day >= 1, day <= CoarseDate.days(in: month, of: year) else { return nil }
        return match(index, index + 5, CoarseDate(year: year, month: month, day: day))
    }

    /// "Monday", "last Friday", "Friday morning" (`2010-07-16TMO`).
    func weekday(at index: Int) -> Match? {
        guard let found = values.weekday(at: index) else { return nil }
        guard case .date(let date)? = found.value?.content else {
            return Match(start: index, end: found.end, value: nil)
        }
        // A day that is part of a name: "Black Friday", "Sunday Times".
        if isNamePart(index - 1, spaced: true) && !["on", "last", "next", "this"].contains(word(index - 1)),
            ["black", "good", "cyber", "easter"].contains(word(index - 1))
        {
            return Match(start: index, end: found.end, value: nil)
        }
        let result = match(index, found.end, date, future: found.value?.future)
        return partOfDay(after: result) ?? result
    }

    private func isNamePart(_ index: Int, spaced: Bool) -> Bool {
        values.lexeme(index)?.capital == true
    }

    private static let dayParts: [String: String] = [
        "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midday": "T12:00",
        "lunchtime": "T12:00", "midnight": "T24:00",
    ]

    /// A day with the part of it that follows.
    private func partOfDay(after day: Match) -> Match? {
        guard let part = Self.dayParts[word(day.end)], let value = day.value else { return nil }
        var result = day
        result.end += 1
        result.kind = .time
        result.value = value + part
        result.future = day.future.map { $0 + part }
        return result
    }

    /// "this morning", "tomorrow night", "today".
    func namedDay(at index: Int) -> Match? {
        let day: CoarseDate?
        switch word(index) {
        case "today": day = self.day(after: 0)
        case "yesterday": day = self.day(after: -1)
        case "tomorrow": day = self.day(after: 1)
        case "tonight":
            return Match(
                start: index, end: index + 1, kind: .time, value: self.day(after: 0).map { $0.description + "TNI" })
        case "earlier", "later":
            guard word(index + 1) == "today" else { return nil }
            return match(index, index + 2, self.day(after: 0))
        case "this", "last":
            guard let part = Self.dayParts[word(index + 1)] else { return nil }
            let shift = word(index) == "last" ? -1 : 0
            return Match(
                start: index, end: index + 2, kind: .time, value: self.day(after: shift).map { $0.description + part })
        default: return nil
        }
        let result = match(index, index + 1, day)
        return partOfDay(after: result) ?? result
    }

    // MARK: Times of day

    /// "16:08 UTC", "6:40 p.m.", "8 am", "0800 GMT": on the day named last.
    func clock(at index: Int) -> Match? {
        guard let first = values.lexeme(index), first.kind == .figure, !values.isGluedBefore(index) else { return nil }
        var hour = Int(min(first.value, 9999))
        var minute = 0
        var end = index + 1
        var isClock = false
        if [":", "."].contains(word(end)), values.touches(end), values.touches(end + 1),
            let second = values.lexeme(end + 1), second.kind == .figure, second.digits == 2, second.value < 60,
            first.digits <= 2, word(end) == ":"
        {
            minute = Int(second.value)
            end += 2
            isClock = true
        } else if first.digits == 4, let zone = zone(at: end), zone {
            minute = hour % 100
            hour /= 100
            isClock = true
        } else if first.digits == 0 || first.digits > 2 {
            return nil
        }
        if let half = half(at: end) {
            if half.isAfternoon { hour = hour % 12 + 12 } else { hour %= 12 }
            end = half.end
            isClock = true
        }
        guard isClock, hour < 25, minute < 60 else { return nil }
        var suffix = ""
        if let isUniversal = zone(at: end) {
            suffix = isUniversal ? "Z" : ""
            end += 1
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let value = lastDay.map { "\($0)T\(two(hour)):\(two(minute))\(suffix)" }
        return Match(start: index, end: end, kind: .time, value: value)
    }

    /// Whether a word is a time zone, and whether it is universal time.
    private func zone(at index: Int) -> Bool? {
        switch word(index) {
        case "utc", "gmt": true
        case "est", "edt", "pst", "pdt", "cet", "cest", "bst", "msk", "ist", "jst": false
        default: nil
        }
    }

    private func half(at index: Int) -> (isAfternoon: Bool, end: Int)? {
        let isAfternoon: Bool
        switch word(index) {
        case "am", "pm": return (word(index) == "pm", index + 1)
        case "a": isAfternoon = false
        case "p": isAfternoon = true
        default: return nil
        }
        guard word(index + 1) == ".", word(index + 2) == "m", values.touches(index + 1) else { return nil }
        return (isAfternoon, word(index + 3) == "." ? index + 4 : index + 3)
    }
}

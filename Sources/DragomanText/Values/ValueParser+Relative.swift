/// Dates that count from the day of publication, and parts of years.
extension ValueParser {
    /// "today", "on Monday", "last month", "this year", "two years ago", "in the spring".
    func relativeDate(at index: Int) -> Match? {
        switch word(index) {
        case "today", "tonight": return match(index, index + 1, day(after: 0))
        case "yesterday": return match(index, index + 1, day(after: -1))
        case "tomorrow": return match(index, index + 1, day(after: 1))
        case "the" where matches(["day", "before", "yesterday"], at: index + 1):
            return match(index, index + 4, day(after: -2))
        case "a" where matches(["year", "ago"], at: index + 1): return match(index, index + 3, year(after: -1))
        default: break
        }
        if let match = fromLast(at: index) ?? weekday(at: index) ?? season(at: index) ?? ago(at: index) { return match }
        let shift: Int
        switch word(index) {
        case "this", "current": shift = 0
        case "last": shift = -1
        case "next", "coming": shift = 1
        default: return nil
        }
        switch word(index + 1) {
        case "year" where word(index + 2) != "-": return match(index, index + 2, year(after: shift))
        case "month": return match(index, index + 2, published?.month(after: shift))
        default: return nil
        }
    }

    func year(after years: Int) -> CoarseDate? {
        published.map { CoarseDate(year: $0.year + years) }
    }

    func day(after days: Int) -> CoarseDate? {
        published?.dayNumber.map { CoarseDate(dayNumber: $0 + days) }
    }

    /// "on Monday": the last one up to the day of publication; for the future the next one.
    func weekday(at index: Int) -> Match? {
        let isShifted = ["last", "next", "this"].contains(word(index))
        let position = isShifted ? index + 1 : index
        guard case .weekday(let weekday)? = term(position), lexeme(position)?.capital == true else { return nil }
        let end = position + 1
        guard let today = published?.dayNumber, let now = published?.weekday else { return Match(end: end, value: nil) }
        let back = (now - weekday + 7) % 7
        let next = CoarseDate(dayNumber: today + (back == 0 ? 7 : 7 - back))
        if word(index) == "next" { return match(index, end, next) }
        if word(index) == "last" { return match(index, end, CoarseDate(dayNumber: today - (back == 0 ? 7 : back))) }
        return match(index, end, CoarseDate(dayNumber: today - back), future: next)
    }

    /// "this autumn", "in the spring", "spring 2024", "the summer of 2023": the year.
    func season(at index: Int) -> Match? {
        let isShifted = ["this", "last", "next"].contains(word(index))
        let position = isShifted ? index + 1 : index
        guard case .season(let start)? = term(position) else { return nil }
        let after = word(position + 1) == "of" ? position + 2 : position + 1
        if let year = year(at: after) { return match(index, after + 1, CoarseDate(year: year)) }
        let isInTheSeason =
            word(index - 1) == "the" && ["in", "by", "until", "this", "since"].contains(word(index - 2))
        let isInSeason = ["in", "by", "until", "since", "from"].contains(word(index - 1)) && word(position) != "fall"
        guard isShifted || isInTheSeason || isInSeason else { return nil }
        guard let published, let now = published.month else { return Match(end: position + 1, value: nil) }
        let past = CoarseDate(year: now >= start ? published.year : published.year - 1)
        let future = CoarseDate(year: now > (start + 2 > 12 ? 12 : start + 2) ? published.year + 1 : published.year)
        switch word(index) {
        case "this": return match(index, position + 1, CoarseDate(year: published.year))
        case "last":
            return match(
                index, position + 1,
                CoarseDate(year: now > start + 2 ? published.year : past.year - (now >= start ? 1 : 0)))
        case "next":
            return match(index, position + 1, CoarseDate(year: now < start ? published.year : published.year + 1))
        default: return match(index, position + 1, past, future: future)
        }
    }

    /// "two years ago", "three months ago", "ten days ago".
    private func ago(at index: Int) -> Match? {
        guard let amount = amount(at: index), amount.value >= 1, amount.value <= 200,
            amount.value == amount.value.rounded(), word(amount.end + 1) == "ago"
        else { return nil }
        let count = -Int(amount.value)
        let end = amount.end + 2
        switch word(amount.end) {
        case "year", "years": return match(index, end, year(after: count))
        case "month", "months": return match(index, end, published?.month(after: count))
        case "week", "weeks": return match(index, end, day(after: count * 7))
        case "day", "days": return match(index, end, day(after: count))
        default: return nil
        }
    }

    /// "by the end of 2026", "the beginning of next year", "early March 2023", "mid-2025", "end of the year", "year-end".
    func edge(at index: Int) -> Match? {
        if word(index) == "year", word(index + 1) == "-", word(index + 2) == "end", touches(index + 2) {
            return match(index, index + 3, published.map { CoarseDate(year: $0.year) })
        }
        if matches(["year", "'", "s", "end"], at: index) {
            return match(index, index + 4, published.map { CoarseDate(year: $0.year) })
        }
        let start: Int
        switch word(index) {
        case "early", "late", "mid", "midway": start = word(index + 1) == "-" ? index + 2 : index + 1
        case "end", "beginning", "start", "middle", "close", "turn":
            guard word(index + 1) == "of" else { return nil }
            start = index + 2
        default: return nil
        }
        for position in [start, start + 1] where position == start || word(start) == "in" || word(start) == "the" {
            if let inner = date(after: position), let value = inner.value, case .date(let date) = value.content {
                return match(index, inner.end, date, future: value.future)
            }
        }
        guard ["the", "this"].contains(word(start)), let published else { return nil }
        switch word(start + 1) {
        case "year" where word(start + 2) != "-": return match(index, start + 2, CoarseDate(year: published.year))
        case "month": return match(index, start + 2, published.month(after: 0))
        default: return nil
        }
    }

    /// A date that "end of" or "early" can stand before; never another such edge.
    private func date(after index: Int) -> Match? {
        guard word(index) != "today", lexeme(index) != nil else { return nil }
        switch word(index) {
        case "early", "late", "mid", "midway", "end", "beginning", "start", "middle", "close", "turn", "year":
            return nil
        default: return date(at: index)
        }
    }

    /// "first half of 2026", "H1 2026", "second quarter", "Q2 2025", "first six months of 2024".
    func partOfYear(at index: Int) -> Match? {
        guard let (part, afterPart) = part(at: index) else { return nil }
        var end = afterPart
        var year: Int?
        if [",", "of", "in", "'"].contains(word(end)), let found = self.year(at: end + 1) {
            year = found
            end += 2
        } else if let found = self.year(at: end) {
            year = found
            end += 1
        } else if let published {
            let words = word(end) == "of" ? end + 1 : end
            for (phrase, shift) in [
                (["this", "year"], 0), (["the", "year"], 0), (["the", "current", "year"], 0), (["next", "year"], 1),
                (["last", "year"], -1), (["the", "coming", "year"], 1),
            ] where matches(phrase, at: words) {
                year = published.year + shift
                end = words + phrase.count
            }
        }
        if let year { return match(index, end, part.date(in: year)) }
        guard word(index - 1) == "the", ["in", "by", "for", "during", "from", "of"].contains(word(index - 2)),
            word(end) != "of", let published, let month = published.month, part.isYearPart
        else { return nil }
        let past = month >= part.firstMonth ? published.year : published.year - 1
        let future = month <= part.lastMonth ? published.year : published.year + 1
        return match(index, end, part.date(in: past), future: part.date(in: future))
    }

    private enum YearPart {
        case half(Int)
        case quarter(Int)
        /// "first nine months": no part of its own.
        case months(Int)

        var firstMonth: Int {
            switch self {
            case .half(let half): half * 6 - 5
            case .quarter(let quarter): quarter * 3 - 2
            case .months: 1
            }
        }

        var lastMonth: Int {
            switch self {
            case .half(let half): half * 6
            case .quarter(let quarter): quarter * 3
            case .months(let count): count
            }
        }

        var isYearPart: Bool {
            if case .months = self { return false }
            return true
        }

        func date(in year: Int) -> CoarseDate {
            switch self {
            case .half(let half): CoarseDate(year: year, half: half)
            case .quarter(let quarter): CoarseDate(year: year, quarter: quarter)
            case .months(3): CoarseDate(year: year, quarter: 1)
            case .months(6): CoarseDate(year: year, half: 1)
            case .months: CoarseDate(year: year)
            }
        }
    }

    private func part(at index: Int) -> (part: YearPart, end: Int)? {
        guard let lexeme = lexeme(index) else { return nil }
        if lexeme.kind == .mixed {
            switch lexeme.text {
            case "q1", "q2", "q3", "q4": return (.quarter(Int(lexeme.text.utf8.last ?? 0x31) - 0x30), index + 1)
            case "h1", "h2": return (.half(Int(lexeme.text.utf8.last ?? 0x31) - 0x30), index + 1)
            default: return nil
            }
        }
        let ordinal: Int
        var position = index + 1
        switch lexeme.term {
        case .ordinal(let value)?: ordinal = value
        default:
            guard ["last", "final"].contains(lexeme.text) else { return nil }
            ordinal = 0
        }
        if word(position) == "-", touches(position) { position += 1 }
        switch word(position) {
        case "half" where ordinal <= 2: return (.half(ordinal == 0 ? 2 : ordinal), position + 1)
        case "quarter" where ordinal <= 4: return (.quarter(ordinal == 0 ? 4 : ordinal), position + 1)
        default: break
        }
        guard ordinal == 1, let amount = amount(at: position), amount.value >= 1, amount.value <= 12,
            ["months", "-"].contains(word(amount.end))
        else { return nil }
        let end = word(amount.end) == "-" ? amount.end + 2 : amount.end + 1
        return word(end - 1).hasPrefix("month") ? (.months(Int(amount.value)), end) : nil
    }
}

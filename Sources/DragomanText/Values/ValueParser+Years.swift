/// Years that do not begin in January, and deadlines that count from the day of publication.
extension ValueParser {
    /// "FY2025", "fiscal 2024-25", "the current Iranian year", "the first half of the Iranian year", "in 1402".
    func countedYear(at index: Int) -> Match? {
        hijriYear(at: index) ?? iranianYear(at: index) ?? fiscalYear(at: index)
    }

    // MARK: The Iranian calendar

    private static let calendars: Set<String> = ["iranian", "persian", "hijri", "jalali", "shamsi"]

    /// "the Iranian year 1402", "in 1402" where Iran is spoken of: the year it begins in.
    private func hijriYear(at index: Int) -> Match? {
        guard let figure = lexeme(index), figure.kind == .figure, figure.digits == 4,
            (1340..<1460).contains(figure.value), !touches(index + 1) || lexeme(index + 1)?.kind == .sign
        else { return nil }
        let isNamed =
            word(index - 1) == "year" && (Self.calendars.contains(word(index - 2)) || memory.isIranian)
            || memory.isIranian && ["in", "since", "of", "by", "for", "until"].contains(word(index - 1))
        guard isNamed, !isCounted(index + 1) else { return nil }
        return match(index, index + 1, CoarseDate(year: Int(figure.value) + 621))
    }

    /// "the current Iranian year", "the first half of the Iranian calendar year", "by the end of last Iranian year".
    ///
    /// A year and its halves give the year it begins in, its end the March it ends in; where brackets say the day, they
    /// say it better.
    private func iranianYear(at index: Int) -> Match? {
        var position = index
        let isEnd = matches(["end", "of"], at: index)
        if isEnd {
            position += 2
        } else if case .ordinal(let part)? = term(index), part <= 4, ["half", "quarter"].contains(word(index + 1)),
            word(index + 2) == "of"
        {
            position += 3
        }
        if ["the", "this"].contains(word(position)) { position += 1 }
        var shift = 0
        switch word(position) {
        case "current", "this", "new": position += 1
        case "last", "previous", "past":
            shift = -1
            position += 1
        case "next", "coming", "following":
            shift = 1
            position += 1
        default: break
        }
        guard Self.calendars.contains(word(position)) else { return nil }
        position += 1
        if ["calendar", "fiscal", "solar"].contains(word(position)) { position += 1 }
        guard word(position) == "year", hijriYear(at: position + 1) == nil else { return nil }
        let end = position + 1
        guard !isDated(end), let published, let month = published.month else { return Match(end: end, value: nil) }
        let hasBegun = (month, published.day ?? 31) >= (3, 21)
        let year = published.year + (hasBegun ? 0 : -1) + shift
        return match(index, end, isEnd ? CoarseDate(year: year + 1, month: 3) : CoarseDate(year: year))
    }

    /// Whether brackets follow that tell an end by its day: "(March 20, 2024)", "(ending March 20)".
    private func isDated(_ index: Int) -> Bool {
        guard word(index) == "(" else { return false }
        let skipped = ["ending", "ended", "ends", "until", "to"].contains(word(index + 1)) ? index + 2 : index + 1
        return dayMonth(at: skipped)?.value != nil || monthDate(at: skipped)?.value != nil
    }

    // MARK: Fiscal years

    /// "fiscal 2025", "fiscal year 2024-25", "FY2025", "FY 24/25", "the last financial year": the year it is named by,
    /// of two the first.
    private func fiscalYear(at index: Int) -> Match? {
        if let lexeme = lexeme(index), lexeme.kind == .mixed, lexeme.text.hasPrefix("fy"),
            let figure = Int(lexeme.text.dropFirst(2)), let year = fullYear(figure, lexeme.text.utf8.count - 2)
        {
            return match(index, afterSecondYear(index + 1), CoarseDate(year: year))
        }
        var position = index
        if word(position) == "the" { position += 1 }
        var shift: Int?
        switch word(position) {
        case "current", "this": shift = 0
        case "last", "previous", "past": shift = -1
        case "next", "coming": shift = 1
        default: break
        }
        if shift != nil { position += 1 }
        switch word(position) {
        case "fy": position += 1
        case "fiscal", "financial":
            position += 1
            guard word(position) == "year" || word(position - 1) == "fiscal" else { return nil }
            if word(position) == "year" { position += 1 }
        default: return nil
        }
        if let figure = lexeme(position), figure.kind == .figure,
            let year = fullYear(Int(min(figure.value, 9999)), figure.digits), !isCounted(position + 1)
        {
            return match(index, afterSecondYear(position + 1), CoarseDate(year: year))
        }
        guard let shift, word(position - 1) == "year" else { return nil }
        return match(index, position, year(after: shift))
    }

    /// The year of four digits, or of two in this century.
    private func fullYear(_ figure: Int, _ digits: Int) -> Int? {
        switch digits {
        case 2: 2000 + figure
        case 4 where (1900..<2100).contains(figure): figure
        default: nil
        }
    }

    /// Past the second year of "2024-25" and "2024/25".
    private func afterSecondYear(_ index: Int) -> Int {
        guard ["-", "–", "/"].contains(word(index)), touches(index), touches(index + 1),
            let second = lexeme(index + 1), second.kind == .figure, second.digits == 2 || second.digits == 4
        else { return index }
        return index + 2
    }

    // MARK: Dates that count from the one named last

    /// "the same day", "that year", "a year later", "two months earlier", "the following year".
    func fromLast(at index: Int) -> Match? {
        if ["the", "that"].contains(word(index)) {
            let isSame = word(index + 1) == "same"
            let unit = isSame ? index + 2 : index + 1
            if word(unit) == "day", isSame || word(index) == "that" { return match(index, unit + 1, memory.day) }
            guard let last = memory.date else { return nil }
            if word(unit) == "year", isSame || word(index) == "that" {
                return match(index, unit + 1, CoarseDate(year: last.year))
            }
            guard word(index) == "the", word(index + 2) == "year" else {
                let isBefore = matches(["the", "year", "before"], at: index)
                return isBefore ? match(index, index + 3, CoarseDate(year: last.year - 1)) : nil
            }
            switch word(index + 1) {
            case "following": return match(index, index + 3, CoarseDate(year: last.year + 1))
            case "previous", "preceding": return match(index, index + 3, CoarseDate(year: last.year - 1))
            default: return nil
            }
        }
        let count: Int
        let unit: Int
        if ["a", "one"].contains(word(index)) {
            count = 1
            unit = index + 1
        } else if let amount = amount(at: index), amount.value == amount.value.rounded(), amount.value <= 60,
            amount.value >= 1, amount.scale == 1
        {
            count = Int(amount.value)
            unit = amount.end
        } else {
            return nil
        }
        let sign: Int
        switch word(unit + 1) {
        case "later": sign = 1
        case "earlier", "before": sign = -1
        default: return nil
        }
        guard let last = memory.date else { return nil }
        switch word(unit) {
        case "year", "years": return match(index, unit + 2, CoarseDate(year: last.year + sign * count))
        case "month", "months": return last.month(after: sign * count).map { match(index, unit + 2, $0) }
        case "day", "days":
            return last.dayNumber.map { match(index, unit + 2, CoarseDate(dayNumber: $0 + sign * count)) }
        default: return nil
        }
    }

    // MARK: Deadlines

    /// "within three months", "in two years' time", "over the next five years", "before the year is out", "by Christmas":
    /// when it is due.
    func deadline(at index: Int) -> Match? {
        switch word(index) {
        case "year" where word(index - 1) == "the" && ["before", "by"].contains(word(index - 2)):
            guard
                matches(["is", "out"], at: index + 1) || matches(["is", "over"], at: index + 1)
                    || word(index + 1) == "ends"
            else { return nil }
            return match(index, index + (word(index + 1) == "ends" ? 2 : 3), year(after: 0))
        case "christmas" where ["before", "by", "until", "till", "at"].contains(word(index - 1)):
            guard let published, let month = published.month else { return Match(end: index + 1, value: nil) }
            let isOver = month == 12 && (published.day ?? 1) > 25
            return match(index, index + 1, CoarseDate(year: isOver ? published.year + 1 : published.year, month: 12))
        case "within", "in", "over", "inside":
            return duration(at: index)
        default: return nil
        }
    }

    /// "within three months", "in two years", "in the next five years": the month or year it ends in.
    private func duration(at index: Int) -> Match? {
        var position = index + 1
        let isNext = ["next", "coming"].contains(word(index + 2)) && word(index + 1) == "the"
        if isNext { position += 2 }
        let count: Int
        if ["a", "an", "one"].contains(word(position)), !isNext {
            count = 1
            position += 1
        } else if let amount = amount(at: position), amount.value == amount.value.rounded(), amount.value >= 1,
            amount.value <= 60, amount.scale == 1
        {
            count = Int(amount.value)
            position = amount.end
        } else {
            return nil
        }
        // "over three years" is how long, "over the next three years" until when.
        guard word(index) != "over" || isNext else { return nil }
        let unit = word(position)
        var end = position + 1
        if word(end) == "'" || word(end) == "’" { end += word(end + 1) == "s" ? 2 : 1 }
        if word(end) == "time" { end += 1 }
        // "in two years of talks" and "in a year-long trial" are no deadlines.
        guard !["of", "-", "ago", "earlier", "before"].contains(word(end)) else { return nil }
        switch unit {
        case "year", "years": return match(index, end, year(after: count))
        case "month", "months": return match(index, end, published?.month(after: count))
        case "week", "weeks": return match(index, end, day(after: 7 * count))
        default: return nil
        }
    }
}

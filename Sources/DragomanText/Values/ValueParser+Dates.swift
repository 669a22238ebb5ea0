/// Dates with figures and month names; words that count from the day of publication stand in `ValueParser+Relative`.
extension ValueParser {
    /// The date at `index`, or the words of one that cannot be resolved.
    func date(at index: Int) -> Match? {
        numericDate(at: index) ?? dayMonth(at: index) ?? monthDate(at: index) ?? countedYear(at: index)
            ?? partOfYear(at: index) ?? deadline(at: index) ?? relativeDate(at: index) ?? edge(at: index)
            ?? yearDate(at: index)
    }

    func match(_ start: Int, _ end: Int, _ date: CoarseDate?, future: CoarseDate? = nil) -> Match {
        guard let date else { return Match(end: end, value: nil) }
        let reading = future == date ? nil : future
        return Match(end: end, value: Value(range: bytes(start, end), content: .date(date), future: reading))
    }

    // MARK: Figures

    /// The year a four-digit figure at `index` names.
    func year(at index: Int) -> Int? {
        guard let lexeme = lexeme(index), lexeme.kind == .figure, lexeme.digits == 4 else { return nil }
        let year = Int(lexeme.value)
        guard (1900..<2100).contains(year) else { return nil }
        if touches(index + 1), let next = self.lexeme(index + 1), next.kind != .sign { return nil }
        if touches(index), let last = self.lexeme(index - 1), last.kind != .sign { return nil }
        return year
    }

    private func day(at index: Int) -> (day: Int, end: Int)? {
        guard let lexeme = lexeme(index), lexeme.kind == .figure, (1...2).contains(lexeme.digits), lexeme.value >= 1,
            lexeme.value <= 31, !isGluedBefore(index)
        else { return nil }
        let isOrdinal = touches(index + 1) && ["st", "nd", "rd", "th"].contains(word(index + 1))
        if !isOrdinal, touches(index + 1), let next = self.lexeme(index + 1), next.kind != .sign { return nil }
        return (Int(lexeme.value), isOrdinal ? index + 2 : index + 1)
    }

    /// `2023-05-16`, `16.05.2023`, `16/05/2023`; times of day and version numbers are taken and give nothing.
    func numericDate(at index: Int) -> Match? {
        guard let first = lexeme(index), first.kind == .figure, touches(index + 1) else { return nil }
        if let (day, month, year) = dottedDate(at: index) {
            return match(index, index + (lexeme(index + 1)?.kind == .figure ? 2 : 3), valid(year, month, day))
        }
        let sign = word(index + 1)
        guard ["-", "/", ".", ":"].contains(sign), touches(index + 2), let second = lexeme(index + 2),
            second.kind == .figure
        else { return nil }
        if sign == ":" { return Match(end: index + 3, value: nil) }
        guard word(index + 3) == sign, touches(index + 3), touches(index + 4), let third = lexeme(index + 4),
            third.kind == .figure
        else { return nil }
        let numbers = (Int(min(first.value, 9999)), Int(min(second.value, 9999)), Int(min(third.value, 9999)))
        if first.digits == 4 { return match(index, index + 5, valid(numbers.0, numbers.1, numbers.2)) }
        guard third.digits == 4 else { return Match(end: index + 5, value: nil) }
        let isMonthFirst = numbers.1 > 12
        if sign == "/", !isMonthFirst, numbers.0 <= 12, numbers.0 != numbers.1 {
            return Match(end: index + 5, value: nil)
        }
        let (day, month) = isMonthFirst ? (numbers.1, numbers.0) : (numbers.0, numbers.1)
        return match(index, index + 5, valid(numbers.2, month, day))
    }

    /// `16.05.2023`, which reads as the figure 16.05 and then `.2023`.
    private func dottedDate(at index: Int) -> (day: Int, month: Int, year: Int)? {
        let written = text[lexemes[index].range]
        guard lexemes[index].digits == 0, word(index + 1) == ".", touches(index + 2), let year = lexeme(index + 2),
            year.digits == 4
        else { return nil }
        let halves = written.split(separator: UInt8(ascii: "."))
        guard halves.count == 2, let day = Int(String(decoding: halves[0], as: UTF8.self)),
            let month = Int(String(decoding: halves[1], as: UTF8.self))
        else { return nil }
        return (day, month, Int(year.value))
    }

    private func valid(_ year: Int, _ month: Int, _ day: Int) -> CoarseDate? {
        guard (1800..<2200).contains(year), (1...12).contains(month), day >= 1,
            day <= CoarseDate.days(in: month, of: year)
        else { return nil }
        return CoarseDate(year: year, month: month, day: day)
    }

    /// "2024", "mid-2025", "2023-2024" (its first year); not "2000 cars".
    func yearDate(at index: Int) -> Match? {
        guard let year = year(at: index), !isCounted(index + 1), !follows(index) else { return nil }
        let joined = ["-", "–", "/"].contains(word(index + 1)) && touches(index + 1) && touches(index + 2)
        if joined, let second = lexeme(index + 2), second.kind == .figure {
            guard second.digits == 2 || self.year(at: index + 2) != nil else { return nil }
            return match(index, index + 3, CoarseDate(year: year))
        }
        if percentOrScaleFollows(index + 1) { return nil }
        return match(index, index + 1, CoarseDate(year: year))
    }

    /// Whether a sign of money or a word of vagueness before the figure makes it a number.
    private func follows(_ index: Int) -> Bool {
        if case .currency? = term(index - 1) { return true }
        guard touches(index), index > 0 else { return false }
        return ["#", "@", "_", ".", ",", ":"].contains(word(index - 1))
            || (word(index - 1) == "-" && touches(index - 1)
                && !["mid", "pre", "post", "early", "late", "end"].contains(word(index - 2)))
    }

    private func percentOrScaleFollows(_ index: Int) -> Bool {
        switch term(index) {
        case .scale?, .currency?, .unit?: return true
        default: return ["%", "percent"].contains(word(index))
        }
    }

    // MARK: Months

    /// The month named at `index` and what follows it, a full stop after a short form included.
    private func month(at index: Int) -> (month: Int, end: Int)? {
        guard case .month(let month)? = term(index), let lexeme = lexeme(index), lexeme.capital else { return nil }
        let isShort = lexeme.text.utf8.count <= 4 && !["june", "july", "may"].contains(lexeme.text)
        return (month, isShort && word(index + 1) == "." && touches(index + 1) ? index + 2 : index + 1)
    }

    /// The year that may follow a month or day, over a comma or "of".
    private func yearAfter(_ index: Int) -> (year: Int, end: Int)? {
        let position = word(index) == "," || word(index) == "of" ? index + 1 : index
        guard let year = year(at: position), !isCounted(position + 1) || position > index else { return nil }
        return (year, position + 1)
    }

    /// "20 March 2023", "the 20th of March", "3-5 March" (its first day).
    func dayMonth(at index: Int) -> Match? {
        guard let (day, afterDay) = day(at: index) else { return nil }
        var position = afterDay
        if ["-", "–", "and", "to"].contains(word(position)), let (_, end) = self.day(at: position + 1),
            month(at: end) != nil
        {
            position = end
        }
        if word(position) == "of" { position += 1 }
        if word(position) == "-", touches(position) { position += 1 }
        guard let (month, end) = month(at: position) else { return nil }
        // Towns, streets and squares are named for days.
        if ["city", "street", "avenue", "square", "bridge"].contains(word(end)) {
            return Match(end: end + 1, value: nil)
        }
        return complete(index, end, month: month, day: day)
    }

    /// "March 20, 2023", "March 2023", "March", "early March".
    func monthDate(at index: Int) -> Match? {
        guard let (month, afterMonth) = month(at: index) else { return nil }
        if let (day, end) = day(at: afterMonth), word(end) != "%", !isCounted(end) || isDayContext(index) {
            var end = end
            if ["-", "–"].contains(word(end)), let (_, last) = self.day(at: end + 1) { end = last }
            if case .scale? = term(end) { return nil }
            return complete(index, end, month: month, day: day)
        }
        if let (year, end) = yearAfter(afterMonth) {
            return match(index, end, CoarseDate(year: year, month: month))
        }
        if afterMonth < lexemes.count, word(afterMonth) == "this" || word(afterMonth) == "last",
            word(afterMonth + 1) == "year", let published
        {
            let year = published.year - (word(afterMonth) == "last" ? 1 : 0)
            return match(index, afterMonth + 2, CoarseDate(year: year, month: month))
        }
        guard isMonthContext(index) else { return nil }
        guard let published, let now = published.month else { return Match(end: afterMonth, value: nil) }
        let past = CoarseDate(year: month <= now ? published.year : published.year - 1, month: month)
        let future = CoarseDate(year: month >= now ? published.year : published.year + 1, month: month)
        switch word(index - 1) {
        case "next":
            let year = month > now ? published.year : published.year + 1
            return match(index - 1, afterMonth, CoarseDate(year: year, month: month))
        case "last" where month == now:
            return match(index - 1, afterMonth, CoarseDate(year: published.year - 1, month: month))
        default: return match(index, afterMonth, past, future: future)
        }
    }

    /// Whether the day of "in May 20 cars" belongs to the month: it does after "on" and at a sentence's start.
    private func isDayContext(_ index: Int) -> Bool {
        ["on", "by", "from", "until", "since", "("].contains(word(index - 1))
    }

    /// Whether a bare month name is a date: "March" and "May" are words too.
    private func isMonthContext(_ index: Int) -> Bool {
        guard let lexeme = lexeme(index) else { return false }
        let isPlain = lexeme.text.utf8.count > 3 && !["march", "sept"].contains(lexeme.text)
        if [
            "in", "since", "by", "until", "till", "from", "of", "last", "next", "early", "late", "mid", "this",
            "during",
            "before", "after", "through", "between", "to", "and", "for", "-", "–", "end", "as", "beginning", "around",
        ].contains(word(index - 1)) {
            return isPlain || lexeme.text.utf8.count > 4 || lexeme.text == "may"
        }
        return isPlain
    }

    private func complete(_ start: Int, _ end: Int, month: Int, day: Int) -> Match {
        if let (year, end) = yearAfter(end) { return match(start, end, valid(year, month, day)) }
        guard let published, let now = published.month else { return Match(end: end, value: nil) }
        let isPast = (month, day) <= (now, published.day ?? 31)
        let isFuture = (month, day) >= (now, published.day ?? 1)
        return match(
            start, end, valid(isPast ? published.year : published.year - 1, month, day),
            future: valid(isFuture ? published.year : published.year + 1, month, day))
    }
}

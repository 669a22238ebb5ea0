/// Dates that count from the day of publication or from the day named last, parts of years, and vague times.
extension TimeParser {
    /// "last week" (`2008-W35`), "this year", "the next quarter", "two days ago", "the same day", "the end of 2008".
    func relative(at index: Int) -> Match? {
        if let match = namedDay(at: index) ?? ago(at: index) ?? unit(at: index) ?? sameDay(at: index) { return match }
        return edge(at: index)
    }

    /// "this year", "last week", "next month", "the coming quarter", "later this year".
    private func unit(at index: Int) -> Match? {
        var position = index
        if ["later", "earlier", "early", "late"].contains(word(position)) { position += 1 }
        let isDefinite = word(position) == "the"
        if isDefinite { position += 1 }
        let shift: Int
        switch word(position) {
        case "this", "current": shift = 0
        case "last", "previous", "past": shift = -1
        case "next", "coming", "following": shift = 1
        default: return nil
        }
        let end = position + 2
        // "this year's", but not "last year-end" and not "the last years".
        if word(end) == "-", values.touches(end) { return nil }
        switch word(position + 1) {
        case "year": return match(index, end, published.map { CoarseDate(year: $0.year + shift) })
        case "month": return match(index, end, published?.month(after: shift))
        case "week": return week(index, end, after: shift)
        case "weekend":
            return week(index, end, after: shift).map { found in
                var found = found
                found.value = found.value.map { $0 + "-WE" }
                return found
            }
        case "quarter":
            guard let published, let month = published.month else { return Match(start: index, end: end, value: nil) }
            let number = published.year * 4 + (month - 1) / 3 + shift
            return match(index, end, CoarseDate(year: number / 4, quarter: number % 4 + 1))
        case "decade" where shift == 0:
            return Match(start: index, end: end, value: published.map { "\($0.year / 10)" })
        default: return nil
        }
    }

    /// The week that lies `weeks` after that of the day of publication, as ISO 8601 counts them.
    private func week(_ start: Int, _ end: Int, after weeks: Int) -> Match? {
        guard let today = published?.dayNumber else { return Match(start: start, end: end, value: nil) }
        let thursday = today + weeks * 7 - (CoarseDate(dayNumber: today).weekday ?? 0) + 3
        let date = CoarseDate(dayNumber: thursday)
        guard let first = CoarseDate(year: date.year, month: 1, day: 1).dayNumber else { return nil }
        let number = (thursday - first) / 7 + 1
        return Match(start: start, end: end, value: "\(date.year)-W\(number < 10 ? "0" : "")\(number)")
    }

    /// "two years ago", "three days earlier", "a week ago", counted from the day of publication.
    private func ago(at index: Int) -> Match? {
        guard let (count, afterCount) = count(at: index), let unit = Self.units[word(afterCount)],
            word(afterCount + 1) == "ago"
        else { return nil }
        let end = afterCount + 2
        guard let count, count == count.rounded(), count < 400 else {
            return Match(start: index, end: end, value: "PAST_REF")
        }
        let back = -Int(count)
        switch unit {
        case "Y": return match(index, end, published.map { CoarseDate(year: $0.year + back) })
        case "M": return match(index, end, published?.month(after: back))
        case "W": return match(index, end, day(after: back * 7))
        case "D": return match(index, end, day(after: back))
        default: return nil
        }
    }

    /// "the same day", "that day", "the day" at the end of a report of a day.
    private func sameDay(at index: Int) -> Match? {
        if matches(["the", "same", "day"], at: index) { return match(index, index + 3, lastDay) }
        guard ["that", "the"].contains(word(index)), word(index + 1) == "day" else { return nil }
        switch word(index) {
        case "that" where !["comes", "came", "will"].contains(word(index + 2)):
            return match(index, index + 2, lastDay)
        case "the"
        where ["end", "ending", "ended", "finish", "finished", "close", "closed", "for", "on", "during"]
            .contains(word(index - 1)) && !["when", "of", "after", "before", "that"].contains(word(index + 2)):
            return match(index, index + 2, lastDay)
        default: return nil
        }
    }

    /// "the end of 2026", "early March", "the beginning of the year", "late in the day": the time it is a part of.
    private func edge(at index: Int) -> Match? {
        var start = index
        if word(start) == "the" { start += 1 }
        let position: Int
        switch word(start) {
        case "early", "late", "mid", "midway":
            position = word(start + 1) == "-" || word(start + 1) == "in" ? start + 2 : start + 1
        case "end", "beginning", "start", "middle", "close", "turn":
            guard word(start + 1) == "of" else { return nil }
            position = start + 2
        default: return nil
        }
        if ["the", "this"].contains(word(position)) {
            let end = position + 2
            switch word(position + 1) {
            case "year": return match(index, end, published.map { CoarseDate(year: $0.year) })
            case "month": return match(index, end, published?.month(after: 0))
            case "week": return week(index, end, after: 0)
            case "day": return match(index, end, lastDay)
            default: break
            }
        }
        guard let inner = stated(at: position) ?? yearOrPart(at: position) else { return nil }
        var result = inner
        result.start = index
        return result
    }

    private func yearOrPart(at index: Int) -> Match? {
        if let part = partOfYear(at: index) ?? unit(at: index) { return part }
        guard let found = values.yearDate(at: index), case .date(let date)? = found.value?.content else { return nil }
        return match(index, found.end, date)
    }

    /// "the third quarter of this year", "Q3 2008", "the first half of 2026".
    func partOfYear(at index: Int) -> Match? {
        let position = word(index) == "the" ? index + 1 : index
        guard let found = values.partOfYear(at: position) else { return nil }
        guard case .date(let date)? = found.value?.content else { return nil }
        return match(index, found.end, date, future: found.value?.future)
    }

    private static let seasons = [3: "SP", 6: "SU", 9: "FA", 12: "WI"]

    /// "this autumn" (`2008-FA`), "spring 2024", "the summer of 2023".
    func season(at index: Int) -> Match? {
        let isShifted = ["this", "last", "next"].contains(word(index))
        let position = isShifted ? index + 1 : index
        guard case .season(let start)? = values.term(position), let code = Self.seasons[start],
            let found = values.season(at: index), case .date(let date)? = found.value?.content
        else { return nil }
        return Match(
            start: index, end: found.end, value: "\(date.year)-\(code)",
            future: found.value?.future.map { "\($0.year)-\(code)" })
    }

    /// "recently" (`PAST_REF`), "now" (`PRESENT_REF`), "the near future" (`FUTURE_REF`).
    func vague(at index: Int) -> Match? {
        for (words, value) in Self.vagueTimes[word(index)] ?? [] where matches(words, at: index) {
            return Match(start: index, end: index + words.count, value: value)
        }
        return nil
    }

    private static let vagueTimes: [String: [(words: [String], value: String)]] = {
        let phrases: [(value: String, phrases: [String])] = [
            (
                "PAST_REF",
                [
                    "recently", "recent years", "recent months", "recent weeks", "recent days",
                    "the recent past", "at one point", "in the old days",
                ]
            ),
            ("PRESENT_REF", ["right now", "at present", "the time being", "at the moment", "these days", "nowadays"]),
            (
                "FUTURE_REF",
                [
                    "the near future", "the near term", "the foreseeable future", "coming years", "coming months",
                    "coming weeks", "coming days", "in the future",
                ]
            ),
        ]
        var table: [String: [(words: [String], value: String)]] = [:]
        for (value, texts) in phrases {
            for text in texts {
                let words = text.split(separator: " ").map(String.init)
                if let first = words.first { table[first, default: []].append((words, value)) }
            }
        }
        return table
    }()
}

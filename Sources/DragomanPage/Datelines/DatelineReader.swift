internal import DragomanText

/// Reads datelines: "TEHRAN – ", "MANISA, July 8 (AW) - ", "Pune, India – February 25, 2024 – ", "ALMATY, March 12. ".
enum DatelineReader {
    /// Datelines are looked for in this many bytes.
    private static let reach = 140

    private struct Word {
        var range: ByteRange
        var text: String

        var isUpper: Bool { !text.contains { $0.isLowercase } && text.contains { $0.isUppercase } }
        var isCapital: Bool { text.first?.isUppercase == true || isUncased }
        /// Whether it is of a script without capitals, as Arabic is.
        var isUncased: Bool { text.first.map { $0.isLetter && !$0.isUppercase && !$0.isLowercase } ?? false }
        var isDash: Bool { ["–", "—", "-", "--", "―"].contains(text) }
    }

    /// The dateline at the start of the paragraph `range`; nil where there is none.
    static func dateline(of text: [UInt8], in range: ByteRange, published: CoarseDate?) -> Dateline? {
        let words = words(of: text, in: range)
        var index = 0
        var placeEnd: Int?
        var isUpper = true
        var isUncased = false
        // The place: words with capitals, small words such as "de" between them.
        while index < words.count, index < 6 {
            let word = words[index]
            if word.isDash || word.text.hasPrefix("(") || word.text.hasPrefix("/") || isDateWord(word.text) { break }
            let isSmall = index > 0 && ["de", "del", "di", "da", "do", "of", "la", "el", "al"].contains(word.text)
            guard word.isCapital || isSmall, !word.text.hasPrefix("\"") else { return nil }
            if !word.isUpper, !isSmall { isUpper = false }
            if word.isUncased { isUncased = true }
            index += 1
            placeEnd = word.range.upperBound
            if word.text.hasSuffix(".") || word.text.hasSuffix(":") { break }
        }
        let placeWords = index
        guard index > 0 || words.first?.text.hasPrefix("(") == true else { return nil }
        let place = placeEnd.map { range.lowerBound..<trimEnd($0, of: text, from: range.lowerBound) }
        let closes = index > 0 && isUpper && closesPlace(words[index - 1].text)

        // The rest: dates, wires and dashes in any order, as long as they go on.
        var dateRange: ByteRange?
        var wire: String?
        var end = closes ? words[index - 1].range.upperBound : nil
        while index < words.count {
            let word = words[index]
            if word.isDash {
                end = word.range.upperBound
                index += 1
            } else if wire == nil, let (name, next, closer) = wireCredit(words, at: index) {
                wire = name
                index = next
                if closer { end = words[next - 1].range.upperBound }
            } else if dateRange == nil, let next = dateEnd(words, at: index) {
                dateRange = words[index].range.lowerBound..<words[next - 1].range.upperBound
                index = next
                if words[next - 1].text.hasSuffix("."), isUpper { end = words[next - 1].range.upperBound }
            } else {
                break
            }
        }
        guard var end, index < words.count else { return nil }
        // Without capitals nothing but a wire or a date tells a place from the beginning of a sentence.
        let isCredited = wire.map { !isUncased || placeWords <= 2 || WireCredit.isAgency($0) } ?? false
        guard isUpper || dateRange != nil || isCredited || !isUncased && isLongDash(words, before: end, count: index)
        else { return nil }
        guard place != nil || wire != nil, words[index].range.lowerBound >= end else { return nil }
        // "Belarus. BelGee ..." or "EU – a union of ..." is a sentence.
        let next = words[index].text.drop { !$0.isLetter && !$0.isNumber }
        if wire == nil, dateRange == nil, next.first?.isLowercase == true { return nil }
        if let trailing = trailingAgency(words, at: index) {
            wire = wire ?? trailing.name
            end = trailing.end
        }
        while end < range.upperBound, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
        if end + 1 < range.upperBound, text[end] == 0xC2, text[end + 1] == 0xA0 { end += 2 }
        guard end < range.upperBound else { return nil }
        let day = dateRange.flatMap { date(of: text, in: $0, published: published) }
        return Dateline(place: place, date: day, wire: wire, range: range.lowerBound..<end)
    }

    /// Whether the last word of a place in capitals ends the dateline by itself: "HELSINKI.", "NEW DELHI:".
    private static func closesPlace(_ word: String) -> Bool {
        guard word.hasSuffix(":") else { return word.hasSuffix(".") && word.count > 3 }
        let labels: Set<String> = [
            "exclusive", "update", "analysis", "interview", "opinion", "note", "question", "answer",
        ]
        return word.count > 4 && !labels.contains(bare(word))
    }

    private static func words(of text: [UInt8], in range: ByteRange) -> [Word] {
        var words: [Word] = []
        let limit = min(range.upperBound, range.lowerBound + reach)
        var start = range.lowerBound
        while start < limit {
            if text[start] == 0x20 || text[start] == 0x09 || isNoBreakSpace(text, start) {
                start += text[start] == 0xC2 ? 2 : 1
                continue
            }
            var end = start
            while end < range.upperBound, end - start < 80, text[end] != 0x20, text[end] != 0x09,
                !isNoBreakSpace(text, end)
            {
                end += 1
            }
            words.append(Word(range: start..<end, text: text.string(start..<end)))
            start = end
        }
        return words
    }

    private static func isNoBreakSpace(_ text: [UInt8], _ index: Int) -> Bool {
        text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
    }

    private static func trimEnd(_ end: Int, of text: [UInt8], from start: Int) -> Int {
        var end = end
        while end > start, [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":")].contains(text[end - 1]) {
            end -= 1
        }
        return end
    }

    /// Whether the words up to the body hold a long dash, the only one that follows a place in small letters.
    private static func isLongDash(_ words: [Word], before end: Int, count: Int) -> Bool {
        words.prefix(count).contains { ["–", "—"].contains($0.text) && $0.range.upperBound == end } && count <= 5
    }

    private static func bare(_ text: String) -> String {
        String(text.filter { $0.isLetter || $0.isNumber }).lowercased()
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "января",
        "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ]

    private static func isDateWord(_ text: String) -> Bool {
        let word = bare(text)
        return months.contains(word) || (word.first?.isNumber == true && word.utf8.count <= 4)
    }

    /// The end of "July 8", "8 July 2024,", "March 12." at `index`.
    private static func dateEnd(_ words: [Word], at index: Int) -> Int? {
        var end = index
        var hasMonth = false
        while end < words.count, end < index + 3 {
            // After a figure months count in any language: "3. März", "3 мая".
            let word = bare(words[end].text)
            let isMonth = months.contains(word) || end > index && !hasMonth && MonthNames.month(word) != nil
            guard isMonth || isDateWord(words[end].text) else { break }
            hasMonth = hasMonth || isMonth
            end += 1
        }
        return hasMonth && end > index + 1 ? end : nil
    }

    private static func date(of text: [UInt8], in range: ByteRange, published: CoarseDate?) -> CoarseDate? {
        for value in ValueScanner(published: published).scan(text, in: range) {
            if case .date(let date) = value.content { return date }
        }
        return published.flatMap { yearless(text.string(range), published: $0) }
    }

    /// The day of "4 марта" in the year that puts it last before `published`, or within a month after it.
    private static func yearless(_ words: String, published: CoarseDate) -> CoarseDate? {
        let parts = words.split(separator: " ").map { bare(String($0)) }
        guard let day = parts.lazy.compactMap({ Int($0) }).first(where: { $0 <= 31 }), let here = published.dayNumber,
            let month = parts.lazy.compactMap(MonthNames.month).first, case .gregorian(let month) = month
        else { return nil }
        for year in [published.year + 1, published.year, published.year - 1] {
            guard let date = DateText.valid(year, month, day), let number = date.dayNumber else { continue }
            if number <= here + 31 { return date }
        }
        return nil
    }

    /// "(Reuters)", "(Steppe Wire)", "/VNL/." at `index`, and whether it ends the dateline by itself.
    private static func wireCredit(_ words: [Word], at index: Int) -> (name: String, next: Int, closes: Bool)? {
        guard let first = words[index].text.first, first == "(" || first == "/" else { return nil }
        let close: Character = first == "(" ? ")" : "/"
        var parts: [String] = []
        for position in index..<min(index + 4, words.count) {
            var part = words[position].text[...]
            if position == index { part = part.dropFirst() }
            guard let found = part.firstIndex(of: close) else {
                parts.append(String(part))
                continue
            }
            parts.append(String(part[..<found]))
            let after = part[part.index(after: found)...]
            let name = parts.joined(separator: " ")
            guard let letter = name.first, letter.isUppercase || !letter.isLowercase || WireCredit.isAgency(name),
                letter.isLetter, !name.contains(where: \.isNumber), after.count <= 1
            else { return nil }
            return (name, position + 1, first == "/" || after == "." || after == ":")
        }
        return nil
    }

    /// "RIA Novosti." or "TASS." between the dash and the first sentence.
    private static func trailingAgency(_ words: [Word], at index: Int) -> (name: String, end: Int)? {
        for count in 1...2 where index + count < words.count {
            let last = words[index + count - 1]
            guard last.text.hasSuffix(".") else { continue }
            let name = words[index..<index + count].map(\.text).joined(separator: " ").dropLast()
            if WireCredit.isAgency(String(name)) { return (String(name), last.range.upperBound) }
        }
        return nil
    }
}

internal import DragomanText

extension FeedTime {
    /// Reads ISO 8601 and RFC 822 dates, with the mistakes that feeds and mails make in them.
    ///
    /// `2023-05-16T08:30:00+03:30`, `20230516083000`, `2023/5/16 8:30`, `Tue, 16 May 2023 08:30:00 GMT`, `16 Mayıs 23 8:30`,
    /// `May 16, 2023 8:30 PM EST`. Two-digit years are those from 1970 to 2069. Zones are numbers, `Z`, `UTC`, and the names
    /// of RFC 822 and the commonest others.
    ///
    /// Gives nil for what is none, for days that do not exist, and for years before 1900 or after 2199.
    public init?(_ text: String) {
        guard text.utf8.count <= 128 else { return nil }
        var words = DateWords(text)
        guard let day = words.takeDay() else { return nil }
        let second = words.takeTime()
        self.init(day: day, second: second, zone: second == nil ? nil : words.takeZone())
    }
}

/// The numbers, words and signs of a written date.
private struct DateWords {
    private enum Word: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case sign(Character)
    }

    private var words: [Word] = []

    init(_ text: String) {
        var letters = ""
        var digits = ""
        func flushed() -> Word? {
            if !letters.isEmpty { return .word(letters) }
            return digits.isEmpty ? nil : .number(Int(digits.prefix(18)) ?? 0, digits: digits.count)
        }
        for character in text.lowercased() {
            let isDigit = character.isASCII && character.isNumber
            if !(isDigit && letters.isEmpty || character.isLetter && digits.isEmpty), let word = flushed() {
                words.append(word)
                (letters, digits) = ("", "")
            }
            if isDigit {
                digits.append(character)
            } else if character.isLetter {
                letters.append(character)
            } else if !character.isWhitespace {
                words.append(.sign(character))
            }
        }
        if let word = flushed() { words.append(word) }
    }

    /// The day; what remains is what stands after it, or all of it where a time stands before the year.
    mutating func takeDay() -> CoarseDate? { takeNumericDay() ?? takeNamedDay() }

    /// `2023-05-16`, `2023/5/16`, `16.05.2023`, `20230516`, `20230516083000`.
    private mutating func takeNumericDay() -> CoarseDate? {
        guard case .number(let first, let digits)? = words.first else { return nil }
        if digits == 8 || digits == 14 {
            let day = digits == 8 ? first : first / 1_000_000
            words.removeFirst()
            if digits == 14 {
                let clock = first % 1_000_000
                let parts: [Word] = [clock / 10_000, clock / 100 % 100, clock % 100].map { .number($0, digits: 2) }
                words = [parts[0], .sign(":"), parts[1], .sign(":"), parts[2]] + words
            }
            return Self.date(day / 10_000, day / 100 % 100, day % 100)
        }
        guard words.count >= 5, case .sign(let sign) = words[1], "-/.".contains(sign), words[3] == words[1],
            case .number(let second, _) = words[2], case .number(let third, let lastDigits) = words[4]
        else { return nil }
        let day: CoarseDate?
        if digits == 4 {
            day = Self.date(first, second, third)
        } else {
            // 16.05.2023 has the day first everywhere; 5/16/2023 only makes sense with the month first.
            guard lastDigits == 4 else { return nil }
            day = sign == "/" && second > 12 ? Self.date(third, first, second) : Self.date(third, second, first)
        }
        if day != nil { words.removeFirst(5) }
        return day
    }

    /// `16 May 2023`, `May 16, 2023`, `Tue May 16 08:30:00 EST 2023`, `16-May-23`.
    private mutating func takeNamedDay() -> CoarseDate? {
        guard
            let (index, month) = words.enumerated().lazy.compactMap({ index, word -> (Int, Int)? in
                guard case .word(let text) = word else { return nil }
                return MonthNames.month(text).map { (index, $0) }
            }).first
        else { return nil }
        var day: Int?
        var year: Int?
        var used: Set<Int> = [index]
        var order: [Int] = Array(index + 1..<words.count)
        // The number before the month is the day: "16 May", "16-May", "16. Mai".
        if let before = words[..<index].lastIndex(where: { if case .number = $0 { true } else { false } }),
            index - before <= 2
        {
            order.insert(before, at: 0)
        }
        for position in order {
            guard case .number(let number, let digits) = words[position], !isInTime(position) else { continue }
            if day == nil, digits <= 2 {
                day = number
                used.insert(position)
            } else if digits == 4 || digits == 2 {
                year = digits == 4 ? number : number + (number < 70 ? 2000 : 1900)
                used.insert(position)
                break
            }
        }
        guard let day, let year, let date = Self.date(year, month, day) else { return nil }
        words = words.enumerated().filter { !used.contains($0.offset) }.map(\.element)
        return date
    }

    private func isInTime(_ index: Int) -> Bool {
        let signs: [Word] = [.sign(":"), .sign("+")]
        return index + 1 < words.count && words[index + 1] == signs[0]
            || index > 0
                && (signs.contains(words[index - 1]) || words[index - 1] == .sign("-") && digits(at: index) == 4)
    }

    private func digits(at index: Int) -> Int {
        if case .number(_, let digits) = words[index] { return digits }
        return 0
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> CoarseDate? {
        guard (1900..<2200).contains(year), (1...12).contains(month),
            (1...CoarseDate.days(in: month, of: year)).contains(day)
        else { return nil }
        return CoarseDate(year: year, month: month, day: day)
    }

    /// The time of day in seconds; what remains is what stands after it.
    mutating func takeTime() -> Int? {
        if case .number(let clock, let digits)? = words.dropFirst().first, words.first == .word("t"),
            digits == 6 || digits == 4
        {
            words.removeFirst(2)
            let second = digits == 6 ? clock : clock * 100
            return Self.seconds(second / 10_000, second / 100 % 100, second % 100)
        }
        guard let colon = words.firstIndex(of: .sign(":")), colon > 0, colon + 1 < words.count,
            case .number(var hour, _) = words[colon - 1], case .number(let minute, _) = words[colon + 1]
        else { return nil }
        var end = colon + 2
        var second = 0
        if end + 1 < words.count, words[end] == .sign(":"), case .number(let value, _) = words[end + 1] {
            second = value
            end += 2
        }
        if end + 1 < words.count, words[end] == .sign(".") || words[end] == .sign(","), digits(at: end + 1) > 0 {
            end += 2
        }
        if end < words.count, words[end] == .word("pm") || words[end] == .word("am"), hour <= 12 {
            hour = hour % 12 + (words[end] == .word("pm") ? 12 : 0)
            end += 1
        }
        words.removeFirst(end)
        return Self.seconds(hour, minute, second)
    }

    /// A leap second is the second before it, 24:00 the last minute of its day.
    private static func seconds(_ hour: Int, _ minute: Int, _ second: Int) -> Int? {
        if hour == 24, minute == 0 { return 86_399 }
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second) else { return nil }
        return hour * 3600 + minute * 60 + min(second, 59)
    }

    /// The zone in minutes east of UTC.
    func takeZone() -> Int? {
        for (index, word) in words.enumerated() {
            if word == .sign("+") || word == .sign("-") || word == .sign("\u{2212}"), index + 1 < words.count,
                case .number(let number, let digits) = words[index + 1]
            {
                var minutes = digits <= 2 ? number * 60 : number / 100 * 60 + number % 100
                if digits <= 2, index + 3 < words.count, words[index + 2] == .sign(":"),
                    case .number(let rest, _) = words[index + 3]
                {
                    minutes += rest
                }
                guard minutes <= 14 * 60 else { return nil }
                return word == .sign("+") ? minutes : -minutes
            }
            if case .word(let name) = word, let hours = Self.zones[name] {
                // "GMT+3" is three hours from it.
                if hours == 0, index + 1 < words.count, case .sign = words[index + 1] { continue }
                return hours * 60
            }
        }
        return nil
    }

    /// Hours east of UTC.
    private static let zones: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8,
        "pdt": -7, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
        "msk": 3,
        "trt": 3, "jst": 9, "kst": 9, "sgt": 8, "hkt": 8,
    ]
}

/// The names of months in the languages whose feeds write them out.
private enum MonthNames {
    /// 1 to 12 for a month's name or short form in lower case; nil for any other word.
    static func month(_ word: String) -> Int? {
        guard word.count >= 3, !word.allSatisfy({ $0 == "t" }) else { return nil }
        return starts.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
    }

    /// English, German, French, Spanish, Turkish and Russian, each as much as tells it from the others.
    private static let starts: [[String]] = [
        ["jan", "jän", "ene", "oca", "янв"], ["feb", "fév", "fev", "şub", "фев"],
        ["mar", "mär", "mrz", "мар"], ["apr", "avr", "abr", "nis", "апр"], ["may", "mai", "мая", "май"],
        ["jun", "juin", "haz", "июн"], ["jul", "juil", "tem", "июл"], ["aug", "aoû", "aou", "ago", "ağu", "авг"],
        ["sep", "eyl", "сен"], ["oct", "okt", "eki", "окт"], ["nov", "kas", "ноя"],
        ["dec", "dez", "déc", "dic", "ara", "дек"],
    ]
}

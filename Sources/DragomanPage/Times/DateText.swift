internal import DragomanText

/// Finds days in short lines: "16.05.2023", "16. Mai 2023", "May 16, 2023", "2023-05-16", "2023年5月16日", "16 мая 2023",
/// "۲۶ اردیبهشت ۱۴۰۲".
struct DateText {
    private enum Token {
        case number(Int, digits: Int)
        case word(String)
        case sign(UInt8)
    }

    /// A line is read up to this many bytes.
    static let reach = 240

    private var tokens: [Token] = []
    /// Whether 5/16/2023 puts the month first where both would do.
    private let isMonthFirst: Bool

    /// The first full day in `line` between 1990 and 2100; nil for none.
    static func day(in line: some Collection<UInt8>, monthFirst: Bool = false) -> CoarseDate? {
        guard mayHold(line) else { return nil }
        let reader = DateText(line.prefix(reach), monthFirst: monthFirst)
        for index in reader.tokens.indices {
            if let date = reader.day(at: index) { return date }
        }
        return nil
    }

    /// Whether a line has what every date has: a year of four figures, figures between like signs, or figures of other
    /// scripts. Most lines have none, and are not looked at further.
    private static func mayHold(_ line: some Collection<UInt8>) -> Bool {
        var run = 0
        var joints = 0
        var wasDigit = false
        var sign: UInt8 = 0
        for byte in line.prefix(reach) {
            if byte >= 0x30, byte <= 0x39 {
                run += 1
                if !wasDigit, sign != 0 { joints += 1 }
                if run == 4 || joints == 2 { return true }
                wasDigit = true
            } else {
                if byte == 0xDB || byte == 0xD9 { return true }
                let isSign = byte == 0x2E || byte == 0x2F || byte == 0x2D
                sign = wasDigit && isSign ? byte : byte == 0x20 ? sign : 0
                if sign == 0 { joints = 0 }
                run = 0
                wasDigit = false
            }
        }
        return false
    }

    private init(_ line: some Collection<UInt8>, monthFirst: Bool) {
        isMonthFirst = monthFirst
        var number: (value: Int, digits: Int) = (0, 0)
        var word = String.UnicodeScalarView()
        func flush(_ tokens: inout [Token]) {
            if number.digits > 0 { tokens.append(.number(number.value, digits: number.digits)) }
            if !word.isEmpty {
                let text = String(word)
                tokens.append(.word(text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()))
                word = String.UnicodeScalarView()
            }
            number = (0, 0)
        }
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte >= 0x30, byte <= 0x39 {
                    if !word.isEmpty { flush(&tokens) }
                    let isLong = number.digits >= 9
                    number = (isLong ? number.value : number.value * 10 + Int(byte - 0x30), number.digits + 1)
                } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
                    if number.digits > 0 { flush(&tokens) }
                    word.append(Unicode.Scalar(byte | 0x20))
                } else {
                    flush(&tokens)
                    if byte != 0x20 { tokens.append(.sign(byte)) }
                }
            } else if let digit = Self.digit(scalar) {
                if !word.isEmpty { flush(&tokens) }
                number = (number.digits < 9 ? number.value * 10 + digit : number.value, number.digits + 1)
            } else if scalar.properties.isAlphabetic {
                if number.digits > 0 { flush(&tokens) }
                // Signs of Chinese, Japanese and Korean dates are words of one letter.
                if Self.isDateSign(scalar) { flush(&tokens) }
                word.append(scalar)
                if Self.isDateSign(scalar) { flush(&tokens) }
            } else {
                flush(&tokens)
            }
        }
        flush(&tokens)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x660...0x669: Int(scalar.value - 0x660)
        case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
        default: nil
        }
    }

    private static func isDateSign(_ scalar: Unicode.Scalar) -> Bool { "年月日년월일".unicodeScalars.contains(scalar) }

    // MARK: Patterns

    private func number(_ index: Int) -> (value: Int, digits: Int)? {
        guard index >= 0, index < tokens.count, case .number(let value, let digits) = tokens[index] else { return nil }
        return (value, digits)
    }

    private func word(_ index: Int) -> String? {
        guard index >= 0, index < tokens.count, case .word(let word) = tokens[index] else { return nil }
        return word
    }

    private func sign(_ index: Int) -> UInt8? {
        guard index >= 0, index < tokens.count, case .sign(let sign) = tokens[index] else { return nil }
        return sign
    }

    private func day(at index: Int) -> CoarseDate? {
        if let first = number(index) {
            return numeric(first, index) ?? dayFirst(first, index)
        }
        if let word = word(index), case .gregorian(let month)? = MonthNames.month(word) {
            return monthFirst(month, index + 1)
        }
        return nil
    }

    /// Figures alone, between like signs.
    private func numeric(_ first: (value: Int, digits: Int), _ index: Int) -> CoarseDate? {
        if ["年", "년"].contains(word(index + 1)), let month = number(index + 2), ["月", "월"].contains(word(index + 3)),
            let day = number(index + 4)
        {
            return Self.valid(first.value, month.value, day.value)
        }
        guard let sign = sign(index + 1), [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(sign),
            let second = number(index + 2), second.digits <= 2, self.sign(index + 3) == sign,
            let third = number(index + 4)
        else { return nil }
        if first.digits == 4, third.digits <= 2 { return Self.valid(first.value, second.value, third.value) }
        guard first.digits <= 2, third.digits == 4 || third.digits == 2 && sign != UInt8(ascii: "-") else { return nil }
        // "1.2.34.5" and "10.4.12.1" are numbers of versions and addresses.
        if self.sign(index + 5) == sign && number(index + 6) != nil || self.sign(index - 1) == sign { return nil }
        let year = third.digits == 2 ? 2000 + third.value : third.value
        if third.digits == 2, year > 2035 { return nil }
        let prefersMonth = isMonthFirst && sign == UInt8(ascii: "/")
        return prefersMonth
            ? Self.valid(year, first.value, second.value) ?? Self.valid(year, second.value, first.value)
            : Self.valid(year, second.value, first.value) ?? Self.valid(year, first.value, second.value)
    }

    /// "16 May 2023", "16. Mai 2023", "16 de mayo de 2023", "16th of May, 2023", "16-May-23".
    private func dayFirst(_ day: (value: Int, digits: Int), _ index: Int) -> CoarseDate? {
        guard day.digits <= 2, day.value >= 1, day.value <= 31 else { return nil }
        var position = index + 1
        var passed = 0
        while passed < 3, position < tokens.count {
            if let sign = sign(position) {
                guard [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(sign) else { return nil }
            } else if let word = word(position) {
                if let month = MonthNames.month(word) { return year(after: position + 1, day: day.value, month) }
                guard ["de", "of", "st", "nd", "rd", "th", "er", "º"].contains(word) else { return nil }
            } else {
                return nil
            }
            position += 1
            passed += 1
        }
        return nil
    }

    private func year(after start: Int, day: Int, _ month: MonthNames.Month) -> CoarseDate? {
        var position = start
        while position < start + 3, position < tokens.count {
            if let found = number(position) {
                switch month {
                case .gregorian(let month):
                    if found.digits == 4 { return Self.valid(found.value, month, day) }
                    let isShort = found.digits == 2 && position > start && found.value <= 35
                    return isShort ? Self.valid(2000 + found.value, month, day) : nil
                case .iranian(let month): return IranianCalendar.gregorian(year: found.value, month: month, day: day)
                }
            }
            if let word = word(position), !["de", "del", "of", "г", "р"].contains(word) { return nil }
            if let sign = sign(position),
                ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'")]
                    .contains(sign)
            {
                return nil
            }
            position += 1
        }
        return nil
    }

    /// "May 16, 2023", "May 16th 2023", "May. 16, 2023".
    private func monthFirst(_ month: Int, _ start: Int) -> CoarseDate? {
        var position = start
        if sign(position) == UInt8(ascii: ".") || sign(position) == UInt8(ascii: "/") { position += 1 }
        guard let day = number(position), day.digits <= 2 else { return nil }
        position += 1
        if let word = word(position), ["st", "nd", "rd", "th"].contains(word) { position += 1 }
        while let sign = sign(position), [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/")].contains(sign) {
            position += 1
        }
        guard let year = number(position), year.digits == 4 else { return nil }
        return Self.valid(year.value, month, day.value)
    }

    /// The date, where it exists and lies between 1990 and 2100.
    static func valid(_ year: Int, _ month: Int, _ day: Int) -> CoarseDate? {
        guard (1990..<2100).contains(year), (1...12).contains(month), day >= 1,
            day <= CoarseDate.days(in: month, of: year)
        else { return nil }
        return CoarseDate(year: year, month: month, day: day)
    }
}

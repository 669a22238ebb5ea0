/// A word, a figure or a sign of a text, as the value scanner sees it.
struct Lexeme {
    enum Kind {
        /// Letters only.
        case word
        /// Letters with digits, such as `T10X` or `Q2`.
        case mixed
        /// A number in figures.
        case figure
        /// One sign.
        case sign
    }

    var range: ByteRange
    var kind: Kind
    /// Whether white space stands before it.
    var spaced: Bool
    /// Lower case for ASCII letters; "" for words longer than 15 bytes, which no table holds.
    var text = ""
    /// Whether it begins with an upper-case ASCII letter.
    var capital = false
    /// The number of a figure.
    var value = 0.0
    /// How many digits a figure has; 0 for one with grouping or a decimal part.
    var digits = 0
    /// What the tables know of the word.
    var term: Term?
}

/// Cuts a line into lexemes in one pass.
struct Lexer {
    fileprivate let text: [UInt8]
    fileprivate var position: Int
    fileprivate let end: Int

    /// The lexemes of `range`, which should hold one line.
    static func lexemes(of text: [UInt8], in range: ByteRange) -> [Lexeme] {
        var lexer = Lexer(text: text, position: range.lowerBound, end: range.upperBound)
        var lexemes: [Lexeme] = []
        lexemes.reserveCapacity(range.count / 5 + 8)
        while let lexeme = lexer.next(after: lexemes.last) { lexemes.append(lexeme) }
        return lexemes
    }

    private mutating func next(after last: Lexeme?) -> Lexeme? {
        var spaced = false
        while position < end {
            let (scalar, length) = scalar(at: position)
            guard Self.isSpace(scalar) else { break }
            spaced = true
            position += length
        }
        guard position < end else { return nil }
        let (scalar, length) = scalar(at: position)
        if Self.isDigit(scalar) { return figure(spaced: spaced, after: last) }
        if Self.isLetter(scalar) { return word(spaced: spaced) }
        var lexeme = Lexeme(range: position..<position + length, kind: .sign, spaced: spaced)
        lexeme.text = Self.sign(scalar)
        lexeme.term = Vocabulary.terms[lexeme.text]
        position += length
        return lexeme
    }

    private mutating func word(spaced: Bool) -> Lexeme {
        let start = position
        var mixed = false
        while position < end {
            let (scalar, length) = scalar(at: position)
            if Self.isDigit(scalar) {
                if !mixed, Vocabulary.isMoneyPrefix(text[start..<position]) { break }
                mixed = true
            } else if !Self.isLetter(scalar) {
                break
            }
            position += length
        }
        var lexeme = Lexeme(range: start..<position, kind: mixed ? .mixed : .word, spaced: spaced)
        lexeme.capital = text[start] >= 0x41 && text[start] <= 0x5A
        if position - start <= 15 {
            lexeme.text = String(
                decoding: text[start..<position].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }, as: UTF8.self)
            lexeme.term = Vocabulary.terms[lexeme.text]
        }
        return lexeme
    }

    /// Reads `1,000`, `1 000`, `45.3`, `1,5` and `300`; a month's name before keeps `May 20 300 cars` apart.
    private mutating func figure(spaced: Bool, after last: Lexeme?) -> Lexeme {
        let start = position
        var value = digits()
        let plain = position - start
        var grouped = false
        var decimal = false
        if plain <= 3 {
            var monthBefore = false
            if case .month? = last?.term { monthBefore = true }
            while position < end {
                let (scalar, length) = scalar(at: position)
                let space = Self.isSpace(scalar)
                guard scalar == 0x2C || (space && !(monthBefore && scalar == 0x20)),
                    digitRun(at: position + length) == 3
                else { break }
                position += length
                value = value * 1000 + digits()
                grouped = true
            }
        }
        if position + 1 < end, text[position] == 0x2E || (text[position] == 0x2C && !grouped) {
            let run = digitRun(at: position + 1)
            if run > 0, run <= 6, text[position] == 0x2E || run <= 2 {
                position += 1
                var scale = 1.0
                for _ in 0..<run { scale *= 10 }
                value += digits() / scale
                decimal = true
            }
        }
        var lexeme = Lexeme(range: start..<position, kind: .figure, spaced: spaced)
        lexeme.value = value
        lexeme.digits = grouped || decimal ? 0 : plain
        return lexeme
    }

    private mutating func digits() -> Double {
        var value = 0.0
        while position < end, Self.isDigit(UInt32(text[position])) {
            value = value * 10 + Double(text[position] - 0x30)
            position += 1
        }
        return value
    }

    /// How many digits stand at `start`; 7 for seven and more.
    private func digitRun(at start: Int) -> Int {
        var count = 0
        while count < 7, start + count < end, Self.isDigit(UInt32(text[start + count])) { count += 1 }
        return count
    }

    /// The scalar at `index`, and its length; a byte that begins none counts as one letter.
    private func scalar(at index: Int) -> (UInt32, Int) {
        let first = UInt32(text[index])
        guard first >= 0xC0 else { return first < 0x80 ? (first, 1) : (0xFFFD, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard index + length <= end else { return (0xFFFD, 1) }
        var scalar = first & (0x7F >> UInt32(length))
        for byte in text[index + 1..<index + length] {
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, length)
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA, 0xAB, 0xAC...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: false
        case 0x2000...0x2BFF, 0x3001...0x3004, 0x3008...0x3020, 0xFF00...0xFF0F, 0x0E3F: false
        default: true
        }
    }

    /// The text of a sign, with the forms of hyphen and apostrophe made one.
    private static func sign(_ scalar: UInt32) -> String {
        switch scalar {
        case 0x2010, 0x2011, 0x2D: "-"
        case 0x2018, 0x2019, 0x27: "'"
        default: Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
        }
    }
}

internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// English for numbers, money, dates, goods and names.
enum Phrases {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `4 reports, 2 texts, 1 origin`.
    static func support(_ support: Support) -> String {
        [
            Counted.of(support.reports, "report"), Counted.of(support.families, "text"),
            Counted.of(support.origins, "origin"),
        ].joined(separator: ", ")
    }

    /// `16 May 2024`, `May 2024`, `Q3 2023`, `first half of 2026`, `2023`.
    static func date(_ date: CoarseDate) -> String {
        if let month = date.month, months.indices.contains(month - 1) {
            return (date.day.map { "\($0) " } ?? "") + "\(months[month - 1]) \(date.year)"
        }
        if let quarter = date.quarter { return "Q\(quarter) \(date.year)" }
        if let half = date.half { return "\(half == 1 ? "first" : "second") half of \(date.year)" }
        return "\(date.year)"
    }

    /// `on 16 May 2024`, `in May 2024`, `in the first half of 2026`.
    static func inDate(_ date: CoarseDate) -> String {
        if date.day != nil { return "on " + Self.date(date) }
        return (date.half != nil && date.month == nil && date.quarter == nil ? "in the " : "in ") + Self.date(date)
    }

    /// `45,000`, `7.5`, `1.5 million`; at most three decimals, of which trailing noughts are left out.
    static func number(_ number: Double) -> String {
        let size = number.magnitude
        guard size.isFinite, size < 1e15 else { return "\(number)" }
        for (scale, word) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] where size >= scale {
            return decimal(number / scale) + " " + word
        }
        return decimal(number)
    }

    /// `about 45,000`, `at least 10`, `up to 150,000`.
    static func number(_ quantity: Quantity) -> String {
        let word =
            switch quantity.mod {
            case .about: "about "
            case .min: "at least "
            case .max: "up to "
            case nil: ""
            }
        return word + number(quantity.n) + (quantity.unit == "percent" ? "%" : "")
    }

    /// `about 45,000 vehicles`, `150,000 cars a year`, `40%`.
    static func quantity(_ quantity: Quantity) -> String {
        number(quantity) + (quantity.unit == "percent" ? "" : " " + quantity.unit) + rate(quantity)
    }

    /// ` a year`, or nothing.
    static func rate(_ quantity: Quantity) -> String { quantity.per.map { " a \($0.rawValue)" } ?? "" }

    /// `$300 million`, `€7.4 billion`, `KZT 187 billion`.
    static func money(_ money: Money) -> String {
        let sign = ["USD": "$", "EUR": "€", "GBP": "£"][money.currency] ?? money.currency + " "
        return sign + number(money.amount)
    }

    /// `A`, `A and B`, `A, B and C`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `phrase` with "a" or "an", by how its first word or number is spoken.
    static func withArticle(_ phrase: String) -> String {
        let number = phrase.prefix { $0.isNumber || $0 == "," }.filter(\.isNumber)
        let hundreds = String(number.prefix((number.count - 1) % 3 + 1))
        let opensWithVowel =
            number.isEmpty
            ? "aeiouAEIOU".contains(phrase.prefix(1)) : hundreds.hasPrefix("8") || ["11", "18"].contains(hundreds)
        return (opensWithVowel ? "an " : "a ") + phrase
    }

    private static func decimal(_ number: Double) -> String {
        let thousandths = Int((number.magnitude * 1000).rounded())
        var whole = String(thousandths / 1000)
        var at = whole.count - 3
        while at > 0 {
            whole.insert(",", at: whole.index(whole.startIndex, offsetBy: at))
            at -= 3
        }
        var rest = String(thousandths % 1000)
        rest = String(repeating: "0", count: 3 - rest.count) + rest
        while rest.hasSuffix("0") { rest.removeLast() }
        return (number < 0 ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
    }
}

internal import DragomanText

/// Credits to news agencies: "(Reuters)" or "— RIA Novosti" at the end of a text, or a line of its own.
enum WireCredit {
    /// Names that are agencies wherever they stand alone, in lower case.
    static let agencies: Set<String> = [
        "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse", "tass", "itar-tass",
        "ria novosti", "sputnik", "interfax", "prime", "bloomberg", "xinhua", "anadolu", "anadolu agency", "aa", "dha",
        "iha", "irna", "isna", "mehr", "mna", "fars", "tasnim", "iran press", "upi", "dpa", "ansa", "efe", "kyodo",
        "yonhap", "pti", "ani", "ians", "belta", "kazinform", "apa", "report", "trend", "azertac", "uza", "kabar",
        "armenpress", "interpressnews", "ukrinform", "mti", "ctk", "pap", "tanjug", "agerpres", "petra", "wam", "spa",
        "mena", "map", "aps", "tap", "vna", "bernama", "antara", "app", "dow jones", "cnbc", "pr newswire",
        "business wire", "globe newswire", "globenewswire", "риа новости", "тасс", "интерфакс", "прайм", "рейтер",
        "рейтерс", "белта", "казинформ", "anka", "apa-ots", "رويترز", "فرانس برس", "أ ف ب",
        "أ.ف.ب", "الأناضول", "تاس", "سانا", "واس", "وام", "قنا", "كونا", "بترا", "د ب أ", "رویترز", "ایرنا", "ایسنا",
        "تسنیم", "مهر", "فارس", "ایلنا", "آناتولی",
    ]

    /// Whether `name` is an agency's, letter case aside.
    static func isAgency(_ name: String) -> Bool {
        let lower = name.lowercased()
        return agencies.contains(lower)
            || (isName(name) && (lower.hasSuffix(" wire") || lower.hasSuffix(" news agency")))
    }

    /// The agency credited at the end of the block `range`: "... last year. (Steppe Wire)", "... last year. — TASS".
    static func atEnd(of text: [UInt8], in range: ByteRange) -> String? {
        let tail = text[range].suffix(60)
        if tail.last == UInt8(ascii: ")"), let open = tail.lastIndex(of: UInt8(ascii: "(")), open > range.lowerBound {
            let name = String(decoding: tail[(open + 1)..<(tail.endIndex - 1)], as: UTF8.self).trimmed
            return isName(name) && endsSentence(text, in: range.lowerBound..<open) ? name : nil
        }
        let pieces = String(decoding: tail, as: UTF8.self).split(separator: "—", omittingEmptySubsequences: false)
        guard pieces.count > 1, let last = pieces.last?.trimmed, isAgency(last) else { return nil }
        return last
    }

    /// What follows "With files from" in a short line: "With files from Steppe Wire." gives "Steppe Wire".
    static func files(_ line: ArraySlice<UInt8>) -> String? {
        guard line.count <= 120 else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        for opening in ["with files from ", "with reports from ", "with reporting by "] {
            guard text.lowercased().hasPrefix(opening) else { continue }
            var name = String(text.dropFirst(opening.count)).trimmed
            while name.hasSuffix(".") { name.removeLast() }
            return name.isEmpty ? nil : name
        }
        return nil
    }

    /// The agency that a line of its own names: "(Reuters)", "— RIA Novosti", "AFP".
    static func line(_ line: ArraySlice<UInt8>) -> String? {
        guard line.count <= 60 else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        let name = String(text.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
        if isAgency(name) { return name }
        return text.hasPrefix("(") && text.hasSuffix(")") && isName(name) ? name : nil
    }

    /// One to three words that begin with capitals.
    private static func isName(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return (1...3).contains(words.count) && name.utf8.count <= 40
            && words.allSatisfy { $0.first?.isUppercase == true }
            && !name.contains { $0.isNumber || $0 == "." || $0 == "," }
    }

    private static func endsSentence(_ text: [UInt8], in range: ByteRange) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
        return Furniture.endsSentence(text[range.lowerBound..<end])
    }
}

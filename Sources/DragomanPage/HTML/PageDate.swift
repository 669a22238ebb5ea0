internal import DragomanText

/// Finds the day in a short line of a page: "16.05.2023", "16. Mai 2023", "16 мая 2023", "May 16, 2023", "2023-05-16".
enum PageDate {
    /// Months of the languages that `ValueScanner` does not read, by the first letters that tell them apart.
    private static let months: [(prefix: String, month: Int)] = [
        ("januar", 1), ("janvier", 1), ("jänner", 1), ("enero", 1), ("gennaio", 1), ("stycz", 1), ("janeiro", 1),
        ("ocak", 1),
        ("янв", 1), ("februar", 2), ("février", 2), ("febrero", 2), ("febbraio", 2), ("lut", 2), ("fevereiro", 2),
        ("şubat", 2), ("фев", 2), ("märz", 3), ("maerz", 3), ("mars", 3), ("marzo", 3), ("marca", 3), ("março", 3),
        ("mart", 3), ("мар", 3), ("april", 4), ("avril", 4), ("abril", 4), ("aprile", 4), ("kwie", 4), ("nisan", 4),
        ("апр", 4), ("mai", 5), ("mayo", 5), ("maggio", 5), ("maj", 5), ("maio", 5), ("mayıs", 5), ("мая", 5),
        ("juni", 6),
        ("juin", 6), ("junio", 6), ("giugno", 6), ("czerw", 6), ("junho", 6), ("haziran", 6), ("июн", 6), ("juli", 7),
        ("juillet", 7), ("julio", 7), ("luglio", 7), ("lip", 7), ("julho", 7), ("temmuz", 7), ("июл", 7), ("august", 8),
        ("août", 8), ("agosto", 8), ("sierp", 8), ("ağustos", 8), ("авг", 8), ("septem", 9), ("setiembre", 9),
        ("settembre", 9), ("wrze", 9), ("setembro", 9), ("eylül", 9), ("сен", 9), ("oktober", 10), ("octobre", 10),
        ("octubre", 10), ("ottobre", 10), ("paźdz", 10), ("outubro", 10), ("ekim", 10), ("окт", 10), ("novem", 11),
        ("noviembre", 11), ("listop", 11), ("kasım", 11), ("ноя", 11), ("dezem", 12), ("décem", 12), ("diciembre", 12),
        ("dicembre", 12), ("grud", 12), ("dezembro", 12), ("aralık", 12), ("дек", 12),
    ]

    /// The first full day in `line`, which should be short.
    static func day(in line: String) -> CoarseDate? {
        let bytes = Array(line.utf8)
        for value in ValueScanner(published: nil).scan(bytes, in: 0..<bytes.count) {
            if case .date(let date) = value.content, date.day != nil, (1990..<2100).contains(date.year) { return date }
        }
        let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
        for (index, word) in words.enumerated() where index > 0 && index + 1 < words.count {
            guard let month = months.first(where: { word.hasPrefix($0.prefix) })?.month, let day = Int(words[index - 1])
            else {
                continue
            }
            // Spanish and Portuguese put "de" before the year.
            let after = words[index + 1] == "de" && index + 2 < words.count ? index + 2 : index + 1
            guard let year = Int(words[after]), (1990..<2100).contains(year), day >= 1,
                day <= CoarseDate.days(in: month, of: year)
            else { continue }
            return CoarseDate(year: year, month: month, day: day)
        }
        return nil
    }
}

/// Names of months in the languages of the press.
enum MonthNames {
    /// What a word names: a month of the Gregorian year, or one of the Iranian solar year.
    enum Month: Equatable { case gregorian(Int), iranian(Int) }

    /// Beginnings that tell a month apart, by number; longer words that begin so are its forms and short forms.
    private static let beginnings: [(month: Int, words: String)] = [
        (
            1,
            "jan januar january janvier jänner jaenner enero ene. gennaio gen. stycz janeiro ocak янв січ leden siječ ian يناير كانون tammi"
        ),
        (
            2,
            "feb februar fév fevr février febrero febbraio lut fevereiro şub фев лют únor velja febr فبراير شباط helmi"
        ),
        (3, "mar märz mär maerz mars marzo março mrz mart maart березн břez ožuj мар مارس آذار maalis"),
        (4, "apr avril avr abril abr aprile kwie nisan квіт duben trav апр april أبريل نيسان huhti"),
        (5, "may mai mayo maggio mag maj maio mayıs мая май трав květ svib mei مايو أيار touko"),
        (6, "jun juin junio giugno giu czerw junho haziran haz июн черв červn lip. يونيو حزيران kesä"),
        (7, "jul juillet juil julio luglio lug lipca lipiec julho temmuz tem июл лип srp. يوليو تموز heinä"),
        (8, "aug août aout agosto ago sierp ağustos ağu авг серп srpen kolov أغسطس آب elo"),
        (9, "sep sept septem setiembre settembre set wrze setembro eylül eyl сен верес září ruj سبتمبر أيلول syys"),
        (
            10,
            "oct okt october oktober octobre octubre ottobre ott paź outubro out ekim eki окт жовт říj أكتوبر تشرين loka"
        ),
        (11, "nov novem noviembre listop kasım kas ноя ноб нояб نوفمبر marras"),
        (
            12,
            "dec dez dezem décem déc diciembre dic dicembre grud dezembro aralık ara дек груд prosin pros ديسمبر joulu"
        ),
    ]
    private static let iranian = [
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ]

    private static let table: [Character: [(beginning: String, month: Int)]] = {
        var table: [Character: [(String, Int)]] = [:]
        for (month, words) in beginnings {
            for word in words.split(separator: " ") {
                if let first = word.first { table[first, default: []].append((String(word), month)) }
            }
        }
        return table.mapValues { $0.sorted { $0.0.utf8.count > $1.0.utf8.count } }
    }()

    /// The month that `word`, in lower case, names; nil for other words.
    static func month(_ word: String) -> Month? {
        if let index = iranian.firstIndex(of: word) { return .iranian(index + 1) }
        guard let first = word.first, word.utf8.count <= 24, let forms = table[first] else { return nil }
        for form in forms {
            // Short beginnings are whole words, so that "marketing" and "section" are no months.
            let isLong = form.beginning.count >= 4
            if isLong
                ? word.hasPrefix(form.beginning) && word.count <= form.beginning.count + 6 : word == form.beginning
            {
                return .gregorian(form.month)
            }
        }
        return nil
    }
}

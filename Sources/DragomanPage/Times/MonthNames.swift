/// Names of months in the languages of the press.
enum MonthNames {
    /// What a word names: a month of the Gregorian year, or one of the Iranian solar year.
    enum Month: Equatable {
        case gregorian(Int)
        case iranian(Int)
    }

    /// Beginnings that tell a month apart, by number; longer words that begin so are its forms and short forms.
    private static let beginnings: [(month: Int, words: String)] = [
        (
            1,
            "jan januar janvier jänner jaenner enero ene gennaio gen stycz janeiro ocak янв январ січн leden siječ ianuar يناير كانون tammi sausio"
        ),
        (
            2,
            "feb februar fév fevr févr février fevrier febrero febbraio lutego luty fevereiro fev şubat şub фев феврал лют лютого únor veljač februarie فبراير شباط helmi"
        ),
        (
            3,
            "mar märz mrz mär maerz march mars marzo marca marzec março mart maart березн březen března ožuj мар март مارس آذار maalis"
        ),
        (
            4,
            "apr april avril avr abril abr aprile kwiet kwie nisan квіт квітн duben dubna trav апр апрел أبريل نيسان huhti"
        ),
        (5, "may mai mayo maggio mag maja maj maio mayıs мая май трав травн květ květen svib mei مايو أيار touko"),
        (
            6,
            "jun june juni juin junio giugno giu czerw junho haziran haz июн июнь июня июне червн červn يونيو حزيران kesä"
        ),
        (
            7,
            "jul july juli juillet juil julio luglio lug lipca lipiec julho temmuz tem июл июль июля июле липн июля يوليو تموز heinä"
        ),
        (
            8,
            "aug august août aout agosto ago sierp augustus ağustos ağu авг август серпн srpen srpna kolov أغسطس آب elokuu"
        ),
        (
            9,
            "sep sept septem setiembre settembre set wrze setembro eylül eyl сен сент сентябр верес září ruj سبتمبر أيلول syys"
        ),
        (
            10,
            "oct okt octo okto octobre octubre ottobre ott paźdz paź outubro out ekim eki окт октябр жовтн říjen října loka أكتوبر تشرين"
        ),
        (11, "nov novem noviembre listop kasım kas ноя нояб ноябр листоп نوفمبر marras"),
        (
            12,
            "dec dez decem dezem décem déc diciembre dic dicembre grud grudnia dezembro aralık ara дек декабр грудн prosin pros ديسمبر joulu"
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

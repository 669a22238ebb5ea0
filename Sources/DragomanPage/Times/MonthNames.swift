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

    private struct Form {
        var bytes: [UInt8]
        var letters: Int
        var month: Int
    }

    /// Beginnings by their first byte, longer ones first.
    private static let table: [[Form]] = {
        var table = [[Form]](repeating: [], count: 256)
        for (month, words) in beginnings {
            for word in words.split(separator: " ") {
                let bytes = Array(word.utf8)
                table[Int(bytes[0])].append(Form(bytes: bytes, letters: word.count, month: month))
            }
        }
        return table.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
    }()

    /// The month that `word`, in lower case, names; nil for other words.
    static func month(_ word: String) -> Month? {
        let bytes = word.utf8
        guard let first = bytes.first, bytes.count >= 3, bytes.count <= 24 else { return nil }
        // Arabic letters begin so.
        if first >= 0xD8, first <= 0xDB, let index = iranian.firstIndex(of: word) { return .iranian(index + 1) }
        for form in table[Int(first)] where bytes.starts(with: form.bytes) {
            // Short beginnings are whole words, so that "marketing" and "section" are no months.
            if form.letters >= 4 ? word.count <= form.letters + 6 : bytes.count == form.bytes.count {
                return .gregorian(form.month)
            }
        }
        return nil
    }
}

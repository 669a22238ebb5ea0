/// What a word can be part of in a value.
enum Term {
    /// "one" to "ninety".
    case cardinal(Double)
    /// A word that multiplies the number before it: hundred, dozen, million, crore, bn.
    case scale(Double)
    /// A single-letter multiplier, which counts only where it touches its figure: 300m, 20k.
    case letterScale(Double)
    /// "first" to "twelfth", as 1 to 12.
    case ordinal(Int)
    /// "thirds", "quarters", "tenths".
    case parts
    case month(Int)
    /// 0 for Monday.
    case weekday(Int)
    /// The month a season begins in.
    case season(Int)
    case currency(Currency)
    /// A country or its adjective, as ISO 3166 code; tells one dinar from another.
    case country(String)
    /// A unit that may touch its figure: 100GWh.
    case unit
}

/// The words and signs that values are made of.
enum Vocabulary {
    /// By the lower-case word or by the sign.
    static let terms: [String: Term] = {
        var terms: [String: Term] = [:]
        for (value, word) in cardinals { terms[word] = .cardinal(value) }
        for (value, words) in scales { for word in words { terms[word] = .scale(value) } }
        terms["k"] = .letterScale(1e3)
        terms["m"] = .letterScale(1e6)
        terms["b"] = .letterScale(1e9)
        for (index, words) in ordinals.enumerated() { for word in words { terms[word] = .ordinal(index + 1) } }
        for word in parts { terms[word] = .parts }
        for (index, words) in months.enumerated() { for word in words { terms[word] = .month(index + 1) } }
        for (index, word) in weekdays.enumerated() { terms[word] = .weekday(index) }
        for (month, words) in seasons { for word in words { terms[word] = .season(month) } }
        for word in units { terms[word] = .unit }
        for (code, words) in countries { for word in words { terms[word] = .country(code) } }
        for (currency, words) in Currency.table { for word in words { terms[word] = .currency(currency) } }
        return terms
    }()

    /// Whether the bytes are letters that stand before an amount and may touch it, as in `USD200m` and `Rs500`.
    static func isMoneyPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 2 || bytes.count == 3 else { return false }
        return moneyPrefixes.contains(String(decoding: bytes, as: UTF8.self))
    }

    /// Things that are counted: a four-digit figure before one of them is a number, not a year.
    static let counted: Set<String> = [
        "cars", "vehicles", "trucks", "buses", "vans", "lorries", "tractors", "motorcycles", "scooters", "bikes",
        "units", "kits", "sets", "pieces", "copies", "parts", "engines", "batteries", "tyres", "tires", "sedans",
        "crossovers", "taxis", "trolleybuses", "minibuses", "pickups", "suvs", "evs", "people", "workers", "employees",
        "jobs", "staff", "specialists", "engineers", "students", "passengers", "customers", "buyers", "families",
        "houses", "homes", "companies", "firms", "enterprises", "suppliers", "dealers", "dealerships", "outlets",
        "stations", "chargers", "tonnes", "tons", "km", "kilometres", "kilometers", "miles", "metres", "meters",
        "hectares", "acres", "kg", "cc", "hp", "horsepower", "kw", "kwh", "mw", "mwh", "gw", "gwh", "litres", "liters",
        "hours", "days", "weeks", "months", "years", "times", "percent", "per", "electric", "new", "used", "imported",
        "passenger", "direct", "local", "square", "cubic", "containers", "wagons", "barrels", "orders", "robots",
    ]

    private static let moneyPrefixes: Set<String> = Set(["Rs", "Rp", "Tk", "RM"]).union(
        Currency.table.flatMap { $0.words }.filter { $0.utf8.count == 3 }.map { $0.uppercased() })

    private static let cardinals: [(Double, String)] = [
        (0, "zero"), (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"),
        (8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven"), (12, "twelve"), (13, "thirteen"), (14, "fourteen"),
        (15, "fifteen"), (16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"), (20, "twenty"),
        (30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy"), (80, "eighty"), (90, "ninety"),
    ]

    private static let scales: [(Double, [String])] = [
        (12, ["dozen"]), (1e2, ["hundred"]), (1e3, ["thousand"]), (1e5, ["lakh", "lakhs"]),
        (1e6, ["million", "mln", "mn", "mio", "mil"]), (1e7, ["crore", "crores"]),
        (1e9, ["billion", "bln", "bn", "mrd"]), (1e12, ["trillion", "trn", "tn", "trln"]),
    ]

    private static let ordinals = [
        ["first"], ["second"], ["third"], ["fourth"], ["fifth"], ["sixth"], ["seventh"], ["eighth"], ["ninth"],
        ["tenth"], ["eleventh"], ["twelfth"],
    ]

    private static let parts = [
        "halves", "thirds", "quarters", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths",
        "twelfths", "hundredths",
    ]

    private static let months = [
        ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"],
        ["july", "jul"], ["august", "aug"], ["september", "sep", "sept"], ["october", "oct"], ["november", "nov"],
        ["december", "dec"],
    ]

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static let seasons: [(Int, [String])] = [
        (3, ["spring"]), (6, ["summer"]), (9, ["autumn", "fall"]), (12, ["winter"]),
    ]

    private static let units = [
        "gwh", "mwh", "kwh", "gw", "mw", "kw", "km", "kg", "cc", "hp", "bhp", "mm", "cm", "nm", "v", "ah", "l",
    ]

    private static let countries: [(String, [String])] = [
        ("AE", ["emirati", "emirates", "uae", "dubai"]), ("AR", ["argentine", "argentinian", "argentina"]),
        ("AU", ["australian", "australia"]), ("AZ", ["azerbaijani", "azerbaijan", "azeri"]),
        ("BH", ["bahraini", "bahrain"]), ("BY", ["belarusian", "byelorussian"]), ("CA", ["canadian"]),
        ("CL", ["chilean", "chile"]), ("CN", ["chinese", "china"]), ("CO", ["colombian", "colombia"]),
        ("CZ", ["czech"]), ("DK", ["danish", "denmark"]), ("DZ", ["algerian", "algeria"]),
        ("EG", ["egyptian", "egypt"]), ("GB", ["british", "sterling"]), ("HK", ["kong"]),
        ("ID", ["indonesian", "indonesia"]), ("IN", ["indian", "india"]), ("IQ", ["iraqi", "iraq"]),
        ("IR", ["iranian", "iran"]), ("IS", ["icelandic"]), ("JO", ["jordanian", "jordan"]),
        ("JP", ["japanese", "japan"]), ("KE", ["kenyan"]), ("KG", ["kyrgyz", "kyrgyzstan"]),
        ("KR", ["korean", "korea"]), ("KW", ["kuwaiti", "kuwait"]), ("KZ", ["kazakh", "kazakhstan"]),
        ("LB", ["lebanese", "lebanon"]), ("LK", ["lanka", "lankan"]), ("LY", ["libyan", "libya"]),
        ("MA", ["moroccan", "morocco"]), ("MD", ["moldovan"]), ("MX", ["mexican", "mexico"]),
        ("NO", ["norwegian", "norway"]), ("NP", ["nepalese", "nepali"]), ("NZ", ["zealand"]),
        ("OM", ["omani", "oman"]), ("PH", ["philippine", "philippines"]), ("PK", ["pakistani", "pakistan"]),
        ("QA", ["qatari", "qatar"]), ("RO", ["romanian"]), ("RS", ["serbian", "serbia"]),
        ("RU", ["russian"]), ("SA", ["saudi"]), ("SD", ["sudanese"]), ("SE", ["swedish", "sweden"]),
        ("SG", ["singapore", "singaporean"]), ("SY", ["syrian", "syria"]), ("TM", ["turkmen", "turkmenistan"]),
        ("TN", ["tunisian", "tunisia"]), ("TR", ["turkish"]), ("TW", ["taiwan", "taiwanese"]),
        ("TZ", ["tanzanian"]), ("UA", ["ukrainian"]), ("UG", ["ugandan"]), ("US", ["us", "american"]),
        ("UY", ["uruguayan"]), ("UZ", ["uzbek", "uzbekistan"]), ("YE", ["yemeni", "yemen"]), ("CH", ["swiss"]),
        ("TH", ["thai"]), ("VN", ["vietnamese"]), ("BR", ["brazilian"]), ("BG", ["bulgarian"]), ("PL", ["polish"]),
        ("HU", ["hungarian"]), ("GE", ["georgian"]), ("AM", ["armenian"]), ("ET", ["ethiopian"]),
        ("NG", ["nigerian"]), ("ZA", ["african"]), ("BD", ["bangladeshi"]), ("MY", ["malaysian"]), ("IL", ["israeli"]),
    ]
}

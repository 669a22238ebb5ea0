/// A currency word, sign or code, and how to tell which of several currencies of that name is meant.
struct Currency {
    /// ISO 4217 code where nothing says otherwise.
    var code: String
    /// What one of the word is worth in the currency: a toman is ten rials.
    var factor = 1.0
    /// Codes by the ISO 3166 code of the country: an Algerian dinar is not an Iraqi one.
    var byCountry: [String: String] = [:]
    /// Whether the country may be looked for in the text around, or must stand right before the word.
    var looksAround = false
    /// Whether the word means something else too, so that only a large or scaled amount makes it money.
    var isCommonWord = false

    /// The code of this currency with the country's adjective before it, or with the country last spoken of.
    func code(adjective: String?, around: String?) -> String {
        if let adjective, let code = byCountry[adjective] { return code }
        if looksAround, let around, let code = byCountry[around] { return code }
        return code
    }

    /// Each currency with its words in lower case, its sign and its code.
    static let table: [(currency: Currency, words: [String])] = families + plain

    private static let families: [(currency: Currency, words: [String])] = [
        (
            Currency(
                code: "USD",
                byCountry: [
                    "US": "USD", "CA": "CAD", "AU": "AUD", "HK": "HKD", "SG": "SGD", "NZ": "NZD", "TW": "TWD",
                ]), ["dollar", "dollars", "buck", "bucks"]
        ),
        (
            Currency(code: "GBP", byCountry: ["EG": "EGP", "SY": "SYP", "LB": "LBP", "SD": "SDG"]),
            ["pound", "pounds"]
        ),
        (
            Currency(
                code: "RSD",
                byCountry: [
                    "DZ": "DZD", "TN": "TND", "IQ": "IQD", "KW": "KWD", "RS": "RSD", "JO": "JOD", "LY": "LYD",
                    "BH": "BHD",
                ], looksAround: true), ["dinar", "dinars"]
        ),
        (
            Currency(code: "IRR", byCountry: ["IR": "IRR", "OM": "OMR", "YE": "YER", "QA": "QAR", "SA": "SAR"]),
            ["rial", "rials"]
        ),
        (Currency(code: "SAR", byCountry: ["SA": "SAR", "QA": "QAR"], looksAround: true), ["riyal", "riyals"]),
        (Currency(code: "IRR", factor: 10), ["toman", "tomans", "tuman", "tumans"]),
        (
            Currency(code: "RUB", byCountry: ["RU": "RUB", "BY": "BYN"]),
            ["ruble", "rubles", "rouble", "roubles"]
        ),
        (
            Currency(
                code: "INR", byCountry: ["IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR"], looksAround: true),
            ["rs", "rupee", "rupees"]
        ),
        (
            Currency(
                code: "MXN",
                byCountry: ["MX": "MXN", "AR": "ARS", "PH": "PHP", "CL": "CLP", "CO": "COP", "UY": "UYU"],
                looksAround: true), ["peso", "pesos"]
        ),
        (Currency(code: "CHF", byCountry: ["CH": "CHF"]), ["franc", "francs"]),
        (
            Currency(code: "SEK", byCountry: ["SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"]),
            ["krona", "kronor"]
        ),
        (
            Currency(code: "NOK", byCountry: ["NO": "NOK", "DK": "DKK", "SE": "SEK"], looksAround: true),
            ["krone", "kroner", "crown", "crowns"]
        ),
        (Currency(code: "CZK"), ["koruna", "korunas", "koruny"]),
        (Currency(code: "TRY", byCountry: ["TR": "TRY"]), ["lira", "liras"]),
        (
            Currency(code: "AED", byCountry: ["AE": "AED", "MA": "MAD"], looksAround: true),
            ["dirham", "dirhams", "dh", "dhs"]
        ),
        (
            Currency(code: "UZS", byCountry: ["UZ": "UZS", "KG": "KGS"], looksAround: true),
            ["som", "soms", "soum", "soums", "sum", "sums"]
        ),
        (Currency(code: "AZN", byCountry: ["AZ": "AZN", "TM": "TMT"], looksAround: true), ["manat", "manats"]),
        (Currency(code: "RON", byCountry: ["RO": "RON", "MD": "MDL"], looksAround: true), ["leu", "lei"]),
        (Currency(code: "KES", byCountry: ["KE": "KES", "TZ": "TZS", "UG": "UGX"]), ["shilling", "shillings"]),
        (Currency(code: "JPY", byCountry: ["CN": "CNY", "JP": "JPY"], looksAround: true), ["¥", "¥"]),
        (Currency(code: "KRW", byCountry: ["KR": "KRW"], isCommonWord: true), ["won"]),
    ]

    private static let plain: [(currency: Currency, words: [String])] = [
        ("USD", ["$", "usd"]), ("EUR", ["€", "eur", "euro", "euros"]), ("GBP", ["£", "gbp"]),
        ("JPY", ["jpy", "yen"]), ("CNY", ["cny", "rmb", "yuan", "yuans", "renminbi"]), ("RUB", ["₽", "rub"]),
        ("TRY", ["₺", "try"]), ("KZT", ["₸", "kzt", "tenge", "tenges"]), ("INR", ["₹", "inr"]),
        ("KRW", ["₩", "krw"]), ("VND", ["₫", "vnd", "dong"]), ("UAH", ["₴", "uah", "hryvnia", "hryvnias", "hryvnya"]),
        ("THB", ["฿", "thb", "baht", "bahts"]), ("NGN", ["₦", "ngn", "naira"]), ("PHP", ["₱", "php"]),
        ("ILS", ["₪", "ils", "nis", "shekel", "shekels"]), ("GEL", ["₾", "gel", "lari"]),
        ("AZN", ["₼", "azn"]), ("AMD", ["֏", "amd", "dram", "drams"]), ("CHF", ["chf"]), ("SEK", ["sek"]),
        ("NOK", ["nok"]), ("DKK", ["dkk"]), ("CZK", ["czk"]), ("PLN", ["pln", "zloty", "zlotys", "zlotych"]),
        ("HUF", ["huf", "forint", "forints"]), ("RON", ["ron"]), ("BGN", ["bgn", "leva"]), ("RSD", ["rsd"]),
        ("UZS", ["uzs"]), ("KGS", ["kgs"]), ("BYN", ["byn"]), ("IRR", ["irr"]), ("AED", ["aed"]), ("SAR", ["sar"]),
        ("QAR", ["qar"]), ("KWD", ["kwd"]), ("MAD", ["mad"]), ("DZD", ["dzd"]), ("TND", ["tnd"]), ("EGP", ["egp"]),
        ("IQD", ["iqd"]), ("BRL", ["brl", "reais", "reals"]), ("MXN", ["mxn"]), ("ARS", ["ars"]), ("CLP", ["clp"]),
        ("COP", ["cop"]), ("ZAR", ["zar", "rand"]), ("IDR", ["idr", "rupiah", "rupiahs", "rp"]),
        ("MYR", ["myr", "rm", "ringgit"]), ("BDT", ["bdt", "tk", "taka"]), ("ETB", ["etb", "birr"]),
        ("PKR", ["pkr"]), ("LKR", ["lkr"]), ("TWD", ["twd"]), ("SGD", ["sgd"]), ("HKD", ["hkd"]), ("CAD", ["cad"]),
        ("AUD", ["aud"]), ("NZD", ["nzd"]), ("MDL", ["mdl"]), ("TJS", ["tjs", "somoni"]), ("KES", ["kes"]),
    ].map { code, words in (Currency(code: code), words) }

    /// The currency that letters right before a dollar sign make: `R$`, `US$`, `HK$`.
    static let beforeDollarSign: [String: String] = [
        "us": "USD", "r": "BRL", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "s": "SGD",
        "nz": "NZD", "nt": "TWD", "mx": "MXN", "ar": "ARS",
    ]
}

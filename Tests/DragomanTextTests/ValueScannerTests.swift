import DragomanText
import Testing

/// Each case gives a text and its values as `words = value`, in order; published on Tuesday, 16 May 2023.
struct ValueScannerTests {
    static let published = CoarseDate(year: 2023, month: 5, day: 16)

    /// The values of `text` as `words = value [mod] [future date]`.
    static func values(_ text: String, published: CoarseDate? = published) -> [String] {
        let bytes = Array(text.utf8)
        return ValueScanner(published: published).scan(bytes, in: 0..<bytes.count).map { value in
            var line = "\(bytes.string(value.range)) = "
            switch value.content {
            case .number(let number): line += number == number.rounded() ? "\(Int(number))" : "\(number)"
            case .percent(let percent): line += "\(percent)%"
            case .money(let money): line += "\(Int(money.amount)) \(money.currency)"
            case .date(let date): line += "date \(date)"
            case .period(let period): line += "per \(period)"
            case .fraction(let words): line += "part \(words)"
            }
            if let mod = value.mod { line += " \(mod)" }
            if let future = value.future { line += " or \(future)" }
            return line
        }
    }

    @Test(arguments: [
        ("They sold 1,000 cars.", ["1,000 = 1000"]),
        ("The plant makes 1 000 and 12 500 cars.", ["1 000 = 1000", "12 500 = 12500"]),
        ("It made 1,234,567 parts.", ["1,234,567 = 1234567"]),
        ("An engine of 1.5 litres.", ["1.5 = 1.5"]),
        ("1.5 million units", ["1.5 million = 1500000"]),
        ("a million vehicles", ["a million = 1000000"]),
        ("half a million people", ["half a million = 500000"]),
        ("one and a half million people", ["one and a half million = 1500000"]),
        ("twelve hundred dealers", ["twelve hundred = 1200"]),
        ("eighty buses", ["eighty = 80"]),
        ("two dozen firms", ["two dozen = 24"]),
        ("thirty-five thousand tractors", ["thirty-five thousand = 35000"]),
        ("two hundred and fifty engineers", ["two hundred and fifty = 250"]),
        ("one hundred twenty-five thousand", ["one hundred twenty-five thousand = 125000"]),
        ("a hundred trucks and a dozen vans", ["a hundred = 100", "a dozen = 12"]),
        ("20k cars", ["20k = 20000"]),
        ("a 150,000-unit plant", ["150,000 = 150000"]),
        ("a battery plant of 40GWh", ["40 = 40"]),
        ("sold 2000 cars", ["2000 = 2000"]),
        ("2 lakh vehicles", ["2 lakh = 200000"]),
    ])
    func numbers(text: String, expected: [String]) {
        #expect(Self.values(text) == expected)
    }

    @Test(arguments: [
        "tens of thousands of cars", "hundreds of buses and dozens of vans", "several hundred people",
        "the T10X and the CS-35",
        "its 5th plant, the twenty-first in all", "at 10:30 and at 9:05", "version 2.0.1", "one of the largest",
        "no one",
        "the third plant", "a first step", "a 4WD car", "the 2010s",
    ])
    func noValues(text: String) {
        #expect(Self.values(text).isEmpty)
    }

    @Test(arguments: [
        ("some 5,000 jobs", ["some 5,000 = 5000 about"]),
        ("roughly 45,000 cars", ["roughly 45,000 = 45000 about"]),
        ("nearly a million", ["nearly a million = 1000000 about"]),
        ("more than twelve hundred", ["more than twelve hundred = 1200 min"]),
        ("at least 3,000 vans", ["at least 3,000 = 3000 min"]),
        ("upwards of 80 shops", ["upwards of 80 = 80 min"]),
        ("a minimum of 500 trucks", ["a minimum of 500 = 500 min"]),
        ("5,000+ people", ["5,000+ = 5000 min"]),
        ("600 or more shops", ["600 or more = 600 min"]),
        ("up to 150,000 cars a year", ["up to 150,000 = 150000 max", "a year = per year"]),
        ("as many as 30,000", ["as many as 30,000 = 30000 max"]),
        ("just under 10 percent", ["just under 10 percent = 10.0% max"]),
        ("no more than 7 plants", ["no more than 7 = 7 max"]),
        ("over $2bn", ["over $2bn = 2000000000 USD min"]),
        ("between 3,000 and 3,500 people", ["between 3,000 and 3,500 = 3000 min"]),
        ("3,000 to 3,500 people", ["3,000 to 3,500 = 3000 min"]),
        ("3,000-3,500 people", ["3,000-3,500 = 3000 min"]),
        ("3,000–3,500 people", ["3,000–3,500 = 3000 min"]),
        ("two to three million", ["two to three million = 2000000 min"]),
        ("two or three plants", ["two or three = 2 min"]),
        ("rose from 3,000 to 3,500", ["3,000 = 3000", "3,500 = 3500"]),
        ("about 10 to 15 percent", ["about 10 to 15 percent = 10.0% about"]),
        ("about the plant, some of it", []),
    ])
    func vagueness(text: String, expected: [String]) {
        #expect(Self.values(text) == expected)
    }

    @Test(arguments: [
        ("$1bln", ["$1bln = 1000000000 USD"]),
        ("$1 bn", ["$1 bn = 1000000000 USD"]),
        ("US$2 billion", ["US$2 billion = 2000000000 USD"]),
        ("R$10 billion", ["R$10 billion = 10000000000 BRL"]),
        ("A$5m and C$6 million", ["A$5m = 5000000 AUD", "C$6 million = 6000000 CAD"]),
        ("€300m", ["€300m = 300000000 EUR"]),
        ("£1.2bn", ["£1.2bn = 1200000000 GBP"]),
        ("$7,000 per car", ["$7,000 = 7000 USD"]),
        ("300 million dollars", ["300 million dollars = 300000000 USD"]),
        ("a 7.34-billion-euro plan", ["7.34-billion-euro = 7340000000 EUR"]),
        ("187 billion tenge", ["187 billion tenge = 187000000000 KZT"]),
        ("17.9 billion baht", ["17.9 billion baht = 17900000000 THB"]),
        ("3 billion reais", ["3 billion reais = 3000000000 BRL"]),
        ("for one ruble", ["one ruble = 1 RUB"]),
        ("EUR 200 million", ["EUR 200 million = 200000000 EUR"]),
        ("USD200m", ["USD200m = 200000000 USD"]),
        ("200 million EUR", ["200 million EUR = 200000000 EUR"]),
        ("500 €", ["500 € = 500 EUR"]),
        ("Rs 500 crore", ["Rs 500 crore = 5000000000 INR"]),
        ("Rs. 20 lakh", ["Rs. 20 lakh = 2000000 INR"]),
        ("2 billion yuan", ["2 billion yuan = 2000000000 CNY"]),
        ("5 billion yen", ["5 billion yen = 5000000000 JPY"]),
        ("¥5 billion", ["¥5 billion = 5000000000 JPY"]),
        ("A Chinese firm paid ¥5 billion.", ["¥5 billion = 5000000000 CNY"]),
        ("RMB5bn", ["RMB5bn = 5000000000 CNY"]),
        ("900 million toman", ["900 million toman = 9000000000 IRR"]),
        ("60 billion Algerian dinars", ["60 billion Algerian dinars = 60000000000 DZD"]),
        ("The Tunisian state gave 5 million dinars.", ["5 million dinars = 5000000 TND"]),
        ("30 million Belarusian rubles", ["30 million Belarusian rubles = 30000000 BYN"]),
        ("40 million Canadian dollars", ["40 million Canadian dollars = 40000000 CAD"]),
        ("300 billion won", ["300 billion won = 300000000000 KRW"]),
        ("Of 50 bids, 30 won.", ["50 = 50", "30 = 30"]),
        ("$1-2 billion", ["$1-2 billion = 1000000000 USD min"]),
        ("between $1bn and $2bn", ["between $1bn and $2bn = 1000000000 USD min"]),
        ("around $160 million", ["around $160 million = 160000000 USD about"]),
        ("a billion-dollar plant", ["a billion-dollar = 1000000000 USD"]),
        ("Euro 5 engines", ["5 = 5"]),
    ])
    func money(text: String, expected: [String]) {
        #expect(Self.values(text) == expected)
    }

    @Test(arguments: [
        ("40% of it", ["40% = 40.0%"]),
        ("45.3 percent", ["45.3 percent = 45.3%"]),
        ("17 per cent", ["17 per cent = 17.0%"]),
        ("a 51-percent stake", ["51-percent = 51.0%"]),
        ("fifty percent", ["fifty percent = 50.0%"]),
        ("from 45 percent to 60", ["45 percent = 45.0%", "60 = 60"]),
        ("three percentage points", []),
    ])
    func percentages(text: String, expected: [String]) {
        #expect(Self.values(text) == expected)
    }

    @Test(arguments: [
        ("a third of output", ["a third = part a third"]),
        ("roughly a third of it", ["roughly a third = part a third about"]),
        ("half of the cars", ["half = part half"]),
        ("nine-tenths of parts", ["nine-tenths = part nine-tenths"]),
        ("two thirds will go there", ["two thirds = part two thirds"]),
        ("a portion of the cars", ["a portion = part a portion"]),
        ("part of the batch", ["part = part part"]),
        ("a significant part of the batch", ["a significant part = part a significant part"]),
        ("as part of the plan", []),
        ("opened a third plant", []),
        ("a quarter of sales", ["a quarter = part a quarter"]),
        ("three quarters of sales", ["three quarters = part three quarters"]),
        ("1/3 of the plant", ["1/3 = part 1/3"]),
    ])
    func fractions(text: String, expected: [String]) {
        #expect(Self.values(text) == expected)
    }

    @Test(arguments: [
        ("a year", ["a year = per year"]), ("annually", ["annually = per year"]),
        ("per month", ["per month = per month"]),
        ("every year", ["every year = per year"]), ("a day", ["a day = per day"]),
        ("an annual capacity", ["annual = per year"]), ("a year later", []), ("half a year", []), ("a year-long", []),
    ])
    func periods(text: String, expected: [String]) {
        #expect(Self.values(text) == expected)
    }
}

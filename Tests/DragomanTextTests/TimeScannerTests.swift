import DragomanText
import Testing

/// Time expressions, published on Tuesday, 16 May 2023 unless a case says otherwise.
struct TimeScannerTests {
    private static let day = CoarseDate(year: 2023, month: 5, day: 16)

    /// "WORDS = TYPE VALUE" of each, "or VALUE" where the future reads otherwise.
    private static func times(_ text: String, published: CoarseDate? = day) -> [String] {
        let bytes = Array(text.utf8)
        return TimeScanner(published: published).scan(bytes, in: 0..<bytes.count).map { time in
            let future = time.future.map { " or \($0)" } ?? ""
            return "\(bytes.string(time.range)) = \(time.kind.rawValue) \(time.value)\(future)"
        }
    }

    @Test(arguments: [
        ("opened on March 3 , 2020 in Aktau", ["March 3 , 2020 = DATE 2020-03-03"]),
        ("since 2018", ["2018 = DATE 2018"]),
        ("lowest since '94", ["'94 = DATE 1994"]),
        ("in the 1990s", ["1990s = DATE 199"]),
        ("on 7/8/07", ["7/8/07 = DATE 2007-07-08"]),
        ("on June 2", ["June 2 = DATE 2023-06-02"]),
        ("on 30 December", ["30 December = DATE 2022-12-30"]),
        ("in March", ["March = DATE 2023-03 or 2024-03"]),
        ("on Friday", ["Friday = DATE 2023-05-12 or 2023-05-19"]),
        ("on Friday morning", ["Friday morning = TIME 2023-05-12TMO or 2023-05-19TMO"]),
        ("this evening", ["this evening = TIME 2023-05-16TEV"]),
        ("yesterday", ["yesterday = DATE 2023-05-15"]),
        ("earlier today", ["earlier today = DATE 2023-05-16"]),
        ("last week", ["last week = DATE 2023-W19"]),
        ("this weekend", ["this weekend = DATE 2023-W20-WE"]),
        ("the last quarter", ["the last quarter = DATE 2023-Q1"]),
        ("the third quarter of this year", ["the third quarter of this year = DATE 2023-Q3"]),
        ("later this year", ["later this year = DATE 2023"]),
        ("a week ago", ["a week ago = DATE 2023-05-09"]),
        ("early 2021", ["early 2021 = DATE 2021"]),
        ("spring 2024", ["spring 2024 = DATE 2024-SP"]),
        ("recently", ["recently = DATE PAST_REF"]),
    ])
    func dates(text: String, expected: [String]) { #expect(Self.times(text) == expected) }

    @Test(arguments: [
        ("for two years", ["two years = DURATION P2Y"]),
        ("a 27-year contract", ["27-year = DURATION P27Y"]),
        ("two and a half years", ["two and a half years = DURATION P2.5Y"]),
        ("several months", ["several months = DURATION PXM"]),
        ("in thirty minutes", ["thirty minutes = DURATION PT30M"]),
        ("the past decade", ["the past decade = DURATION P10Y"]),
        ("the next six months", ["the next six months = DURATION P6M"]),
        ("six straight days", ["six straight days = DURATION P6D"]),
        ("within one month", ["one month = DURATION P1M"]),
        ("a decades-long dispute", ["decades-long = DURATION PXY"]),
        ("15 a year", ["a year = SET P1Y"]),
        ("paid weekly", ["weekly = SET P1W"]),
        ("every quarter", ["every quarter = SET P1Q"]),
    ])
    func lengthsAndRates(text: String, expected: [String]) { #expect(Self.times(text) == expected) }

    @Test(arguments: [
        "a 41-year-old engineer", "may open", "a second plant", "2,000 cars", "version 2.5", "the years of",
    ])
    func whatIsNoTime(text: String) { #expect(Self.times(text).isEmpty) }

    @Test func theSameDayIsTheOneNamedLast() {
        let found = Self.times("On 3 May 2022 at 16:08 UTC it opened; the same day it closed.")
        #expect(
            found == [
                "3 May 2022 = DATE 2022-05-03", "16:08 UTC = TIME 2022-05-03T16:08Z", "the same day = DATE 2022-05-03",
            ])
    }

    @Test func withoutADayOfPublicationRelativeDatesGiveNothing() {
        #expect(Self.times("on Monday, last week, in 2020", published: nil) == ["2020 = DATE 2020"])
    }

    @Test func linesAreReadApart() {
        #expect(Self.times("in March\n2021 cars").first == "March = DATE 2023-03 or 2024-03")
    }
}

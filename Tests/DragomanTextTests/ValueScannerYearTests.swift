import DragomanText
import Testing

/// Years of other calendars, fiscal years, deadlines and dates that count from the one before; published on Tuesday,
/// 16 May 2023.
struct ValueScannerYearTests {
    @Test(arguments: [
        ("in the current Iranian year", ["the current Iranian year = date 2023"]),
        ("in the first half of the Iranian year", ["first half of the Iranian year = date 2023"]),
        ("during the last Iranian calendar year", ["the last Iranian calendar year = date 2022"]),
        ("by the end of the current Iranian year.", ["end of the current Iranian year = date 2024-03"]),
        (
            "by the end of the current Iranian year (March 20, 2024)",
            ["March 20, 2024 = date 2024-03-20"]
        ),
        ("the Iranian year 1402", ["1402 = date 2023"]),
        ("Iranian makers sold more in 1401", ["1401 = date 2022"]),
        ("Peruvian makers sold 1401 of them", ["1401 = 1401"]),
    ])
    func iranianYears(text: String, expected: [String]) {
        #expect(ValueScannerTests.values(text) == expected)
    }

    @Test(arguments: [
        ("in FY2025", ["FY2025 = date 2025"]),
        ("in FY25", ["FY25 = date 2025"]),
        ("for FY2024/25", ["FY2024/25 = date 2024"]),
        ("in fiscal 2024", ["fiscal 2024 = date 2024"]),
        ("the fiscal year 2024-25", ["fiscal year 2024-25 = date 2024"]),
        ("in the last financial year", ["the last financial year = date 2022"]),
        ("of financial help", []),
    ])
    func fiscalYears(text: String, expected: [String]) {
        #expect(ValueScannerTests.values(text).map { $0.replacing("the fiscal", with: "fiscal") } == expected)
    }

    @Test(arguments: [
        ("within three months", ["within three months = date 2023-08"]),
        ("in two years' time", ["in two years' time = date 2025"]),
        ("within a year", ["within a year = date 2024"]),
        ("over the next five years", ["over the next five years = date 2028"]),
        ("before the year is out", ["year is out = date 2023"]),
        ("before the year ends", ["year ends = date 2023"]),
        ("before Christmas", ["Christmas = date 2023-12"]),
        ("over three years", ["three = 3"]),
        ("for over three years", ["over three = 3 min"]),
        ("in two years of talks", ["two = 2"]),
    ])
    func deadlines(text: String, expected: [String]) {
        #expect(ValueScannerTests.values(text) == expected)
    }

    @Test(arguments: [
        (
            "On 3 March 2021 it opened. On the same day",
            ["3 March 2021 = date 2021-03-03", "the same day = date 2021-03-03"]
        ),
        ("In 2019 it came. A year later it left", ["2019 = date 2019", "A year later = date 2020"]),
        ("in May 2020, two months earlier", ["May 2020 = date 2020-05", "two months earlier = date 2020-03"]),
        ("in 2015; the following year", ["2015 = date 2015", "the following year = date 2016"]),
        ("in 2015. Later that year", ["2015 = date 2015", "that year = date 2015"]),
        ("a year later", []),
    ])
    func fromTheLastDate(text: String, expected: [String]) {
        #expect(ValueScannerTests.values(text) == expected)
    }

    @Test func withoutADayOfPublicationNothingIsCountedFromIt() {
        #expect(ValueScannerTests.values("within three months, in the current Iranian year", published: nil) == [])
    }
}

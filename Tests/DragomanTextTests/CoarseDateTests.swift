import DragomanText
import Testing

struct CoarseDateTests {
    @Test(arguments: ["2023", "2023-H1", "2023-Q3", "2023-02", "2023-03-20", "2024-02-29"])
    func readsWhatItWrites(text: String) {
        #expect(CoarseDate(iso: text)?.description == text)
    }

    @Test(arguments: [
        "", "23", "2023-13", "2023-02-29", "2023-00-10", "2023-Q5", "2023-3", "20230320", "2023-03-20x", "abcd",
    ])
    func refuses(text: String) {
        #expect(CoarseDate(iso: text) == nil)
    }

    @Test func passesOverTheTime() {
        #expect(CoarseDate(iso: "2023-03-20T10:30:00+03:00") == CoarseDate(year: 2023, month: 3, day: 20))
        #expect(CoarseDate(iso: "2023-03-20 10:30") == CoarseDate(year: 2023, month: 3, day: 20))
    }

    @Test("Day numbers run through leap years and centuries without a gap")
    func dayNumbers() {
        #expect(CoarseDate(year: 1970, month: 1, day: 1).dayNumber == 0)
        #expect(CoarseDate(year: 2000, month: 3, day: 1).dayNumber == 11017)
        var expected = CoarseDate(year: 1899, month: 12, day: 31).dayNumber ?? 0
        for year in 1900...2101 {
            for month in 1...12 {
                for day in 1...CoarseDate.days(in: month, of: year) {
                    expected += 1
                    let date = CoarseDate(year: year, month: month, day: day)
                    guard date.dayNumber == expected, CoarseDate(dayNumber: expected) == date else {
                        Issue.record("\(date)")
                        return
                    }
                }
            }
        }
    }

    @Test func weekdays() {
        #expect(CoarseDate(year: 2023, month: 5, day: 16).weekday == 1)
        #expect(CoarseDate(year: 2024, month: 2, day: 29).weekday == 3)
        #expect(CoarseDate(year: 1969, month: 12, day: 28).weekday == 6)
        #expect(CoarseDate(year: 2024, month: 2).weekday == nil)
    }

    @Test func spans() throws {
        #expect(CoarseDate(year: 2024).span.count == 366)
        #expect(CoarseDate(year: 2023, half: 1).span.count == 181)
        #expect(CoarseDate(year: 2023, quarter: 4).span.count == 92)
        #expect(CoarseDate(year: 2023, month: 2).span.count == 28)
        let day = CoarseDate(year: 2023, month: 5, day: 16)
        #expect(CoarseDate(year: 2023, month: 5).span.contains(try #require(day.dayNumber)))
    }

    @Test func months() {
        #expect(CoarseDate(year: 2023, month: 11).month(after: 3)?.description == "2024-02")
        #expect(CoarseDate(year: 2023, month: 1, day: 9).month(after: -1)?.description == "2022-12")
        #expect(CoarseDate(year: 2023).month(after: 1) == nil)
    }
}

import DragomanText
import Testing

/// Dates, published on Tuesday, 16 May 2023 unless a case says otherwise.
struct ValueScannerDateTests {
    @Test(arguments: [
        ("on 20 March 2023", ["20 March 2023 = date 2023-03-20"]),
        ("on March 20, 2023,", ["March 20, 2023 = date 2023-03-20"]),
        ("the 20th of March 2023", ["20th of March 2023 = date 2023-03-20"]),
        ("Dec. 3, 2022", ["Dec. 3, 2022 = date 2022-12-03"]),
        ("13 October 2022", ["13 October 2022 = date 2022-10-13"]),
        ("in March 2021", ["March 2021 = date 2021-03"]),
        ("May, 2021", ["May, 2021 = date 2021-05"]),
        ("early March 2023", ["early March 2023 = date 2023-03"]),
        ("by the end of 2026", ["end of 2026 = date 2026"]),
        ("first half of 2026", ["first half of 2026 = date 2026-H1"]),
        ("in H2 2025", ["H2 2025 = date 2025-H2"]),
        ("the second quarter of 2025", ["second quarter of 2025 = date 2025-Q2"]),
        ("Q2 2025", ["Q2 2025 = date 2025-Q2"]),
        ("the first six months of 2024", ["first six months of 2024 = date 2024-H1"]),
        ("the first nine months of 2022", ["first nine months of 2022 = date 2022"]),
        ("since 2018", ["2018 = date 2018"]),
        ("In 2015, 300 cars", ["2015 = date 2015", "300 = 300"]),
        ("mid-2025 and late 2024", ["mid-2025 = date 2025", "late 2024 = date 2024"]),
        ("2023-05-16", ["2023-05-16 = date 2023-05-16"]),
        ("on 16.05.2023", ["16.05.2023 = date 2023-05-16"]),
        ("on 16/05/2023", ["16/05/2023 = date 2023-05-16"]),
        ("from 2024 to 2026", ["2024 = date 2024", "2026 = date 2026"]),
        ("the 2023-2024 season", ["2023-2024 = date 2023"]),
        ("the current Iranian year (March 20, 2024)", ["March 20, 2024 = date 2024-03-20"]),
        ("the spring of 2024", ["spring of 2024 = date 2024"]),
        ("In May 2022 300 cars", ["May 2022 = date 2022-05", "300 = 300"]),
    ])
    func absolute(text: String, expected: [String]) {
        #expect(ValueScannerTests.values(text, published: nil) == expected)
    }

    @Test(arguments: [
        ("on March 20", ["March 20 = date 2023-03-20 or 2024-03-20"]),
        ("on 30 December", ["30 December = date 2022-12-30 or 2023-12-30"]),
        ("September 27", ["September 27 = date 2022-09-27 or 2023-09-27"]),
        ("in March", ["March = date 2023-03 or 2024-03"]),
        ("by December", ["December = date 2022-12 or 2023-12"]),
        ("by the end of February", ["end of February = date 2023-02 or 2024-02"]),
        ("on Monday", ["Monday = date 2023-05-15 or 2023-05-22"]),
        ("on Tuesday", ["Tuesday = date 2023-05-16 or 2023-05-23"]),
        ("last Tuesday", ["last Tuesday = date 2023-05-09"]),
        ("next Friday", ["next Friday = date 2023-05-19"]),
        ("said today", ["today = date 2023-05-16"]),
        ("yesterday", ["yesterday = date 2023-05-15"]),
        ("tomorrow", ["tomorrow = date 2023-05-17"]),
        ("by the end of the year", ["end of the year = date 2023"]),
        ("by the end of next year", ["end of next year = date 2024"]),
        ("this year", ["this year = date 2023"]),
        ("last year", ["last year = date 2022"]),
        ("next year", ["next year = date 2024"]),
        ("last month", ["last month = date 2023-04"]),
        ("next month", ["next month = date 2023-06"]),
        ("this autumn", ["this autumn = date 2023"]),
        ("in the autumn", ["autumn = date 2022 or 2023"]),
        ("in the spring", ["spring = date 2023"]),
        ("two years ago", ["two years ago = date 2021"]),
        ("three months ago", ["three months ago = date 2023-02"]),
        ("a year ago", ["a year ago = date 2022"]),
        ("in the second half of the year", ["second half of the year = date 2023-H2"]),
        ("in the first quarter", ["first quarter = date 2023-Q1 or 2024-Q1"]),
        ("on the same day", []),
        ("They may march on.", []),
    ])
    func relative(text: String, expected: [String]) {
        #expect(ValueScannerTests.values(text) == expected)
    }

    @Test("Without a day of publication relative dates give nothing and their figures are no numbers")
    func withoutReference() {
        for text in ["on March 20", "yesterday", "last year", "in March", "on Monday", "three months ago"] {
            #expect(ValueScannerTests.values(text, published: nil).isEmpty, "\(text)")
        }
    }

    @Test("January looks back into the year before")
    func yearEdge() {
        let january = CoarseDate(year: 2024, month: 1, day: 3)
        #expect(
            ValueScannerTests.values("on December 30, last month, next month", published: january) == [
                "December 30 = date 2023-12-30 or 2024-12-30", "last month = date 2023-12", "next month = date 2024-02",
            ])
    }
}

import DragomanCapture
import DragomanText
import Testing

struct FeedTimeTests {
    @Test(arguments: [
        ("2023-05-16T08:30:00+03:30", "2023-05-16T08:30:00+03:30"), ("2023-05-16T08:30:00Z", "2023-05-16T08:30:00Z"),
        ("2023-05-16T08:30Z", "2023-05-16T08:30:00Z"), ("2023-05-16 08:30:00", "2023-05-16T08:30:00"),
        ("2023-05-16T08:30:00.123456-0500", "2023-05-16T08:30:00-05:00"), ("2023-05-16", "2023-05-16"),
        ("20230516", "2023-05-16"), ("20230516083000", "2023-05-16T08:30:00"),
        ("20230516T083000Z", "2023-05-16T08:30:00Z"),
        ("2023/5/6", "2023-05-06"), ("16.05.2023 08:30", "2023-05-16T08:30:00"), ("5/16/2023", "2023-05-16"),
        ("Tue, 16 May 2023 08:30:00 GMT", "2023-05-16T08:30:00Z"), ("16 May 23 8:30 EST", "2023-05-16T08:30:00-05:00"),
        ("Tue, 16 May 2023 08:30:00 +0330", "2023-05-16T08:30:00+03:30"),
        ("Tue,16 May 2023 08:30 -0700 (PDT)", "2023-05-16T08:30:00-07:00"),
        ("Tuesday, May 16, 2023 8:30 PM", "2023-05-16T20:30:00"), ("May 16, 2023 12:05 am", "2023-05-16T00:05:00"),
        ("Tue May 16 08:30:00 2023", "2023-05-16T08:30:00"), ("Tue May 16 08:30:00 UTC 2023", "2023-05-16T08:30:00Z"),
        ("16-May-23", "2023-05-16"), ("16 May 1998", "1998-05-16"), ("16 May 98", "1998-05-16"),
        ("Salı, 16 Mayıs 2023 08:30:00 +0300", "2023-05-16T08:30:00+03:00"),
        ("16 мая 2023 08:30 MSK", "2023-05-16T08:30:00+03:00"),
        ("Di, 16 Mai 2023 24:00:00 GMT", "2023-05-16T23:59:59Z"), ("16 May 2023 08:30:60 GMT", "2023-05-16T08:30:59Z"),
        ("16 May 2023 08:30 GMT+3", "2023-05-16T08:30:00+03:00"),
    ])
    func read(text: String, time: String) {
        #expect(FeedTime(text)?.description == time)
    }

    @Test(
        "What is no date, and days that do not exist",
        arguments: [
            "", "today", "2023-02-30", "31 Jun 2023", "2023-13-01", "May 2023", "16 May", "0000-00-00T00:00:00Z", "1",
            "99999999",
            "Mon, 00 Jan 0000 00:00:00 GMT", "12:30", "2023-05-16T08:30:00" + String(repeating: "0", count: 200),
        ])
    func refused(text: String) {
        #expect(FeedTime(text) == nil)
    }

    @Test("An impossible time of day or zone leaves the day")
    func impossibleTime() {
        #expect(FeedTime("2023-05-16T25:00:00Z")?.description == "2023-05-16")
        #expect(FeedTime("2023-05-16T08:00:00+99:00")?.description == "2023-05-16T08:00:00")
    }

    @Test func unixTime() {
        #expect(FeedTime("1970-01-02T00:00:10Z")?.unixTime == 86_410)
        #expect(FeedTime("2023-05-16T08:30:00+03:30")?.unixTime == 1_684_213_200)
    }

    @Test("What is written can be read again")
    func roundTrip() throws {
        var random = Seeded(7)
        for _ in 0..<300 {
            let time = FeedTime(
                day: .init(dayNumber: Int.random(in: -20_000...60_000, using: &random)),
                second: Bool.random(using: &random) ? Int.random(in: 0..<86_400, using: &random) : nil,
                zone: Bool.random(using: &random) ? Int.random(in: -48...56, using: &random) * 15 : nil)
            #expect(FeedTime(time.description) == time)
        }
    }
}

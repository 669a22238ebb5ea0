import DragomanText
import Testing

@testable import DragomanPage

struct DateTests {
    @Test(
        "Days in the wordings of the press",
        arguments: [
            "16.05.2023", "16. Mai 2023", "Tuesday, May 16, 2023", "16 мая 2023 г.", "16 de mayo de 2023", "2023年5月16日",
            "2023년 5월 16일", "16 Mayıs 2023", "16/05/2023", "am 16.05.23 um 10:30", "May 16th 2023", "۲۶ اردیبهشت ۱۴۰۲",
            "16 maja 2023", "١٦ مايو ٢٠٢٣",
        ])
    func wordings(line: String) {
        #expect(DateText.day(in: Array(line.utf8))?.description == "2023-05-16")
    }

    @Test(
        "Versions, addresses and days that do not exist are none",
        arguments: ["1.2.34.5", "31.02.2023", "10 May", "2023", "16.05.1889", "marketing 2023"])
    func refused(line: String) {
        #expect(DateText.day(in: Array(line.utf8)) == nil)
    }

    @Test func figuresAloneFollowTheCountry() {
        #expect(DateText.day(in: Array("05/06/2023".utf8), monthFirst: true)?.description == "2023-05-06")
        #expect(DateText.day(in: Array("05/06/2023".utf8), monthFirst: false)?.description == "2023-06-05")
    }

    @Test(arguments: [
        ("2023-05-16T08:30:05.123+03:30", "2023-05-16T08:30:05+03:30"), ("2023-05-16T08:30Z", "2023-05-16T08:30Z"),
        ("2023-05-16", "2023-05-16"), ("20230516083000", "2023-05-16T08:30"),
        ("Tue, 16 May 2023 08:30:00 GMT", "2023-05-16T08:30:00Z"), ("1684225800", "2023-05-16T08:30:00Z"),
    ])
    func stamps(text: String, time: String) {
        #expect(TimeStamp.time(text)?.description == time)
    }

    @Test(arguments: [
        ("https://herald.example/2023/05/16/buses", "2023-05-16"),
        ("https://herald.example/buses-20230516", "2023-05-16"),
        ("https://herald.example/news/16-05-2023", "2023-05-16"),
        ("https://herald.example/2023/may/16/buses", "2023-05-16"),
    ])
    func addresses(address: String, day: String) {
        #expect(AddressDate.day(in: address)?.description == day)
    }

    @Test func numbersInAddressesAreNoDays() {
        #expect(AddressDate.day(in: "https://herald.example/story-20231399-12345678") == nil)
    }

    @Test("A key in a script gives the time where nothing else does")
    func scripts() {
        let page = Array(
            "<script>var x = {\"createdAt\":\"2023-05-17\",\"datePublished\":\"2023-05-16T08:30\"}</script>        "
                .utf8)
        #expect(ScriptTimes.published(in: page)?.description == "2023-05-16T08:30")
    }
}

import DragomanPage
import DragomanText
import Testing

/// Each case gives a first paragraph and its dateline's place, date and wire; `|` stands where its block must begin.
struct DatelineTests {
    @Test(
        arguments: [
            ("TABRIZ – |A maker will send buses.", "TABRIZ", nil, nil),
            ("TABRIZ - |A maker will send buses.", "TABRIZ", nil, nil),
            ("CAMPO VERDE – |A maker will send buses.", "CAMPO VERDE", nil, nil),
            ("BURSA, July 8 (SW) - |A maker will send buses.", "BURSA", "2024-07-08", "SW"),
            ("LYON (Reuters) - |A maker will send buses.", "LYON", nil, "Reuters"),
            ("Pune, India – March 25, 2024 – |A maker will send buses.", "Pune, India", "2024-03-25", nil),
            ("ASTANA, March 12. |A maker will send buses.", "ASTANA", "2024-03-12", nil),
            ("MINSK, 14 December. /SWR/. |A maker will send buses.", "MINSK", "2023-12-14", "SWR"),
            ("OSLO. |A maker will send buses.", "OSLO", nil, nil),
            ("Minsk — |A maker will send buses.", "Minsk", nil, nil),
            ("MOSCOW, May 3 (TASS) — |\"We will send buses,\" he said.", "MOSCOW", "2024-05-03", "TASS"),
            ("МИНСК, 3 мая - ТАСС. |Завод отправит автобусы.", "МИНСК", "2024-05-03", "ТАСС"),
            ("ЖОДИНО, 14 декабря. /БелТА/. |Завод отправит автобусы.", "ЖОДИНО", "2023-12-14", "БелТА"),
            ("BREMEN (dpa) - |Ein Werk schickt Busse.", "BREMEN", nil, "dpa"),
            ("BREMEN, 3. März (dpa) - |Ein Werk schickt Busse.", "BREMEN", "2024-03-03", "dpa"),
            ("İZMİR (AA) - |Fabrika otobüs gönderecek.", "İZMİR", nil, "AA"),
            ("تبریز (ایسنا) - |یک کارخانه اتوبوس می‌فرستد.", "تبریز", nil, "ایسنا"),
            ("أبو ظبي (رويترز) - |سيرسل مصنع حافلات.", "أبو ظبي", nil, "رويترز"),
            ("(Steppe Wire) – |A maker will send buses.", nil, nil, "Steppe Wire"),
        ] as [(String, String?, String?, String?)])
    func read(marked: String, place: String?, date: String?, wire: String?) throws {
        let paragraph = marked.split(separator: "|").joined()
        let article = try article("Date: 2024-07-20\n\nBuses for the north\n\n\(paragraph)\n\nThey are blue.\n")
        let dateline = try #require(article.dateline)
        #expect(dateline.place.map { article.text.string($0) } == place)
        #expect(dateline.date?.description == date)
        #expect(dateline.wire == wire)
        #expect(article.wire == wire)
        #expect(article.lines[1] == "paragraph: \(marked.split(separator: "|")[1])")
        #expect(String(decoding: article.text, as: UTF8.self).contains(paragraph))
        #expect(dateline.range.upperBound == article.blocks[1].range.lowerBound)
    }

    @Test(arguments: [
        "Belarus. Its plant will send buses.", "BYD – the largest of them – will send buses.",
        "Thailand: two makers will send buses.",
        "A maker in Tabriz – the largest – will send buses.", "The ministry (of industry) said so.",
        "Q: What will you send?", "تبریز – شهر کارخانه‌ها – اتوبوس می‌فرستد.",
        "On Monday, March 12, the maker said it would send buses.", "BYD will send buses (in May).",
    ])
    func none(paragraph: String) throws {
        let article = try article("Buses for the north\n\n\(paragraph)\n\nThey are blue.\n")
        #expect(article.dateline == nil)
        #expect(article.lines[1] == "paragraph: \(paragraph)")
    }

    @Test("A dateline with its year gives the day of publication where nothing else does")
    func published() throws {
        let article = try article("Buses\n\nPune, India – March 25, 2024 – A maker will send buses.\n\nThey are blue.")
        #expect(article.published?.description == "2024-03-25")
    }
}

import DragomanClaims
import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanBrief

/// Nothing an article holds can drive the terminal or break the layout.
struct TerminalTests {
    /// Escape sequences, C1 controls, overrides, isolates, tags, line separators, bells and back spaces.
    private static let hostile =
        "\u{1B}]0;owned\u{07}\u{1B}[2J\u{9B}31m\u{202E}evil\u{2066}x\u{E0041}\u{2028}\u{08}\u{08}\r\u{0}\u{85}"

    private func hostileBrief() throws -> Brief {
        var made = MadeArticle(
            "Title \(Self.hostile)", outlet: "Out\(Self.hostile)let", [["GAZ \(Self.hostile) ships vans."]])
        made.article.address = "https://example.org/\(Self.hostile)"
        try made.add(
            "GAZ \(Self.hostile) ships vans.",
            .made(
                .supply, .done, ["GAZ\(Self.hostile)"], to: [Self.hostile], in: [Self.hostile],
                [Goods(type: Self.hostile, name: Self.hostile)], Quantity(n: 1, unit: Self.hostile),
                money: Money(amount: 1, currency: Self.hostile), share: Self.hostile,
                speaker: Speaker(name: Self.hostile, role: Self.hostile, org: Self.hostile), via: [Self.hostile]))
        return try made.brief()
    }

    @Test func `hostile text leaves no control character in any page`() throws {
        let brief = try hostileBrief()
        let style = TerminalStyle(width: 60)
        let pages =
            [brief.text(style), DealList(brief.deals).text(style), ArticleList([brief.article]).text(style)]
            + brief.deals.map { DealPage($0).text(style) } + [try brief.json()]
        for page in pages {
            for scalar in page.unicodeScalars where scalar != "\n" {
                #expect(
                    scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
                        && scalar.properties.generalCategory != .lineSeparator, "U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    @Test func `JSON keeps the exact text all the same`() throws {
        struct Twin: Decodable {
            struct Deal: Decodable {
                struct Claim: Decodable { let actor: [String] }
                let claims: [Claim]
            }
            let deals: [Deal]
        }
        let json = try hostileBrief().json()
        let twin = try JSONDecoder().decode(Twin.self, from: Data(json.utf8))
        #expect(twin.deals.first?.claims.first?.actor == ["GAZ\(Self.hostile)"])
    }

    @Test(arguments: [
        ("plain", "plain"), ("two\n\tlines ", "two lines"), ("\u{1B}[31mred", "\u{FFFD}[31mred"),
        ("a\u{202E}b", "a\u{FFFD}b"), ("soft\u{AD}hyphen", "softhyphen"), ("می‌خواهد", "می‌خواهد"), ("👩‍🔧", "👩‍🔧"), ("", ""),
    ])
    func `what becomes of text`(text: String, expected: String) {
        #expect(SafeText.line(text) == expected)
    }

    @Test(arguments: [
        ("abc", 3), ("Škoda", 5), ("S\u{30C}koda", 5), ("吉利汽車", 8), ("ایران خودرو", 11), ("👩‍🔧", 2), ("🇮🇷", 2), ("한", 2),
        ("◑", 1), ("", 0),
    ])
    func `how wide text is`(text: String, width: Int) {
        #expect(TextWidth.of(text) == width)
    }

    @Test func `long words are cut, wide ones by columns`() {
        #expect(Layout.wrap("aaa bbb", width: 40) == ["aaa bbb"])
        #expect(Layout.wrap(String(repeating: "x", count: 25), width: 10).map(\.count) == [10, 10, 5])
        #expect(Layout.wrap("吉利汽車控股有限", width: 11) == ["吉利汽車控", "股有限"])
        #expect(Layout.wrap("", width: 10) == [""])
    }

    @Test func `a cell has exactly its width`() {
        #expect(Layout.cell("Saipa", width: 8) == "Saipa   ")
        #expect(Layout.cell("Iran Khodro", width: 8) == "Iran Kh…")
        #expect(TextWidth.of(Layout.cell("吉利汽車控股", width: 8)) == 8)
    }
}

import Foundation
import Testing

/// Pages made to crash, hang or exhaust the program, on the whole way through it: an article or a clear error comes out.
struct HostilePagesTests {
    private static let text =
        "<p>The maker of buses in Tabriz will send the first of its new models to the north in the autumn.</p>"
    private static let start =
        "<!doctype html><html lang=en><title>Buses for the north</title><body><h1>Buses for the north</h1>"

    /// Runs `dragoman page` over a file with these bytes.
    private func page(_ bytes: Data, name: String = "page.html") async throws -> Binary.Result {
        try await Scratch.with { scratch in
            try await Binary.run(["page", scratch.file(name, bytes).path, "--json"])
        }
    }

    private func page(_ text: String) async throws -> Binary.Result {
        try await page(Data((Self.start + text).utf8))
    }

    @Test(
        "The text is found among a hundred thousand of anything",
        arguments: [
            String(repeating: "<div>", count: 100_000), String(repeating: "<b><i>", count: 50_000),
            String(repeating: "<table><tr><td>", count: 33_000),
            String(repeating: "<svg><g>", count: 50_000) + "</svg>",
            "<div " + (0..<100_000).map { "a\($0)=b" }.joined(separator: " ") + ">",
            "<div class=\"" + String(repeating: "a ", count: 500_000) + "\">",
            "<p>" + String(repeating: "&amp;", count: 200_000) + "</p>",
            "<p>" + String(repeating: "&CounterClockwiseContourIntegral;", count: 30_000) + "</p>",
            String(repeating: "&#x110000;&#0;", count: 70_000), String(repeating: "<!-- -->", count: 100_000),
            "<script type='application/ld+json'>" + String(repeating: "[", count: 500_000) + "</script>",
            "<script type='application/ld+json'>" + String(repeating: "{\"a\":", count: 200_000) + "</script>",
        ])
    func floods(flood: String) async throws {
        let result = try await page(flood + Self.text)
        #expect(
            result.code == 0 || result.code == 65 && result.errors.contains("[DRG-P"), "\(result.code) \(result.errors)"
        )
        #expect(result.errors.utf8.count < 1000)
    }

    @Test("A page that is cut off anywhere gives what there is of it, or says that there is none")
    func truncated() async throws {
        let whole = Array((Self.start + "<article>" + Self.text + Self.text.replacing("Tabriz", with: "Orsk")).utf8)
        for length in stride(from: 1, to: whole.count, by: 37) {
            let result = try await page(Data(whole[..<length]))
            #expect(
                result.code == 0 || result.code == 65 && result.errors.contains("[DRG-"), "\(length): \(result.code)")
        }
    }

    @Test(
        "A charset that the bytes are not in, or that is none, does not lose the text",
        arguments: [
            "utf-16", "windows-1251", "utf-7", "no-such-charset", "shift_jis",
        ])
    func charset(label: String) async throws {
        let result = try await page("<meta charset=\"\(label)\">" + Self.text)
        #expect(result.code == 0 && result.output.contains("The maker of buses in Tabriz"), "\(result.errors)")
    }

    @Test("Bytes that are wrong in every encoding stay visible as such")
    func wrongBytes() async throws {
        var bytes = Data((Self.start + "<p>The maker of bus").utf8)
        bytes += [0xFF, 0xC0]
        bytes += Data(
            "es in Tabriz will send the first of its new models to the north in the autumn, \u{E9}t\u{E9}.</p>".utf8)
        let result = try await page(bytes)
        #expect(result.code == 0 && result.output.contains("\u{FFFD}"))
    }

    @Test(
        "What is no page says what it is",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "F005"), ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "F005"),
            ([], "F003"), ([0x20, 0x0A], "F003"),
        ] as [([UInt8], String)])
    func wrongType(bytes: [UInt8], code: String) async throws {
        let result = try await page(Data(bytes))
        #expect(result.code == 65 && result.errors.contains("[DRG-\(code)]"), "\(result)")
    }

    @Test("32 MB are the most; a page of nearly that size is read")
    func size() async throws {
        let limit = 32 << 20
        let filling = Data(repeating: 0x20, count: limit - Self.start.utf8.count - Self.text.utf8.count)
        let full = try await page(Data(Self.start.utf8) + filling + Data(Self.text.utf8))
        #expect(full.code == 0 && full.output.contains("The maker of buses in Tabriz"))
        let more = try await page(Data(Self.start.utf8) + filling + Data((Self.text + " ").utf8))
        #expect(more.code == 65 && more.errors.contains("[DRG-F006]"))
    }
}

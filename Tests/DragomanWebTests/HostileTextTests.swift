import DragomanLedger
import Testing

@testable import DragomanWeb

/// What articles hold cannot become markup, whatever it is and wherever it is shown.
@Suite struct HostileTextTests {
    /// Breaking out of text, of attributes, of elements, of addresses; made by combining what such attacks are made of.
    static let payloads: [String] = {
        let openings = [
            "", "\"", "'", "\">", "'>", "</title>", "</textarea>", "-->", "</script>", "\u{0}", "&lt;", "%3C",
        ]
        let bodies = [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
            "<iframe srcdoc=\"<script>alert(1)</script>\">", "<a href=\"javascript:alert(1)\">x</a>",
            " onmouseover=alert(1) x=",
            "<math><mtext></p><style><img src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>",
            "<style>@import'//evil.example'</style>", "<base href=//evil.example/>",
            "<meta http-equiv=refresh content=0>",
            "<form action=//evil.example><input name=q>", "<object data=\"data:text/html,x\">",
            "\u{2028}<video src=x onerror=alert(1)>",
            "<ScRiPt >alert(1)</sCrIpT>", "<body onload=alert(1)>", "<input autofocus onfocus=alert(1)>",
            "<<script>alert(1)//<</script>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        ]
        return openings.flatMap { opening in bodies.map { opening + $0 } }
    }()

    @Test func `there are more than two hundred`() { #expect(Set(Self.payloads).count > 200) }

    @Test func `no text becomes markup`() throws {
        let harmless = try MadeLedger()
        let plain = try harmless.add("X signed.", name: "X", outlet: "X", title: "T X")
        let plainDeal = try #require(try harmless.deals().first?.id)
        let hostile = try MadeLedger()
        let articles = try Self.payloads.map {
            try hostile.add("\($0) signed.", name: $0, outlet: $0, title: "T " + $0)
        }
        let deals = try hostile.deals().map(\.id)
        #expect(articles.count == Self.payloads.count && deals.count > 100)
        let plainViews =
            [
                "/deals/\(plainDeal)", "/articles/\(plain)?summary=5", "/stories/\(plain)", "/outlets/X",
                "/deals?view=board",
            ]
            + [
                "/outlets", "/search", "/names", "/", "/deals", "/articles", "/search?q=X", "/judge", "/judgments",
                "/add", "/sources",
            ]
            + ["/disagreements", "/stories", "/packs", "/health", "/none"]
        let known = plainViews.reduce(into: Set<String>()) { $0.formUnion(Self.tags(harmless.text($1))) }
        let views =
            articles.enumerated().map { "/articles/\($1)" + ($0 % 4 == 0 ? "?summary=3" : "") }
            + deals.prefix(60).map { "/deals/\($0)" }
            + ["/", "/articles", "/outlets", "/names", "/disagreements", "/stories", "/judge"]
            + (1...10).map { "/deals?page=\($0)" }
            // Each in one of the places where an address may have it.
            + Self.payloads.enumerated().map { number, payload in
                switch number % 7 {
                case 0: WebPath(["deals"], query: [("party", payload), ("goods", payload), ("kind", "")]).text
                case 1: WebPath(["deals"], query: [("stage", payload), ("since", payload)]).text
                case 2: WebPath(["search"], query: [("q", payload)]).text
                case 3: WebPath(["outlets", payload]).text
                case 4: WebPath(["deals", payload]).text
                case 5: WebPath([payload]).text
                default: WebPath(["names", payload]).text
                }
            }
        for view in views {
            // No element, and no attribute of one, that harmless names do not have too.
            let tags = Set(Self.tags(hostile.text(view)))
            #expect(!tags.isEmpty)
            let strange = tags.subtracting(known).subtracting([
                "a href rel", "a href rel lang", "nav class aria-label lang dir", "nav class aria-label",
                "kbd aria-hidden", "button type name value data-key",
            ])
            #expect(strange.isEmpty, "\(view): \(strange)")
        }
    }

    @Test func `nor does what is sent, or the name of a file`() throws {
        let made = try MadeLedger()
        let known = Set(
            Self.tags(made.text("/add")) + Self.tags(made.text("/none")) + ["p role", "ol class", "strong"]
        )
        .union([
            "div id data-job data-done", "li data-row data-outcome", "div class", "bdi", "/bdi", "/li", "/ol",
            "/strong",
        ])
        for (number, payload) in Self.payloads.enumerated() {
            let answer = made.post("/add", [("address", payload)])
            #expect(answer.status == 303 || answer.status == 400)
            let job = made.text("/add/\(number + 1)")
            for page in [job, String(decoding: made.post("/judgments", [("act", payload)]).body, as: UTF8.self)] {
                let strange = Set(Self.tags(page)).subtracting(known).subtracting(["a href"])
                #expect(strange.isEmpty, "\(payload): \(strange)")
            }
        }
    }

    /// The elements of a page, each with the names of its attributes.
    private static func tags(_ html: String) -> [String] {
        html.split(separator: "<", omittingEmptySubsequences: true).compactMap { part in
            guard let end = part.firstIndex(of: ">") else { return nil }
            var names: [Substring] = []
            for piece in part[..<end].split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            where piece.offset % 2 == 0 {
                names += piece.element.split(separator: " ").map { $0.hasSuffix("=") ? $0.dropLast() : $0 }
            }
            return names.joined(separator: " ")
        }
    }
}

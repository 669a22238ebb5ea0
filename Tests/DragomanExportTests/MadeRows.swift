import DragomanClaims
import DragomanText
import Testing

@testable import DragomanExport
@testable import DragomanLedger

/// Rows of made-up deals.
enum MadeRows {
    /// A contract two outlets report, and a plan that is nowhere dated.
    static var plain: [ExportRow] {
        get throws {
            [
                try row(
                    [
                        report(
                            "Mekong Wire", "2024-05-16", "GAZ Group signs for Sobol vans",
                            "https://mekong.example/sobol",
                            Claim(
                                kind: .supply, stage: .signed, actor: ["GAZ Group"], counterpart: ["Truong Minh Auto"],
                                place: ["Vietnam"], goods: [Goods(type: "van", name: "Sobol NN")],
                                quantity: Quantity(n: 1200, unit: "vehicles", mod: .about),
                                money: Money(amount: 30_000_000, currency: "USD"),
                                date: CoarseDate(year: 2024, quarter: 3),
                                speaker: Speaker(name: "Anna Orlova", role: "spokeswoman", org: "GAZ Group"),
                                evidence: 30..<72, rule: "made/made.rules:1", undertaking: 0),
                            "GAZ Group has signed a contract to deliver about 1,200 vans."),
                        report(
                            "Red River Gazette", "2024-05", "Vans on the way", nil,
                            Claim(
                                kind: .supply, stage: .underway, actor: ["GAZ Group"], place: ["Vietnam"],
                                goods: [Goods(type: "van", name: "Sobol NN")], via: ["Mekong Wire"], evidence: 0..<20,
                                rule: "made/made.rules:1", undertaking: 0),
                            "The first vans have left the port."),
                    ]),
                try row(
                    [
                        report(
                            nil, nil, nil, nil,
                            Claim(
                                kind: .production, stage: .planned, actor: ["Northbus"], place: ["Kazakhstan"],
                                goods: [Goods(type: "bus")], evidence: 0..<10, rule: "made/made.rules:2", undertaking: 0
                            ),
                            "Northbus means to build buses in Kazakhstan.")
                    ]),
            ]
        }
    }

    /// One deal for each hostile name: its actor, its outlet, its title, its words.
    static var hostile: [ExportRow] {
        get throws {
            try HostileNames.all.map { name in
                try row(
                    [
                        report(
                            name, "2024-05-16", name, "https://a.example/?q=\(name.prefix(40))",
                            Claim(
                                kind: .supply, stage: .signed, actor: [name], counterpart: ["Plain Motors"],
                                place: [name],
                                goods: [Goods(type: "other", name: name)], share: name,
                                speaker: Speaker(name: name), via: [name], evidence: 0..<4, rule: "made/made.rules:1",
                                undertaking: 0),
                            name)
                    ])
            }
        }
    }

    private static func row(_ claims: [ReportedClaim]) throws -> ExportRow {
        ExportRow(try #require(Deal(assembling: claims)))
    }

    private static func report(
        _ outlet: String?, _ date: String?, _ title: String?, _ address: String?, _ claim: Claim, _ quote: String
    ) -> ReportedClaim {
        let entry = ArticleEntry(
            id: StableID.article(sha256: "\(outlet ?? "")\(date ?? "")\(quote)"), title: title, outlet: outlet,
            published: date.flatMap(CoarseDate.init(iso:)), address: address, source: "made.txt", claims: 1)
        let id = (try? StableID.claim(claim, article: entry.id)) ?? ""
        return ReportedClaim(id: id, claim: claim, article: entry, quote: quote)
    }
}

/// Names that a program or a person could trip over.
enum HostileNames {
    static let all = [
        "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1+1", "＝1+1",
        "a\u{0}b\u{1}\u{7F}\u{85}c", "line\nbreak\r\nagain", "\u{202E}gnp.exe", "\u{200F}شرکت\u{200F}",
        "../../etc/passwd",
        "C:\\Windows\\system32", "<script>alert(1)</script>", "]]><x/>", "&amp;&#0;&lol;", "\"quoted\" 'names'",
        "{braces} \\input{x} 50% $5 #1 a_b ~ ^", "a;b,c:d", "END:VCALENDAR", "ER  - ", "}\n@misc{x,", "---\ntitle: x",
        "[link](javascript:alert(1))", "\u{FEFF}\u{FFFE}\u{FFFF}", "👩‍👩‍👧 家族", String(repeating: "n", count: 10_000),
        "<http://x> <y> <z> .", "\u{2028}\u{2029}", "{{7*7}}", "'; DROP TABLE deals; --",
    ]
}

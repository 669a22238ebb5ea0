import DragomanLedger
import Foundation
import Testing

@testable import DragomanWeb

@Suite struct SiteTests {
    let made: MadeLedger

    init() throws {
        made = try MadeLedger()
        try made.add("Northbus signed a contract to supply 40 buses to Oman.")
    }

    /// An address for every route and form that can be read.
    private func addresses() throws -> [String] { try made.addresses() }

    @Test func `every route answers, with the headers that keep pages safe`() throws {
        for address in try addresses() {
            let answer = made.get(address)
            #expect(answer.status == 200, "\(address)")
            #expect(!answer.body.isEmpty || answer.isStream, "\(address)")
            #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'; ") == true, "\(address)")
            #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(address)")
        }
    }

    @Test func `a foreign host gets nothing on any route`() throws {
        for address in try addresses() + ["/none"] {
            for host in ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8420", "", nil] {
                #expect(made.get(address, host: host).status == 403, "\(address) for \(host ?? "no host")")
            }
        }
    }

    @Test func `what can only be read is not written`() throws {
        let written = Set(Routes.all.filter { $0.method == .post }.flatMap { route in route.twins.map(route.address) })
        for address in try addresses() where !written.contains(address) {
            for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
                let answer = made.get(address, method: method)
                #expect(answer.status == 405, "\(method) \(address)")
                #expect(answer.header("Allow") == "GET, HEAD")
            }
        }
    }

    @Test(arguments: [
        "/../etc/passwd", "/%2e%2e/etc/passwd", "/deals/%2e%2e%2fhealth", "/articles/..%5c..", "/deals/%00", "/%ff",
        "//evil.example/", "/deals//", "/./health", "deals", "", "/deals/%zz",
    ])
    func `an address that leads astray is refused`(target: String) {
        #expect(made.get(target).status == 400, "\(target)")
    }

    @Test(arguments: [
        "/none", "/deals/abcd1234efgh", "/articles/zzzzzzzzzzzz", "/deals/abcd.csv", "/style.css.json", "/add/99",
        "/outlets/Nobody",
    ])
    func `what is not there is said to be missing`(target: String) {
        let answer = made.get(target)
        #expect(answer.status == 404, "\(target)")
        #expect(String(decoding: answer.body, as: UTF8.self).contains("<h1>"))
    }

    @Test(arguments: ["/deals?kind=none", "/deals?stage=x", "/deals.csv?since=tomorrow"])
    func `a filter that is none is said so`(target: String) {
        let answer = made.get(target)
        #expect(answer.status == 400)
        #expect(String(decoding: answer.body, as: UTF8.self).contains("cannot be"))
    }

    @Test func `filters choose deals on the page and in its twins`() throws {
        let id = try #require(try made.deals().first?.id)
        for target in ["/deals", "/deals.json", "/deals.csv", "/deals.atom", "/deals.rss"] {
            #expect(made.text(target + "?kind=supply&party=Northbus&since=2024-05").contains(id), "\(target)")
            #expect(!made.text(target + "?party=Nobody").contains(id), "\(target)")
            #expect(!made.text(target + "?since=2024-06").contains(id), "\(target)")
        }
    }

    @Test func `a claim leads to its words`() throws {
        let deal = try #require(try made.deals().first)
        let claim = try #require(deal.claims.first)
        let anchor = "/articles/\(claim.article.id)#claim-\(claim.id)"
        #expect(made.text("/deals/\(deal.id)").contains(anchor))
        let reader = made.text("/articles/\(claim.article.id)")
        #expect(reader.contains("<mark><span id=\"claim-\(claim.id)\"></span>Northbus signed a contract"))
    }

    @Test func `what has not changed is not sent again`() throws {
        let first = made.get("/deals")
        let tag = try #require(first.header("ETag"))
        let again = made.site.answer(
            WebRequest(target: "/deals", host: MadeLedger.host, ifNoneMatch: "\"x\", W/\(tag)"))
        #expect(again.status == 304 && again.body.isEmpty)
        try made.add("Northbus plans more.", outlet: "Other Post")
        let changed = made.site.answer(WebRequest(target: "/deals", host: MadeLedger.host, ifNoneMatch: tag))
        #expect(changed.status == 200)
    }

    @Test func `pages are compressed for those who take it`() throws {
        let plain = made.get("/deals")
        let packed = made.site.answer(
            WebRequest(target: "/deals", host: MadeLedger.host, acceptEncoding: "br, gzip;q=1.0"))
        #expect(packed.header("Content-Encoding") == "gzip")
        #expect(packed.body.count < plain.body.count && packed.body.prefix(2) == [0x1F, 0x8B])
        let refused = made.site.answer(WebRequest(target: "/deals", host: MadeLedger.host, acceptEncoding: "gzip;q=0"))
        #expect(refused.header("Content-Encoding") == nil)
    }

    @Test func `an empty ledger says what to do`() throws {
        #expect(try MadeLedger().text("/").contains("dragoman add"))
    }
}

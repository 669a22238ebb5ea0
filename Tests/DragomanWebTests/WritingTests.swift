import DragomanLedger
import Foundation
import Testing

@testable import DragomanWeb

/// What writes to the ledger: with the token, from our own pages or a program that has it.
@Suite struct WritingTests {
    let made: MadeLedger

    init() throws {
        made = try MadeLedger()
        try made.add("Northbus signed a contract to supply 40 buses to Oman.")
    }

    private func deal() throws -> Deal { try #require(try made.deals().first) }

    @Test func `nothing is written without the token`() throws {
        let id = try deal().id
        for token in [nil, "", "wrong", String(repeating: "0", count: 32), MadeLedger.token + "0"] {
            #expect(made.post("/judgments", [("act", "confirm"), ("deal", id)], token: token).status == 403)
            #expect(made.post("/add", [("text", "A title\n\nWords.")], token: token).status == 403)
        }
        #expect(try made.ledger.judgments().isEmpty && made.ledger.counts().articles == 1)
    }

    @Test(arguments: ["http://evil.example", "null", "http://127.0.0.1:1", "http://evil.example/" + MadeLedger.host])
    func `nothing is written for a page of another site, token or not`(origin: String) throws {
        #expect(made.post("/judgments", [("act", "confirm"), ("deal", try deal().id)], origin: origin).status == 403)
        #expect(try made.ledger.judgments().isEmpty)
    }

    @Test func `a program writes with the token in a header`() throws {
        let request = WebRequest(
            method: "POST", target: "/judgments.json", host: MadeLedger.host,
            contentType: "application/x-www-form-urlencoded", authorization: "Bearer " + MadeLedger.token,
            body: Array("act=confirm&deal=\(try deal().id)&why=seen".utf8))
        let answer = made.site.answer(request)
        #expect(answer.status == 200, "\(String(decoding: answer.body, as: UTF8.self))")
        #expect(String(decoding: answer.body, as: UTF8.self).contains("\"confirm\""))
        #expect(try made.ledger.judgments().map(\.who) == ["the tester"])
    }

    @Test func `a merge is made, shown and undone`() throws {
        try made.add("Southbus plans to build a plant in Chile.", name: "Southbus", outlet: "Hill Post")
        let deals = try made.deals()
        try #require(deals.count == 2)
        let merged = made.post("/judgments", [("act", "merge"), ("deal", deals[0].id), ("other", deals[1].id)])
        #expect(merged.status == 303)
        #expect(try made.deals().count == 1)
        let place = try #require(merged.header("Location"))
        #expect(made.text(place).contains("merge"))
        let undone = made.post("/judgments", [("act", "undo"), ("judgment", "1")])
        #expect(undone.status == 303)
        #expect(try made.deals().count == 2)
    }

    @Test func `a claim that is not said leaves its deal`() throws {
        let claim = try #require(try deal().claims.first)
        #expect(made.post("/judgments", [("act", "reject"), ("claim", claim.id)]).status == 303)
        #expect(try made.deals().isEmpty)
    }

    @Test(arguments: [
        [("act", "merge")], [("act", "none")], [("act", "undo")], [("act", "undo"), ("judgment", "7")], [],
        [("act", "confirm")],
    ])
    func `a judgment that is not clear is said so`(fields: [(String, String)]) throws {
        let answer = made.post("/judgments", fields.map { (name: $0.0, value: $0.1) })
        #expect(answer.status == 400, "\(fields)")
        #expect(try made.ledger.judgments().isEmpty)
    }

    @Test func `a text is added and its steps are told`() async throws {
        let answer = made.post("/add", [("text", "A title\r\n\r\nNorthbus opened a plant."), ("outlet", "Hill Post")])
        let page = try #require(answer.header("Location"))
        for _ in 0..<200 where !made.text(page).contains("data-done=\"yes\"") {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(made.text(page).contains("Added"))
        #expect(try made.ledger.outlets(limit: 9, offset: 0).outlets.map(\.name).contains("Hill Post"))
        // The pages that were kept are of the ledger as it was no longer.
        #expect(made.text("/").contains("2 articles"))
    }

    @Test func `without a workshop nothing can be added, and the page says so`() throws {
        let bare = try MadeLedger(adds: false)
        #expect(bare.post("/add", [("text", "A title")]).status == 400)
        #expect(bare.text("/add").contains("dragoman add"))
        #expect(bare.get("/names").status == 500 && bare.text("/names").contains("--packs"))
    }

    @Test func `a ledger for others asks readers for the token`() throws {
        made.site.askForToken()
        #expect(made.get("/deals").status == 401)
        #expect(made.get("/style.css").status == 200)
        let first = made.get("/deals?token=" + MadeLedger.token)
        #expect(first.status == 303 && first.header("Location") == "/deals")
        let cookie = try #require(first.header("Set-Cookie"))
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        let request = WebRequest(
            target: "/deals", host: MadeLedger.host, cookie: "a=b; " + cookie.prefix { $0 != ";" })
        #expect(made.site.answer(request).status == 200)
        #expect(made.get("/deals?token=" + String(repeating: "0", count: 32)).status == 401)
    }

    @Test func `what changes is told once`() throws {
        let watch = try made.site.watched()
        #expect(try watch.event() == nil)
        let id = try made.add(
            "Westbus plans to build a plant in Chile.", name: "Westbus\n\ndata: x", outlet: "Hill Post")
        let event = try #require(try watch.event())
        #expect(event.hasPrefix("event: change\ndata: {") && event.hasSuffix("}\n\n"))
        #expect(event.split(separator: "\n").count == 2)
        #expect(event.contains(id))
        #expect(try watch.event() == nil)
    }
}

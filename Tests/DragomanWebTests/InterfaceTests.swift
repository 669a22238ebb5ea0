import Foundation
import Testing

@testable import DragomanWeb

/// The description of the interface says what the routes do, and its examples work.
@Suite struct InterfaceTests {
    let made: MadeLedger

    init() throws {
        made = try MadeLedger()
        try made.add("Northbus signed a contract to supply 40 buses to Oman.")
    }

    private struct Document: Decodable {
        struct Operation: Decodable {
            struct Parameter: Decodable { let name: String }
            let summary: String
            let operationId: String
            let parameters: [Parameter]
        }
        let paths: [String: [String: Operation]]
    }

    private func document() throws -> Document {
        try JSONDecoder().decode(Document.self, from: Data(made.get("/openapi.json").body))
    }

    @Test func `every route stands in the document, and nothing else`() throws {
        let document = try document()
        let described = Set(document.paths.flatMap { path, operations in operations.keys.map { "\($0) \(path)" } })
        var wanted: Set<String> = []
        for route in Routes.all {
            for twin in route.twins where route.method == .get || twin == .json {
                wanted.insert("\(route.method.rawValue) \(route.address(twin))")
            }
        }
        #expect(described == wanted)
        let ids = document.paths.values.flatMap { $0.values.map(\.operationId) }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `every address of the document is answered in the form it says`() throws {
        for address in try made.addresses() {
            let type = try #require(made.get(address).header("Content-Type"))
            if address.hasSuffix(".json") {
                #expect(type == "application/json", "\(address)")
                let body = Data(made.get(address).body)
                #expect(throws: Never.self, "\(address)") {
                    try JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)
                }
            }
            if address.hasSuffix(".csv") { #expect(type.hasPrefix("text/csv"), "\(address)") }
            if address.hasSuffix(".rss") || address.hasSuffix(".atom") {
                #expect(made.text(address).hasPrefix("<?xml "), "\(address)")
            }
        }
    }

    @Test func `every page of a list and every page of a thing has a JSON twin, every list a CSV`() {
        let assets: Set = ["events", "style.css", "script.js", "icon.svg", "keys", "api"]
        for route in Routes.all where route.method == .get && !assets.contains(route.pattern.first ?? "") {
            #expect(route.twins.contains(.json), "\(route.pattern)")
        }
        for list in [
            "deals", "articles", "stories", "names", "outlets", "disagreements", "judgments", "packs", "sources",
        ] {
            #expect(Routes.all.contains { $0.pattern == [list] && $0.twins.contains(.csv) }, "\(list)")
        }
    }

    @Test func `the examples with curl work as they stand`() throws {
        let page = made.text("/api")
        let commands = page.split(separator: "<pre").dropFirst().compactMap { part -> String? in
            guard let start = part.range(of: "<code>"), let end = part.range(of: "</code>") else { return nil }
            return String(part[start.upperBound..<end.lowerBound]).replacing("&#39;", with: "'").replacing(
                "&amp;", with: "&")
        }
        #expect(commands.count > 5)
        for command in commands {
            let words = command.split(separator: " ").map(String.init)
            #expect(words.first == "curl")
            let address = try #require(words.last).replacing("'", with: "").replacing(
                "http://" + MadeLedger.host, with: "")
            let fields = words.indices.dropLast().filter { words[$0] == "-d" }.map { words[$0 + 1] }
            let sends = !fields.isEmpty || words.contains("-F")
            let known = Routes.find(
                address.split(separator: "?")[0].split(separator: "/").map(String.init), sends ? .post : .get)
            #expect(known != nil, "\(command)")
            guard !words.contains("-F"), !words.contains("-N") else { continue }
            let answer = made.site.answer(
                WebRequest(
                    method: sends ? "POST" : "GET", target: address, host: MadeLedger.host,
                    contentType: "application/x-www-form-urlencoded",
                    authorization: sends ? "Bearer " + MadeLedger.token : nil,
                    body: Array(fields.joined(separator: "&").utf8)))
            #expect(answer.status == 200, "\(command): \(String(decoding: answer.body.prefix(300), as: UTF8.self))")
        }
    }
}

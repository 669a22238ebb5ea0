import DragomanCapture
import DragomanClaims
import DragomanLedger
import DragomanPage
import DragomanText
import Foundation

@testable import DragomanWeb

/// A ledger in a folder of its own, which goes with the test, and its site.
final class MadeLedger {
    let folder: URL
    let site: Site
    private let ledger: Ledger
    static let host = "127.0.0.1:8420"

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("ledger.db").path
        ledger = try Ledger(path: path, access: .writing)
        site = try Site(ledger: path, now: { Date(timeIntervalSince1970: 1_700_000_000) })
        site.allow(hosts: [Self.host])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Adds an article of a headline and one sentence, on whose words its one claim rests; every name in it is `name`.
    @discardableResult
    func add(_ sentence: String, name: String = "Northbus", outlet: String = "Harbour Post", title: String = "Buses")
        throws -> String
    {
        let bytes = Array((title + "\n\n" + sentence).utf8)
        let start = title.utf8.count + 2
        var article = Article(
            text: bytes,
            blocks: [
                Block(kind: .headline, range: 0..<title.utf8.count),
                Block(kind: .paragraph, range: start..<bytes.count),
            ])
        article.outlet = outlet
        article.authors = [name]
        article.published = CoarseDate(year: 2024, month: 5, day: 16)
        article.address = "https://harbour.example/\(name.utf8.count)"
        let claim = Claim(
            kind: .supply, stage: .signed, actor: [name], counterpart: ["Plain Motors"], place: ["Oman"],
            goods: [Goods(type: "bus", name: name)], quantity: Quantity(n: 40, unit: "vehicles"),
            speaker: Speaker(name: name, role: name), via: [name], evidence: start..<bytes.count,
            rule: "made/made.rules:1", undertaking: 0)
        let added = try ledger.add(
            capture: Capture(source: outlet, bytes: bytes), article: article, claims: [claim],
            at: Date(timeIntervalSince1970: 1_700_000_000))
        switch added {
        case .added(let id), .alreadyThere(let id): return id
        }
    }

    func get(_ target: String, host: String? = MadeLedger.host, method: String = "GET") -> WebResponse {
        site.answer(WebRequest(method: method, target: target, host: host))
    }

    func text(_ target: String) -> String { String(decoding: get(target).body, as: UTF8.self) }

    func deals() throws -> [Deal] { try ledger.deals() }
}

import DragomanCapture
import DragomanClaims
import DragomanLedger
import DragomanNames
import DragomanPage
import DragomanText
import Foundation

@testable import DragomanBrief
@testable import DragomanWeb

/// A ledger in a folder of its own, which goes with the test, and its site.
final class MadeLedger {
    let folder: URL
    let site: Site
    let ledger: Ledger
    static let host = "127.0.0.1:8420"
    static let token = "0123456789abcdef0123456789abcdef"
    /// The packs of the repository.
    static let packs: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Packs")
        return ["world", "automotive"].map { root.appendingPathComponent($0).path }
    }()

    /// - Parameter adds: whether the site has a workshop and packs.
    init(adds: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("ledger.db").path
        ledger = try Ledger(path: path, access: .writing)
        site = try Site(
            ledger: path, packs: adds ? Self.packs : [], workshop: adds ? MadeWorkshop(path: path) : nil,
            who: "the tester", token: Self.token, now: { Date(timeIntervalSince1970: 1_700_000_000) })
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
            names: [ArticleName(type: .company, name: name, mentions: 1)],
            at: Date(timeIntervalSince1970: 1_700_000_000))
        switch added {
        case .added(let id), .alreadyThere(let id): return id
        }
    }

    /// An address for every route and form that can be read, but for the pages of jobs.
    func addresses() throws -> [String] {
        let deal = try deals().first?.id ?? ""
        let article = try ledger.articles().first?.id ?? ""
        let name = try ledger.identities(matcher: site.names.finder().matcher).identities.first?.id ?? ""
        let outlet = try ledger.outlets(limit: 1, offset: 0).outlets.first?.name ?? ""
        let open = ["deals": deal, "articles": article, "stories": article, "names": name, "outlets": outlet]
        return Routes.all.filter { $0.method == .get && $0.pattern != ["add", "*"] }.flatMap { route in
            route.twins.map { twin in
                let id = open[route.pattern.first ?? ""] ?? ""
                return route.address(twin).replacing("{id}", with: String(WebPath(id).text.dropFirst()))
            }
        }
    }

    /// Sends a form, as our own pages do.
    func post(
        _ target: String, _ fields: [(name: String, value: String)], token: String? = MadeLedger.token,
        origin: String? = "http://" + MadeLedger.host, host: String? = MadeLedger.host
    ) -> WebResponse {
        let all = fields + (token.map { [("token", $0)] } ?? [])
        let body = String(WebPath([], query: all).text.dropFirst(2))
        return site.answer(
            WebRequest(
                method: "POST", target: target, host: host, origin: origin,
                contentType: "application/x-www-form-urlencoded", body: Array(body.utf8)))
    }

    func get(_ target: String, host: String? = MadeLedger.host, method: String = "GET") -> WebResponse {
        site.answer(WebRequest(method: method, target: target, host: host))
    }

    func text(_ target: String) -> String { String(decoding: get(target).body, as: UTF8.self) }

    func deals() throws -> [Deal] { try ledger.deals() }
}

/// Adds a text as an article of one block with no claims; its summary is its first sentences.
struct MadeWorkshop: Workshop {
    let path: String

    func add(_ order: AddOrder, tell: @escaping @Sendable (AddStep) -> Void) async {
        for capture in order.captures {
            tell(AddStep(.working, capture.source))
            do {
                var article = Article(
                    text: capture.bytes, blocks: [Block(kind: .paragraph, range: 0..<capture.bytes.count)])
                article.outlet = order.given.outlet
                let added = try Ledger(path: path, access: .writing).add(
                    capture: capture, article: article, claims: [], at: Date(timeIntervalSince1970: 1_700_000_000))
                switch added {
                case .added(let id): tell(AddStep(.added, capture.source, article: id))
                case .alreadyThere(let id): tell(AddStep(.known, capture.source, article: id))
                }
            } catch {
                tell(AddStep(.failed, capture.source, message: "\(error)"))
            }
        }
        for address in order.addresses { tell(AddStep(.failed, address, message: "nothing is fetched in tests")) }
    }

    func summary(of found: LedgerArticle, count: Int) throws -> [SummarySentence] {
        let body = found.article.blocks.filter { $0.kind == .paragraph }.prefix(count)
        return body.map { SummarySentence(range: $0.range, text: found.article.text.string($0.range), opening: nil) }
    }
}

import DragomanCapture
import DragomanClaims
import DragomanPage
import DragomanText
import Foundation

@testable import DragomanLedger

/// A made-up article with its claims, for tests.
struct Report {
    var capture: Capture
    var article: Article
    var claims: [Claim]

    /// An article of one paragraph: `sentences`, each with the claim it carries, if any.
    init(_ outlet: String, _ date: String?, _ sentences: [(text: String, claim: Claim?)]) {
        let title = "News of \(outlet)"
        var text = Array((title + "\n\n").utf8)
        let start = text.count
        claims = []
        for (sentence, claim) in sentences {
            if text.count > start { text.append(0x20) }
            let from = text.count
            text += Array(sentence.utf8)
            if var claim {
                claim.evidence = from..<text.count
                claims.append(claim)
            }
        }
        article = Article(
            text: text,
            blocks: [
                Block(kind: .headline, range: 0..<title.utf8.count), Block(kind: .paragraph, range: start..<text.count),
            ])
        article.outlet = outlet
        article.published = date.flatMap(CoarseDate.init(iso:))
        capture = Capture(source: "\(outlet).txt", bytes: Array("\(date ?? "")\n".utf8) + text)
    }

    @discardableResult
    func add(to ledger: Ledger) throws -> Addition {
        try ledger.add(
            capture: capture, article: article, claims: claims, at: Date(timeIntervalSince1970: 1_700_000_000))
    }
}

extension Claim {
    /// A claim whose evidence `Report` sets.
    static func made(
        _ kind: ClaimKind, _ stage: Stage, _ actor: [String], to counterpart: [String] = [], in place: [String] = [],
        _ goods: [Goods] = [], n: Double? = nil, date: String? = nil, said: String? = nil, undertaking: Int = 0
    ) -> Claim {
        Claim(
            kind: kind, stage: stage, actor: actor, counterpart: counterpart, place: place, goods: goods,
            quantity: n.map { Quantity(n: $0, unit: "vehicles") }, date: date.flatMap(CoarseDate.init(iso:)),
            said: said.flatMap(CoarseDate.init(iso:)), evidence: 0..<0, rule: "test/made.rules:1",
            undertaking: undertaking)
    }
}

/// A folder that goes with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of `name` in the folder.
    func callAsFunction(_ name: String) -> String { path + "/" + name }
}

/// One story by four outlets: an agency, two copies of it, and a rewriting that says more than was said.
enum Sobol {
    static let van = [Goods(type: "van", name: "Sobol NN")]

    static func report(
        _ outlet: String, _ date: String, stage: Stage = .underway, n: Double = 1200, actor: String = "GAZ Group"
    ) -> Report {
        Report(
            outlet, date,
            [
                (
                    "\(outlet) heard that the van is being tested.",
                    .made(.certification, stage, [actor], in: ["Vietnam"], van)
                ),
                (
                    "A contract was signed.",
                    .made(
                        .supply, .signed, [actor], to: ["Truong Minh Auto"], in: ["Vietnam"], van, n: n, undertaking: 1)
                ),
            ])
    }

    static var all: [Report] {
        [
            report("Mekong Wire", "2024-05-16"),
            report("Red River Gazette", "2024-05-17", actor: "GAZ"),
            report("Saigon Motor Daily", "2024-05-18"),
            report("Far Meridian Auto", "2024-05-20", stage: .done, n: 12_000),
        ]
    }
}

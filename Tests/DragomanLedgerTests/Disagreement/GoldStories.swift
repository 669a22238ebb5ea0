import DragomanCapture
import DragomanClaims
import DragomanPage
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// The gold articles beside the repository, where `DRAGOMAN_GOLD` names their folder: their claims as annotated.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DRAGOMAN_GOLD"] != nil))
struct GoldStories {
    private struct File: Decodable {
        struct Row: Decodable {
            var deal: String
            var kind: ClaimKind
            var stage: Stage
            var actor: [String]
            var counterpart: [String]
            var place: [String]
            var goods: [Goods]
            var quantity: Quantity?
            var money: Money?
            var share: String?
            var date: String?
            var said: String?
            var speaker: Speaker?
            var via: [String]
            var evidence: String
        }
        var id: String
        var outlet: String
        var published: String
        var claims: [Row]
    }

    /// The claims of each deal, with families found from the texts.
    private func deals() throws -> (families: [String: String], deals: [String: [ReportedClaim]]) {
        let folder = (ProcessInfo.processInfo.environment["DRAGOMAN_GOLD"] ?? "") + "/deals/articles/"
        var index = FamilyIndex()
        var files: [(File, [UInt8])] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
            let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: folder + name)))
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + file.id + ".txt")))
            let article = try ArticleReader().article(from: Capture(source: file.id, bytes: bytes))
            index.add(
                FamilyText(
                    id: file.id, text: article.text, blocks: article.blocks, outlet: file.outlet, wire: article.wire))
            files.append((file, bytes))
        }
        var deals: [String: [ReportedClaim]] = [:]
        for (file, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            for (number, row) in file.claims.enumerated() {
                var entry = ArticleEntry(
                    id: file.id, outlet: file.outlet, published: CoarseDate(iso: file.published), source: file.id,
                    claims: file.claims.count)
                entry.family = index.families[file.id]
                let start = text.range(of: row.evidence)?.lowerBound.utf16Offset(in: text) ?? 0
                let claim = Claim(
                    kind: row.kind, stage: row.stage, actor: row.actor, counterpart: row.counterpart,
                    place: row.place, goods: row.goods, quantity: row.quantity, money: row.money, share: row.share,
                    date: row.date.flatMap(CoarseDate.init(iso:)), said: row.said.flatMap(CoarseDate.init(iso:)),
                    speaker: row.speaker, via: row.via, evidence: start..<start, rule: "gold", undertaking: 0)
                deals[row.deal, default: []].append(
                    ReportedClaim(id: "\(file.id).\(number)", claim: claim, article: entry, quote: row.evidence))
            }
        }
        return (index.families, deals)
    }

    @Test func disagreementsOfTheGoldClaims() throws {
        let (families, deals) = try deals()
        for (family, members) in Dictionary(grouping: families.keys, by: { families[$0] ?? "" }) where members.count > 1
        {
            print("family", family, members.sorted())
        }
        for (deal, claims) in deals.sorted(by: { $0.key < $1.key }) where Set(claims.map(\.article.id)).count > 1 {
            let origins = Origins(of: claims)
            print("\n##", deal)
            for origin in origins.all {
                print(
                    "  origin", origin.kind, origin.name, origin.said?.description ?? "-", origin.outlet ?? "-",
                    origin.isParty, origin.reports, origin.families, origin.claims)
            }
        }
        for (deal, claims) in deals.sorted(by: { $0.key < $1.key }) {
            for one in Disagreements.of(claims, origins: Origins(of: claims)) {
                print(
                    "@@", deal, one.kind, one.field, one.source.id, one.source.claim.stage, "|", one.other.id,
                    one.other.claim.stage, one.sourceClaims.count, one.otherClaims.count, "\n     ", one.source.quote,
                    "\n     ", one.other.quote)
            }
        }
    }
}

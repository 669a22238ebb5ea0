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

    @Test func theStoryHasOneFamilyOfThreeOneDistortionAndItsDenial() throws {
        let (families, deals) = try deals()
        let copied = Dictionary(grouping: families.keys) { families[$0] ?? "" }.values.filter { $0.count > 1 }
        #expect(copied.map { $0.map { String($0.prefix(5)) }.sorted() } == [["en-25", "en-26", "en-27"]])
        var contradictions: [String] = []
        for (_, claims) in deals where Set(claims.map(\.article.id)).count > 1 {
            for found in Disagreements.of(claims, origins: Origins(of: claims)) where found.kind.isContradiction {
                let sides = [found.source, found.other].map { $0.article.id.prefix(5) }
                if sides[0] != sides[1] { contradictions.append("\(found.kind) \(sides[0]) \(sides[1])") }
            }
        }
        #expect(contradictions.sorted() == ["dispute en-28 ru-10", "distortion en-25 en-28"])
    }

    @Test func theCertificationRestsOnFourOrigins() throws {
        let claims = try deals().deals["iran-khodro-tara-certification"] ?? []
        let origins = Origins(of: claims).all
        #expect(
            origins.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [
                .organisation, .organisation, .person, .person,
            ])
        #expect(origins.map(\.reports).sorted() == [1, 1, 1, 6])
    }
}

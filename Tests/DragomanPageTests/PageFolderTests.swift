import DragomanCapture
import DragomanPage
import DragomanText
import Foundation
import Testing

/// Whole pages of the project's own making, each a folder with the page and what an editor would say is in it.
///
/// `DRAGOMAN_RECORD=1` writes what is read in place of what is expected, and fails: look at the difference, line by line,
/// before it is kept. `differing.txt` names, a line each, what is known to be read wrongly: folder and field.
struct PageFolderTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Pages")
    static let slugs: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.contains(".") }.sorted()
    }()
    private static let differing: Set<String> = {
        let text = try? String(contentsOf: folder.appendingPathComponent("differing.txt"), encoding: .utf8)
        return Set((text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
    }()

    @Test("There are sixty, and some in each language")
    func count() {
        #expect(Self.slugs.count >= 60)
        for language in ["en", "ru", "de", "tr", "fa", "ar"] {
            #expect(Self.slugs.count { $0.hasPrefix(language + "-") } >= 8)
        }
    }

    @Test(arguments: slugs)
    func page(slug: String) throws {
        let folder = Self.folder.appendingPathComponent(slug)
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("page.html")))
        let article = ArticleReader().page(in: Capture(source: "page.html", bytes: bytes))
        let file = folder.appendingPathComponent("article.json")
        let expected = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: any Sendable])
        let found = Self.fields(of: article)
        if ProcessInfo.processInfo.environment["DRAGOMAN_RECORD"] == "1" {
            let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            try (JSONSerialization.data(withJSONObject: found, options: options) + [0x0A]).write(to: file)
            Issue.record("recorded \(slug)")
            return
        }
        // An index page is no article: what its text is does not matter.
        let isIndex = expected["index"] != nil
        for field in Set(expected.keys).union(isIndex ? [] : Array(found.keys)).sorted() {
            let isSame = Self.lines(expected[field]) == Self.lines(found[field])
            let comment = Comment(rawValue: Self.difference(field, expected[field], found[field]))
            if Self.differing.contains("\(slug) \(field)") {
                withKnownIssue(isIntermittent: true) { #expect(isSame, comment) }
            } else {
                #expect(isSame, comment)
            }
        }
    }

    /// What an article's file says; what is not known is left out.
    private static func fields(of article: Article) -> [String: any Sendable] {
        var fields: [String: any Sendable] = [:]
        fields["title"] = article.title
        fields["outlet"] = article.outlet
        fields["address"] = article.address
        fields["language"] = article.language
        fields["date"] = article.published?.description
        fields["modified"] = article.modifiedTime?.description
        fields["section"] = article.section
        fields["wire"] = article.wire
        fields["previous"] = article.previous
        fields["next"] = article.next
        if !article.authors.isEmpty { fields["authors"] = article.authors }
        if article.isIndex { fields["index"] = true }
        if let dateline = article.dateline {
            let parts = [dateline.place.map { article.text.string($0) }, dateline.date?.description, dateline.wire]
            fields["dateline"] = parts.map { $0 ?? "-" }.joined(separator: " / ")
        }
        let blocks = article.blocks.filter { $0.kind != .headline }
        if !blocks.isEmpty { fields["blocks"] = blocks.map { "\($0.kind.rawValue): \(article.text.string($0.range))" } }
        return fields
    }

    private static func lines(_ value: Any?) -> [String] {
        switch value {
        case let list as [String]: list
        case let list as [Any]: list.map { "\($0)" }
        case .some(let one): ["\(one)"]
        case nil: []
        }
    }

    /// The lines that only one side has, marked `-` for expected and `+` for found.
    private static func difference(_ field: String, _ expected: Any?, _ found: Any?) -> String {
        let (expected, found) = (lines(expected), lines(found))
        let changes = found.difference(from: expected).map { change in
            switch change {
            case .remove(_, let line, _): "- \(line)"
            case .insert(_, let line, _): "+ \(line)"
            }
        }
        return "\(field):\n" + changes.joined(separator: "\n")
    }
}

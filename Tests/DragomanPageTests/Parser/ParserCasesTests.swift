import CDragomanHTML
import Foundation
import Testing

@testable import DragomanPage

/// html5lib's cases of tree construction against our parser: MyHTML, what is done to a page before it, and our tree.
///
/// Our tree knows the elements that reading depends on by name and all others as `other`; it holds no comments, no
/// doctype, no text of styles and scripts. Both sides are brought to that before they are compared, attributes left out.
/// Cases of fragments, and those with scripts switched on, are none of ours.
struct ParserCasesTests {
    /// At least this share of the cases gives the tree that is expected. Raise it when it rises.
    private static let floor = 0.86

    private static let names: [String] = [
        "#text", "other", "a", "address", "article", "aside", "audio", "blockquote", "body", "br", "button", "canvas",
        "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1",
        "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "img", "input", "label", "li", "link",
        "main", "menu", "meta", "nav", "noscript", "object", "ol", "p", "pre", "script", "section", "select", "style",
        "summary", "svg", "table", "tbody", "td", "template", "textarea", "th", "thead", "time", "title", "tr", "ul",
        "video",
    ]
    private static let known = Set(names)

    @Test("The names stand in the order of the parser's numbers")
    func order() {
        #expect(Self.names.count == Int(DRAGOMAN_TAG_VIDEO.rawValue) + 1)
        #expect(
            Self.names[Int(DRAGOMAN_TAG_MENU.rawValue)] == "menu" && Self.names[Int(DRAGOMAN_TAG_TD.rawValue)] == "td")
    }

    @Test("Share of html5lib's cases whose tree is right")
    func cases() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("html5lib")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".dat") }
            .sorted()
        var right = 0
        var all = 0
        var report = ""
        for file in files {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            var ownRight = 0
            let cases = Self.cases(in: text)
            for (page, expected) in cases where Self.tree(of: page) == expected { ownRight += 1 }
            right += ownRight
            all += cases.count
            if ownRight < cases.count { report += "\n  \(file): \(ownRight) of \(cases.count)" }
        }
        let share = Double(right) / Double(max(1, all))
        print(
            "html5lib tree construction: \(right) of \(all) right (\(String(format: "%.1f", share * 100)) %)\(report)")
        #expect(all > 1000 && share >= Self.floor)
    }

    /// Pages with the lines their trees are written as.
    private static func cases(in text: String) -> [(page: String, tree: [String])] {
        ("\n" + text).components(separatedBy: "\n#data\n").dropFirst().compactMap { part in
            guard let errors = part.range(of: "\n#errors\n") ?? part.range(of: "#errors\n"),
                let document = part.range(of: "\n#document\n"), !part.contains("\n#document-fragment\n"),
                !part.contains("\n#script-on\n")
            else { return nil }
            return (String(part[..<errors.lowerBound]), expected(String(part[document.upperBound...])))
        }
    }

    /// The expected tree as our tree would be written: depth and name, or depth and text.
    private static func expected(_ dump: String) -> [String] {
        var lines: [String] = []
        // A text goes on over lines that do not begin with a bar.
        var items: [String] = []
        for line in dump.components(separatedBy: "\n") {
            if line.hasPrefix("| ") {
                items.append(line)
            } else if !items.isEmpty {
                items[items.count - 1] += "\n" + line
            }
        }
        var path: [String] = []
        for item in items {
            let content = item.dropFirst(2).drop { $0 == " " }
            let depth = (item.dropFirst(2).count - content.count) / 2
            path = Array(path.prefix(depth))
            // The contents of a template stand under a line of their own.
            let shown = depth - path.count { $0 == "content" }
            if content.hasPrefix("\"") {
                let end = content.lastIndex(of: "\"") ?? content.endIndex
                let text = String(
                    content[
                        content.index(after: content.startIndex)..<max(end, content.index(after: content.startIndex))])
                if path.last != "style", path.last != "script" { append(text, at: shown, to: &lines) }
            } else if content == "content" {
                path.append("content")
            } else if content.hasPrefix("<"), !content.hasPrefix("<!"), !content.hasPrefix("<?") {
                let end = content.firstIndex(of: ">") ?? content.endIndex
                let name = content[..<end].dropFirst().split(separator: " ").last.map { $0.lowercased() } ?? ""
                path.append(name)
                lines.append("\(shown) <\(known.contains(name) ? name : "other")>")
            }
        }
        return lines
    }

    /// Our tree, written the same way.
    private static func tree(of page: String) -> [String] {
        guard let tree = HTMLTree(parsing: Array(page.utf8)) else { return [] }
        var depths: [Int] = []
        var lines: [String] = []
        for node in tree.nodes.indices {
            let parent = tree.parent(node)
            let depth = parent < 0 ? 0 : depths[parent] + 1
            depths.append(depth)
            if tree.isText(node) {
                append(String(decoding: tree.text(node), as: UTF8.self), at: depth, to: &lines)
            } else {
                lines.append("\(depth) <\(names[Int(tree.nodes[node].tag)])>")
            }
        }
        return lines
    }

    /// Texts that stood on two sides of a comment are one.
    private static func append(_ text: String, at depth: Int, to lines: inout [String]) {
        let start = "\(depth) \""
        if let last = lines.last, last.hasPrefix(start) {
            lines[lines.count - 1] = last + text
        } else {
            lines.append(start + text)
        }
    }
}

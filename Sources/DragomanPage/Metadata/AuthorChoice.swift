internal import CDragomanHTML
internal import DragomanText

/// Chooses who wrote an article.
///
/// Order of trust: persons of JSON-LD; author elements of the page's head; markup that says so (`rel="author"`,
/// `itemprop="author"`) and classes that name bylines, those nearest to the title; "By ..." in a short line under the title.
/// Agencies are no authors but the wire; users of publishing systems are nobody. Where no person is named, the desk or outlet
/// that JSON-LD names stands in.
struct AuthorChoice {
    private(set) var authors: [String] = []
    private(set) var agency: String?

    init(facts: PageFacts, tree: HTMLTree, map: PageMap, titleNode: Int?, outlet: String?) {
        let linked = facts.linked
        for texts in [linked.people, facts.metaAuthors] where authors.isEmpty {
            authors = unique(texts.flatMap { BylineNames.names(in: $0, isStrong: true) }, outlet: outlet)
        }
        if authors.isEmpty {
            let shown = Self.nearest(facts.bylines, in: tree, titleNode: titleNode)
            authors = unique(shown.filter { $0.trust > 1 }.flatMap(\.names), outlet: outlet)
            if authors.isEmpty {
                authors = unique(
                    shown.flatMap { BylineNames.names(in: $0.text, isStrong: false) }, outlet: outlet)
            }
        }
        if authors.isEmpty {
            authors = unique(Self.spoken(tree, map: map, titleNode: titleNode), outlet: outlet)
        }
        if authors.isEmpty {
            for name in linked.organizations + linked.people where !WireCredit.isAgency(name) && name.utf8.count <= 60 {
                if !name.contains("://"), !BylineNames.isNobody(name), !authors.contains(name) { authors.append(name) }
            }
        }
        agency = (linked.people + linked.organizations + facts.metaAuthors).first(where: WireCredit.isAgency)
    }

    private func unique(_ names: [String], outlet: String?) -> [String] {
        var found: [String] = []
        var keys: Set<String> = outlet.map { [Folding.fold($0)] } ?? []
        for name in names where keys.insert(Folding.fold(name)).inserted { found.append(name) }
        return Array(found.prefix(12))
    }

    /// A byline with the people it names.
    private struct Named {
        var node: Int
        var trust: Int
        var text: String
        var names: [String]
    }

    /// The bylines that belong to the article: those after the title as far as they stand together, else the first.
    private static func nearest(_ bylines: [PageFacts.Byline], in tree: HTMLTree, titleNode: Int?) -> [Named] {
        let named = bylines.compactMap { byline -> Named? in
            let text = PageFacts.words(of: byline, in: tree)
            let names = BylineNames.names(in: text, isStrong: byline.trust > 1)
            return names.isEmpty ? nil : Named(node: byline.node, trust: byline.trust, text: text, names: names)
        }
        guard let first = named.first else { return [] }
        var start = first.node
        if let titleNode {
            let after = named.first { $0.node > titleNode }
            let before = named.last { $0.node < titleNode }
            if let before, titleNode - before.node < 40, (after?.node ?? Int.max) - titleNode > 40 {
                start = before.node
            } else {
                start = (after ?? before ?? first).node
            }
        }
        var last = start
        return named.filter { byline in
            guard byline.node >= start, byline.node - last < 40 else { return false }
            last = byline.node
            return true
        }
    }

    /// Names in the first short lines after the title that begin "By", "Von", "Par", "Автор:" and the like.
    private static func spoken(_ tree: HTMLTree, map: PageMap, titleNode: Int?) -> [String] {
        let start = titleNode ?? 0
        for node in start..<min(tree.nodes.count, start + (titleNode == nil ? 1500 : 250)) {
            guard !tree.isText(node), map.ownText[node] > 4, map.ownText[node] < 100, !map.isOthers[node] else {
                continue
            }
            let line = tree.collapsed(node, limit: 160)
            guard line.count < 140, let first = line.first, BylineNames.mayOpen(first) else { continue }
            let text = String(decoding: line, as: UTF8.self)
            guard let names = BylineNames.afterPreposition(text), !names.isEmpty else {
                continue
            }
            return names
        }
        return []
    }
}

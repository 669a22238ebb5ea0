/// Chooses the title of an article among what a page calls itself.
enum TitleChoice {
    /// The heading that another title repeats, else the best of those titles without the site's name.
    static func title(headings: [String], linked: String?, graph: String?, page: String?, outlet: String?)
        -> String?
    {
        let others = [graph, linked, page].compactMap { $0 }.filter { !$0.isEmpty }
        let plain = others.map { withoutSite($0, outlet: outlet) }
        let site = outlet.map(Folding.fold)
        let shown = headings.map { (text: $0, key: Folding.fold($0)) }.filter { !$0.key.isEmpty && $0.key != site }
        let keys = plain.map(Folding.fold)
        if let same = shown.first(where: { keys.contains($0.key) }) { return same.text }
        let part = shown.first { heading in
            heading.text.utf8.count >= 10
                && keys.contains {
                    $0.contains(heading.key) && heading.key.utf8.count * 2 > $0.utf8.count
                        || heading.key.hasPrefix($0) && $0.utf8.count > 20
                }
        }
        if let part { return part.text.utf8.count > 200 ? plain.first : part.text }
        if shown.count == 1, let heading = shown.first, heading.text.utf8.count >= 15, graph == nil && linked == nil {
            return heading.text
        }
        return plain.first ?? shown.first?.text
    }

    /// "Headline | Site" without the site.
    static func withoutSite(_ title: String, outlet: String?) -> String {
        for separator in [" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " • "] {
            let parts = title.components(separatedBy: separator)
            guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
            let isSite = outlet.map { Folding.fold($0) == Folding.fold(last) } ?? false
            if isSite || separator == " | " && first.utf8.count > last.utf8.count
                || last.split(separator: " ").count <= 3 && first.utf8.count > 20
            {
                return parts.dropLast().joined(separator: separator).trimmed
            }
        }
        return title
    }
}

extension String {
    /// The pieces between the occurrences of `separator`.
    func components(separatedBy separator: String) -> [String] {
        let bytes = Array(utf8)
        let part = Array(separator.utf8)
        guard let first = part.first, bytes.count >= part.count else { return [self] }
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index + part.count <= bytes.count {
            if bytes[index] == first, bytes[index..<index + part.count].elementsEqual(part) {
                pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += part.count
                start = index
            } else {
                index += 1
            }
        }
        if start == 0 { return [self] }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }
}

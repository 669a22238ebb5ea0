internal import CDragomanHTML
internal import DragomanText

/// The days that stand in short lines of a page, each with how well it stands for the day of publication.
struct ShownDates {
    struct Shown {
        var date: CoarseDate
        var score: Int
        /// Whether it stands soon after the title, in a short line that says nothing of changes.
        var isNearTitle: Bool
    }

    private var shown: [Shown] = []
    /// Lines looked at; a page with more is cut there.
    private static let most = 4000

    init(_ tree: HTMLTree, map: PageMap, titleNode: Int?, monthFirst: Bool) {
        var looked = 0
        for node in 0..<tree.nodes.count where looked < Self.most {
            if tree.isText(node) {
                let text = tree.text(node)
                let head = text.prefix(text.count <= 400 ? 400 : 100)
                guard text.count >= 6, Self.hasDigit(head), map.drop[node] != .hidden else {
                    continue
                }
                looked += 1
                if let date = DateText.day(in: head, monthFirst: monthFirst) {
                    add(date, tree, map, node, Array(text), titleNode)
                }
            } else if map.words[node].contains(.date), map.letters[node] < 100, tree.end(node) > node + 2,
                map.drop[node] != .hidden
            {
                // Day, month and year in elements of their own.
                let text = tree.collapsed(node, limit: 120)
                looked += 1
                if let date = DateText.day(in: text, monthFirst: monthFirst) {
                    add(date, tree, map, node, text, titleNode)
                }
            }
        }
    }

    private static func hasDigit(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = text.base
        for index in text.startIndex..<text.endIndex
        where bytes[index] >= 0x30 && bytes[index] <= 0x39 || bytes[index] == 0xDB || bytes[index] == 0xD9 {
            return true
        }
        return false
    }

    private mutating func add(
        _ date: CoarseDate, _ tree: HTMLTree, _ map: PageMap, _ node: Int, _ text: [UInt8], _ titleNode: Int?
    ) {
        var score = 0
        var above = node
        var isNamed = false
        for _ in 0..<4 where above >= 0 {
            if map.words[above].contains(.date) || map.words[above].contains(.byline) { isNamed = true }
            if tree.tag(above) == DRAGOMAN_TAG_FOOTER { score -= 1 }
            let isCaption = map.words[above].contains(.caption) || tree.tag(above) == DRAGOMAN_TAG_FIGURE
            if isCaption { score -= 3 }
            above = tree.parent(above)
        }
        if isNamed { score += 3 }
        if map.isInBody(node), text.count > 120 { score += 1 }
        if map.isOthers[node] { score -= 4 }
        var isNear = false
        if let titleNode {
            let distance = node - titleNode
            isNear = distance > 0 && distance < 60
            if isNear { score += 3 } else if distance > -40, distance < 120 { score += 1 }
        }
        if Self.publishing.isFound(in: text.prefix(120)) { score += 2 }
        let isChange = Self.changing.isFound(in: text.prefix(120))
        if isChange { score -= 1 }
        if text.count <= 40 { score += 2 } else if text.count > 120 { score -= 3 }
        if map.inLink[node] { score -= 1 }
        let isNearTitle = isNear && !isChange && text.count <= 120 && score >= 5
        shown.append(Shown(date: date, score: score, isNearTitle: isNearTitle))
    }

    private static let publishing = ByteSearch([
        "publish", "posted", "veröffentlicht", "erstellt", "publié", "mis en ligne", "pubblicat", "publicado",
        "publicada",
        "опубликован", "stand:", "vom ", "datum", "date:", "yayın", "eklenme", "opublikowan", "gepubliceerd",
        "geschrieben",
        "verfasst", "eingestellt", "erschienen", "written", "added", "released", "نشر", "انتشار",
    ])
    private static let changing = ByteSearch([
        "update", "aktualisiert", "geändert", "modifi", "zuletzt", "bearbeitet", "aggiornat", "actualizad", "обновлен",
        "güncelle", "änderung", "mis à jour", "mise à jour", "copyright", "©", "kommentar", "comment",
    ])

    /// The day that stands best; of two that stand as well the first on the page.
    var best: Shown? {
        var best: Shown?
        for candidate in shown where candidate.score > (best?.score ?? -100) { best = candidate }
        return best
    }

    /// The day that stands best soon after the title.
    var nearTitle: CoarseDate? {
        var best: Shown?
        for candidate in shown where candidate.isNearTitle && candidate.score > (best?.score ?? -100) {
            best = candidate
        }
        return best?.date
    }

    /// Whether `day` stands in a line of the page that is not one of other articles.
    func holds(_ day: CoarseDate) -> Bool { shown.contains { $0.date == day && $0.score >= 0 } }

    /// The day before or after `day` where it stands well on the page and `day` does not stand there: `day` is UTC's, the
    /// other the outlet's own.
    ///
    /// - Parameter second: seconds since midnight in UTC; the outlet's day is the one before in the first half of the day.
    func neighbour(of day: CoarseDate, second: Int) -> CoarseDate? {
        guard let number = day.dayNumber, !shown.contains(where: { $0.date == day }) else { return nil }
        let own = CoarseDate(dayNumber: second < 12 * 3600 ? number - 1 : number + 1)
        return shown.contains { $0.date == own && $0.score >= 3 } ? own : nil
    }
}

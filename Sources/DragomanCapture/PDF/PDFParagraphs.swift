/// Makes a text of title and paragraphs of the lines of a PDF.
struct PDFParagraphs {
    /// The title: that of the first page in large type, else the document's own; nil where neither tells.
    private(set) var title: String?
    private(set) var paragraphs: [String] = []

    init(_ layout: PDFLayout) {
        let repeated = Self.repeatedEdges(layout.pages)
        let pages = layout.pages.map { page in
            page.lines.enumerated().filter { index, line in
                !(Self.isEdge(index, of: page)
                    && (repeated.contains(Self.key(line.text)) || Self.isPageNumber(line.text)))
            }.map(\.element)
        }
        let usual = Self.usualHeight(pages.flatMap { $0 })
        var large: [PDFLine] = []
        if let first = pages.first(where: { !$0.isEmpty }) { large = Self.largeLines(first, usual: usual) }
        title = large.isEmpty ? Self.usable(layout.title) : large.map(\.text).joined(separator: " ")
        let hyphenated = Self.hyphenated(pages)
        for (number, page) in pages.enumerated() {
            let lines = page.filter { !large.contains($0) }
            var pieces = Self.pieces(lines).map { Self.joined($0.map(\.text), hyphenated: hyphenated) }
            // A sentence that goes on over the page's end.
            if number > 0, let last = paragraphs.last, let first = pieces.first, Self.goesOn(last, first) {
                paragraphs[paragraphs.count - 1] = Self.joined([last, first], hyphenated: hyphenated)
                pieces.removeFirst()
            }
            paragraphs += pieces
        }
        if let title, paragraphs.first == title { paragraphs.removeFirst() }
    }

    /// The text: the title in a head line of its own, and paragraphs with a blank line between them.
    var text: String {
        let head = title.map { "Title: \($0)\n\n" } ?? ""
        return head + paragraphs.joined(separator: "\n\n") + "\n"
    }

    // MARK: Heads and feet

    /// Whether a line is one of the two at the top or bottom of its page.
    private static func isEdge(_ index: Int, of page: PDFPage) -> Bool {
        let line = page.lines[index]
        guard page.height > 0 else { return index < 2 || index >= page.lines.count - 2 }
        return line.bottom < page.height * 0.12 || line.top > page.height * 0.88
    }

    /// Texts at the edges of at least half of the pages, and of two.
    private static func repeatedEdges(_ pages: [PDFPage]) -> Set<String> {
        var counts: [String: Int] = [:]
        for page in pages {
            let keys = Set(page.lines.indices.filter { isEdge($0, of: page) }.map { key(page.lines[$0].text) })
            for key in keys { counts[key, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value >= 2 && $0.value * 2 >= pages.count }.keys)
    }

    /// The text with all numbers alike.
    private static func key(_ text: String) -> String {
        String(text.lowercased().map { $0.isNumber ? "0" : $0 })
    }

    /// "3", "- 3 -", "Page 3 of 7", "3/7".
    private static func isPageNumber(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        let numbers = words.filter { $0.allSatisfy(\.isNumber) && $0.count <= 4 }
        let others = words.filter { !$0.allSatisfy(\.isNumber) }
        let known: Set<Substring> = ["page", "of", "p", "seite", "von", "sayfa", "стр", "страница", "из"]
        return !numbers.isEmpty && numbers.count <= 2 && others.allSatisfy(known.contains)
    }

    // MARK: Title

    /// The height that most letters have.
    private static func usualHeight(_ lines: [PDFLine]) -> Double {
        var letters: [Int: Int] = [:]
        for line in lines { letters[Int((line.height * 2).rounded()), default: 0] += line.text.utf8.count }
        let usual = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return Double(usual?.key ?? 0) / 2
    }

    /// The lines in the largest type of the first page, where it is a quarter larger than the usual.
    private static func largeLines(_ page: [PDFLine], usual: Double) -> [PDFLine] {
        let upper = page.prefix(20).filter { $0.text.split(separator: " ").count >= 2 }
        guard usual > 0, let height = upper.map(\.height).max(), height >= usual * 1.25,
            let start = page.firstIndex(where: { abs($0.height - height) < 0.5 && $0.text.contains(" ") })
        else { return [] }
        let lines = Array(page[start...].prefix { abs($0.height - height) < 0.5 })
        let size = lines.reduce(0) { $0 + $1.text.utf8.count }
        return size >= 10 && size <= 400 ? lines : []
    }

    /// A title as people write it; nil for a file's name and what programs put there.
    private static func usable(_ title: String?) -> String? {
        guard let title = title.flatMap(PlainText.title), title.split(separator: " ").count >= 3,
            title.utf8.count <= 300
        else {
            return nil
        }
        let lower = title.lowercased()
        let signs = ["microsoft ", "untitled", ".doc", ".indd", ".pdf", ".qxd", "press release", "layout 1"]
        return signs.contains(where: lower.contains) ? nil : title
    }

    // MARK: Paragraphs

    /// The lines of each paragraph: one ends where the gap, the type, the indent or a short last line says so.
    private static func pieces(_ lines: [PDFLine]) -> [[PDFLine]] {
        let gap = usualGap(lines)
        let right = lines.map(\.right).max() ?? 0
        let left = lines.map(\.left).min() ?? 0
        var pieces: [[PDFLine]] = []
        for line in lines {
            guard let last = pieces.last?.last else {
                pieces.append([line])
                continue
            }
            let step = line.top - last.top
            let isNext = step > 0 && step < gap * 1.4 && abs(line.height - last.height) < 0.15 * last.height
            let endsShort = last.right - left < (right - left) * 0.75 && endsSentence(last.text)
            let isIndented = line.left - last.left > line.height * 0.8 && endsSentence(last.text)
            let goesOnInColumn = step <= 0 && line.block != last.block && goesOn(last.text, line.text)
            if (isNext && !endsShort && !isIndented && !beginsItem(line.text)) || goesOnInColumn {
                pieces[pieces.count - 1].append(line)
            } else {
                pieces.append([line])
            }
        }
        return pieces
    }

    /// The step from line to line that is commonest.
    private static func usualGap(_ lines: [PDFLine]) -> Double {
        var counts: [Int: Int] = [:]
        for (line, next) in zip(lines, lines.dropFirst()) where next.top > line.top {
            counts[Int((next.top - line.top).rounded()), default: 0] += 1
        }
        let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return Double(usual?.key ?? 14)
    }

    private static func beginsItem(_ text: String) -> Bool {
        ["• ", "- ", "– ", "▪ ", "● ", "* ", "o "].contains { text.hasPrefix($0) }
    }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.last(where: { !"\"'”’»)".contains($0) }) else { return false }
        return ".!?:…؟。".contains(last)
    }

    /// Whether a text that breaks off is carried on by the next.
    private static func goesOn(_ text: String, _ next: String) -> Bool {
        guard !endsSentence(text), let first = next.first else { return false }
        return first.isLowercase || text.hasSuffix("-") || text.hasSuffix(",")
    }

    // MARK: Lines

    /// Lines joined to one; a word that was divided is put together, one written with a hyphen keeps it.
    private static func joined(_ lines: [String], hyphenated: Set<String>) -> String {
        var text = ""
        for line in lines {
            if text.hasSuffix("\u{AD}") {
                text.removeLast()
            } else if text.hasSuffix("-"), let before = text.dropLast().last, before.isLetter,
                line.first?.isLowercase == true
            {
                let compound = lastWord(text) + firstWord(line)
                if !hyphenated.contains(compound.lowercased()) { text.removeLast() }
            } else if !text.isEmpty {
                text += " "
            }
            text += line
        }
        return text.replacing("\u{AD}", with: "")
    }

    /// Words with a hyphen that stand within a line somewhere.
    private static func hyphenated(_ pages: [[PDFLine]]) -> Set<String> {
        var words: Set<String> = []
        for line in pages.joined() {
            for word in line.text.split(separator: " ") where word.dropLast().contains("-") && words.count < 100_000 {
                words.insert(trimmed(word).lowercased())
            }
        }
        return words
    }

    private static func lastWord(_ text: String) -> String {
        String(text.suffix(64).split(separator: " ").last ?? "").drop { !$0.isLetter }.description
    }

    private static func firstWord(_ text: String) -> String {
        trimmed(text.prefix(64).split(separator: " ").first ?? "")
    }

    private static func trimmed(_ word: Substring) -> String {
        let start = word.drop { !$0.isLetter && !$0.isNumber }
        return String(start.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
    }
}

internal import DragomanText

/// Lays the blocks of an article into one buffer with a blank line between them.
struct ArticleBuilder {
    private(set) var text: [UInt8] = []
    private(set) var blocks: [Block] = []

    /// Whether any block but a headline was laid down.
    var hasBody: Bool { blocks.contains { $0.kind != .headline } }

    /// Adds a block; empty ones are passed over.
    mutating func add(_ kind: BlockKind, _ bytes: some Collection<UInt8>, because reason: KeepReason = .line) {
        guard !bytes.isEmpty else { return }
        if !text.isEmpty { text += [0x0A, 0x0A] }
        let start = text.count
        text += bytes
        blocks.append(Block(kind: kind, range: start..<text.count, reason: reason))
    }

    /// The article; the first paragraph's dateline is read and its block made to begin after it.
    func article(published: CoarseDate?) -> Article {
        var blocks = blocks
        var dateline: Dateline?
        let paragraphs = blocks.indices.filter { blocks[$0].kind == .paragraph }
        for index in paragraphs.prefix(2) {
            guard let found = DatelineReader.dateline(of: text, in: blocks[index].range, published: published) else {
                continue
            }
            dateline = found
            blocks[index] = Block(
                kind: blocks[index].kind, range: found.range.upperBound..<blocks[index].range.upperBound,
                reason: blocks[index].reason)
            break
        }
        var article = Article(text: text, blocks: blocks)
        article.dateline = dateline
        article.published = published
        if published == nil, let date = dateline?.date, date.day != nil { article.published = date }
        article.wire = dateline?.wire ?? paragraphs.last.flatMap { WireCredit.atEnd(of: text, in: blocks[$0].range) }
        return article
    }
}

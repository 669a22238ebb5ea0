import DragomanBrief
import DragomanPage
import DragomanText

/// The blocks of an article with the reason each was kept, then what was left out of the page and why.
struct WhyPage: Page {
    private let article: Article

    init(_ article: Article) { self.article = article }

    func text(_ style: TerminalStyle) -> String {
        var text = article.hasBody ? "" : "There is no article on this page.\n"
        if article.isIndex { text += "This page lists articles and is none itself.\n" }
        for block in article.blocks {
            let words = SafeText.line(article.text.string(block.range))
            text += "+ \(block.kind.rawValue): \(words)\n    kept: \(block.reason.words)\n"
        }
        for part in article.dropped {
            text += "- \(SafeText.line(part.text))\n    left out: \(part.reason.words)\n"
        }
        return text
    }

    func encode(to encoder: any Encoder) throws { try ArticlePage(article).encode(to: encoder) }
}

import DragomanLanguage
import DragomanNames
import DragomanText

/// When things were said: the dates of an article, looked up by the words of a reporting clause.
struct SayingDates {
    private let tree: SpeechTree
    private let dates: [(range: ByteRange, date: CoarseDate)]

    init(_ tree: SpeechTree, published: CoarseDate?) {
        self.tree = tree
        let text = tree.named.analysis.text
        dates = ValueScanner(published: published).scan(text, in: 0..<text.count).compactMap { value in
            if case .date(let date) = value.content { (value.range, date) } else { nil }
        }
    }

    /// The date among the words of a reporting clause, or right behind its verb ("said in June it would"); nil where
    /// there is none.
    func date(of frame: Frame) -> CoarseDate? {
        let source = frame.source ?? 0..<0
        let end = min(tree.sentenceRange(frame.cue).upperBound, frame.cue + 4)
        return first(in: frame.core ?? frame.own) { range in
            !overlaps(range, source) && (frame.isThing || !frame.content.contains { overlaps(range, $0) })
        } ?? first(in: frame.cue + 1..<max(end, frame.cue + 1)) { !overlaps($0, source) }
    }

    private func overlaps(_ range: ByteRange, _ tokens: Range<Int>) -> Bool {
        !tokens.isEmpty && tree.named.analysis.bytes(tokens).overlaps(range)
    }

    private func first(in tokens: Range<Int>, where fits: (ByteRange) -> Bool) -> CoarseDate? {
        let bytes = tree.named.analysis.bytes(tokens)
        var low = 0
        var high = dates.count
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].range.lowerBound < bytes.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < dates.count, dates[low].range.upperBound <= bytes.upperBound {
            if fits(dates[low].range) { return dates[low].date }
            low += 1
        }
        return nil
    }
}

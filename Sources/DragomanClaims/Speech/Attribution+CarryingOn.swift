import DragomanLanguage
import DragomanNames

/// Sentences without a reporting word that are still a speaker's word.
///
/// Only where the text shows it: a quotation that goes on, "Besides, ...", sentences between two statements of one
/// speaker in one paragraph,
/// sentences before "the envoy also said".
extension Attribution {
    mutating func carryOn() {
        var found: [Said] = []
        var next = 0
        var before: Said?
        for (number, block) in tree.named.analysis.blocks.enumerated() where !block.isEmpty && !tree.isTitle(number) {
            var here: [Said] = []
            while next < said.count, said[next].place < block.upperBound {
                if said[next].place >= block.lowerBound, said[next].frame?.manner != .rumour { here.append(said[next]) }
                next += 1
            }
            found += inside(block, statements: here, before: before)
            before = here.last ?? found.last.flatMap { block.contains($0.place) ? $0 : nil }
        }
        said += found
        said.sort { $0.place < $1.place }
    }

    private func inside(_ block: Range<Int>, statements: [Said], before: Said?) -> [Said] {
        var found: [Said] = []
        guard !statements.isEmpty else {
            // A paragraph that is nothing but a quotation goes on with the last speaker.
            if let before, let quote = tree.quotes.span(at: block.lowerBound), quote.count >= block.count - 1 {
                found.append(carried(before, over: block))
            }
            return found
        }
        var cursor = 0
        var previous: Said?
        var s = tree.sentence[block.lowerBound]
        let sentences = tree.named.analysis.sentences
        while s < sentences.count, sentences[s].lowerBound < block.upperBound {
            let sentence = sentences[s]
            s += 1
            let from = cursor
            while cursor < statements.count, statements[cursor].place < sentence.upperBound { cursor += 1 }
            let own = statements[from..<cursor]
            if let first = own.first {
                if let lead = lead(of: first, in: sentence, previous: previous) { found.append(lead) }
                previous = own.last
                continue
            }
            let following = cursor < statements.count ? statements[cursor] : nil
            if let previous, goesOn(sentence, previous: previous, following: following) {
                found.append(carried(previous, over: sentence))
            } else if previous == nil, let following, from == 0, following.isAnaphor, isAdditive(following) {
                found.append(carried(following, over: sentence))
            }
        }
        return found
    }

    private func carried(_ from: Said, over range: Range<Int>) -> Said {
        Said(
            frame: nil, cue: nil, source: nil, content: [range], speaker: from.speaker, via: from.via,
            office: from.office)
    }

    private func goesOn(_ sentence: Range<Int>, previous: Said, following: Said?) -> Bool {
        guard previous.speaker != nil || tree.kinds[sentence.lowerBound].contains(.additive) else { return false }
        if tree.kinds[sentence.lowerBound].contains(.additive) { return true }
        if let key = previous.key, key == following?.key { return true }
        guard let mark = sentence.first(where: { tree.quotes.ofToken[$0] >= 0 }), let quote = tree.quotes.span(at: mark)
        else { return false }
        return quote.count >= 4
    }

    /// "Besides" and the like within the words of the construction: "The diplomat also spoke of".
    private func isAdditive(_ statement: Said) -> Bool {
        guard let own = statement.frame?.own, let cue = statement.cue else { return false }
        return (own.lowerBound..<max(cue, own.lowerBound)).contains { tree.kinds[$0].contains(.additive) }
    }

    /// "Work has begun, and he expressed hope that": the clause before is his word too where he spoke right before.
    private func lead(of first: Said, in sentence: Range<Int>, previous: Said?) -> Said? {
        guard let previous, let key = previous.key, key == first.key, first.isAnaphor, let frame = first.frame,
            frame.content.allSatisfy({ $0.lowerBound >= frame.own.lowerBound }),
            frame.own.lowerBound > sentence.lowerBound + 3
        else { return nil }
        let connective = frame.own.lowerBound - 1
        guard tree.tokens[connective].pos == "CCONJ" || tree.lower[connective] == ";" else { return nil }
        return carried(previous, over: sentence.lowerBound..<connective)
    }
}

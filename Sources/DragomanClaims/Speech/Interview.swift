import DragomanLanguage
import DragomanNames

/// An article of questions and answers, and whose answers they are.
struct Interview {
    /// The name as it stands in the lead.
    let interviewee: Mention
    /// The answers' blocks, as token ranges.
    let answers: [Range<Int>]

    /// Nil where the article is no interview: fewer than two questions stand as paragraphs of their own with answers
    /// after them, or the lead
    /// introduces nobody.
    init?(_ tree: SpeechTree) {
        let blocks = tree.named.analysis.blocks
        let text = tree.named.analysis.text
        let tokens = tree.tokens
        var questions: [Int] = []
        for (n, block) in blocks.enumerated() where n > 0 && Self.isQuestion(block, tree) && n + 1 < blocks.count {
            questions.append(n)
        }
        guard questions.count >= 2, let first = questions.first else { return nil }
        let lead = blocks[..<first].filter { !$0.isEmpty }
        var found: Mention?
        for block in lead.reversed() {
            for mention in tree.mentions(in: block) where tree.identity(mention).type == .person {
                found = mention
                break
            }
            if found != nil { break }
        }
        guard let found else { return nil }
        interviewee = found
        // Questions printed right above their answers: whatever opens such a group is asked, not answered.
        let opensGroup = blocks.indices.map { n in
            guard n > 0, let last = blocks[n - 1].last, let first = blocks[n].first else { return false }
            return text[tokens[last].range.upperBound..<tokens[first].range.lowerBound].count { $0 == 0x0A } > 1
        }
        let isGrouped = questions.allSatisfy { opensGroup[$0] && !opensGroup[$0 + 1] }
        let replies: [Range<Int>] = blocks.indices.compactMap { n in
            guard n > first, !blocks[n].isEmpty, !Self.isQuestion(blocks[n], tree) else { return nil }
            if isGrouped, opensGroup[n] { return nil }
            return tree.lower[blocks[n].lowerBound] == "(" ? nil : blocks[n]
        }
        // Explainers ask questions too, but nobody answers as "I" and "we" there.
        let personal = replies.count { reply in
            reply.contains {
                ["i", "we", "our", "my", "us", "me"].contains(tree.lower[$0]) && tree.quotes.ofToken[$0] < 0
            }
        }
        guard personal * 4 >= replies.count, personal > 0 else { return nil }
        answers = replies
    }

    private static func isQuestion(_ block: Range<Int>, _ tree: SpeechTree) -> Bool {
        guard let last = block.last(where: { tree.tokens[$0].pos != "SPACE" && !tree.quotes.isMark($0) }) else {
            return false
        }
        return tree.lower[last] == "?" && block.count < 80
    }
}

extension Attribution {
    /// Makes every answer the interviewee's word; statements inside answers stay.
    mutating func read(_ interview: Interview) {
        let found = resolver.resolve(interview.interviewee.tokens)
        guard let speaker = found.speaker else { return }
        for answer in interview.answers {
            said.append(
                Said(
                    frame: nil, cue: nil, source: nil, content: [answer], speaker: speaker, via: [],
                    office: found.office))
        }
        said.sort { $0.place < $1.place }
    }
}

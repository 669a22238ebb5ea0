import DragomanLanguage

extension Evidence {
    /// Names joined by "and", "or" or a comma are most often of one type: each lends the other half of its best evidence.
    ///
    /// "Shahin and Quick models": what follows the last bears on the first.
    static func share(_ candidates: inout [Candidate], _ words: ArticleWords) {
        guard candidates.count > 1 else { return }
        let best = candidates.map(\.scores.best)
        for index in 0..<candidates.count - 1 {
            let gap = candidates[index].tokens.upperBound
            guard candidates[index + 1].tokens.lowerBound == gap + 1, isJoint(gap, words) else { continue }
            let left = best[index]
            let right = best[index + 1]
            if right.weight > 0, right.type != .person {
                candidates[index].scores[right.type] += min(3, right.weight) / 2
            }
            if left.weight > 0, left.type != .person {
                candidates[index + 1].scores[left.type] += min(3, left.weight) / 2
            }
        }
    }

    private static func isJoint(_ at: Int, _ words: ArticleWords) -> Bool {
        words.isWord(at, "and") || words.isWord(at, "or") || words.isWord(at, "&")
    }
}

/// Finds what somebody meant who mistyped a word.
enum Suggestion {
    /// The word of `known` nearest to `typed`; nil where none is near.
    ///
    /// Near means at most a third of the letters (and at least one) wrong, or typed as the beginning of just one word.
    static func nearest(to typed: String, in known: [String]) -> String? {
        let letters = Array(typed.lowercased().utf8.prefix(64))
        guard !letters.isEmpty else { return nil }
        let beginnings = known.filter { $0.utf8.starts(with: letters) }
        if let only = beginnings.first, beginnings.count == 1, letters.count > 1 { return only }
        var best: (word: String, distance: Int)?
        for word in known {
            let distance = edits(letters, Array(word.utf8))
            if distance <= max(1, max(letters.count, word.utf8.count) / 3), distance < (best?.distance ?? .max) {
                best = (word, distance)
            }
        }
        return best?.word
    }

    /// The least number of letters to put in, take out, change, or swap with their neighbour, to make `b` of `a`
    /// (optimal string alignment, the restricted form of Damerau's distance).
    static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var older = [Int](repeating: 0, count: b.count + 1)
        var old = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var least = min(old[j + 1] + 1, row[j] + 1, old[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, older[j - 1] + 1) }
                row.append(least)
            }
            older = old
            old = row
        }
        return old[b.count]
    }
}

/// Base noun phrases: from the left edge of a noun to the noun, where its label makes it one (spaCy's English rules).
struct NounChunkRules {
    private let nouns: Set<Int>
    private let heads: Set<Int>
    private let conjunct: Int

    init(_ labels: inout Labels) {
        nouns = Set(["NOUN", "PROPN", "PRON"].map { labels.parts.add($0) })
        heads = Set(
            ["oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT"].map {
                labels.deps.add($0)
            })
        conjunct = labels.deps.add("conj")
    }

    /// Gives the chunks of a block from left to right, as first token and end.
    func find(_ tree: borrowing Tree, part: (Int) -> Int, found: (Int, Int) -> Void) {
        var last = -1
        for i in 0..<tree.count {
            guard nouns.contains(part(i)), tree.leftEdges[i] > last else { continue }
            var head = i
            if Int(tree.labels[i]) == conjunct {
                head = Int(tree.heads[i])
                while Int(tree.labels[head]) == conjunct, Int(tree.heads[head]) < head { head = Int(tree.heads[head]) }
            }
            guard heads.contains(Int(tree.labels[head])) else { continue }
            last = i
            found(Int(tree.leftEdges[i]), i + 1)
        }
    }
}

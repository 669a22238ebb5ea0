import DragomanLanguage
import DragomanNames
import DragomanText

/// Makes clauses of parse trees: the one place that knows the treebank's labels.
struct ClauseReader: Sendable {
    let tree: Tree
    let cues: CueTable

    var tokens: [Token] { tree.tokens }

    /// The clause whose predicate is `token`.
    func clause(at token: Int) -> Clause {
        var clause = Clause(predicate: token, isNominal: !tree.isVerb(token), top: token)
        climb(&clause)
        if clause.isNominal { nominalArguments(&clause) } else { verbalArguments(&clause) }
        // "600 cars are to be built": what a passive takes over is what it is done to.
        // "Renault and Kia halted their deliveries": whose they are stands above.
        let isOwn = clause.isNominal && clause.subject.allSatisfy { tokens[$0].tag == "PRP$" }
        if clause.isPassive ? clause.object.isEmpty : clause.subject.isEmpty || isOwn {
            let found = inheritedSubject(clause)
            if clause.isPassive {
                clause.object = found
                for head in found { addPrepositions(below: head, to: &clause) }
            } else if !found.isEmpty {
                clause.subject = found
            }
        }
        operatorArguments(&clause)
        return clause
    }

    // MARK: Coordination

    /// `head` and the nouns coordinated with it, left to right.
    func coordinated(_ head: Int) -> [Int] {
        var heads = [head]
        var next = 0
        while next < heads.count, heads.count < 32 {
            for child in tree.children(heads[next]) {
                let isJoined = tokens[child].dep == "conj" && !tree.isVerb(child)
                // "Geely and Renault", where the parser takes the first name for an adverb or modifier.
                let isMissed =
                    child < head && tree.mention(child).map { !$0.isAdjective } ?? false
                    && tree.child(child, "cc") != nil
                    && ["advmod", "amod", "nmod", "compound", "npadvmod"].contains(tokens[child].dep)
                    && tree.mention(child)?.tokens != tree.mention(head)?.tokens && tree.isNoun(head)
                    && tree.mention(head) != nil
                if isJoined || isMissed { heads.append(child) }
            }
            next += 1
        }
        return heads.sorted()
    }

    /// The first verb of the coordination `verb` stands in.
    func firstConjunct(_ verb: Int) -> Int {
        var first = verb
        for _ in 0..<16 where tokens[first].dep == "conj" && tree.isVerb(tokens[first].head) {
            first = tokens[first].head
        }
        return first
    }
}

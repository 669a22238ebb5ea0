import DragomanLanguage
import DragomanNames
import DragomanText

/// The participants of nouns that stand for a verb, and what prepositions add to either.
extension ClauseReader {
    func nominalArguments(_ clause: inout Clause) {
        let noun = clause.predicate
        if let verb = phaseVerb(over: noun) {
            clause.object = coordinated(tokens[noun].head)
            for child in tree.children(verb) where tokens[child].dep == "prep" { addPreposition(child, to: &clause) }
        }
        for child in tree.children(noun) {
            switch tokens[child].dep {
            case "poss": clause.subject += coordinated(child)
            case "compound", "nmod", "amod", "npadvmod":
                if tree.isNoun(child) || tree.mention(child) != nil { clause.object += coordinated(child) }
            case "prep", "agent": addPreposition(child, to: &clause)
            case "acl", "relcl":
                // "the delivery, agreed with X": its prepositions are the noun's.
                for prep in tree.children(child) where tokens[prep].dep == "prep" { addPreposition(prep, to: &clause) }
            default: break
            }
        }
        for (word, heads) in clause.prepositions where word == "of" { clause.object += heads }
        for (word, heads) in clause.prepositions where word == "by" { clause.subject += heads }
        for head in clause.object { addPrepositions(below: head, to: &clause) }
        // "exports to Russia rose": the noun's verb has the rest.
        if ["nsubj", "nsubjpass", "dobj"].contains(tokens[noun].dep) {
            for child in tree.children(tokens[noun].head) where tokens[child].dep == "prep" {
                addPreposition(child, to: &clause)
            }
        }
    }

    func addPreposition(_ prep: Int, to clause: inout Clause) {
        var word = tokens[prep].lemma.lowercased()
        var objects: [Int] = []
        for child in tree.children(prep) {
            switch tokens[child].dep {
            case "pobj": objects += coordinated(child)
            case "prep":
                // "out of", "because of", "together with"
                word += " " + tokens[child].lemma.lowercased()
                for inner in tree.children(child) where tokens[inner].dep == "pobj" { objects += coordinated(inner) }
            default: break
            }
        }
        if ["there", "here", "locally", "domestically"].contains(word), tokens[prep].dep == "advmod" {
            word = "in"
            objects = [prep]
        }
        // "with Kia planning to sell": one who does something else is no partner.
        if word == "with" { objects.removeAll(where: isActing) }
        guard !objects.isEmpty else { return }
        clause.prepositions.append((word, objects))
        // "to Russia and to Belarus"
        for child in tree.children(prep) where tokens[child].dep == "conj" && tokens[child].pos == "ADP" {
            addPreposition(child, to: &clause)
        }
        // "in Manisa in Turkey", "with a firm in Minsk"
        for object in objects { addPrepositions(below: object, to: &clause) }
    }

    /// Whether a participle after a noun tells what it does.
    private func isActing(_ noun: Int) -> Bool {
        tree.children(noun).contains { tokens[$0].dep == "acl" && tokens[$0].tag == "VBG" }
    }

    func addPrepositions(below head: Int, to clause: inout Clause) {
        guard clause.prepositions.count < 24 else { return }
        for child in tree.children(head) where tokens[child].dep == "prep" {
            let objects = tree.children(child)
            if clause.prepositions.contains(where: { $0.heads.contains(where: objects.contains) }) { continue }
            addPreposition(child, to: &clause)
        }
    }
}

import DragomanLanguage

/// What the words of an article say of each predicate: certainty, polarity and time.
///
/// A word inherits from the one it hangs on ("began to sell" is as sure as "began"), so heads are read before what
/// hangs on them: one pass, linear in the tokens, without recursion.
struct FactualityReader {
    let tree: Tree
    /// For each token, what is said of it; of words that are no predicates what they hand on.
    private(set) var ofToken: [Factuality]
    /// How far up the tree a governing verb is looked for.
    private static let reach = 6

    init(_ tree: Tree) {
        self.tree = tree
        ofToken = [Factuality](repeating: Factuality(), count: tree.tokens.count)
        for root in tree.tokens.indices where tree.tokens[root].head == root {
            var stack = [root]
            while let token = stack.popLast() {
                ofToken[token] = read(token)
                stack.append(contentsOf: tree.children(token))
            }
        }
    }

    private func lemma(_ token: Int) -> String { tree.tokens[token].lemma.lowercased() }
    private func norm(_ token: Int) -> String { tree.tokens[token].norm }
    private func dep(_ token: Int) -> String { tree.tokens[token].dep }

    /// The head of a token; nil for a root.
    private func head(_ token: Int) -> Int? {
        let head = tree.tokens[token].head
        return head == token ? nil : head
    }

    private func has(_ token: Int, _ test: (Int) -> Bool) -> Bool { tree.children(token).contains(where: test) }

    private func read(_ token: Int) -> Factuality {
        if dep(token) == "acomp", let head = head(token), tree.isVerb(head) {
            var result = ofToken[head]
            if has(token, { dep($0) == "neg" }) { result.polarity = .negative }
            return result
        }
        return tree.isVerb(token) ? verb(token) : noun(token)
    }

    // MARK: verbs

    private func verb(_ token: Int) -> Factuality {
        var result = Factuality()
        if isNegated(token) { result.polarity = .negative }
        if let modal = tree.children(token).first(where: { dep($0) == "aux" && tree.tokens[$0].tag == "MD" }) {
            read(modal: norm(modal), of: token, into: &result)
        } else if has(token, { dep($0) == "aux" && norm($0) == "to" }) {
            infinitive(token, &result)
        } else if isBareParticiple(token) {
            participle(token, &result)
        } else {
            finite(token, &result)
        }
        for child in tree.children(token) where dep(child) == "advmod" {
            if FactualityWords.probablyAdverbs.contains(norm(child)) { result.certainty = .probable }
            if FactualityWords.possiblyAdverbs.contains(norm(child)) { result.certainty = .possible }
        }
        return result
    }

    private func isNegated(_ token: Int) -> Bool {
        has(token) { child in
            if dep(child) == "neg" || ["never", "nor"].contains(norm(child)) { return true }
            return ["dobj", "nsubj", "nsubjpass"].contains(dep(child)) && has(child) { norm($0) == "no" }
        }
    }

    /// "will", "may have", "should"; and what a fear or a question over it makes of it.
    private func read(modal: String, of token: Int, into result: inout Factuality) {
        switch modal {
        case "may", "might", "could":
            result.certainty = .possible
            let isPast = has(token) { dep($0) == "aux" && lemma($0) == "have" }
            result.time = isPast ? .nonFuture : .future
        case "should", "must", "ought":
            result.certainty = .underspecified
            result.time = .future
        case "can", "ca":
            result.certainty = .possible
            result.time = .underspecified
        default: result.time = .future
        }
        guard let head = head(token), ["ccomp", "acl", "advcl"].contains(dep(token)) else { return }
        if FactualityWords.possible.contains(lemma(head)) {
            result.certainty = .possible
        } else if FactualityWords.probable.contains(lemma(head)) {
            result.certainty = .probable
        } else if has(token, { ["whether", "if"].contains(norm($0)) }) {
            result.certainty = .possible
        }
    }

    /// "to sell": the word over it says how sure it is; a purpose lies ahead.
    private func infinitive(_ token: Int, _ result: inout Factuality) {
        result.time = .future
        guard let head = head(token) else { return }
        let word = lemma(head)
        let outer = ofToken[head]
        if dep(token) == "xcomp", FactualityWords.transparent.contains(word) {
            let polarity = result.polarity
            result = outer
            if polarity == .negative { result.polarity = .negative }
            return
        }
        if word == "appear" || word == "seem" {
            result.certainty = .probable
            result.time = .nonFuture
        } else if word != "be" {
            if FactualityWords.possible.contains(word) {
                result.certainty = .possible
            } else if FactualityWords.open.contains(word) {
                result.certainty = .underspecified
            } else if FactualityWords.probable.contains(word) {
                result.certainty = .probable
            }
        }
        if FactualityWords.negative.contains(word) { result.polarity = .negative }
        if outer.certainty != .certain, result.certainty == .certain, dep(token) != "relcl" {
            result.certainty = outer.certainty
        }
    }

    /// A participle or gerund without an auxiliary, which stands under another verb.
    private func isBareParticiple(_ token: Int) -> Bool {
        ["VBG", "VBN"].contains(tree.tokens[token].tag)
            && ["advcl", "acl", "pcomp", "xcomp", "conj", "amod", "prep"].contains(dep(token))
            && !has(token) { ["aux", "auxpass"].contains(dep($0)) }
    }

    private func participle(_ token: Int, _ result: inout Factuality) {
        guard let head = head(token), let above = verb(above: token) else { return }
        let outer = ofToken[above]
        let isComplement = ["xcomp", "pcomp", "conj"].contains(dep(token))
        if isComplement || (tree.tokens[token].tag == "VBG" && dep(token) == "advcl") {
            result.certainty = outer.certainty
            result.time = outer.time
            if dep(token) == "conj", result.polarity == .positive { result.polarity = outer.polarity }
        }
        if norm(head) == "without" || (dep(token) == "xcomp" && FactualityWords.negative.contains(lemma(head))) {
            result.polarity = .negative
        }
    }

    /// The nearest verb a token hangs on.
    private func verb(above token: Int) -> Int? {
        var current = token
        for _ in 0..<Self.reach {
            guard let next = head(current) else { return nil }
            if tree.isVerb(next) { return next }
            current = next
        }
        return nil
    }

    private func finite(_ token: Int, _ result: inout Factuality) {
        let tag = tree.tokens[token].tag
        let head = head(token)
        if tag == "VB", dep(token) == "conj", let head {
            let isNegative = result.polarity == .negative
            result = ofToken[head]
            if isNegative { result.polarity = .negative }
            return
        }
        if tag == "VB", ["ccomp", "xcomp"].contains(dep(token)), let head, tree.isVerb(head) {
            result.certainty = ofToken[head].certainty
            result.time = ofToken[head].time
        }
        let marks = tree.children(token).filter { ["mark", "advmod"].contains(dep($0)) }.map { norm($0) }
        if marks.contains("if") || marks.contains("unless") {
            result.certainty = .underspecified
            result.time = .future
        } else if dep(token) == "advcl", let head, tree.isVerb(head), ofToken[head].time == .future,
            marks.contains(where: FactualityWords.whenever.contains), !isPast(token)
        {
            result.time = .future
        }
        if let head, ["ccomp", "acl"].contains(dep(token)), ["fear", "worry", "hope", "concern"].contains(lemma(head)),
            tag == "VBP" || tag == "VBZ"
        {
            result.certainty = .possible
            result.time = .future
        }
    }

    private func isPast(_ token: Int) -> Bool {
        tree.tokens[token].tag == "VBD" || has(token) { dep($0) == "aux" && tree.tokens[$0].tag == "VBD" }
    }

    // MARK: nouns

    /// A noun is as sure as the verb it completes, where it is not a thing spoken of before.
    private func noun(_ token: Int) -> Factuality {
        var result = Factuality()
        var path: [(dep: String, head: Int)] = []
        var current = token
        for _ in 0..<Self.reach - 1 {
            guard let next = head(current) else { break }
            path.append((dep(current), next))
            if tree.isVerb(next) { break }
            current = next
        }
        if let (label, verb) = path.last, tree.isVerb(verb) {
            let isDirect = path.count == 1 || (path.count == 2 && path.first?.dep == "pobj")
            let isKnown = has(token) { ["the", "this", "that", "its", "their", "his"].contains(norm($0)) }
            let outer = ofToken[verb]
            if outer.time == .future, isDirect, !isKnown,
                ["dobj", "nsubjpass", "prep", "attr", "conj"].contains(label)
            {
                result.certainty = outer.certainty
                result.time = .future
            }
            if ["dobj", "nsubjpass"].contains(label) {
                if FactualityWords.undoing.contains(lemma(verb)) { result.polarity = .negative }
                if FactualityWords.ahead.contains(lemma(verb)) { result.time = .future }
            }
        }
        for (_, head) in path.prefix(3) where !tree.isVerb(head) {
            if FactualityWords.prospects.contains(lemma(head)) {
                result.certainty = .possible
                result.time = .future
            }
            if FactualityWords.projects.contains(lemma(head)) { result.time = .future }
        }
        for child in tree.children(token) {
            let word = norm(child)
            if word == "no" { result.polarity = .negative }
            if FactualityWords.aheadAdjectives.contains(word) { result.time = .future }
            if FactualityWords.chanceAdjectives.contains(word) {
                result.certainty = .possible
                result.time = .future
            }
        }
        return result
    }
}

import DragomanLanguage
import DragomanNames
import DragomanText

/// Finds the numbers, money, shares and dates that belong to a clause.
struct SlotValues: Sendable {
    let tree: Tree
    let phrases: Phrases
    private let published: CoarseDate?
    /// Words of saying: a date that stands right behind one is that of the saying.
    private let cues: Set<Int>
    /// The values of the whole article, with the token each begins at.
    private let values: [(value: Value, tokens: Range<Int>)]
    /// Index of the first value at or after each sentence's start.
    private let firstOfSentence: [Int]

    init(tree: Tree, phrases: Phrases, published: CoarseDate?, statements: [Statement]) {
        self.tree = tree
        self.published = published
        cues = Set(statements.compactMap(\.cue))
        self.phrases = phrases
        let analysis = tree.named.analysis
        // The whole article at once: a dirham or "the same day" is known from the words before it.
        let scanned = ValueScanner(published: published).scan(analysis.text, in: 0..<analysis.text.count)
        var next = 0
        var values: [(Value, Range<Int>)] = []
        var firsts: [Int] = []
        for sentence in analysis.sentences {
            firsts.append(values.count)
            var token = sentence.lowerBound
            let bytes = analysis.bytes(sentence)
            while next < scanned.count, scanned[next].range.lowerBound < bytes.upperBound {
                let value = scanned[next]
                next += 1
                guard value.range.lowerBound >= bytes.lowerBound else { continue }
                while token < sentence.upperBound, analysis.tokens[token].range.upperBound <= value.range.lowerBound {
                    token += 1
                }
                var end = token
                while end < sentence.upperBound, analysis.tokens[end].range.lowerBound < value.range.upperBound {
                    end += 1
                }
                // A number inside a name is part of the name.
                guard token < end, !(token..<end).allSatisfy({ tree.mention($0) != nil }) else { continue }
                values.append((value, token..<end))
            }
        }
        firsts.append(values.count)
        self.values = values
        firstOfSentence = firsts
    }

    /// Fills quantity, money, share and date of a draft from the words of its clause.
    func fill(_ draft: inout Draft) {
        let sentence = tree.sentenceOfToken[draft.clause.predicate]
        let range = near(draft.clause.predicate, in: firstOfSentence[sentence]..<firstOfSentence[sentence + 1])
        var best: (quantity: Int, money: Int, share: Int, date: Int) = (99, 99, 99, 99)
        for index in range {
            let (value, at) = values[index]
            guard !isDateline(at), var distance = distance(at, draft) else { continue }
            // "raised from 10 to 25 percent": what counts is where it goes.
            if isStart(at) { distance += 4 }
            switch value.content {
            case .number(let n):
                guard n != 0, distance < best.quantity, let (unit, isBare) = unit(at, draft) else { continue }
                draft.isBareCount = isBare
                // "raised output to 9,000 buses"
                if draft.goods.isEmpty, !isBare, let counted = counted(at) { draft.goods = phrases.goods(counted) }
                draft.quantity = Quantity(n: n, unit: unit, per: period(after: index, range), mod: value.mod)
                best.quantity = distance
            case .percent(let n):
                if draft.kind != .barrier, isChange(at) { continue }
                if draft.kind == .barrier {
                    guard distance < best.quantity else { continue }
                    draft.quantity = Quantity(n: n, unit: "percent", mod: value.mod)
                    best.quantity = distance
                } else if distance < best.share {
                    draft.share = tree.named.analysis.text.string(value.range)
                    best.share = distance
                }
            case .fraction(let words):
                guard distance < best.share else { continue }
                draft.share = words
                best.share = distance
            case .money(let money):
                guard distance < best.money else { continue }
                draft.money = money
                best.money = distance
            case .date(let date):
                guard distance < best.date, !isSaying(at, draft), let date = dated(date, value.future, draft.stage)
                else { continue }
                draft.date = date
                best.date = distance
            case .period: break
            }
        }
    }

    /// The reading of a date that agrees with a stage: what is planned lies ahead, what is done does not.
    private func dated(_ date: CoarseDate, _ future: CoarseDate?, _ stage: Stage) -> CoarseDate? {
        let isAhead = stage == .planned || stage == .considered || stage == .talks
        let reading = isAhead ? future ?? date : date
        guard let published else { return reading }
        switch stage {
        case .planned: return reading.span.upperBound >= published.span.lowerBound ? reading : nil
        case .done, .ended, .signed:
            return reading.span.lowerBound <= published.span.upperBound ? reading : nil
        default: return reading
        }
    }

    /// "said in June it would", "denied last month that": the day of the saying, not of what is said.
    private func isSaying(_ value: Range<Int>, _ draft: Draft) -> Bool {
        let tokens = tree.tokens
        var before = value.lowerBound - 1
        while before >= 0, value.lowerBound - before <= 3,
            ["ADP", "DET", "PUNCT"].contains(tokens[before].pos) || tokens[before].tag == "IN"
        {
            before -= 1
        }
        return before >= 0 && cues.contains(before) && before != draft.clause.predicate
    }

    /// "raised output by 60 percent", "up 12 percent": how much something changed is no share of it.
    private func isChange(_ value: Range<Int>) -> Bool {
        guard value.lowerBound > 0 else { return false }
        let tokens = tree.tokens
        let before = tokens[value.lowerBound - 1]
        if ["up", "down"].contains(before.norm) { return true }
        guard before.norm == "by", tokens[value.lowerBound - 1].head != value.lowerBound - 1 else { return false }
        return Self.changes.contains(tokens[before.head].lemma.lowercased())
    }

    private static let changes: Set<String> = [
        "raise", "increase", "grow", "rise", "boost", "expand", "lift", "cut", "reduce", "fall", "drop", "decline",
        "shrink", "slash", "climb", "jump", "surge", "decrease", "lower", "growth", "increase", "decrease", "change",
    ]

    /// The values of a sentence that stand within reach of a token: a sentence may be a megabyte long.
    private func near(_ token: Int, in range: Range<Int>) -> Range<Int> {
        let reach = 240
        func first(_ accept: (Range<Int>) -> Bool) -> Int {
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high {
                let middle = (low + high) / 2
                if accept(values[middle].tokens) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { $0.upperBound > token - reach }
        return start..<max(start, first { $0.lowerBound > token + reach })
    }

    /// How far a value is from the clause: 0 beside a phrase that filled an element, 1 at the predicate, 2 at an
    /// operator; nil where it belongs to another clause.
    private func distance(_ value: Range<Int>, _ draft: Draft) -> Int? {
        let tokens = tree.tokens
        var current = value.lowerBound
        // From inside the value to the word it hangs on.
        for _ in 0..<8 where value.contains(tokens[current].head) && tokens[current].head != current {
            current = tokens[current].head
        }
        var farther = 0
        for _ in 0..<24 {
            if draft.heads.contains(current) || draft.sites.contains(current) { return farther }
            if current == draft.clause.predicate { return 1 + farther }
            if draft.clause.operators.contains(current) { return 2 + farther }
            let head = tokens[current].head
            if head == current { return sharesTime(current, value, draft) ? 4 : nil }
            if tree.isVerb(current) {
                if sharesTime(current, value, draft) { return 4 }
                guard let step = distance(ofClause: current, draft) else { return nil }
                farther += step
            }
            current = head
        }
        return nil
    }

    /// How much farther a value is for standing in the clause of `verb`, which is not the draft's own; nil where it belongs
    /// to that clause alone.
    private func distance(ofClause verb: Int, _ draft: Draft) -> Int? {
        let tokens = tree.tokens
        let head = tokens[verb].head
        switch tokens[verb].dep {
        // A participle or relative clause on one of our phrases still speaks of it, less closely.
        case "acl", "relcl":
            // "a project announced in March": the day of the word, not of the deed.
            if ["announce", "report", "reveal", "propose", "name"].contains(tokens[verb].lemma) { return nil }
            let isOurs = draft.things.contains(head) || draft.sites.contains(head) || draft.clause.predicate == head
            return isOurs ? 3 : nil
        // "due to open", "expected to begin"
        case "xcomp": return 3
        // "left, passing its half to the city"
        case "advcl" where tokens[verb].tag == "VBG" && head == draft.clause.predicate: return 3
        // "are to be hired once a second shift begins in May"
        case "advcl" where draft.stage == .planned && head == draft.clause.predicate:
            return tree.children(verb).contains { ["once", "when", "after"].contains(tokens[$0].norm) } ? 5 : nil
        default: return nil
        }
    }

    /// "Pulled out in May, handing the plant to", "In May it closed A and sold B": the time of another verb that is ours.
    private func sharesTime(_ verb: Int, _ value: Range<Int>, _ draft: Draft) -> Bool {
        let tokens = tree.tokens
        let own = draft.clause.operators.first { tree.isVerb($0) } ?? draft.clause.predicate
        guard tokens[own].head == verb, own != verb, value.lowerBound < own else { return false }
        switch tokens[own].dep {
        case "advcl": return tokens[own].tag == "VBG"
        case "conj": return value.lowerBound < verb && tree.child(own, "nsubj", "nsubjpass") == nil
        default: return false
        }
    }

    /// Whether a value stands in the brackets that open an article: "MOSCOW (Agency, 9 February)".
    private func isDateline(_ value: Range<Int>) -> Bool {
        let block = tree.named.analysis.blocks[tree.blockOfToken[value.lowerBound]]
        guard value.lowerBound - block.lowerBound < 14 else { return false }
        let before = block.lowerBound..<value.lowerBound
        guard let open = before.last(where: { tree.named.analysis.word($0) == "(" }), open - block.lowerBound < 4 else {
            return false
        }
        return !(open..<value.lowerBound).contains { tree.named.analysis.word($0) == ")" }
            && tree.named.analysis.word(block.lowerBound).allSatisfy { !$0.isLowercase }
    }

    /// Whether a value is the first of "from X to Y".
    private func isStart(_ value: Range<Int>) -> Bool {
        let tokens = tree.tokens
        guard value.lowerBound > 0, tokens[value.lowerBound - 1].norm == "from" else { return false }
        return (value.upperBound..<min(tokens.count, value.upperBound + 4)).contains { tokens[$0].norm == "to" }
    }

    private func period(after index: Int, _ range: Range<Int>) -> Period? {
        guard index + 1 < range.upperBound, case .period(let period) = values[index + 1].value.content,
            values[index + 1].tokens.lowerBound - values[index].tokens.upperBound < 8
        else {
            // "an annual capacity of 150,000"
            if index > range.lowerBound, case .period(let period) = values[index - 1].value.content,
                values[index].tokens.lowerBound - values[index - 1].tokens.upperBound < 4
            {
                return period
            }
            return nil
        }
        return period
    }

    /// What a number counts, and whether no word beside it says so; nil where it counts nothing that a claim keeps.
    private func unit(_ value: Range<Int>, _ draft: Draft) -> (unit: String, isBare: Bool)? {
        let tokens = tree.tokens
        // "forty-seat cars": a number joined to a word by a hyphen counts that word.
        if value.upperBound < tokens.count, tokens[value.upperBound].tag == "HYPH", !tokens[value.upperBound - 1].spaced
        {
            return nil
        }
        // The word of the value that hangs on one outside it, and what it hangs on.
        let anchor = value.first { !value.contains(tokens[$0].head) || tokens[$0].head == $0 } ?? value.lowerBound
        var head = anchor
        if ["nummod", "quantmod", "amod", "compound", "nmod"].contains(tokens[anchor].dep) {
            head = tokens[anchor].head
        } else if value.upperBound < tokens.count, tree.isNoun(value.upperBound),
            tokens[value.upperBound].head == tokens[anchor].head
        {
            head = value.upperBound
        }
        if value.contains(head) {
            // "aims at 100,000 in 2025": a bare number counts the goods of the clause.
            guard [.supply, .production, .distribution].contains(draft.kind), value.count <= 4,
                !isFew(value)
            else { return nil }
            return (phrases.unit(ofGoods: draft.goods.first?.type ?? phrases.lexicon.widestGoods), true)
        }
        // "45,000 Shahin and Quick models": the number hangs on a name before the noun.
        if tree.mention(head) != nil, !phrases.isGoodsHead(head) {
            head = tokens[head].head
        }
        // "three models" are no number of vehicles.
        if ["model", "version", "brand"].contains(tokens[head].lemma), isFew(value) { return nil }
        let classes = phrases.classes(head)
        if let unit = phrases.lexicon.member(of: "unit", in: classes) { return (unit, false) }
        if let type = phrases.lexicon.member(of: "goods", in: classes) { return (phrases.unit(ofGoods: type), false) }
        if phrases.isGoodsHead(head) {
            return (phrases.unit(ofGoods: phrases.goods(head).first?.type ?? phrases.lexicon.widestGoods), false)
        }
        return nil
    }

    /// The goods that a number counts.
    private func counted(_ value: Range<Int>) -> Int? {
        let tokens = tree.tokens
        guard let anchor = value.first(where: { !value.contains(tokens[$0].head) }), tokens[anchor].dep == "nummod",
            tree.mention(tokens[anchor].head) == nil, phrases.isGoodsHead(tokens[anchor].head),
            phrases.classes(tokens[anchor].head).isDisjoint(with: phrases.lexicon.bit("batch"))
        else { return nil }
        return tokens[anchor].head
    }

    /// Whether a number is a word or a figure below a hundred.
    private func isFew(_ value: Range<Int>) -> Bool {
        value.count == 1
            && (tree.tokens[value.lowerBound].range.count < 3
                || tree.named.analysis.word(value.lowerBound).allSatisfy(\.isLetter))
    }
}

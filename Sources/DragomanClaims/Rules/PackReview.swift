public import DragomanText

extension Pack {
    /// Rules that can do nothing and parts of rules that can never be filled, in the order of the files.
    ///
    /// Nothing of it makes a pack wrong, so packs with such rules load; `dragoman pack check` tells of them.
    ///
    /// - Returns: C131 a rule without an example, C136 one without a counter-example, C132 a word class that holds no word, C133 a role that an earlier
    ///   alternative takes the place of, C134 a rule that an earlier one is always chosen over, C135 a predicate that
    ///   no words can be; each with file, line and column.
    public func remarks() -> [DragomanError] {
        let empty = lexicon.emptyClasses
        var found: [DragomanError] = []
        for (number, rule) in rules.enumerated() {
            if !rule.examples.contains(where: { $0.expected != nil }) {
                found.append(
                    remark("C131", rule, "the rule has no example, so nothing shows that it works", "Add `example:`."))
            }
            if !rule.examples.contains(where: { $0.expected == nil }) {
                found.append(
                    remark(
                        "C136", rule, "the rule has no counter-example, so nothing shows where it ends", "Add `not:`."))
            }
            for predicate in rule.predicates where Self.isNeverFound(predicate) {
                found.append(
                    remark(
                        "C135", rule, "no words can be the predicate \"\(predicate)\"",
                        "A predicate is a lemma in small letters with a particle, an object, or a preposition and its "
                            + "noun; or \"the\" and a noun."))
            }
            for element in rule.elements { found += remarks(on: element, of: rule, empty: empty) }
            if let earlier = shadow(of: number) {
                found.append(
                    remark(
                        "C134", rule, "the rule is never chosen: \(rules[earlier].origin) matches all that it matches",
                        "Take it out, or put it before that rule: \(rules[earlier].text)"))
            }
        }
        return found
    }

    private func remark(_ code: String, _ rule: Rule, column: Int? = nil, _ message: String, _ advice: String)
        -> DragomanError
    {
        DragomanError(.badInput, code, "\(rule.origin):\(column ?? rule.column): \(message)", advice: advice)
    }

    private func remarks(on element: RuleElement, of rule: Rule, empty: Set<String>) -> [DragomanError] {
        var found: [DragomanError] = []
        for (index, filler) in element.fillers.enumerated() {
            if case .wordClass(let name) = filler.type, empty.contains(name) {
                let near = nearest(to: name, in: lexicon.names.filter { !empty.contains($0) }.sorted())
                found.append(
                    remark(
                        "C132", rule, column: element.column, "the word class \"\(name)\" holds no word",
                        near.map { "Did you mean \"\($0)\"? Or add words to it." } ?? "Add words to it."))
            }
            if let earlier = element.fillers[..<index].first(where: { Self.covers($0.type, filler.type) }) {
                let name = filler.role?.rawValue ?? "this alternative"
                found.append(
                    remark(
                        "C133", rule, column: element.column,
                        "\(name) is never filled here: what fits it fills \(earlier.role?.rawValue ?? "the one before")",
                        "The first alternative that fits is taken; give each a type of its own."))
            }
        }
        return found
    }

    /// Lemmas are in small letters, and no more than verb, preposition and noun are looked up together.
    private static func isNeverFound(_ predicate: String) -> Bool {
        let words = predicate.split(separator: " ")
        return words.isEmpty || words.count > 3 || predicate.contains { $0.isUppercase }
    }

    /// Whether every phrase of type `narrow` is of type `wide` too.
    private static func covers(_ wide: PhraseType, _ narrow: PhraseType) -> Bool {
        wide == narrow || wide == .party && [.country, .authority].contains(narrow)
    }

    // MARK: shadowed rules

    /// The earlier rule that matches wherever rule `number` does and is filled at least as well, so that it is chosen;
    /// nil where there is none.
    private func shadow(of number: Int) -> Int? {
        let rule = rules[number]
        guard let first = rule.predicates.first else { return nil }
        return (rulesByLemma[first] ?? []).first { earlier in
            earlier < number && Self.shadows(rules[earlier], rule)
        }
    }

    private static func shadows(_ earlier: Rule, _ later: Rule) -> Bool {
        guard earlier.kind == later.kind, earlier.isFallback == later.isFallback,
            earlier.needs == nil || earlier.needs == later.needs,
            earlier.bare != nil || later.bare == nil,
            Set(earlier.predicates).isSuperset(of: later.predicates),
            !later.predicates.contains(where: { $0.contains(" ") })
                || earlier.predicates.starts(with: later.predicates)
                || Set(earlier.predicates) == Set(later.predicates)
        else { return false }
        // What the later one takes the earlier takes too ...
        let takesAll = later.elements.allSatisfy { element in
            earlier.elements.contains { covers($0, element) }
        }
        // ... and what the earlier one asks for the later asks for as well.
        let asksNoMore = earlier.elements.filter(\.required).allSatisfy { element in
            later.elements.contains { $0.required && covers(element, $0) }
        }
        return takesAll && asksNoMore
    }

    /// Whether an element takes every phrase that `other` takes.
    private static func covers(_ element: RuleElement, _ other: RuleElement) -> Bool {
        switch (element.position, other.position) {
        case (.subject, .subject), (.object, .object): break
        case (.preposition(let words), .preposition(let others)):
            guard Set(words).isSuperset(of: others) else { return false }
        default: return false
        }
        return other.fillers.allSatisfy { filler in
            element.fillers.contains { covers($0.type, filler.type) && ($0.role != nil || filler.role == nil) }
        }
    }
}

public import DragomanNames
public import DragomanText

extension ClaimReader {
    /// Runs the examples of every rule: what must be found, and what must not.
    ///
    /// - Parameter analyze: gives the names and trees of each sentence, as an article of its own.
    /// - Returns: one error a failed example, in the order of the files (C130, with file and line); empty where all hold.
    public func failedExamples(analyze: ([String]) throws -> [NamedAnalysis]) rethrows -> [DragomanError] {
        let examples = pack.rules.flatMap { rule in rule.examples.map { (rule, $0) } }
        guard !examples.isEmpty else { return [] }
        let named = try analyze(examples.map(\.1.sentence))
        var failures: [DragomanError] = []
        for (index, (rule, example)) in examples.enumerated() {
            let found = claims(in: named[index], statements: [], published: nil, hasHeadline: false)
            guard let problem = Self.problem(rule, example, found) else { continue }
            let file = rule.origin.prefix { $0 != ":" }
            failures.append(
                DragomanError(
                    .badInput, "C130", "\(file):\(example.line.number):\(example.line.indent + 1): \(problem)",
                    advice: "Change the rule or the example until both agree."))
        }
        return failures
    }

    private static func problem(_ rule: Rule, _ example: RuleExample, _ claims: [Claim]) -> String? {
        // A rule that continues a claim has no kind of its own; what it finds is told by its name.
        let found = claims.filter { claim in rule.kind.map { claim.kind == $0 } ?? (claim.rule == rule.origin) }
        guard let expected = example.expected else {
            return found.first.map { "`not:` is found as \($0.kind.rawValue), \($0.stage.rawValue), by \($0.rule)" }
        }
        let right = found.filter { claim in expected.allSatisfy { holds($0.slot, $0.value, claim) } }
        if right.contains(where: { $0.rule == rule.origin }) { return nil }
        if let other = right.first { return "the example is found by \(other.rule), not by this rule" }
        guard let nearest = found.first else {
            let others = claims.map(\.kind.rawValue).joined(separator: ", ")
            return
                "the example gives no \(rule.kind?.rawValue ?? "continued") claim\(others.isEmpty ? "" : ", but \(others)")"
        }
        let wrong = expected.filter { !holds($0.slot, $0.value, nearest) }
        return wrong.map { "\($0.slot) is \(shown($0.slot, nearest)), not \($0.value)" }.joined(separator: "; ")
    }

    private static func holds(_ slot: String, _ value: String, _ claim: Claim) -> Bool {
        let wanted = value.split(separator: ",").map(\.trimmed)
        return switch slot {
        case "goods":
            wanted.allSatisfy { item in
                claim.goods.contains {
                    $0.type == item || $0.name.map { name in "\(claim.goods[0].type) \(name)" } == item
                }
            }
        case "actor": wanted.allSatisfy(claim.actor.contains)
        case "counterpart": wanted.allSatisfy(claim.counterpart.contains)
        case "place": wanted.allSatisfy(claim.place.contains)
        default: shown(slot, claim) == value
        }
    }

    private static func shown(_ slot: String, _ claim: Claim) -> String {
        let words: String? =
            switch slot {
            case "actor": claim.actor.joined(separator: ", ")
            case "counterpart": claim.counterpart.joined(separator: ", ")
            case "place": claim.place.joined(separator: ", ")
            case "goods":
                claim.goods.map { [$0.type, $0.name].compactMap { $0 }.joined(separator: " ") }.joined(separator: ", ")
            case "stage": claim.stage.rawValue
            case "quantity": claim.quantity.map { "\(Int($0.n)) \($0.unit)" }
            case "money": claim.money.map { "\(Int($0.amount)) \($0.currency)" }
            case "share": claim.share
            case "date": claim.date?.description
            default: nil
            }
        return words.flatMap { $0.isEmpty ? nil : $0 } ?? "nothing"
    }
}

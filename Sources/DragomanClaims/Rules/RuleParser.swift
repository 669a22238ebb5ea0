import DragomanText

/// Reads rule files.
///
/// ```
/// claim supply
///   <actor> {supply|deliver|ship} <goods> to <counterpart|place>
///     example: Saipa will export 45,000 Shahin cars to Belarus.
///              actor Saipa; place Belarus; stage planned
///     not:     The export of ideas matters to Belarus.
/// ```
struct RuleParser {
    let source: PackFile
    /// Words that may stand in `<:word>`, beside roles.
    let classes: Set<String>

    /// The rules of the file, in order.
    ///
    /// - Throws: `DragomanError` C110 to C116 with line and column.
    func rules() throws -> [Rule] {
        var rules: [Rule] = []
        var kind: ClaimKind??
        var index = 0
        while index < source.lines.count {
            let line = source.lines[index]
            if line.indent == 0 {
                kind = try self.kind(line)
                index += 1
                continue
            }
            guard let kind else { throw source.error("C110", line, "a rule must stand below a line `claim KIND`") }
            var end = index + 1
            while end < source.lines.count, source.lines[end].indent > line.indent { end += 1 }
            rules.append(try rule(kind, line, properties: source.lines[index + 1..<end]))
            index = end
        }
        return rules
    }

    private func kind(_ line: PackFile.Line) throws -> ClaimKind? {
        let words = line.text.split(separator: " ")
        guard words.count == 2, words[0] == "claim" else {
            throw source.error("C111", line, "expected `claim KIND`, found \"\(line.text)\"")
        }
        if words[1] == "continued" { return nil }
        guard let kind = ClaimKind(rawValue: String(words[1])) else {
            let all = ClaimKind.allCases.map(\.rawValue) + ["continued"]
            throw source.error(
                "C111", line, column: 7, "there is no kind \"\(words[1])\"", advice: suggestion(words[1], all))
        }
        return kind
    }

    private func rule(_ kind: ClaimKind?, _ line: PackFile.Line, properties: ArraySlice<PackFile.Line>) throws -> Rule {
        let (predicates, elements) = try pattern(line)
        var aspect = Aspect.event
        var bare: Stage?
        var present: Stage?
        var needs: Need?
        var fallback = false
        var examples: [RuleExample] = []
        var rest = properties
        while let property = rest.popFirst() {
            guard let colon = property.text.firstIndex(of: ":") else {
                throw source.error(
                    "C112", property,
                    "expected `past:`, `present:`, `bare:`, `needs:`, `fallback:`, `example:` or `not:`")
            }
            let name = String(property.text[..<colon])
            let value = property.text[property.text.index(after: colon)...].trimmed
            switch name {
            case "past": aspect = try self.aspect(value, property)
            case "bare": bare = try stage(value, property)
            case "present": present = try stage(value, property)
            case "needs":
                guard let need = Need(rawValue: value) else {
                    throw source.error(
                        "C114", property, "a rule cannot need \"\(value)\"",
                        advice: suggestion(value, Need.allCases.map(\.rawValue)))
                }
                needs = need
            case "fallback": fallback = value == "yes"
            case "not": examples.append(RuleExample(sentence: value, expected: nil, line: property))
            case "example":
                guard let slots = rest.popFirst() else {
                    throw source.error("C113", property, "an example needs a line of slots below it")
                }
                examples.append(RuleExample(sentence: value, expected: try self.slots(slots), line: property))
            default:
                throw source.error(
                    "C112", property, "there is no property \"\(name)\"",
                    advice: suggestion(name, ["past", "present", "bare", "needs", "fallback", "example", "not"]))
            }
        }
        return Rule(
            kind: kind, predicates: predicates, elements: elements, aspect: aspect, bare: bare, present: present,
            needs: needs, isFallback: fallback,
            origin: "\(source.name):\(line.number)", column: line.indent + 1, text: line.text, examples: examples)
    }

    private func aspect(_ value: String, _ line: PackFile.Line) throws -> Aspect {
        switch value {
        case "done": .event
        case "underway": .activity
        case "cue": .cue
        default:
            if value.hasPrefix("always ") {
                .always(try stage(String(value.dropFirst(7)), line))
            } else {
                throw source.error(
                    "C114", line, "expected `done`, `underway`, `cue` or `always STAGE`, found \"\(value)\"")
            }
        }
    }

    private func stage(_ value: String, _ line: PackFile.Line) throws -> Stage {
        guard let stage = Stage(rawValue: value) else {
            throw source.error(
                "C114", line, "there is no stage \"\(value)\"",
                advice: suggestion(value, Stage.allCases.map(\.rawValue)))
        }
        return stage
    }

    private func slots(_ line: PackFile.Line) throws -> [(slot: String, value: String)] {
        let known = Role.allCases.map(\.rawValue) + ["stage", "quantity", "share", "date"]
        return try line.text.split(separator: ";").map { part in
            let words = part.trimmed.split(separator: " ", maxSplits: 1)
            guard words.count == 2, known.contains(String(words[0])) else {
                throw source.error(
                    "C113", line, "expected `slot value; slot value`, found \"\(part.trimmed)\"",
                    advice: "Slots are \(known.joined(separator: ", ")).")
            }
            return (String(words[0]), String(words[1]))
        }
    }

    /// Cuts a pattern line into its predicates and elements.
    private func pattern(_ line: PackFile.Line) throws -> ([String], [RuleElement]) {
        var predicates: [String] = []
        var elements: [RuleElement] = []
        var prepositions: [String]?
        var rest = line.text[...]
        while let first = rest.first {
            let column = line.indent + 1 + line.text.distance(from: line.text.startIndex, to: rest.startIndex)
            switch first {
            case " ": rest.removeFirst()
            case "{":
                guard let close = rest.firstIndex(of: "}"), predicates.isEmpty else {
                    throw source.error("C115", line, column: column, "expected one closed `{word|word}` in a rule")
                }
                predicates = rest[rest.index(after: rest.startIndex)..<close].split(separator: "|").map { $0.trimmed }
                rest = rest[rest.index(after: close)...]
            case "<":
                guard let close = rest.firstIndex(of: ">") else {
                    throw source.error("C115", line, column: column, "`<` without `>`")
                }
                let inside = rest[rest.index(after: rest.startIndex)..<close]
                rest = rest[rest.index(after: close)...]
                let mark = rest.first
                if mark == "?" || mark == "!" { rest.removeFirst() }
                let position: RuleElement.Position =
                    if let words = prepositions { .preposition(words) } else if predicates.isEmpty { .subject } else {
                        .object
                    }
                prepositions = nil
                let choices = try fillers(inside, line, column)
                // A subject may go unsaid (passives, infinitives); one that is only there to be tested may not.
                let isTested = position == .subject && choices.allSatisfy(Self.isTest)
                let expected = position == .object || isTested
                elements.append(
                    RuleElement(
                        position: position, fillers: choices, required: mark == "!" || (expected && mark != "?"),
                        column: column))
            default:
                let word = rest.prefix { $0 != " " }
                prepositions = word.split(separator: "/").map(String.init)
                rest = rest[word.endIndex...]
            }
        }
        guard !predicates.isEmpty else { throw source.error("C115", line, "a rule needs a predicate `{word|word}`") }
        guard prepositions == nil else { throw source.error("C115", line, "a preposition needs `<role>` after it") }
        // What is done to comes before who does it: a noun's "of" phrase is first of all its object.
        return (predicates, elements.filter { $0.position != .subject } + elements.filter { $0.position == .subject })
    }

    /// Whether a subject's type is what makes the rule: a thing, or a party of a stated class.
    private static func isTest(_ filler: Filler) -> Bool {
        if case .wordClass = filler.type { return true }
        return filler.role == nil || filler.role == .goods || filler.type == .country
    }

    private func fillers(_ text: Substring, _ line: PackFile.Line, _ column: Int) throws -> [Filler] {
        try text.split(separator: "|").map { part in
            let pieces = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let name = pieces[0].trimmed
            var role: Role?
            if !name.isEmpty {
                guard let known = Role(rawValue: name) else {
                    throw source.error(
                        "C116", line, column: column, "there is no role \"\(name)\"",
                        advice: suggestion(name, Role.allCases.map(\.rawValue)))
                }
                role = known
            }
            if pieces.count == 2 { return Filler(role: role, type: try type(pieces[1].trimmed, line, column)) }
            let type: PhraseType =
                switch role {
                case .place: .place
                case .goods: .goods
                case .money: .money
                default: .party
                }
            return Filler(role: role, type: type)
        }
    }

    private func type(_ name: String, _ line: PackFile.Line, _ column: Int) throws -> PhraseType {
        switch name {
        case "party": return .party
        case "place": return .place
        case "goods": return .goods
        case "money": return .money
        case "country": return .country
        case "authority": return .authority
        default:
            guard classes.contains(name) else {
                throw source.error(
                    "C116", line, column: column, "there is no word class \"\(name)\"",
                    advice: suggestion(name, Array(classes)))
            }
            return .wordClass(name)
        }
    }

    private func suggestion(_ word: some StringProtocol, _ known: [String]) -> String {
        guard let near = nearest(to: String(word), in: known.sorted()) else {
            return "Known are \(known.sorted().joined(separator: ", "))."
        }
        return "Did you mean \"\(near)\"?"
    }
}

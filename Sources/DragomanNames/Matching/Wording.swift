/// Puts a comparison into words.
enum Wording {
    static func parts(
        _ parts: [Comparison.Part], _ a: ParsedName, _ b: ParsedName, _ parser: NameParser
    ) -> [NameMatch.Part] {
        let ordered = parts.sorted { one, two in
            (one.first?.lowerBound ?? .max, one.second?.lowerBound ?? .max)
                < (two.first?.lowerBound ?? .max, two.second?.lowerBound ?? .max)
        }
        return ordered.map { part in
            NameMatch.Part(
                first: part.first.map(a.text), second: part.second.map(b.text), remark: remark(part, a, b, parser))
        }
    }

    private static func remark(
        _ part: Comparison.Part, _ a: ParsedName, _ b: ParsedName, _ parser: NameParser
    ) -> String {
        let one = part.first.flatMap { range in a.tokens.first { $0.source.lowerBound == range.lowerBound } }
        let two = part.second.flatMap { range in b.tokens.first { $0.source.lowerBound == range.lowerBound } }
        switch part.relation {
        case .equal: return "equal"
        case .nickname: return "forms of one given name"
        case .translated: return "of one meaning"
        case .initial: return "an initial that fits"
        case .joined: return "the same, joined or apart" + percent(part.likeness)
        case .alike:
            let other = one?.script != two?.script
            return (part.likeness > 0.999 ? (other ? "the same sounds" : "alike") : "sound alike")
                + percent(part.likeness)
        case .omittedFirst, .omittedSecond: return alone(one ?? two)
        }
    }

    private static func percent(_ likeness: Float) -> String { " (\(Int((likeness * 100).rounded())) %)" }

    private static func alone(_ token: NameToken?) -> String {
        let what =
            switch token?.role {
            case .legal: "legal form"
            case .title: "title"
            case .particle: "particle"
            case .filler: "word without weight"
            case .generic: "word many firms have"
            case .number: "number"
            case .patronymic: "patronymic"
            case .initial: "initial"
            default: token?.isQualifier == true ? "word for a part or a place" : "name"
            }
        return "\(what) that only one of them has"
    }

    /// What is to be said of the names as wholes.
    static func notes(_ a: ParsedName, _ b: ParsedName) -> [String] {
        var notes: [String] = []
        for name in [a, b] {
            for sign in name.lookAlikes {
                let letter = Unicode.Scalar(sign.letter).map { String(Character($0)) } ?? ""
                notes.append(
                    "the \(sign.script) letter \"\(letter)\" stands in the \(sign.wordScript) word \"\(name.text(sign.word))\""
                )
            }
            if name.hadControls { notes.append("control characters or marks of direction were left out") }
            if name.isCut { notes.append("the name is too long: only its beginning was compared") }
        }
        return notes
    }
}

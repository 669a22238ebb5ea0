/// What no word of the other name was found for.
extension Comparison {
    mutating func settleRest() {
        if lossWeight > 0 {
            figures[Figure.soundLoss.rawValue] /= lossWeight
            figures[Figure.letterLoss.rawValue] /= lossWeight
        } else {
            set(.soundLoss, 1)
            set(.letterLoss, 1)
        }
        let restA = rest(a, usedA)
        let restB = rest(b, usedB)
        let least = max(0.1, min(restA.whole, restB.whole))
        set(.contradiction, min(1, min(restA.open, restB.open) / least))
        set(.omission, min(1, abs(restA.open - restB.open) / max(0.1, max(restA.whole, restB.whole))))
        if lossWeight == 0 { set(.contradiction, 1) }
        set(.genericContradiction, min(restA.generic, restB.generic) > 0 ? 1 : 0)
        set(.genericOmission, abs(restA.generic - restB.generic) > 0 ? 1 : 0)
        if restA.qualifiers > 0, restB.open > 0 || restB.generic > 0 { set(.qualifierContradiction, 1) }
        if restB.qualifiers > 0, restA.open > 0 || restA.generic > 0 { set(.qualifierContradiction, 1) }
        if restA.qualifiers + restB.qualifiers > 0, self[.qualifierContradiction] == 0 { set(.qualifierOmission, 1) }
        if restA.patronymic && restB.patronymic { set(.patronymic, 1) }
        if (restA.names == 1) != (restB.names == 1) { set(.oneWord, 1) }
        if restA.lastOpen && restB.lastOpen { set(.lastWord, 1) }
        nearness()
    }

    struct Rest {
        var open: Float = 0, whole: Float = 0, generic: Float = 0
        var qualifiers = 0, names = 0
        var patronymic = false, lastOpen = false
    }

    mutating func rest(_ name: ParsedName, _ used: UInt32) -> Rest {
        var rest = Rest()
        for (index, token) in name.tokens.enumerated() where Self.isCompared(token.role) {
            let weight = Self.weight(token)
            let isOpen = used >> UInt32(index) & 1 == 0
            rest.whole += weight
            if token.role == .core || token.role == .patronymic { rest.names += 1 }
            if token.role == .core { rest.lastOpen = isOpen }
            guard isOpen, token.role != .particle, !model.looksLegal(name, token) else { continue }
            if token.isQualifier { rest.qualifiers += 1 }
            if token.role == .generic {
                rest.generic += weight
            } else {
                rest.open += weight
            }
            if token.role == .patronymic { rest.patronymic = true }
        }
        return rest
    }

    /// How alike the words without a partner are to each other: a slip of several letters is no other name. Also tells
    /// them in the explanation.
    mutating func nearness() {
        var best: Float = 0
        for pair in compared
        where usedA >> UInt32(pair.i) & 1 == 0 && usedB >> UInt32(pair.j) & 1 == 0
            && a.tokens[pair.i].role == b.tokens[pair.j].role
        {
            best = max(best, Self.strength(pair))
        }
        set(.nearness, best)
        set(.contradicted, self[.contradiction] > 0 ? 1 : 0)
        guard explains else { return }
        for i in a.tokens.indices where usedA >> UInt32(i) & 1 == 0 { note(a.tokens[i].source, nil, .omittedSecond, 0) }
        for j in b.tokens.indices where usedB >> UInt32(j) & 1 == 0 { note(nil, b.tokens[j].source, .omittedFirst, 0) }
    }
}

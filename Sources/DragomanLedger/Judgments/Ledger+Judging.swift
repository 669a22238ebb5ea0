internal import DragomanText
public import Foundation

/// What making a judgment gave.
public struct JudgmentResult: Sendable, Equatable, Encodable {
    public var judgment: Judgment
    /// Numbers of the earlier judgments in force that this one contradicts; it takes their place where the two meet.
    public var contradicts: [Int]
}

/// A judgment that is to be made.
public struct JudgmentRequest: Sendable {
    public var act: Judgment.Act
    public var subject: JudgedSubject
    public var field: String?
    public var value: String?
    public var who: String
    public var why: String?

    public init(
        _ act: Judgment.Act, _ subject: JudgedSubject, field: String? = nil, value: String? = nil, who: String,
        why: String? = nil
    ) {
        self.act = act
        self.subject = subject
        self.field = field
        self.value = value
        self.who = who
        self.why = why
    }
}

extension Ledger {
    /// All judgments, the first first.
    public func judgments() throws -> [Judgment] { try Judgments.all(in: database) }

    /// The claim with the id `id`, with the edits in force; nil where there is none.
    public func claim(_ id: String) throws -> ReportedClaim? {
        guard let claim = try StoredClaims.claim(id, in: database) else { return nil }
        return try judged(claim)
    }

    /// The claim with the edits in force.
    func judged(_ claim: ReportedClaim) throws -> ReportedClaim {
        guard try Effects.any(in: database) else { return claim }
        return Effects.judged(claim, try Effects.mentions(ofClaim: claim.id, in: database)).claim
    }

    /// Makes a judgment and derives anew what it bears on: all in one transaction.
    ///
    /// - Throws: `DragomanError`: D020 a wrong number of sides, D027 what only is merged or split, D021 a field or value that cannot be, D022 there is no such judgment to
    ///   undo or it is undone already, and those of `add`.
    @discardableResult
    public func judge(_ request: JudgmentRequest, at time: Date) throws -> JudgmentResult {
        try check(request)
        return try database.transaction {
            let earlier = try Judgments.all(in: database)
            var judgment = Judgment(
                number: (earlier.last?.number ?? 0) + 1, act: request.act, subject: request.subject,
                field: request.field, value: request.value, who: request.who, why: request.why,
                judgedAt: Int(time.timeIntervalSince1970), inForce: true, hasSubject: true)
            if request.act == .undo { try checkUndo(judgment, earlier) }
            let contradicted = earlier.filter { $0.inForce && Self.contradict($0, judgment) }.map(\.number)
            try Judgments.insert(judgment, in: database)
            try Effects.find(judgment, in: database)
            try Effects.settle(earlier + [judgment], in: database)
            try Derivations.judge(judgment, in: database)
            judgment = try Judgments.all(in: database).last ?? judgment
            return JudgmentResult(judgment: judgment, contradicts: contradicted)
        }
    }

    private func check(_ request: JudgmentRequest) throws {
        let sides = request.subject.sides
        let right =
            switch request.act {
            case .merge: sides.count >= 2
            case .split: sides.count == 2
            case .confirm, .reject, .edit, .undo: sides.count == 1
            }
        if [.story, .name].contains(request.subject.sort), ![.merge, .split].contains(request.act) {
            throw LedgerFailure.notJudged(request.act.rawValue, request.subject.sort.rawValue)
        }
        guard right, sides.allSatisfy({ !$0.claims.isEmpty || !$0.names.isEmpty }) else {
            throw LedgerFailure.badSides(request.act.rawValue)
        }
        guard (request.act == .edit) == (request.field != nil) else {
            throw LedgerFailure.badField(request.field ?? "")
        }
        if let name = request.field {
            guard let field = ClaimField(name) else { throw LedgerFailure.badField(name) }
            var claim = EnteredClaim.blank
            guard field.set(request.value, of: &claim) else {
                throw LedgerFailure.badValue(name, request.value ?? "", ClaimField.forms[name])
            }
        }
    }

    private func checkUndo(_ judgment: Judgment, _ earlier: [Judgment]) throws {
        let number = judgment.subject.sides.first?.names.first.flatMap { Int($0) }
        guard let target = earlier.first(where: { $0.number == number }) else {
            throw LedgerFailure.noJudgment(judgment.subject.sides.first?.names.first ?? "")
        }
        guard target.inForce else { throw LedgerFailure.undoneAlready(target.number) }
    }

    /// Whether two judgments on the same subject cannot both hold.
    static func contradict(_ one: Judgment, _ other: Judgment) -> Bool {
        guard one.subject.sort == other.subject.sort else { return false }
        func members(_ side: JudgedSubject.Side) -> Set<String> {
            Set(side.claims.map(\.id) + side.names.map(NameKey.of))
        }
        func all(_ judgment: Judgment) -> Set<String> {
            judgment.subject.sides.map(members).reduce([]) { $0.union($1) }
        }
        switch (one.act, other.act) {
        case (.confirm, .reject), (.reject, .confirm): return !all(one).isDisjoint(with: all(other))
        case (.edit, .edit):
            return one.field == other.field && one.value != other.value && !all(one).isDisjoint(with: all(other))
        case (.merge, .split), (.split, .merge):
            let split = one.act == .split ? one : other
            let merge = all(one.act == .merge ? one : other)
            return split.subject.sides.allSatisfy { !members($0).isDisjoint(with: merge) }
        default: return false
        }
    }
}

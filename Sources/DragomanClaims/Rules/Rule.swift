import DragomanText

/// What an element of a rule takes from a clause.
enum Role: String, Sendable, CaseIterable {
    case actor, counterpart, place, goods, money
}

/// What a phrase must be to fill an element.
enum PhraseType: Sendable, Hashable {
    /// A firm, institution, country or person, or a word that stands for one.
    case party
    /// A country, region, city, or a plant or market in one.
    case place
    /// Something that is traded or made.
    case goods
    /// An amount of money.
    case money
    /// A country, or an authority of one.
    case country
    /// A party that is no firm.
    case authority
    /// A word of this class of the lexicon.
    case wordClass(String)
}

/// One alternative of an element: `counterpart`, `actor:institution`, `:facility`.
struct Filler: Sendable, Hashable {
    /// Nil for an element that only has to be there.
    let role: Role?
    let type: PhraseType
}

/// An element in angle brackets.
struct RuleElement: Sendable {
    /// Where grammar puts it.
    enum Position: Sendable, Hashable {
        case subject, object
        /// After one of these prepositions.
        case preposition([String])
    }

    let position: Position
    /// Tried in order.
    var fillers: [Filler]
    /// Whether a clause without it is no match.
    let required: Bool
    /// Where it stands in its line, from 1.
    let column: Int
}

/// What the plain past of a predicate says of the undertaking's stage.
enum Aspect: Sendable, Hashable {
    /// An event: "shipped", "opened". Past is `done`, a running form is `underway`.
    case event
    /// An activity: "makes", "has been selling". Past and present are `underway`.
    case activity
    /// Past and present both say this stage: "suspended" is `stalled`.
    case always(Stage)
    /// The predicate is itself a cue: "plans a factory" is `planned`, "is considering a plant" is `considered`.
    case cue
}

/// A value that a rule asks for beside its elements.
enum Need: String, Sendable, CaseIterable {
    case quantity, money, share, place, goods
}

/// One line of a pack: a sentence with named, typed roles.
struct Rule: Sendable {
    /// Nil for `claim continued`: the kind of the claim before it in the paragraph, whose slots it takes over.
    let kind: ClaimKind?
    /// The predicate's lemmas; a particle stands after its verb: `pull out`.
    let predicates: [String]
    let elements: [RuleElement]
    let aspect: Aspect
    /// The stage of a noun without any verb that says how far it is; nil: such a noun is no claim.
    let bare: Stage?
    /// What the plain present says where that is not what the past says: "exports" is `underway`, "exported" is `done`.
    let present: Stage?
    /// A slot without which the words are no claim: a capacity needs its number.
    let needs: Need?
    /// Whether the claim yields to any other of the same words: the catch-all kinds.
    let isFallback: Bool
    /// `PACK/FILE:LINE`.
    let origin: String
    /// Where it begins in its line, from 1.
    let column: Int
    /// The line as written.
    let text: String
    let examples: [RuleExample]

    /// Whether a passive has something to be its subject: an object, or a subject that is a thing.
    var takesObject: Bool {
        elements.contains { element in
            element.position == .object
                || element.position == .subject && !element.fillers.contains { $0.role == .actor }
        }
    }

    /// Whether its subject is a thing that only has to be there: "the project", "it".
    var testsSubject: Bool {
        elements.contains { $0.position == .subject && $0.fillers.allSatisfy { $0.role == nil } }
    }

    /// Whether an element takes goods.
    var takesGoods: Bool { elements.contains { $0.fillers.contains { $0.role == .goods } } }

    /// Whether an element takes a counterpart.
    var namesCounterpart: Bool { elements.contains { $0.fillers.contains { $0.role == .counterpart } } }
}

/// A sentence that a rule must find, or must not.
struct RuleExample: Sendable {
    let sentence: String
    /// Slots it must give, such as `("actor", "Saipa")`; nil for `not:`.
    let expected: [(slot: String, value: String)]?
    let line: PackFile.Line
}

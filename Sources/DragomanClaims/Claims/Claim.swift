public import DragomanText

/// What sort of undertaking a claim is about. The set is fixed by the claim format, version 1.
public enum ClaimKind: String, Sendable, Codable, CaseIterable {
    case supply, certification, production, investment, distribution, cooperation, exit, barrier
}

/// How far an undertaking has got, according to the source.
public enum Stage: String, Sendable, Codable, CaseIterable {
    case considered, talks, planned, signed, underway, done
    case stalled, ended, denied
}

/// A sort of goods, with the brand or model as written.
public struct Goods: Sendable, Codable, Equatable {
    /// `car`, `van`, `truck`, `bus`, `motorcycle`, `tractor`, `vehicle`, `parts`, `engine`, `battery`, `kit`, `tyre`, `service` or `other`; a pack may
    /// name further ones by its `goods` classes.
    public var type: String
    public var name: String?

    public init(type: String, name: String? = nil) {
        self.type = type
        self.name = name
    }

    /// Several of a type, as English writes it: `cars`, `batteries`, `coaches`; `parts` stays.
    public static func plural(of type: String) -> String {
        if type.hasSuffix("s"), !type.hasSuffix("ss"), type != "bus" { return type }
        if type.hasSuffix("y"), let last = type.dropLast().last, !"aeiou".contains(last) {
            return type.dropLast() + "ies"
        }
        return type + (["s", "x", "ch", "sh"].contains(where: type.hasSuffix) ? "es" : "s")
    }
}

/// Whose word a claim is.
public struct Speaker: Sendable, Codable, Equatable {
    /// The person's fullest name in the article; nil for one who is not named.
    public var name: String?
    /// The office or description: "ambassador", "two people familiar with the matter".
    public var role: String?
    /// The organisation spoken for, or the organisation that speaks.
    public var org: String?

    public init(name: String? = nil, role: String? = nil, org: String? = nil) {
        self.name = name
        self.role = role
        self.org = org
    }
}

/// A stretch of an article that is somebody's word: "X said that ...", "... , according to Y".
public struct Statement: Sendable {
    /// The words said or reported, as token ranges in the analysis.
    public var content: [Range<Int>]
    /// The reporting word: a token index; nil for a quotation that runs on.
    public var cue: Int?
    /// Whose word it is; nil where only an outlet or document is named.
    public var speaker: Speaker?
    /// Token range of the words that name the speaker; nil where they stand elsewhere.
    public var speakerTokens: Range<Int>?
    /// Token range of the reporting clause ("Ann Lee told the council on Monday"); nil where there is none.
    public var reporting: Range<Int>?
    /// Outlets and documents by which the word came, nearest first.
    public var via: [String]
    /// When it was said; nil where the text does not date it.
    public var said: CoarseDate?
    /// How much of the content stands in quotation marks.
    public var quoted: Quoted

    /// How much of a statement's content stands in quotation marks.
    public enum Quoted: Sendable {
        case none, part, whole
    }

    public init(
        content: [Range<Int>], cue: Int?, speaker: Speaker?, speakerTokens: Range<Int>? = nil,
        reporting: Range<Int>? = nil, via: [String] = [], said: CoarseDate? = nil, quoted: Quoted = .none
    ) {
        self.content = content
        self.cue = cue
        self.speaker = speaker
        self.speakerTokens = speakerTokens
        self.reporting = reporting
        self.via = via
        self.said = said
        self.quoted = quoted
    }
}

/// One proposition about a cross-border undertaking, as one article reports it, on somebody's word.
public struct Claim: Sendable, Equatable {
    public var kind: ClaimKind
    public var stage: Stage
    /// Who does it: supplier, maker, applicant, investor, the one who leaves, the one who imposes.
    public var actor: [String]
    /// To or with whom: buyer, partner, distributor, acquired firm, authority.
    public var counterpart: [String]
    /// Market or host.
    public var place: [String]
    public var goods: [Goods]
    public var quantity: Quantity?
    public var money: Money?
    /// A stake, a localisation level or a part of the quantity, as written.
    public var share: String?
    /// When the undertaking happens or happened.
    public var date: CoarseDate?
    /// When it was said.
    public var said: CoarseDate?
    /// Whose word it is; nil is the article's own voice.
    public var speaker: Speaker?
    /// The chain by which the word came, nearest first.
    public var via: [String]
    /// The words it rests on, a byte range in the article's text.
    public var evidence: ByteRange
    /// The rule that found it, as `PACK/FILE:LINE`.
    public var rule: String
    /// Claims of one article with the same number speak of the same undertaking.
    public var undertaking: Int
    /// How surely it happens, whether at all, and whether it is still to come, as its words say beside the stage.
    public var factuality: Factuality

    public init(
        kind: ClaimKind, stage: Stage, actor: [String] = [], counterpart: [String] = [], place: [String] = [],
        goods: [Goods] = [], quantity: Quantity? = nil, money: Money? = nil, share: String? = nil,
        date: CoarseDate? = nil, said: CoarseDate? = nil, speaker: Speaker? = nil, via: [String] = [],
        evidence: ByteRange, rule: String, undertaking: Int, factuality: Factuality = Factuality()
    ) {
        self.kind = kind
        self.stage = stage
        self.actor = actor
        self.counterpart = counterpart
        self.place = place
        self.goods = goods
        self.quantity = quantity
        self.money = money
        self.share = share
        self.date = date
        self.said = said
        self.speaker = speaker
        self.via = via
        self.evidence = evidence
        self.rule = rule
        self.undertaking = undertaking
        self.factuality = factuality
    }
}

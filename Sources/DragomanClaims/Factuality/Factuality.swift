/// How sure the words are that something happens.
///
/// The scale is that of GRaSP and MEANTIME (van Son et al., "GRaSP: A Multilayered Annotation Scheme for
/// Perspectives", 2016).
public enum Certainty: String, Sendable, Codable, CaseIterable {
    case certain = "CERTAIN"
    /// "is expected to", "is likely to".
    case probable = "PROBABLE"
    /// "may", "fears of".
    case possible = "POSSIBLE"
    /// "if", "wants to", "should": the words do not say.
    case underspecified = "UNDERSPECIFIED"
}

/// Whether the words say that it happens or that it does not.
public enum Polarity: String, Sendable, Codable, CaseIterable {
    case positive = "POS"
    case negative = "NEG"
    case underspecified = "UNDERSPECIFIED"
}

/// Whether it lies ahead of the moment the words speak from.
public enum EventTime: String, Sendable, Codable, CaseIterable {
    case future = "FUTURE"
    case nonFuture = "NON_FUTURE"
    /// "The aircraft can fly": at no time in particular.
    case underspecified = "UNDERSPECIFIED"
}

/// What the words say of an event: how surely, whether at all, and whether it is still to come.
public struct Factuality: Sendable, Equatable, Codable {
    public var certainty: Certainty
    public var polarity: Polarity
    public var time: EventTime

    public init(
        certainty: Certainty = .certain, polarity: Polarity = .positive, time: EventTime = .nonFuture
    ) {
        self.certainty = certainty
        self.polarity = polarity
        self.time = time
    }

    /// The same with what the stage of an undertaking says outright: what is denied does not happen, what is talked of or
    /// considered is possible and ahead, what is planned is ahead, what is done is not.
    func agreeing(with stage: Stage) -> Factuality {
        var result = self
        switch stage {
        case .denied: result.polarity = .negative
        case .considered, .talks:
            result.time = .future
            if certainty == .certain { result.certainty = .possible }
        case .planned: result.time = .future
        case .underway, .done: result.time = .nonFuture
        case .signed, .stalled, .ended: break
        }
        return result
    }

    /// The three words in one, as a ledger keeps them: `PROBABLE POS FUTURE`.
    public var line: String { "\(certainty.rawValue) \(polarity.rawValue) \(time.rawValue)" }

    /// Reads `line`; nil for anything else.
    public init?(line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 3, let certainty = Certainty(rawValue: words[0]),
            let polarity = Polarity(rawValue: words[1]),
            let time = EventTime(rawValue: words[2])
        else { return nil }
        self.init(certainty: certainty, polarity: polarity, time: time)
    }
}

/// A word that tells of something that happens, and what the words around it say of that.
public struct Event: Sendable, Equatable {
    /// The verb or noun: a token index in the analysis.
    public var token: Int
    public var factuality: Factuality

    public init(token: Int, factuality: Factuality) {
        self.token = token
        self.factuality = factuality
    }
}

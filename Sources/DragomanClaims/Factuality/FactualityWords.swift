/// The words over an event that say how sure it is, by their lemmas.
enum FactualityWords {
    /// What they govern is likely.
    static let probable: Set<String> = [
        "expect", "believe", "likely", "predict", "forecast", "anticipate", "think", "presume", "estimate", "suspect",
        "assume", "project", "intend", "schedule",
    ]
    /// What they govern may be.
    static let possible: Set<String> = [
        "fear", "worry", "concern", "hope", "possibility", "prospect", "chance", "possible", "potential", "risk",
        "threat", "speculation", "speculate", "consider", "consideration", "explore", "effort", "try", "attempt",
        "fight", "struggle", "seek", "threaten", "opportunity", "afraid", "able", "weigh", "mull", "study",
    ]
    /// Whether what they govern happens they do not say.
    static let open: Set<String> = [
        "want", "wish", "ask", "request", "urge", "call", "demand", "like", "need", "require", "invite", "propose",
        "recommend", "suggest", "whether",
    ]
    /// What they govern does not happen, or no longer.
    static let negative: Set<String> = [
        "stop", "cease", "cancel", "fail", "refuse", "deny", "prevent", "avoid", "abandon", "scrap", "reject", "halt",
        "suspend", "end", "delay", "decline", "forbid", "without",
    ]
    /// Their infinitive is as sure as they are themselves: "began to sell".
    static let transparent: Set<String> = [
        "begin", "start", "continue", "manage", "resume", "keep", "finish", "proceed", "go", "use", "help", "happen",
        "know", "get", "come",
    ]
    /// Their object is undone: "cancelled the order".
    static let undoing: Set<String> = ["cancel", "avoid", "prevent", "scrap", "abandon"]
    /// Their object lies ahead: "plans a visit".
    static let ahead: Set<String> = [
        "plan", "propose", "promise", "seek", "want", "expect", "await", "demand", "request", "urge", "offer", "agree",
        "schedule", "consider", "prepare",
    ]
    /// Nouns and adjectives of feeling and chance, whose complement may be: "fears of a recession".
    static let prospects: Set<String> = [
        "fear", "worry", "hope", "prospect", "risk", "possibility", "threat", "potential", "chance", "speculation",
    ]
    /// Nouns for what is meant to be done: "a plan for".
    static let projects: Set<String> = ["plan", "proposal", "bid", "intention", "ambition"]
    static let probablyAdverbs: Set<String> = ["probably", "likely", "presumably"]
    static let possiblyAdverbs: Set<String> = ["possibly", "perhaps", "maybe", "potentially"]
    /// Conjunctions of time, which take over the time of their main clause.
    static let whenever: Set<String> = ["when", "before", "until", "once", "after", "as"]
    /// Adjectives of what is ahead: "the planned visit".
    static let aheadAdjectives: Set<String> = ["planned", "upcoming", "future", "forthcoming", "proposed", "coming"]
    static let chanceAdjectives: Set<String> = ["possible", "potential", "likely"]
}

extension Pack {
    /// A rule as people read it.
    public struct RuleDescription: Sendable {
        /// Where it stands: `PACK/FILE:LINE`, as claims name it.
        public let place: String
        /// Nil for a rule that goes on with the claim before it.
        public let kind: ClaimKind?
        /// The line of the pack.
        public let text: String
        /// Sentences it must find something in, and such as it must not.
        public let examples: [String]
        public let counterexamples: [String]
    }

    /// All rules, in the order of the packs.
    public var described: [RuleDescription] {
        rules.map { rule in
            RuleDescription(
                place: rule.origin, kind: rule.kind, text: rule.text,
                examples: rule.examples.filter { $0.expected != nil }.map(\.sentence),
                counterexamples: rule.examples.filter { $0.expected == nil }.map(\.sentence))
        }
    }
}

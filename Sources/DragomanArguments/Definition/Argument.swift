/// Something a command takes by position.
public struct Argument: Sendable, Equatable {
    /// How many words it takes.
    public enum Arity: Sendable {
        case one, optional, oneOrMore, any

        /// Whether a command line without it is wrong.
        var isRequired: Bool { self == .one || self == .oneOrMore }
        /// Whether it takes more than one word.
        var repeats: Bool { self == .oneOrMore || self == .any }
    }

    /// How help calls it, such as `FILE`.
    public let name: String
    /// What it is, a phrase without a full stop.
    public let summary: String
    public let kind: ValueKind
    public let arity: Arity

    public init(_ name: String, _ summary: String, kind: ValueKind = .text, arity: Arity = .one) {
        self.name = name
        self.summary = summary
        self.kind = kind
        self.arity = arity
    }

    /// The argument in a usage line, such as `FILE...` or `[FILE]`.
    var spelling: String {
        switch arity {
        case .one: name
        case .optional: "[\(name)]"
        case .oneOrMore: "\(name)..."
        case .any: "[\(name)...]"
        }
    }

    /// The summary with the allowed values.
    var fullSummary: String { kind.allowed.map { "\(summary) (\($0))" } ?? summary }
}

/// An option (`--outlet NAME`) or, without a value, a flag (`--json`).
public struct Option: Sendable, Equatable {
    /// Its long form without the dashes, such as `outlet`.
    public let name: String
    /// Its short form, one letter or digit; nil where it has none.
    public let short: Character?
    /// What it is for, a phrase without a full stop.
    public let summary: String
    /// The value it takes; nil for a flag.
    public let value: Value?
    /// What holds where neither the command line nor the environment gives a value.
    public let fallback: String?
    /// The environment variable that gives the value where the command line does not.
    public let environment: String?

    /// Makes an option that takes a value.
    ///
    /// - Parameters:
    ///   - name: the long form, without the dashes.
    ///   - valueName: how the value is called in help, such as `NAME`.
    ///   - kind: what values are allowed.
    public init(
        _ name: String, short: Character? = nil, _ summary: String, value valueName: String, kind: ValueKind = .text,
        fallback: String? = nil, environment: String? = nil
    ) {
        self.name = name
        self.short = short
        self.summary = summary
        value = Value(name: valueName, kind: kind)
        self.fallback = fallback
        self.environment = environment
    }

    /// Makes a flag.
    public init(flag name: String, short: Character? = nil, _ summary: String) {
        self.name = name
        self.short = short
        self.summary = summary
        value = nil
        fallback = nil
        environment = nil
    }

    /// The option as one types it, such as `-s, --sentences N`; lines up with options that have no short form.
    var spelling: String {
        let lead = short.map { "-\($0), " } ?? "    "
        return lead + longSpelling
    }

    /// The long form with its value, such as `--sentences N`.
    var longSpelling: String { "--\(name)" + (value.map { " \($0.name)" } ?? "") }

    /// The summary with the allowed values, the fallback and the environment variable.
    var fullSummary: String {
        var notes: [String] = []
        if let allowed = value?.kind.allowed { notes.append(allowed) }
        if let fallback { notes.append("default \(fallback)") }
        if let environment { notes.append("or $\(environment)") }
        return notes.isEmpty ? summary : "\(summary) (\(notes.joined(separator: "; ")))"
    }
}

/// What an option takes.
public struct Value: Sendable, Equatable {
    /// How help calls it, such as `FILE`.
    public let name: String
    /// What is allowed, and how shells complete it.
    public let kind: ValueKind

    public init(name: String, kind: ValueKind) {
        self.name = name
        self.kind = kind
    }
}

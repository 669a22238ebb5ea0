import DragomanText

/// What a word on the way from a predicate to the top of its sentence says of the stage.
enum Cue: Sendable, Hashable {
    /// It says the stage itself: "talks", "plan", "sign".
    case stage(Stage)
    /// It says nothing itself but carries tense and modality: "hold", "carry out".
    case light
    /// It makes somebody do it: "force", "allow"; what it makes happen happens in its own tense.
    case cause
    /// It reports, and what stands above it is not about the undertaking: "say", "announce".
    case report
}

/// The ordered table of stage cues, for all kinds of claims.
///
/// ```
/// planned: plan, intend, aim
/// light:   have, hold, make
/// report:  say, announce
/// ```
struct CueTable: Sendable {
    private var cues: [String: Cue] = [:]

    init() {}

    /// Adds the lines of one file.
    ///
    /// - Throws: `DragomanError` C120 where a line's name is no stage, `light`, `cause` or `report`.
    mutating func add(_ source: PackFile) throws {
        for line in source.entries {
            let parts = line.text.split(separator: ":", maxSplits: 1)
            let name = parts[0].trimmed
            let cue: Cue
            if name == "light" {
                cue = .light
            } else if name == "cause" {
                cue = .cause
            } else if name == "report" {
                cue = .report
            } else if let stage = Stage(rawValue: name) {
                cue = .stage(stage)
            } else {
                let near = nearest(to: name, in: Stage.allCases.map(\.rawValue) + ["light", "cause", "report"])
                throw source.error(
                    "C120", line, "\"\(name)\" is neither a stage nor `light`, `cause` or `report`",
                    advice: near.map { "Did you mean \"\($0)\"?" })
            }
            guard parts.count == 2 else { throw source.error("C120", line, "expected `\(name): word, word`") }
            for word in parts[1].split(separator: ",") where !word.trimmed.isEmpty { cues[word.trimmed] = cue }
        }
    }

    /// The cue of a lemma, with its particle where it has one; nil for a word the table does not have.
    func cue(_ lemma: String, particle: String?) -> Cue? {
        if let particle, let cue = cues[lemma + " " + particle] { return cue }
        return cues[lemma]
    }
}

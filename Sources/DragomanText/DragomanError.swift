/// An error at a boundary of Dragoman: what happened, where, and what to do about it.
///
/// ```
/// throw DragomanError(.badInput, "F003", "article.txt is empty", advice: "Give a file that holds an article.")
/// ```
/// prints `dragoman: article.txt is empty [DRG-F003]` and the advice on the next line.
public struct DragomanError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What sort of failure it is; decides the exit code.
    public enum Kind: Int32, Sendable {
        /// The work could not be done: a disk, a database, a missing file. Exit code 2.
        case failure = 2
        /// The command line is wrong. Exit code 64.
        case usage = 64
        /// The input is wrong: an empty or binary file, a pack with a mistake, a damaged model. Exit code 65.
        case badInput = 65
    }

    /// What sort of failure it is.
    public let kind: Kind
    /// Stable and searchable: a letter for the area (A arguments, F files, P page, L language, N names, C claims, D ledger, W web, G pictures, T tables) and three digits.
    public let code: String
    /// One sentence, without a full stop at its end.
    public let message: String
    /// What the user can do, a sentence; nil where there is nothing to say.
    public let advice: String?

    /// - Parameters:
    ///   - kind: decides the exit code.
    ///   - code: area letter and three digits, such as `F003`.
    ///   - message: one sentence that names the thing that is wrong.
    ///   - advice: what to do.
    public init(_ kind: Kind, _ code: String, _ message: String, advice: String? = nil) {
        self.kind = kind
        self.code = code
        self.message = message
        self.advice = advice
    }

    public var description: String {
        "\(message) [DRG-\(code)]" + (advice.map { "\n" + $0 } ?? "")
    }
}

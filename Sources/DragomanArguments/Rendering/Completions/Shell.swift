/// A shell that can complete command lines.
public enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish

    /// The script that teaches this shell to complete the commands below `root`.
    ///
    /// - Returns: the script, ending with a line break.
    public func completions(of root: Command) -> String {
        switch self {
        case .bash: BashCompletions(root: root).text()
        case .zsh: ZshCompletions(root: root).text()
        case .fish: FishCompletions(root: root).text()
        }
    }
}

extension String {
    /// The string between single quotes, as a shell reads it back whole.
    var shellQuoted: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

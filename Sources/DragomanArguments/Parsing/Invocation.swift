/// What a command line asks for.
public enum Request: Sendable {
    /// A command is to be run.
    case run(Invocation)
    /// Help is wanted for the command at the end of this path, which begins with the root.
    case help([Command])
    /// The version is wanted.
    case version
    /// A command that has subcommands stands alone: help for it is due, and the exit code for wrong usage.
    case incomplete([Command])
}

/// A command line understood: which command, with which values.
public struct Invocation: Sendable {
    /// From the root to the command.
    public let path: [Command]
    /// By the name of the option, in the order they were given.
    var options: [String: [String]]
    /// By the name of the argument, in the order they were given.
    var arguments: [String: [String]]

    /// The names of the path without the root, such as `pack check`.
    public var name: String { path.dropFirst().map(\.name).joined(separator: " ") }

    /// Whether a flag was given, or an option by the command line or the environment.
    public func has(_ option: Option) -> Bool { options[option.name] != nil }

    /// The value of an option: the last one given, else the environment's, else the fallback.
    public func value(_ option: Option) -> String? { options[option.name]?.last ?? option.fallback }

    /// All values of an option, in the order they were given; empty where there are none.
    public func values(_ option: Option) -> [String] { options[option.name] ?? (option.fallback.map { [$0] } ?? []) }

    /// The value of an option of the kind `integer`.
    public func integer(_ option: Option) -> Int? { value(option).flatMap { Int($0) } }

    /// All words an argument took; empty for one that was left out.
    public func words(_ argument: Argument) -> [String] { arguments[argument.name] ?? [] }

    /// The first word an argument took; nil for one that was left out.
    public func word(_ argument: Argument) -> String? { arguments[argument.name]?.first }
}

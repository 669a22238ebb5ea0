import Foundation

/// The world a command runs in: all it may know of the machine, the time and the terminal.
///
/// Commands ask nothing else, so that a run repeats byte for byte where the context is the same.
struct Context: Sendable {
    /// The environment's variables.
    let environment: [String: String]
    /// The folder the program's executable stands in, links followed.
    let executableFolder: URL
    /// The time, for what the ledger records.
    let now: @Sendable () -> Date
    /// Where data go.
    let output: Output
    /// Where everything else goes that people are to see.
    let messages: Messages
    /// Where `-` is read from, a file descriptor.
    let input: Int32
    /// Columns of the terminal; 80 where there is none.
    let width: Int

    /// The context of this process.
    static func live() -> Context {
        let environment = ProcessInfo.processInfo.environment
        let executable = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "dragoman")
        return Context(
            environment: environment,
            executableFolder: executable.resolvingSymlinksInPath().deletingLastPathComponent(),
            now: { now(environment) }, output: Output(descriptor: STDOUT_FILENO),
            messages: Messages(descriptor: STDERR_FILENO), input: STDIN_FILENO, width: Terminal.width(environment))
    }

    /// The time of the machine, or the second `SOURCE_DATE_EPOCH` names, by which builds and runs are made to repeat.
    private static func now(_ environment: [String: String]) -> Date {
        if let epoch = environment["SOURCE_DATE_EPOCH"].flatMap(TimeInterval.init) {
            return Date(timeIntervalSince1970: epoch)
        }
        return Date()
    }

    /// A file below the home folder's place for data, as the XDG rules name it.
    func dataFile(_ name: String) -> URL { homeFile(name, "XDG_DATA_HOME", ".local/share") }

    /// A file below the home folder's place for what can be made anew.
    func cacheFile(_ name: String) -> URL { homeFile(name, "XDG_CACHE_HOME", ".cache") }

    private func homeFile(_ name: String, _ variable: String, _ usual: String) -> URL {
        let home =
            environment["HOME"].map { URL(fileURLWithPath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
        let folder =
            environment[variable].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
            ?? home.appendingPathComponent(usual)
        return folder.appendingPathComponent("dragoman").appendingPathComponent(name)
    }

    /// Folders in which what belongs to the program may stand: above the executable as far as the package's root where
    /// it was built there, and `share/dragoman` beside an installed one.
    var programFolders: [URL] {
        let root = sequence(first: executableFolder) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }
            .prefix(6).first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("Package.swift").path) }
        let installed = executableFolder.deletingLastPathComponent().appendingPathComponent("share/dragoman")
        return [root, installed].compactMap { $0 }
    }
}

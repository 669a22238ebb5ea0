import DragomanArguments
import Foundation
import Testing

@testable import dragoman

@Suite struct HelpTests {
    /// Every command with the words that name it.
    static let commands: [[String]] = {
        var found: [[String]] = [[]]
        for command in Commands.root.subcommands {
            found.append([command.name])
            found += command.subcommands.map { [command.name, $0.name] }
        }
        return found
    }()

    @Test(arguments: commands) func helpIsAsRecorded(words: [String]) async throws {
        let result = try await Binary.run(words + ["--help"])
        #expect(result.code == 0)
        #expect(result.errors == "")
        try Snapshot.expect(result.output, is: "help-" + (["dragoman"] + words).joined(separator: "-"))
    }

    @Test(arguments: commands.dropFirst()) func everyCommandHasExamplesThatParse(words: [String]) throws {
        guard let command = words.reduce(Optional(Commands.root), { $0?.subcommand($1) }) else {
            Issue.record("no command \(words)")
            return
        }
        #expect(!command.examples.isEmpty || !command.subcommands.isEmpty)
        for example in command.examples {
            for line in example.line.split(separator: /[|;>()]|&&|\$/) {
                let parts = Self.words(line)
                guard parts.first == "dragoman" else { continue }
                #expect(throws: Never.self, "\(example.line)") { try Commands.root.parse(Array(parts.dropFirst())) }
            }
        }
    }

    /// The words of a command line; double quotes keep one together.
    private static func words(_ line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
            number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }

    @Test func theReferencePageIsMadeFromTheDefinitions() throws {
        let kept = try String(contentsOf: Binary.repository.appendingPathComponent("Docs/commands.md"), encoding: .utf8)
        #expect(kept == ReferencePage(root: Commands.root).text(), "run make docs")
    }
}

extension Command {
    fileprivate func subcommand(_ name: String) -> Command? { subcommands.first { $0.name == name } }
}

import Foundation
import Testing

@testable import dragoman

@Suite struct UsageTests {
    @Test func aMistypedCommandIsAnsweredWithTheRightOne() async throws {
        let result = try await Binary.run(["completion", "bash"])
        #expect(result.code == 64)
        #expect(result.output == "")
        #expect(
            result.errors == """
                dragoman: 'completion' is not a command of dragoman [DRG-A001]
                Did you mean 'dragoman completions'?

                """)
    }

    @Test(arguments: [[], ["pack"]]) func aLineWithoutACommandGetsHelpAndTheCodeForWrongUsage(words: [String])
        async throws
    {
        let result = try await Binary.run(words)
        #expect(result.code == 64)
        #expect(result.output == "")
        #expect(result.errors.contains("\nUsage\n  dragoman"))
    }

    @Test func whatIsTypedCannotSteerTheTerminal() async throws {
        let result = try await Binary.run(["read", "a\u{1B}[2Jb\u{9B}31m.txt"])
        #expect(result.code == 2)
        #expect(!result.errors.unicodeScalars.contains { ["\u{1B}", "\u{9B}"].contains($0) })
    }

    @Test func theVersionIsTold() async throws {
        let result = try await Binary.run(["--version"])
        #expect(result.code == 0)
        #expect(result.output == "dragoman \(Dragoman.version)\n")
    }

    @Test func colorIsUsedOnlyWhereItCanBeSeen() async throws {
        #expect(try await !Binary.run(["--help"]).output.contains("\u{1B}"))
    }

    @Test func aFullDiskIsReported() async throws {
        let result = try await Binary.run(["manual"], output: "/dev/full")
        #expect(result.code == 2)
        #expect(
            result.errors == """
                dragoman: the output could not be written: No space left on device [DRG-F010]
                Make room on the disk, or write elsewhere.

                """)
    }

    @Test func aReaderThatStopsReadingIsNoError() async throws {
        try await Scratch.with { scratch in
            let script = try scratch.file(
                "head.sh", "\(Binary.url.path) manual | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            process.arguments = [script.path]
            let errors = scratch.folder.appendingPathComponent("errors")
            let output = scratch.folder.appendingPathComponent("output")
            for file in [errors, output] { try Data().write(to: file) }
            process.standardError = try FileHandle(forWritingTo: errors)
            process.standardOutput = try FileHandle(forWritingTo: output)
            try process.run()
            process.waitUntilExit()
            #expect(try Data(contentsOf: errors).isEmpty)
            let status = try String(contentsOf: output, encoding: .utf8)
            #expect(["0\n", "141\n"].contains(status))
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completionsKnowTheCommands(shell: String) async throws {
        let result = try await Binary.run(["completions", shell])
        #expect(result.code == 0)
        #expect(result.output.contains("manual"))
    }
}

import DragomanArguments
import Testing

@Suite struct CompletionsTests {
    /// What bash offers for a line whose last word, maybe empty, is being typed.
    private func offers(_ words: [String]) throws -> [String] {
        let script = Shell.bash.completions(of: Fixture.root)
        let line = (["tool"] + words).map { "'\($0)'" }.joined(separator: " ")
        let driver =
            "\(script)\nCOMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _tool; printf '%s\\n' \"${COMPREPLY[@]}\""
        let result = try Tool.run("bash", [], input: driver)
        #expect(result.errors == "")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        ([""], ["read", "pack", "shell", "rest", "maybe"]), (["re"], ["read", "rest"]), (["pack", ""], ["check"]),
        (["read", "--c"], ["--count", "--color"]), (["--color", "n"], ["never"]),
        (["read", "--color", "a"], ["auto", "always"]), (["shell", ""], ["bash", "fish"]), (["read", "--day", ""], []),
        (["--quiet", "pack", ""], ["check"]), (["--"], ["--color", "--quiet", "--help", "--version"]),
    ])
    func bashOffersWhatFits(words: [String], expected: [String]) throws {
        #expect(try offers(words) == expected)
    }

    @Test func bashOffersFilesAndFolders() throws {
        #expect(try offers(["read", "/etc/host"]).contains("/etc/hosts"))
        #expect(try offers(["read", "--table", "/etc/host"]).contains("/etc/hosts"))
        #expect(try offers(["pack", "check", "/et"]) == ["/etc"])
    }

    @Test(arguments: [Shell.zsh, .fish].filter { Tool.find($0.rawValue) != nil })
    func otherShellsReadTheirScriptsWithoutFault(shell: Shell) throws {
        let result = try Tool.run(shell.rawValue, ["-n"], input: shell.completions(of: Fixture.root))
        #expect(result.errors == "")
    }

    @Test func zshAndFishKnowEveryOptionAndCommand() {
        let zsh = Shell.zsh.completions(of: Fixture.root)
        #expect(zsh.hasPrefix("#compdef tool\n"))
        #expect(zsh.contains("'--color=[when to use color]:WHEN:(auto always never)'"))
        #expect(zsh.contains("check) _tool_pack_check ;;"))
        let fish = Shell.fish.completions(of: Fixture.root)
        #expect(
            fish.contains("complete -c tool -n '__fish_seen_subcommand_from read' -l table -r -F -d 'a table of words'")
        )
        #expect(fish.contains("complete -c tool -n __fish_use_subcommand -a read -d 'Read files'"))
    }

    @Test(arguments: Shell.allCases)
    func quotesWhatTheShellWouldRead(shell: Shell) throws {
        let root = Command(
            name: "tool", summary: "Work",
            subcommands: [
                Command(name: "a", summary: "It's $(touch /tmp/never) `x`", options: [Option(flag: "b", "it's")])
            ])
        guard Tool.find(shell.rawValue) != nil else { return }
        #expect(try Tool.run(shell.rawValue, ["-n"], input: shell.completions(of: root)).errors == "")
    }
}

import DragomanArguments
import DragomanText
import Testing

@Suite struct ParserTests {
    private func run(_ words: String..., environment: [String: String] = [:]) throws -> Invocation {
        let request = try Fixture.root.parse(words, environment: environment)
        guard case .run(let invocation) = request else { throw Unexpected(request: request) }
        return invocation
    }

    private struct Unexpected: Error { let request: Request }

    private func mistake(_ words: [String], environment: [String: String] = [:]) -> DragomanError? {
        #expect(throws: DragomanError.self) { try Fixture.root.parse(words, environment: environment) }
    }

    @Test func findsTheCommandAndItsArguments() throws {
        let read = try run("read", "a", "b")
        #expect(read.name == "read")
        #expect(read.words(Fixture.files) == ["a", "b"])
        #expect(try run("pack", "check", "Packs/x").name == "pack check")
    }

    @Test(arguments: [
        ["--count", "2"], ["--count=2"], ["-n", "2"], ["-n2"], ["-n=2"], ["-jn2"], ["-qjn", "2"], ["-n1", "-n2"],
    ])
    func understandsEveryWayToGiveAValue(words: [String]) throws {
        let request = try Fixture.root.parse(["read"] + words + ["file"])
        guard case .run(let read) = request else { throw Unexpected(request: request) }
        #expect(read.integer(Fixture.count) == 2)
        #expect(read.words(Fixture.files) == ["file"])
    }

    @Test func optionsStandBeforeBetweenAndAfterArguments() throws {
        let read = try run("--color", "never", "read", "a", "-j", "b", "--quiet")
        #expect(read.value(Fixture.color) == "never")
        #expect(read.has(Fixture.json) && read.has(Fixture.quiet))
        #expect(read.words(Fixture.files) == ["a", "b"])
    }

    @Test func twoDashesEndTheOptions() throws {
        #expect(try run("read", "--", "--json", "-", "--").words(Fixture.files) == ["--json", "-", "--"])
        #expect(try run("--", "read", "-j").words(Fixture.files) == ["-j"])
    }

    @Test func aDashAloneIsAWord() throws {
        #expect(try run("read", "-").words(Fixture.files) == ["-"])
        #expect(try run("read", "--table", "-", "a").value(Fixture.table) == "-")
    }

    @Test func valuesMayBeEmptyNegativeOrHoldEqualsSigns() throws {
        #expect(try run("read", "-n", "-4", "a").integer(Fixture.count) == -4)
        #expect(try run("read", "--table=a=b", "a").value(Fixture.table) == "a=b")
        #expect(mistake(["read", "--table=", "a"])?.code == "A005")
    }

    @Test func theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheFallback() throws {
        #expect(try run("read", "a").integer(Fixture.count) == 3)
        #expect(try !run("read", "a").has(Fixture.count))
        #expect(try run("read", "a", environment: ["TOOL_COUNT": "5"]).integer(Fixture.count) == 5)
        #expect(try run("read", "a", "-n1", environment: ["TOOL_COUNT": "5"]).integer(Fixture.count) == 1)
        #expect(try run("read", "a", environment: ["TOOL_COUNT": ""]).integer(Fixture.count) == 3)
    }

    @Test func argumentsTakeAsManyWordsAsTheirArityAllows() throws {
        let word = Argument("WORD", "")
        #expect(try run("rest").words(word).isEmpty)
        #expect(try run("rest", "a", "b").words(word) == ["a", "b"])
        #expect(try run("maybe").word(word) == nil)
        #expect(try run("maybe", "a").word(word) == "a")
        #expect(mistake(["maybe", "a", "b"])?.code == "A007")
    }

    @Test(arguments: ["2024-02-29", "2023-12-31", "2023-03", "2023"])
    func allowsDates(date: String) throws {
        #expect(try run("read", "--day", date, "a").value(Fixture.day) == date)
    }

    @Test(arguments: [
        "2023-02-29", "2023-13", "2023-00-10", "23", "2023-1-1", "2023-04-31", "March", "2023-03-20-1", "２０２３",
    ])
    func refusesWhatIsNoDate(date: String) {
        #expect(mistake(["read", "--day", date, "a"])?.code == "A005")
    }

    @Test func helpAndVersionAreAlwaysUnderstood() throws {
        func helpPath(_ words: String...) throws -> String {
            let request = try Fixture.root.parse(words)
            guard case .help(let path) = request else { throw Unexpected(request: request) }
            return path.map(\.name).joined(separator: " ")
        }
        #expect(try helpPath("--help") == "tool")
        #expect(try helpPath("help") == "tool")
        #expect(try helpPath("help", "pack", "check") == "tool pack check")
        #expect(try helpPath("read", "-h") == "tool read")
        #expect(try helpPath("pack", "check", "--help") == "tool pack check")
        guard case .version = try Fixture.root.parse(["read", "--version"]) else { throw Unexpected(request: .version) }
    }

    @Test(arguments: [[], ["pack"], ["--quiet"]])
    func aGroupAloneIsIncomplete(words: [String]) throws {
        let request = try Fixture.root.parse(words)
        guard case .incomplete = request else { throw Unexpected(request: request) }
    }

    @Test(arguments: [
        (["raed"], "A001", "'raed' is not a command of tool", "Did you mean 'tool read'?"),
        (["she"], "A001", "'she' is not a command of tool", "Did you mean 'tool shell'?"),
        (["pack", "chek"], "A001", "'chek' is not a command of tool pack", "Did you mean 'tool pack check'?"),
        (["xyzzy"], "A001", "'xyzzy' is not a command of tool", "The commands are read, pack, shell, rest or maybe."),
        (["read", "--jsn", "a"], "A002", "'--jsn' is not an option of tool read", "Did you mean '--json'?"),
        (
            ["--json", "read"], "A002", "'--json' is not an option of tool",
            "Give it after the command: tool read --json."
        ),
        (["read", "-x"], "A002", "'-x' is not an option of tool read", "'tool read --help' shows how it is used."),
        (
            ["read", "--table", "--json"], "A003", "--table wants a value",
            "Write --table FILE; a value that begins with a dash as --table=FILE."
        ),
        (["read", "-j=1"], "A002", "'-=' is not an option of tool read", "'tool read --help' shows how it is used."),
        (["read", "--json=1"], "A004", "--json takes no value", "Leave out what follows the equals sign."),
        (["read", "-n", "9", "a"], "A005", "'9' is not allowed as -n N", "Allowed is -5 to 5."),
        (["shell", "bsh"], "A005", "'bsh' is not allowed as SHELL", "Did you mean 'bash'?"),
        (["shell", "csh"], "A005", "'csh' is not allowed as SHELL", "Allowed is bash or fish."),
        (
            ["read"], "A006", "tool read wants FILE: files to read, - for standard input",
            "'tool read --help' shows how it is used."
        ),
        (
            ["shell", "bash", "fish"], "A007", "'fish' is one word too many for tool shell",
            "'tool shell --help' shows how it is used."
        ),
    ])
    func saysWhatIsWrong(words: [String], code: String, message: String, advice: String) {
        let error = mistake(words)
        #expect(error?.kind == .usage)
        #expect(error?.code == code)
        #expect(error?.message == message)
        #expect(error?.advice == advice)
    }

    @Test func blamesTheEnvironmentForItsValues() {
        let error = mistake(["read", "a"], environment: ["TOOL_COUNT": "many"])
        #expect(error?.message == "'many' is not allowed as the environment variable TOOL_COUNT")
    }
}

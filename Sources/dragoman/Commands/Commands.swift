import DragomanArguments

/// A command with what it does.
protocol Action: Sendable {
    static var definition: Command { get }
    /// Does it.
    ///
    /// - Throws: `DragomanError`, whose kind decides the exit code.
    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode
}

/// All commands.
enum Commands {
    /// Commands of one word, in the order of the help.
    private static let single: [any Action.Type] = [
        ReadCommand.self,
        PageCommand.self,
        ClaimsCommand.self,
        QuotesCommand.self,
        EventsCommand.self,
        ExplainCommand.self,
        AnalyzeCommand.self,
        AddCommand.self,
        DealsCommand.self,
        ShowCommand.self,
        ArticlesCommand.self,
        StoriesCommand.self,
        DisagreementsCommand.self,
        SearchCommand.self,
        SummaryCommand.self,
        TimelineCommand.self,
        NetworkCommand.self,
        FlowsCommand.self,
        PeopleCommand.self,
        OutletsCommand.self,
        ChangesCommand.self,
        ReconcileCommand.self,
        JudgeCommand.self,
        JudgmentsCommand.self,
        UndoCommand.self,
        EnterCommand.self,
        RebuildCommand.self,
        VerifyCommand.self,
        BackupCommand.self,
        RestoreCommand.self,
        ExportCommand.self,
        ServeCommand.self,
    ]

    private static let pack: [any Action.Type] = [
        PackCheckCommand.self
    ]

    private static let feeds: [any Action.Type] = [
        FeedsListCommand.self
    ]

    private static let names: [any Action.Type] = [
        NamesMatchCommand.self,
        NamesExplainCommand.self,
        NamesFindCommand.self,
        NamesImportCommand.self,
        NamesListCommand.self,
    ]

    /// About the program itself.
    private static let own: [any Action.Type] = [
        CompletionsCommand.self,
        ManualCommand.self,
    ]

    /// The program's definition, from which help, completions, manual and reference are made.
    static let root = Command(
        name: "dragoman",
        summary: "Read the press on cross-border industry and trade, and keep the ledger of its deals",
        discussion: [
            "Data go to standard output, messages to standard error.",
            "Exit codes: 0 done, 1 nothing found, 2 it could not be done, 64 wrong usage, 65 bad input.",
        ],
        examples: [
            Example("dragoman read Samples/sobol-1-agency.txt", "the brief of one article"),
            Example("dragoman add articles/ && dragoman deals", "put articles into the ledger, list what was agreed"),
            Example("dragoman claims *.html --jsonl", "every claim, one line an article"),
        ],
        options: [SharedOptions.color, SharedOptions.quiet],
        subcommands: single.map { $0.definition } + [
            Command(
                name: "pack", summary: "Work on packs of rules and names", subcommands: pack.map { $0.definition }),
            Command(
                name: "feeds", summary: "Look after the feeds that articles come from",
                subcommands: feeds.map { $0.definition }),
            Command(
                name: "names", summary: "Compare and find names across scripts and spellings",
                subcommands: names.map { $0.definition }),
        ] + own.map { $0.definition })

    private static let actions: [String: any Action.Type] = {
        let groups: [(String, [any Action.Type])] = [
            ("", single + own), ("pack ", pack), ("feeds ", feeds), ("names ", names),
        ]
        let pairs = groups.flatMap { group, actions in actions.map { (group + $0.definition.name, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// The action for the words of a command, such as `pack check`.
    static func action(_ name: String) -> (any Action.Type)? { actions[name] }
}

/// Options that several commands have.
enum SharedOptions {
    static let color = Option(
        "color", "color and bold text", value: "WHEN", kind: .choice(ColorChoice.allCases.map(\.rawValue)),
        fallback: "auto")
    static let quiet = Option(flag: "quiet", short: "q", "no progress and no remarks, only errors")
}

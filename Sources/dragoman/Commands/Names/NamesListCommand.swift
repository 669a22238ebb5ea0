import DragomanArguments
import DragomanBrief
import DragomanLedger
import DragomanNames

/// `dragoman names list`
enum NamesListCommand: Action {
    private static let questions = Option(
        flag: "questions", "list the pairs that may be one, which somebody should judge")
    private static let identity = Option("id", "one identity with all its names and offices", value: "ID")
    private static let limit = Option(
        "limit", "at most so many", value: "N", kind: .integer(1...1_000_000), fallback: "50")

    static let definition = Command(
        name: "list", summary: "List the persons, firms and places of the ledger, each under all its names",
        discussion: [
            "Names of several articles and scripts are one identity by their likeness and what stands beside them: office, organisation, country, other names, time.",
            "What is in doubt stays apart and is a question: dragoman judge --names merge A B and dragoman judge --names split A B answer it; dragoman undo takes an answer back.",
        ],
        examples: [
            Example("dragoman names list", "the most named first"),
            Example("dragoman names list --questions", "what is in doubt, with the reasons"),
        ],
        arguments: [],
        options: [questions, identity, limit, NameMatching.schema, Paper.json, Places.ledger, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let matcher = try NameMatching.matcher(invocation, in: context)
        let list = try ledger.identities(matcher: matcher)
        let most = invocation.integer(limit) ?? 50
        let paper = Paper(invocation, in: context)
        if let id = invocation.value(identity) {
            let found = list.identities.filter { $0.id.hasPrefix(id) }
            try paper.print(IdentityPage(identities: found, isDetailed: true))
            return found.isEmpty ? .nothingFound : .done
        }
        if invocation.has(questions) {
            try paper.print(QuestionPage(questions: Array(list.questions.prefix(most))))
            return list.questions.isEmpty ? .nothingFound : .done
        }
        let kind = NameMatching.kind(invocation)
        let wanted = list.identities.filter { kind == .any || (kind == .person) == ($0.type == .person) }
        try paper.print(IdentityPage(identities: Array(wanted.prefix(most)), isDetailed: false))
        return wanted.isEmpty ? .nothingFound : .done
    }
}

/// Identities, one a line, or each at length.
struct IdentityPage: Page {
    let identities: [LedgerIdentity]
    let isDetailed: Bool

    func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(identities)
    }

    func text(_ style: TerminalStyle) -> String {
        guard !identities.isEmpty else { return "there is no such name in the ledger\n" }
        return identities.map(isDetailed ? long : line).joined()
    }

    private func line(_ identity: LedgerIdentity) -> String {
        let others = identity.names.map(\.name).filter { $0 != identity.name }.prefix(4).map(SafeText.line)
        return "\(identity.id)  \(SafeText.line(identity.name)) (\(identity.type.rawValue), "
            + "\(Counted.of(identity.articles.count, "article")))"
            + (others.isEmpty ? "" : " = " + others.joined(separator: " = ")) + "\n"
    }

    private func long(_ identity: LedgerIdentity) -> String {
        var text = "\(identity.id)  \(SafeText.line(identity.name)) (\(identity.type.rawValue))\n"
        if let entry = identity.entry { text += "  known as \(SafeText.line(entry))\n" }
        for form in identity.names {
            text += "  \(SafeText.line(form.name)), \(Counted.of(form.articles, "article"))\n"
        }
        for office in identity.offices {
            let words = [office.office, office.organisation].compactMap { $0 }.map(SafeText.line)
            let dates = Set([office.first, office.last].compactMap { $0 }).sorted()
            text += "  \(words.joined(separator: ", "))"
            text += (dates.isEmpty ? "" : ": " + dates.joined(separator: " to ")) + "\n"
        }
        if !identity.countries.isEmpty { text += "  of \(identity.countries.joined(separator: ", "))\n" }
        return text + "  in \(identity.articles.joined(separator: ", "))\n"
    }
}

/// Pairs of identities that may be one.
struct QuestionPage: Page {
    let questions: [IdentityQuestion]

    func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(questions)
    }

    func text(_ style: TerminalStyle) -> String {
        guard !questions.isEmpty else { return "there is no question about names\n" }
        return questions.map { question in
            "\(MatchPage.shown(question.score))  \(SafeText.line(question.firstName)) ~ "
                + "\(SafeText.line(question.secondName)) (\(question.first), \(question.second))\n"
                + "      \(SafeText.line(question.why))\n"
        }.joined()
    }
}

import DragomanArguments
import DragomanBrief
import DragomanLedger
import DragomanText

/// `dragoman judge ACT ID...`
enum JudgeCommand: Action {
    private static let act = Argument(
        "ACT", "what is judged", kind: .choice(["confirm", "reject", "merge", "split", "edit"]))
    private static let ids = Argument(
        "ID", "ids of deals, or the first four letters and more of them; of claims for split and with --claim",
        arity: .oneOrMore)
    private static let claim = Option(flag: "claim", "the ids are those of claims, and the claim itself is judged")
    private static let names = Option(flag: "names", "the words are names of a person, firm or place")
    private static let story = Option(
        flag: "story", "the ids are those of stories, to be merged, or of articles that are split off their story")
    private static let field = Option("field", "the field that is edited", value: "FIELD")
    private static let value = Option("value", "what it is to be; nothing where this is left out", value: "TEXT")

    static let definition = Command(
        name: "judge", summary: "Confirm, reject, merge, split or edit what the ledger derived",
        discussion: [
            "A judgment is kept for good, with who, when and why, and applied again whenever the ledger is rebuilt. A mistaken one "
                + "is undone with dragoman undo. Where a judgment contradicts an earlier one, that is said, and the later one holds.",
            "split takes claims out of their deal: they become a deal of their own, which later reports may join. reject takes "
                + "a deal out of the list, or a claim (--claim) out of its deal. edit sets a field of a deal, or of a claim; the "
                + "claims of a deal keep what they say.",
            "With --story, merge makes stories one, and split makes articles another story than the rest of theirs. With --names, "
                + "merge makes names one person, firm or place, and split keeps them apart.",
            "A judgment names claims by article and words. Where better rules no longer find them, it is kept and listed as "
                + "without subject.",
        ],
        examples: [
            Example("dragoman judge confirm 3fa9c2 --why \"the contract was published\"", "stand behind a deal"),
            Example("dragoman judge merge 3fa9c2 81k0zq", "two deals are one"),
            Example(
                "dragoman judge split 7w2m4x 9d0qpa --why \"another contract\"", "these claims are a deal of their own"),
            Example("dragoman judge merge --story 7kq2 9d0q", "two stories are one development"),
            Example("dragoman judge split --story 7kq2", "this article tells of another development"),
            Example("dragoman judge edit 3fa9c2 --field stage --value signed", "set a field of a deal"),
            Example("dragoman judge reject --claim 7w2m4x", "a claim that the article does not make"),
        ],
        arguments: [act, ids],
        options: [field, value, claim, names, story] + Judging.options + [Paper.json, Places.ledger])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .reading)
        let act = Judgment.Act(rawValue: invocation.word(act) ?? "") ?? .confirm
        let ids = invocation.words(ids)
        let subject: JudgedSubject
        if invocation.has(names) {
            for name in ids where try !ledger.holds(name: name) {
                context.messages.say("no article in the ledger has the name \(SafeText.line(name))")
            }
            subject = JudgedSubject(.name, ids.map { .init(names: [$0]) })
        } else if invocation.has(story) {
            subject = JudgedSubject(.story, try sides(ofStories: ids, act, in: ledger))
        } else if invocation.has(claim), act != .split {
            subject = JudgedSubject(.claim, [.init(claims: try ids.map { ClaimKey(try claim($0, in: ledger)) })])
        } else if act == .split {
            subject = try split(ids, in: ledger)
        } else {
            let deals = try ids.map { try deal($0, in: ledger) }
            subject = JudgedSubject(.deal, deals.map { .init(claims: $0.keys) })
        }
        return try Judging.make(
            JudgmentRequest(
                act, subject, field: invocation.value(field), value: invocation.value(value),
                who: Judging.who(invocation, in: context), why: invocation.value(Judging.why)),
            invocation, in: context)
    }

    /// Of a merge the articles of each story; of a split the articles that go, and the others of their story.
    private static func sides(
        ofStories ids: [String], _ act: Judgment.Act, in ledger: Ledger
    ) throws -> [JudgedSubject.Side] {
        let stories = try ids.map { id in
            guard let story = try ledger.story(ofArticle: id) else { throw missing("story", id) }
            return story
        }
        guard act == .split, let story = stories.first else {
            return stories.map { .init(names: $0.articles.map(\.id).sorted()) }
        }
        let going = story.articles.filter { article in ids.contains { article.id.hasPrefix($0.lowercased()) } }
        let staying = story.articles.filter { article in !going.contains { $0.id == article.id } }
        guard Set(stories.map(\.id)).count == 1, !staying.isEmpty else {
            throw DragomanError(
                .usage, "D024",
                staying.isEmpty
                    ? "that is every article of the story: nothing would stay"
                    : "the articles are not all of one story",
                advice: "Name the articles of one story that are to go; dragoman stories lists them with their ids.")
        }
        return [going, staying].map { .init(names: $0.map(\.id).sorted()) }
    }

    /// What goes: the claims; and what stays: the others of their deal.
    private static func split(_ ids: [String], in ledger: Ledger) throws -> JudgedSubject {
        let going = try ids.map { try claim($0, in: ledger) }
        let deals = Set(try going.map { try deal($0.id, in: ledger).id })
        guard deals.count == 1, let first = deals.first else {
            throw DragomanError(
                .usage, "D024", "the claims are not all of one deal", advice: "Split one deal at a time.")
        }
        let all = try deal(first, in: ledger).claims
        let staying = all.filter { claim in !going.contains { $0.id == claim.id } }
        guard !staying.isEmpty else {
            throw DragomanError(
                .usage, "D024", "that is every claim of the deal: nothing would stay",
                advice: "Name the claims that are to go; dragoman show \(first) --json lists them with their ids.")
        }
        return JudgedSubject(
            .deal,
            [.init(claims: going.map(ClaimKey.init)), .init(claims: staying.prefix(Deal.mostKeys).map(ClaimKey.init))])
    }

    private static func deal(_ id: String, in ledger: Ledger) throws -> Deal {
        guard let deal = try ledger.deal(id) else { throw missing("deal", id) }
        return deal
    }

    private static func claim(_ id: String, in ledger: Ledger) throws -> ReportedClaim {
        let deal = try deal(id, in: ledger)
        let found = deal.claims.filter { $0.id.hasPrefix(id.lowercased()) }
        guard let claim = found.first, found.count == 1 else { throw missing("claim", id) }
        return claim
    }

    private static func missing(_ what: String, _ id: String) -> DragomanError {
        DragomanError(
            .usage, "D025", "the ledger holds no \(what) \(id)",
            advice:
                "The commands dragoman deals and dragoman stories list what there is; dragoman show ID --json gives claims with their ids."
        )
    }
}

/// What all commands that judge share.
enum Judging {
    static let why = Option("why", "the reason, to be kept with it", value: "TEXT")
    static let who = Option("who", "who judges; the user's name by default", value: "NAME", environment: "DRAGOMAN_WHO")
    static let options = [who, why]

    static func who(_ invocation: Invocation, in context: Context) -> String {
        invocation.value(who) ?? context.environment["USER"] ?? context.environment["LOGNAME"] ?? "somebody"
    }

    /// Makes a judgment, prints it, and says which earlier ones it contradicts.
    static func make(
        _ request: JudgmentRequest, _ invocation: Invocation, in context: Context
    ) throws -> ExitCode {
        let ledger = try Ledger(path: Places.ledger(invocation, in: context, making: false), access: .writing)
        let result = try ledger.judge(request, at: context.now())
        try Paper(invocation, in: context).print(JudgmentPage(result))
        for number in result.contradicts {
            context.messages.say("this contradicts judgment \(number), and holds in its place where the two meet")
        }
        if !result.judgment.hasSubject { context.messages.say("what it is about is not in the ledger") }
        return .done
    }
}

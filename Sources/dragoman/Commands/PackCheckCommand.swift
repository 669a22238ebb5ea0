import DragomanArguments
import DragomanBrief
import DragomanClaims
import DragomanNames
import DragomanText
import Foundation

/// `dragoman pack check FOLDER`
enum PackCheckCommand: Action {
    private static let folders = Argument(
        "FOLDER", "folders of packs, the most general first; all bundled ones where none is named", kind: .folder,
        arity: .any)

    static let definition = Command(
        name: "check", summary: "Load packs and hold their rules to their own examples",
        discussion: [
            "Every example: must give what it says, every not: must give nothing. A mistake is told with file, line and column, "
                + "and so are rules that can do nothing: without an example, with a word class that is empty or a role that can "
                + "never be filled, or shadowed by an earlier rule. The exit code is 65 where examples fail or --strict is given "
                + "and there is anything to tell. Names are held to their sounds, to each other, to their owners, countries and dates."
        ],
        examples: [
            Example("dragoman pack check", "the packs in use"),
            Example("dragoman pack check Packs/world Packs/automotive", "these packs, the second on top of the first"),
            Example("dragoman pack check --field railways", "the pack of another field"),
            Example("dragoman pack check --json", "with counts and the time that loading takes"),
        ],
        arguments: [folders], options: [strict, Paper.json, Places.model, Places.packs, Places.field])

    private static let strict = Option(
        flag: "strict", "fail where a rule can do nothing or something is wrong with a name, too")

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let named = invocation.words(folders)
        let packs = try named.isEmpty ? Places.packs(invocation, in: context) : named
        let start = context.now()
        let knowledge = try KnowledgeBase(packs: packs)
        let pack = try Pack(folders: packs)
        let end = context.now()
        let reader = try Reader(model: Places.model(invocation, in: context), knowledge: knowledge, pack: pack)
        let report = PackReport(
            packs: packs.map { URL(fileURLWithPath: $0).lastPathComponent }, rules: pack.ruleCount,
            examples: pack.exampleCount,
            loadMilliseconds: (end.timeIntervalSince(start) * 10_000).rounded() / 10,
            failures: try reader.failedExamples().map { "\($0)" }, remarks: pack.remarks().map { "\($0)" },
            names: try remarks(on: knowledge, packs))
        if invocation.has(Paper.json) {
            try Paper(invocation, in: context).print(report)
        } else {
            for line in report.failures + report.remarks + report.names { context.messages.say(line) }
            if report.failures.isEmpty {
                try context.output.write(report.text(Paper(invocation, in: context).style))
            } else {
                context.messages.say("\(report.failures.count) of the examples in \(report.title) fail")
            }
        }
        let isGood = report.failures.isEmpty && (!invocation.has(strict) || (report.remarks + report.names).isEmpty)
        return isGood ? .done : .badInput
    }

    /// None where no pack has the tables of matching, as where one is checked without those it builds on.
    private static func remarks(on knowledge: KnowledgeBase, _ packs: [String]) throws -> [String] {
        do {
            return try KnowledgeCheck(knowledge, packs: packs).remarks
        } catch let error as DragomanError where error.code == "N011" {
            return []
        }
    }
}

/// What `dragoman pack check` found.
private struct PackReport: Page {
    let packs: [String]
    let rules: Int
    let examples: Int
    /// To read rules, tables and names of the packs.
    let loadMilliseconds: Double
    /// Examples that fail.
    let failures: [String]
    /// Rules that can do nothing.
    let remarks: [String]
    /// What is wrong with names.
    let names: [String]

    var title: String { packs.joined(separator: ", ") }

    func text(_ style: TerminalStyle) -> String {
        let told =
            (remarks.isEmpty ? "" : "; \(remarks.count) rules or parts of rules can do nothing")
            + (names.isEmpty ? "" : "; \(names.count) remarks on names")
        return "\(title): \(rules) rules, all \(examples) examples hold\(told)\n"
    }
}

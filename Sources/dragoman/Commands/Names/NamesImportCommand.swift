import DragomanArguments
import DragomanBrief
import DragomanNames
import DragomanText

/// `dragoman names import FILE`
enum NamesImportCommand: Action {
    private static let file = Argument(
        "FILE", "FollowTheMoney entities (JSON lines), or a CSV table with a heading \"name\"", kind: .file)
    private static let into = Option(
        "into", "folder of the pack that takes the names; it is made where it is not there", value: "FOLDER",
        kind: .folder)

    static let definition = Command(
        name: "import", summary: "Bring names of a list of yours into a pack of your own",
        discussion: [
            "Taken are persons, companies, organizations and public bodies with all their names. Headings of a table: name, and as you like type, aliases (separated by \";\"), country, id, wikidata.",
            "What was left out is said line by line. Importing the same file again changes nothing. Your own pack is used by every command, unless --packs names other packs.",
        ],
        examples: [
            Example("dragoman names import entities.ftm.json", "what an Aleph or yente export holds"),
            Example(
                "dragoman names import customers.csv --into my-packs/customers", "into a pack of a folder of one's own"),
        ],
        arguments: [file], options: [into, Paper.json, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        guard let path = invocation.word(file) else { return .usage }
        let pack = invocation.value(into) ?? Places.ownPack(in: context)
        let packs = try Places.packs(invocation, in: context).filter { $0 != pack }
        let done = try NameImport(path: path, into: pack, base: KnowledgeBase(packs: packs))
        for skipped in done.skipped {
            context.messages.say("\(SafeText.line(path)):\(skipped.line): \(SafeText.line(skipped.reason))")
        }
        if done.skippedCount > done.skipped.count {
            context.messages.say("and \(done.skippedCount - done.skipped.count) more lines like these")
        }
        try Paper(invocation, in: context).print(ImportPage(done))
        return done.added + done.changed + done.unchanged == 0 ? .nothingFound : .done
    }
}

/// What became of an import.
struct ImportPage: Page {
    let table: String
    let added: Int
    let changed: Int
    let unchanged: Int
    let joined: Int
    let skipped: Int

    init(_ done: NameImport) {
        table = done.table
        added = done.added
        changed = done.changed
        unchanged = done.unchanged
        joined = done.joined
        skipped = done.skippedCount
    }

    func text(_ style: TerminalStyle) -> String {
        "\(added) added, \(changed) changed, \(unchanged) unchanged (\(joined) of them names of known entries), "
            + "\(skipped) remarks on lines; \(SafeText.line(table))\n"
    }
}

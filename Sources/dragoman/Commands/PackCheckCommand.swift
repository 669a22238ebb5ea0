import DragomanArguments
import DragomanClaims
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
            "Every example: must give what it says, every not: must give nothing. A mistake is told with file, line and column."
        ],
        examples: [
            Example("dragoman pack check", "the packs in use"),
            Example("dragoman pack check Packs/world Packs/automotive", "these packs, the second on top of the first"),
        ],
        arguments: [folders], options: [Places.model, Places.packs])

    static func run(_ invocation: Invocation, in context: Context) async throws -> ExitCode {
        let named = invocation.words(folders)
        let packs = try named.isEmpty ? Places.packs(invocation, in: context) : named
        let reader = try Reader(model: Places.model(invocation, in: context), packs: packs)
        let failures = try reader.failedExamples()
        for failure in failures { context.messages.say("\(failure)") }
        let names = packs.map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: ", ")
        guard failures.isEmpty else {
            context.messages.say("\(failures.count) of the examples in \(names) fail")
            return .badInput
        }
        try context.output.write("\(names): \(reader.ruleCount) rules, all examples hold\n")
        return .done
    }
}

import DragomanArguments
import DragomanText
import Foundation

/// The program: reads the command line, runs the command, and turns what comes of it into an exit code.
@main
struct Dragoman {
    static let version = "0.1.0"

    static func main() async {
        let context = Context.live()
        let code = await run(Array(CommandLine.arguments.dropFirst()), in: context)
        exit(code.rawValue)
    }

    /// Runs a command line to its end.
    ///
    /// - Parameter words: the command line without the program's own name.
    static func run(_ words: [String], in context: Context) async -> ExitCode {
        do {
            let request = try Commands.root.parse(words, environment: context.environment)
            let code = try await answer(request, in: context)
            try context.output.flush()
            return code
        } catch is OutputClosed {
            return .done
        } catch let error as DragomanError {
            try? context.output.flush()
            context.messages.say("\(error)")
            return ExitCode(error.kind)
        } catch {
            try? context.output.flush()
            context.messages.say("\(error) [DRG-F000]\nThis is a fault of the program; please report it.")
            return .failure
        }
    }

    private static func answer(_ request: Request, in context: Context) async throws -> ExitCode {
        switch request {
        case .version:
            try context.output.write("dragoman \(version)\n")
            return .done
        case .help(let path):
            try context.output.write(
                HelpPage(path: path, width: context.width, bold: context.output.style(.auto, in: context).isOn).text())
            return .done
        case .incomplete(let path):
            let style = context.messages.style(.auto, in: context)
            context.messages.print(HelpPage(path: path, width: context.width, bold: style.isOn).text())
            return .usage
        case .run(let invocation):
            guard let action = Commands.action(invocation.name) else {
                throw DragomanError(.usage, "A001", "'\(invocation.name)' is not a command of dragoman")
            }
            return try await action.run(invocation, in: context)
        }
    }
}

/// What the shell is told.
enum ExitCode: Int32 {
    case done = 0
    /// All went well, and there was nothing to print.
    case nothingFound = 1
    case failure = 2
    case usage = 64
    case badInput = 65

    init(_ kind: DragomanError.Kind) {
        switch kind {
        case .failure: self = .failure
        case .usage: self = .usage
        case .badInput: self = .badInput
        }
    }
}

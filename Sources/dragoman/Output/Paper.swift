import DragomanArguments
import DragomanBrief
import Foundation

/// Prints pages, as text for people or as JSON for programs: the one place that decides how.
struct Paper {
    static let json = Option(flag: "json", "print JSON")

    private let output: Output
    private let asJSON: Bool
    /// What text is written for.
    let style: TerminalStyle

    init(_ invocation: Invocation, in context: Context) {
        output = context.output
        asJSON = invocation.has(Self.json)
        let choice = invocation.value(SharedOptions.color).flatMap(ColorChoice.init) ?? .auto
        style = TerminalStyle(width: context.width, colour: context.output.style(choice, in: context).isOn)
    }

    func print(_ page: some Page) throws {
        try output.write(asJSON ? page.json() : page.text(style))
    }
}

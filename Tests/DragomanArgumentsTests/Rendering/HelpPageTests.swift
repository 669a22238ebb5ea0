import DragomanArguments
import Testing

@Suite struct HelpPageTests {
    @Test func leadsWithExamples() {
        let page = HelpPage(path: [Fixture.root, Fixture.read], width: 72).text()
        #expect(
            page == """
                Read files.

                Examples
                  tool read -n 2 notes.txt
                      the first two lines of notes.txt

                Usage
                  tool read [OPTIONS] FILE...

                Arguments
                  FILE  files to read, - for standard input

                Options
                  -n, --count N     how many lines (-5 to 5; default 3; or $TOOL_COUNT)
                      --day DATE    the day it stands for (such as 2023-03-20)
                      --table FILE  a table of words
                  -j, --json        print JSON

                Options of every command
                      --color WHEN  when to use color (auto, always or never; default
                                    auto)
                  -q, --quiet       print no messages
                  -h, --help        show how the command is used
                      --version     show the version

                Notes
                  It's read whole. Long paragraphs of the discussion are wrapped to the
                  width of the terminal.

                """)
    }

    @Test func listsTheCommandsOfAGroup() {
        let page = HelpPage(path: [Fixture.root]).text()
        #expect(page.contains("\nCommands\n  read   Read files\n  pack   Work on packs\n"))
        #expect(page.hasSuffix("'tool COMMAND --help' tells more about a command.\n"))
    }

    @Test(arguments: [1, 40, 60, 100, 10_000])
    func keepsToTheWidth(width: Int) {
        let page = HelpPage(path: [Fixture.root, Fixture.read], width: width).text()
        let longest = page.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= min(100, max(40, width)))
    }

    @Test func setsHeadingsInBoldOnlyWhereAsked() {
        #expect(HelpPage(path: [Fixture.root], bold: true).text().contains("\u{1B}[1mUsage\u{1B}[0m"))
        #expect(!HelpPage(path: [Fixture.root]).text().contains("\u{1B}"))
    }
}

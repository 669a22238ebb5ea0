import DragomanArguments
import Foundation
import Testing

@Suite struct ManualPageTests {
    let page = ManualPage(root: Fixture.root, version: "1.2").text()

    @Test func namesEveryCommandOptionAndVariable() {
        for words in ["read", "pack check", "shell"] { #expect(page.contains(".SS tool \(words)")) }
        for option in [#"\-n, \-\-count N"#, #"\-\-color WHEN"#, #"\-j, \-\-json"#] {
            #expect(page.contains(".B \(option)\n"))
        }
        #expect(page.contains(".SH ENVIRONMENT\n.TP\n.B TOOL_COUNT\n"))
    }

    @Test func keepsTextFromBeingReadAsRoff() {
        let root = Command(name: "tool", summary: "Work", discussion: [".so /etc/passwd", "'br \\fB it's"])
        let page = ManualPage(root: root, version: "1").text()
        #expect(page.contains("\n\\&.so /etc/passwd\n.PP\n\\(aqbr \\efB it\\(aqs\n"))
    }

    @Test(.enabled(if: Tool.find("groff") != nil, "groff is not installed"))
    func isRoffWithoutFault() throws {
        let result = try Tool.run("groff", ["-man", "-ww", "-Tascii"], input: page)
        #expect(result.errors == "")
        #expect(result.output.contains("how many lines"))
    }
}

@Suite struct ReferencePageTests {
    @Test func hasASectionForEveryCommand() {
        let page = ReferencePage(root: Fixture.root).text()
        let sections = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(
            sections == [
                "## tool", "## tool read", "## tool pack", "## tool pack check", "## tool shell", "## tool rest",
                "## tool maybe",
            ])
        #expect(page.contains("| `-n, --count N` | how many lines (-5 to 5; default 3; or $TOOL_COUNT) |"))
        #expect(page.contains("$ tool read -n 2 notes.txt    # the first two lines of notes.txt"))
    }
}

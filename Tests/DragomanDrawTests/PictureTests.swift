import DragomanBrief
import DragomanClaims
import DragomanText
import Foundation
import Testing

@testable import DragomanDraw

struct PictureTests {
    static let widths: [Double] = [360, 720, 1120]

    private static func all(_ width: Double) throws -> [(name: String, picture: Picture)] {
        [
            ("course", Made.course.picture(width: width)), ("timeline", Made.timeline.picture(width: width)),
            ("network", try Made.network.picture(width: width)), ("flows", Made.flows.picture(width: width)),
        ]
    }

    @Test(arguments: widths) func `pictures are as recorded and looked at`(width: Double) throws {
        for (name, picture) in try Self.all(width) {
            try Snapshot.check(picture.svg, "\(name)-\(Int(width)).svg")
        }
    }

    @Test(arguments: widths) func `no text leaves the picture or touches another`(width: Double) throws {
        for (name, picture) in try Self.all(width) {
            let texts = Self.texts(of: picture)
            #expect(!texts.isEmpty)
            for text in texts {
                #expect(text.left >= 0 && text.right <= picture.width + 0.5, "\(name): \(text)")
                #expect(text.foot <= picture.height && text.foot > 8, "\(name): \(text)")
            }
            for (number, one) in texts.enumerated() {
                for other in texts[(number + 1)...] where abs(one.foot - other.foot) < 12 {
                    #expect(one.right <= other.left || other.right <= one.left, "\(name): \(one) over \(other)")
                }
            }
        }
    }

    @Test func `a date is drawn as exactly as it is known`() throws {
        let known: [(String, Bool)] = [
            ("2023-05-16", true), ("2023-05", false), ("2023-Q2", false), ("2023-H1", false), ("2023", false),
        ]
        for (text, isDot) in known {
            let course = StageCourse(
                statement: "x",
                points: [.init(stage: .signed, kind: .supply, date: CoarseDate(iso: text), outlets: ["Mekong Wire"])])
            let svg = course.picture().svg
            #expect(svg.contains("<circle") == isDot, "\(text)")
            #expect(svg.contains("rx=\"3\"") == !isDot, "\(text)")
        }
        // A bar is as long as its date is coarse.
        let axis = try #require(
            TimeAxis(["2023-05", "2023"].compactMap(CoarseDate.init(iso:)), left: 0, right: 1000))
        let month = axis.reach(CoarseDate(year: 2023, month: 5))
        let year = axis.reach(CoarseDate(year: 2023))
        #expect(abs((year.to - year.from) / (month.to - month.from) - 365.0 / 31) < 0.01)
        #expect(year.from < month.from && month.to < year.to)
    }

    @Test func `undated reports are counted, not drawn`() {
        let picture = Made.course.picture()
        #expect(picture.svg.contains("1 undated."))
        #expect(picture.table.rows.count == 12 && picture.table.rows[0][0] == "undated")
    }

    @Test func `marks of one stage do not cover each other`() {
        let points = (1...9).map { day in
            StageCourse.Point(
                stage: .signed, kind: .supply, date: CoarseDate(year: 2023, month: 5, day: day), outlets: ["A"])
        }
        let far = StageCourse.Point(stage: .signed, kind: .supply, date: CoarseDate(year: 2012), outlets: ["B"])
        let svg = StageCourse(statement: "x", points: [far] + points).picture(width: 360).svg
        let dots = svg.matches(of: /<circle cx="([0-9.]+)" cy="([0-9.]+)"/).compactMap { match in
            Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } }
        }
        #expect(dots.count == 9)
        for (number, one) in dots.enumerated() {
            for other in dots[(number + 1)...] {
                let distance = ((one.0 - other.0) * (one.0 - other.0) + (one.1 - other.1) * (one.1 - other.1))
                    .squareRoot()
                #expect(distance >= 10)
            }
        }
    }

    @Test func `boxes of a network do not overlap, and lines end at them`() throws {
        let layout = try GraphLayout(
            boxes: (0..<20).map { (60 + Double($0 * 7 % 50), 28) }, lines: (1..<20).map { ($0 / 3, $0) })
        for (number, one) in layout.boxes.enumerated() {
            #expect(one.x >= 30 && one.y >= 14 && one.x <= layout.width && one.y <= layout.height)
            for other in layout.boxes[(number + 1)...] {
                #expect(abs(one.x - other.x) >= 60 || abs(one.y - other.y) >= 28)
            }
        }
        #expect(layout.lines.allSatisfy { $0.count >= 4 && $0.count % 3 == 1 })
        let end = try #require(layout.lines[0].last)
        #expect(abs(end.x - layout.boxes[1].x) <= 40 && abs(end.y - layout.boxes[1].y) <= 15)
    }

    @Test func `large answers are drawn in part, and say so`() throws {
        let nodes = (0..<300).map { Network.Node(id: "n\($0)", name: "Party \($0)", kind: .party, deals: 1) }
        let edges = (1..<300).map {
            Network.Edge(from: "n\($0 / 2)", to: "n\($0)", kind: .supply, stage: .signed, deals: ["d"])
        }
        let network = try Network(nodes: nodes, edges: edges).picture(width: 720)
        #expect(network.svg.contains("240 parties and places are not drawn."))
        let flows = Flows(flows: (0..<90).map { .init(from: "A\($0)", to: "B\($0)", deals: ["d"]) }).picture()
        #expect(flows.svg.contains("The 40 flows of most deals of 90."))
        let events = (0..<400).map {
            Timeline.Event(
                date: CoarseDate(dayNumber: 19_000 + $0), what: .due, deal: "d", statement: "S", outlets: [])
        }
        #expect(Timeline(events: events).picture().svg.contains("The newest 80 of 400 events."))
    }

    @Test func `empty answers are pictures too`() throws {
        let pictures = [
            StageCourse(statement: "x", points: []).picture(), Timeline(events: []).picture(),
            try Network(nodes: [], edges: []).picture(), Flows(flows: []).picture(),
        ]
        for picture in pictures {
            #expect(picture.height > 20 && picture.svg.hasSuffix("</svg>\n"))
            #expect(Self.isWellFormed(picture.svg))
        }
    }

    @Test func `names from outside stay text`() throws {
        for name in [
            "</text><script>alert(1)</script>", "\"'&<>", "a\u{0}\u{1B}[31m\u{202E}gnp", "",
            String(repeating: "x", count: 10_000), "🚗\u{FE0F}é́́",
        ] {
            let day = CoarseDate(year: 2024, month: 5, day: 16)
            let pictures = [
                StageCourse(
                    statement: name, points: [.init(stage: .signed, kind: .supply, date: day, outlets: [name])]
                ).picture(),
                Timeline(events: [.init(date: day, what: .due, deal: name, statement: name, outlets: [name])])
                    .picture(),
                try Network(
                    nodes: [
                        .init(id: name, name: name, kind: .party, deals: 1),
                        .init(id: "b", name: "b", kind: .place, deals: 1),
                    ],
                    edges: [.init(from: name, to: "b", kind: .supply, stage: .signed, deals: [name])]
                ).picture(),
                Flows(flows: [.init(from: name, to: "b" + name, deals: [name])]).picture(),
            ]
            for picture in pictures {
                for svg in [picture.svg, picture.inline(id: "p\"><script>")] {
                    #expect(Self.isWellFormed(svg))
                    #expect(!svg.contains("<script") && !svg.contains("\u{1B}") && !svg.contains("\u{202E}"))
                    #expect(svg.utf8.count < 80_000)
                }
            }
        }
    }

    @Test func `pictures can be read by those who do not see them, and follow the page's paper`() throws {
        let picture = Made.flows.picture()
        let inline = picture.inline(id: "flows")
        #expect(inline.hasPrefix("<svg ") && inline.contains("role=\"img\" aria-labelledby=\"flows-title flows-desc\""))
        #expect(inline.contains("<title id=\"flows-title\">Deals between countries</title>"))
        #expect(inline.contains("Iran to Belarus: 4"))
        #expect(!inline.contains("<style") && !inline.contains("style="))
        #expect(picture.svg.contains("prefers-color-scheme:dark"))
        for ink in Ink.allCases where ![.line, .paper, .place].contains(ink) {
            for (one, paper) in [
                (ink.colours.light, Ink.paper.colours.light), (ink.colours.dark, Ink.paper.colours.dark),
            ] {
                #expect(Self.contrast(one, paper) >= 4.5, "\(ink)")
            }
        }
    }

    // MARK: - Looking at pictures

    private struct Text: CustomStringConvertible {
        var text: String
        var left: Double
        var right: Double
        var foot: Double
        var description: String { "\(text) at \(left)...\(right), \(foot)" }
    }

    private static func texts(of picture: Picture) -> [Text] {
        picture.inline(id: "p").matches(
            of:
                /<text x="([0-9.]+)" y="([0-9.]+)" class="([^"]*)" fill="[^"]*"( text-anchor="([a-z]+)")?>([^<]*)<\/text>/
        ).compactMap { match in
            guard let x = Double(match.1), let y = Double(match.2) else { return nil }
            let text = String(match.6).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
            let width = TextMeasure.width(text, isBold: match.3.hasSuffix(" b"))
            let left = match.5 == "middle" ? x - width / 2 : match.5 == "end" ? x - width : x
            return Text(text: text, left: left, right: left + width, foot: y)
        }
    }

    private static func isWellFormed(_ svg: String) -> Bool {
        var open: [Substring] = []
        for match in svg.matches(of: /<([\/?]?)([a-z]+)([^<>]*?)(\/?)>/) {
            if match.1 == "?" || match.4 == "/" { continue }
            if match.1 == "/" { if open.popLast() != match.2 { return false } } else { open.append(match.2) }
        }
        let bare = svg.replacing(/<[\/?]?[a-z]+[^<>]*>/, with: "")
        return open.isEmpty && !bare.contains("<") && bare.firstMatch(of: /&(?!(amp|lt|gt|quot|#39);)/) == nil
    }

    /// The contrast of two colours, as WCAG 2.2 counts it.
    private static func contrast(_ one: String, _ other: String) -> Double {
        func light(_ colour: String) -> Double {
            let parts = stride(from: 1, to: 7, by: 2).map { at -> Double in
                let start = colour.index(colour.startIndex, offsetBy: at)
                let value = Double(Int(colour[start..<colour.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (a, b) = (light(one), light(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}

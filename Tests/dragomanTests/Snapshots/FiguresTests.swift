import Foundation
import Testing

/// Holds README.md to Floors.json.
@Suite struct FiguresTests {
    private struct Floors: Decodable { let figures: [Figure] }

    private struct Figure: Decodable {
        let id: String, what: String, unit: String
        let atLeast: Double?, atMost: Double?, measured: Double?
        let by: String

        /// Whether the measured value is on the right side of its bound.
        var holds: Bool { measured.map { $0 >= atLeast ?? -.infinity && $0 <= atMost ?? .infinity } ?? false }
    }

    private let floors: Floors
    private let readme: String

    init() throws {
        floors = try JSONDecoder().decode(
            Floors.self, from: Data(contentsOf: Binary.repository.appendingPathComponent("Floors.json")))
        readme = try String(contentsOf: Binary.repository.appendingPathComponent("README.md"), encoding: .utf8)
    }

    @Test func everyFigureHasOneBoundAndIsNamedOnce() {
        for figure in floors.figures { #expect((figure.atLeast == nil) != (figure.atMost == nil), "\(figure.id)") }
        #expect(Set(floors.figures.map(\.id)).count == floors.figures.count)
    }

    @Test func everyRecordedFigureKeepsItsPromise() {
        for figure in floors.figures { #expect(figure.holds, "\(figure.id): measured \(figure.measured ?? .nan)") }
    }

    @Test func theTableOfTheReadmeHasTheFigures() throws {
        let table = try #require(readme.components(separatedBy: "<!-- figures -->\n").last)
            .components(separatedBy: "<!-- /figures -->")[0]
        let rows = table.split(separator: "\n").dropFirst(2).map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(rows.count == floors.figures.count, "run make docs")
        for (row, figure) in zip(rows, floors.figures) {
            #expect(row.count == 4)
            #expect(row.first == figure.what)
            #expect(number(row[1]) == figure.measured, "\(figure.id): run make docs")
            #expect(row[2].hasPrefix(figure.atLeast == nil ? "at most" : "at least"))
            #expect(number(row[2]) == figure.atLeast ?? figure.atMost, "\(figure.id): run make docs")
            #expect(row.last == "`\(figure.by)`")
        }
    }

    /// The first number in a cell; nil where there is none.
    private func number(_ cell: String) -> Double? { cell.split(separator: " ").lazy.compactMap { Double($0) }.first }
}

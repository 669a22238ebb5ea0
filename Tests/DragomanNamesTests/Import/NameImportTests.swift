import DragomanText
import Foundation
import Testing

@testable import DragomanNames

@Suite struct NameImportTests {
    private static let known = """
        @country
        Ruritania | iso RR
        @company | country RR
        Dorado Motors = Дорадо Моторс | wikidata Q7
        """

    /// A folder of the test's own, removed afterwards.
    private func within<Result>(_ work: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder.path)
    }

    private func run(_ text: String, in folder: String) throws -> NameImport {
        let file = folder + "/list"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return try NameImport(path: file, into: folder + "/pack", base: base(Self.known))
    }

    /// The base with the pack that was written.
    private func grown(_ folder: String) throws -> KnowledgeBase {
        let table = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/pack/names/imported.txt")))
        return try KnowledgeBase(files: [
            KnowledgeFile(name: "test.txt", bytes: Array(Self.known.utf8)),
            KnowledgeFile(name: "imported.txt", bytes: table),
        ])
    }

    private static let entities = """
        {"id":"p-1","schema":"Person","properties":{"name":["Halvard, Signe"],"alias":["Сигне Хальвард"],"country":["rr"]}}
        {"id":"c-1","schema":"Company","properties":{"name":["DORADO MOTORS"],"alias":["Dorado Auto"]}}
        {"id":"c-2","schema":"Company","properties":{"name":["Corsair = Works | Ltd, #1?"],"country":["zz"]}}

        {"id":"v-1","schema":"Vessel","properties":{"name":["Nautilus"]}}
        {"id":"c-3","schema":"Company","properties":{"name":["!!!"]}}
        {"id":
        """

    @Test func entitiesOfFollowTheMoneyBecomeEntries() throws {
        try within { folder in
            let done = try run(Self.entities, in: folder)
            #expect((done.added, done.joined) == (3, 1))
            #expect(
                done.skipped.map(\.line) == [3, 5, 6, 7])
            #expect(done.skipped[1].reason == "the schema Vessel has no names that Dragoman keeps")
            let base = try grown(folder)
            let person = try #require(base.lookup("Сигне Хальвард").first)
            #expect(person.name == "Signe Halvard")
            #expect(person.type == .person)
            #expect(person.country == "country/ruritania")
            #expect(person.sources == ["import"])
            #expect(base.lookup("Dorado Auto").map(\.id) == ["company/dorado-motors"])
            #expect(base.lookup("Corsair Works Ltd 1").first?.name == "Corsair Works Ltd 1")
        }
    }

    @Test func importingAgainChangesNothing() throws {
        try within { folder in
            _ = try run(Self.entities, in: folder)
            let table = URL(fileURLWithPath: folder + "/pack/names/imported.txt")
            let first = try Data(contentsOf: table)
            let again = try run(Self.entities, in: folder)
            #expect((again.added, again.changed, again.unchanged) == (0, 0, 3))
            #expect(try Data(contentsOf: table) == first)
            let more = try run(#"{"id":"p-1","schema":"Person","properties":{"name":["Signe Halvard"]}}"#, in: folder)
            #expect((more.added, more.changed) == (0, 1))
            #expect(try grown(folder).lookup("Сигне Хальвард").isEmpty)
        }
    }

    @Test(arguments: [",", ";"])
    func tablesHaveHeadings(separator: String) throws {
        try within { folder in
            let aliases = separator == "," ? "Pollux AG;Поллукс" : "Pollux AG|Поллукс"
            let rows = [
                ["Name", "Type", "Aliases", "Country"], ["\"Pollux \"\"Star\"\"\"", "company", aliases, "RR"],
                ["", "company", "", ""], ["\"never closed", "person", "", ""],
            ]
            let done = try run(rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n"), in: folder)
            #expect(done.added == 1)
            #expect(done.skipped.map(\.line) == [3, 4])
            #expect(try grown(folder).lookup("Поллукс").first?.name == "Pollux \"Star\"")
        }
    }

    @Test func whatIsNoTableIsRefused() throws {
        try within { folder in
            let error = #expect(throws: DragomanError.self) { try run("this,that\n1,2\n", in: folder) }
            #expect(error?.code == "N042")
            let missing = #expect(throws: DragomanError.self) {
                try NameImport(path: folder + "/nowhere", into: folder, base: base(Self.known))
            }
            #expect(missing?.code == "N040")
        }
    }
}

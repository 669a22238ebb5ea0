import DragomanText
import Foundation
import Testing

@testable import DragomanNames

@Suite struct NameIndexTests {
    let matcher: NameMatcher

    init() throws {
        matcher = try Bundled.matcher.get()
    }

    private func index(_ names: [String]) -> NameIndex {
        var index = NameIndex(matcher: matcher)
        for name in names { index.add(name, id: name) }
        return index
    }

    private func withFile(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private let people = ["کاظم جلالی", "Иван Петров", "Nikos Papadopoulos", "Kerim Yıldız", "Anna Lindqvist", "王小明"]

    @Test func oneWordFindsTheFullNamesThatHaveItAmongManyThatSoundAlike() throws {
        let crowd = (0..<200).map { "Sal\(Character(Unicode.Scalar(UInt8(97 + $0 % 26))))l \($0)" }
        let found = index(crowd + people).find("Джалали", as: .person, limit: 50)
        let score = try #require(found.first { $0.id == "کاظم جلالی" }?.score)
        #expect(score >= NameMatcher.maybeFrom)
        #expect(!found.contains { $0.id == "Иван Петров" })
    }

    @Test(arguments: [
        ("Kazem Jalali", "کاظم جلالی"), ("Ivan Petrov", "Иван Петров"), ("Νίκος Παπαδόπουλος", "Nikos Papadopoulos"),
        ("کریم ییلدیز", "Kerim Yıldız"), ("Lindqvist", "Anna Lindqvist"), ("Wang Xiaoming", "王小明"),
        ("Petrov Ivan", "Иван Петров"),
    ]) func aNameIsFoundAcrossScripts(sought: String, expected: String) {
        #expect(index(people).find(sought, as: .person, limit: 3).first?.id == expected)
    }

    @Test func nothingLikeItIsNothing() {
        #expect(index(people).find("Gudrun Oesterreicher", as: .person, limit: 3).isEmpty)
        #expect(index([]).find("Ivan", limit: 3).isEmpty)
        #expect(index(people).find("", limit: 3).isEmpty)
    }

    @Test func namesCanBeAddedAtAnyTime() {
        var index = index(people)
        #expect(index.find("Gudrun Berg", as: .person, limit: 1).isEmpty)
        index.add("Гудрун Берг", id: "late")
        #expect(index.find("Gudrun Berg", as: .person, limit: 1).first?.id == "late")
    }

    @Test func anIdIsGivenOnceWithItsLikeliestName() {
        var index = NameIndex(matcher: matcher)
        index.add("Ivan Petrow", id: "1")
        index.add("Ivan Petrov", id: "1")
        let found = index.find("Ivan Petrov", as: .person, limit: 5)
        #expect(found.map(\.name) == ["Ivan Petrov"])
    }

    @Test func aFileGivesTheSameIndexAndTakesMoreNames() throws {
        try withFile { path in
            let first = index(people)
            try first.write(to: path)
            var second = try NameIndex(path: path, matcher: matcher)
            #expect(second.count == first.count)
            #expect(
                second.find("Kazem Jalali", as: .person, limit: 3) == first.find("Kazem Jalali", as: .person, limit: 3))
            second.add("Gudrun Berg", id: "late")
            #expect(second.find("Gudrun Berg", as: .person, limit: 1).first?.id == "late")
        }
    }

    @Test func aDamagedFileIsRefused() throws {
        try withFile { path in
            try index(people).write(to: path)
            var data = try Data(contentsOf: URL(fileURLWithPath: path))
            data[data.count / 2] ^= 1
            try data.write(to: URL(fileURLWithPath: path))
            #expect(throws: DragomanError.self) { try NameIndex(path: path, matcher: matcher) }
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(throws: DragomanError.self) { try NameIndex(path: path, matcher: matcher) }
        }
    }

    @Test func theAnswerDoesNotHangOnTheOrderOfAdding() {
        let there = index(people).find("Иван", as: .any, limit: 5).map(\.id)
        let back = index(people.reversed()).find("Иван", as: .any, limit: 5).map(\.id)
        #expect(there == back)
    }
}

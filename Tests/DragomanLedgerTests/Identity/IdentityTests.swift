import DragomanNames
import DragomanText
import Foundation
import Testing

@testable import DragomanLedger

/// The tables of matching, without the knowledge base: every tie must come from names and context.
private let matcher = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    return try NameMatcher(packs: [root + "/Packs/world"], knowledge: nil)
}

@Suite struct IdentityTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A ledger of articles, each given by its date and its names.
    private func ledger(_ articles: [(date: String, names: [ArticleName])], as file: String = "a") throws -> Ledger {
        let ledger = try Ledger(path: folder.path + "/\(file).db", access: .writing)
        for article in articles {
            let report = Report(
                "Outlet \(article.date) \(article.names.first?.name ?? "") \(article.names.count)", article.date,
                [("Text.", nil)])
            try ledger.add(
                capture: report.capture, article: report.article, claims: [], names: article.names,
                at: Date(timeIntervalSince1970: 1_700_000_000))
        }
        return ledger
    }

    private func person(_ name: String, _ office: String? = nil, of organisation: String? = nil, country: String? = nil)
        -> ArticleName
    {
        ArticleName(type: .person, name: name, office: office, organisation: organisation, country: country)
    }

    private func firm(_ name: String, country: String? = nil) -> ArticleName {
        ArticleName(type: .company, name: name, country: country)
    }

    /// Puts a judgment into the ledger, as judging writes it; gives its number.
    @discardableResult
    private func judge(_ ledger: Ledger, _ act: String, _ sort: String, _ sides: [String]) throws -> Int {
        let number = 1 + (try ledger.database.number("SELECT count(*) FROM judgments") ?? 0)
        let subject = sides.map { "{\"claims\":[],\"names\":[\"\($0)\"]}" }.joined(separator: ",")
        try ledger.database.transaction {
            try ledger.database.run(
                "INSERT INTO judgments (number, act, subject, who, judged_at) VALUES (?, ?, ?, 'tester', 0)",
                [.integer(number), .text(act), .text("{\"sides\":[\(subject)],\"sort\":\"\(sort)\"}")])
        }
        return number
    }

    private func names(_ ledger: Ledger) throws -> Set<[String]> {
        Set(try ledger.identities(matcher: matcher.get()).identities.map { $0.names.map(\.name).sorted() })
    }

    @Test func `one person in three scripts is one identity, with offices over time`() throws {
        let ledger = try ledger([
            ("2023-04-01", [person("Farid Najafov", "deputy minister", of: "Ministry of Transport")]),
            ("2024-05-02", [person("Фарид Наджафов", "minister", of: "Ministry of Transport")]),
            ("2024-06-03", [person("فرید نجف‌اف", of: "Ministry of Transport")]),
            ("2024-06-04", [person("Olena Hrytsenko", "minister", of: "Ministry of Transport")]),
        ])
        let list = try ledger.identities(matcher: matcher.get())
        let found = try #require(list.identities.first)
        #expect(found.names.count == 3)
        #expect(found.articles.count == 3)
        #expect(found.offices.map(\.office) == ["deputy minister", "minister", nil])
        #expect(found.offices.first?.first == "2023-04-01")
        #expect(list.identities.count == 2)
        #expect(try ledger.identity(found.id, matcher: matcher.get()) == found)
    }

    @Test func `a single name joins the one person that the context bears out`() throws {
        let ledger = try ledger([
            ("2024-01-01", [person("Marek Havlicek", "director", of: "Dorado Motors"), firm("Dorado Motors")]),
            ("2024-01-02", [person("Havlicek", "director", of: "Dorado Motors"), firm("Dorado Motors")]),
            ("2024-01-03", [person("Havlicek")]),
        ])
        let marek = try #require(
            try ledger.identities(matcher: matcher.get()).identities.first { $0.name == "Marek Havlicek" })
        #expect(marek.articles.count == 2)
        #expect(try ledger.identities(matcher: matcher.get()).identities.filter { $0.name == "Havlicek" }.count == 1)
    }

    @Test func `a single name that two persons bear stays apart and is asked about`() throws {
        let ledger = try ledger([
            ("2024-01-01", [person("Marek Havlicek", "director", of: "Dorado Motors")]),
            ("2024-01-02", [person("Jana Havlicek", "director", of: "Dorado Motors")]),
            ("2024-01-03", [person("Havlicek", "director", of: "Dorado Motors")]),
        ])
        let list = try ledger.identities(matcher: matcher.get())
        #expect(list.identities.count == 3)
        #expect(list.questions.contains { $0.firstName == "Havlicek" || $0.secondName == "Havlicek" })
        #expect(list.questions.first?.why.contains("both of dorado motors") == true)
    }

    @Test func `namesakes of different countries are a question, not one`() throws {
        let ledger = try ledger([
            ("2004-01-01", [person("Timur Saliev", of: "Azov Bank", country: "country/ukraine")]),
            ("2024-01-02", [person("Timur Saliyev", of: "Issyk Bus", country: "country/kyrgyzstan")]),
        ])
        let list = try ledger.identities(matcher: matcher.get())
        #expect(list.identities.count == 2)
        let question = try #require(list.questions.first)
        #expect(question.why.contains("of different countries"))
        #expect(question.why.contains("more than ten years apart"))
    }

    @Test func `the order of adding plays no part`() throws {
        let articles: [(date: String, names: [ArticleName])] = [
            ("2024-01-01", [person("Marek Havlicek", "director", of: "Dorado Motors"), firm("Dorado Motors")]),
            ("2024-01-02", [person("Havlicek", "director", of: "Dorado Motors"), firm("Dorado Motors Ltd")]),
            ("2024-01-03", [person("Марек Гавличек"), firm("Дорадо Моторс")]),
            ("2024-01-04", [person("Jana Havlicek"), firm("Vireo Works")]),
        ]
        let there = try ledger(articles).identities(matcher: matcher.get())
        let back = try ledger(articles.reversed(), as: "b").identities(matcher: matcher.get())
        #expect(there.identities == back.identities)
        #expect(there.questions == back.questions)
        #expect(!there.identities.isEmpty)
    }

    @Test func `a merge joins, a later split parts, and an undo takes back`() throws {
        let ledger = try ledger([
            ("2024-01-01", [firm("Corsair Works")]), ("2024-01-02", [firm("Pollux Vehicles")]),
        ])
        #expect(try names(ledger) == [["Corsair Works"], ["Pollux Vehicles"]])
        try judge(ledger, "merge", "name", ["Corsair Works", "Pollux Vehicles"])
        #expect(try names(ledger) == [["Corsair Works", "Pollux Vehicles"]])
        let split = try judge(ledger, "split", "name", ["Corsair Works", "Pollux Vehicles"])
        #expect(try names(ledger) == [["Corsair Works"], ["Pollux Vehicles"]])
        let undo = try judge(ledger, "undo", "judgment", ["\(split)"])
        #expect(try names(ledger) == [["Corsair Works", "Pollux Vehicles"]])
        try judge(ledger, "undo", "judgment", ["\(undo)"])
        #expect(try names(ledger) == [["Corsair Works"], ["Pollux Vehicles"]])
    }

    @Test func `a split parts what the names would join`() throws {
        let ledger = try ledger([
            ("2024-01-01", [firm("Corsair Works")]), ("2024-01-02", [firm("Корсар Воркс")]),
            ("2024-01-03", [firm("Corsair Works Ltd")]),
        ])
        let before = try names(ledger).count
        try judge(ledger, "split", "name", ["Corsair Works", "Корсар Воркс"])
        let after = try names(ledger)
        #expect(after.count >= before)
        #expect(!after.contains { $0.contains("Корсар Воркс") && $0.contains("Corsair Works") })
    }

    @Test func `names are found across scripts, and their index grows beside the ledger`() throws {
        let ledger = try ledger([("2024-01-01", [person("Фарид Наджафов")])])
        let found = try ledger.findName("Farid Najafov", as: .person, matcher: matcher.get(), limit: 5)
        #expect(found.map(\.name) == ["Фарид Наджафов"])
        #expect(found.first?.articles.count == 1)
        #expect(FileManager.default.fileExists(atPath: ledger.path + ".names"))
        let report = Report("Later", "2024-02-02", [("More.", nil)])
        try ledger.add(
            capture: report.capture, article: report.article, claims: [], names: [person("Olena Hrytsenko")],
            at: Date(timeIntervalSince1970: 1_700_000_000))
        #expect(
            try ledger.findName("Елена Гриценко", matcher: matcher.get(), limit: 5).map(\.name) == ["Olena Hrytsenko"])
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: ledger.path + ".names"))
        #expect(try ledger.findName("Farid Najafov", matcher: matcher.get(), limit: 5).count == 1)
    }
}

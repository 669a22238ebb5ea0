import DragomanText
import Foundation
import Testing

@testable import DragomanNames

/// The packs of the repository and a matcher over them, loaded once.
enum Bundled {
    static let packs: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return ["world", "automotive"].map { root.appendingPathComponent("Packs/\($0)").path }
    }()
    static let matcher = Result { try NameMatcher(packs: packs, knowledge: KnowledgeBase(packs: packs)) }
}

@Suite struct NameMatcherTests {
    let matcher: NameMatcher

    init() throws {
        matcher = try Bundled.matcher.get()
    }

    @Test(arguments: [
        ("Kazem Jalali", "Kazim Celali"), ("Kazem Jalali", "Kazem Dzhalali"), ("Kazem Jalali", "Казем Джалали"),
        ("Kazem Jalali", "کاظم جلالی"), ("Казем Джалали", "کاظم جلالی"), ("Kazim Celali", "Казем Джалали"),
        ("Nikos Papadopoulos", "Νίκος Παπαδόπουλος"), ("Giorgi Beridze", "გიორგი ბერიძე"),
        ("Armen Petrosyan", "Արմեն Պետրոսյան"), ("Kim Min-su", "김민수"), ("Wang Xiaoming", "王小明"),
        ("Tanaka", "タナカ"), ("Ernst Schröder", "Эрнст Шрёдер"),
    ]) func oneManInTwoScripts(first: String, second: String) {
        #expect(matcher.match(first, second, as: .person).verdict == .same)
    }

    @Test(arguments: [
        ("Petrov, Ivan", "Ivan Petrov"), ("Dr. Ivan Petrov", "Ivan Petrov"), ("I. Petrov", "Ivan Petrov"),
        ("Ivan Sergeyevich Petrov", "Ivan Petrov"), ("Bill Harmon", "William Harmon"),
        ("Karim Hasanzadeh", "Karim Hasan Zadeh"), ("Olga Nikiforova", "Olga Nikiforov"),
    ]) func onePersonInSeveralForms(first: String, second: String) {
        #expect(matcher.match(first, second, as: .person).verdict == .same)
    }

    @Test(arguments: [
        ("Ivan Petrov", "Sergei Petrov"), ("Ivan Petrov", "Ivan Smolin"), ("王小明", "王大明"),
        ("Ivan Sergeyevich Petrov", "Ivan Mikhailovich Petrov"), ("Hasan Rahimi", "محمود رحیمی"),
    ]) func twoPersons(first: String, second: String) {
        #expect(matcher.match(first, second, as: .person).verdict != .same)
    }

    @Test func aPatronymicContradictedWeighsMoreThanOneLeftOut() {
        let leftOut = matcher.score("Ivan Sergeyevich Petrov", "Ivan Petrov", as: .person)
        let contradicted = matcher.score("Ivan Sergeyevich Petrov", "Ivan Mikhailovich Petrov", as: .person)
        #expect(leftOut > contradicted + 0.3)
    }

    @Test(arguments: [
        ("Iran Khodro", "IKCO"), ("Iran Khodro", "Иран Ходро"), ("Iran Khodro", "ایران خودرو"),
        ("Norvik Trading GmbH", "Norvik Trading"), ("OOO Sobolmash", "Sobolmash Limited Liability Company"),
        ("Blue Water Shipping", "Bluewater Shipping"), ("Third Tool Works", "3rd Tool Works"),
        ("Norvik-Trading A/S", "Norvik Trading AS"),
    ]) func oneFirm(first: String, second: String) {
        #expect(matcher.match(first, second, as: .firm).verdict == .same)
    }

    @Test(arguments: [
        ("Iran Khodro", "Pars Khodro"), ("Lada", "AvtoVAZ"), ("Sobolmash Fund II", "Sobolmash Fund III"),
        ("Norvik Sweden", "Norvik Denmark"), ("Norvik AG", "Norvik GmbH"),
    ]) func twoFirms(first: String, second: String) {
        #expect(matcher.match(first, second, as: .firm).verdict != .same)
    }

    @Test func firstLettersMakeAName() {
        #expect(matcher.match("NMTW", "Norvik Machine Tool Works", as: .firm).verdict == .same)
        #expect(matcher.match("NMTX", "Norvik Machine Tool Works", as: .firm).verdict == .different)
    }

    @Test func theExplanationGoesWordByWord() {
        let match = matcher.match("Dr Ivan Petrov", "Иван Петров", as: .person)
        #expect(match.parts.contains(.init(first: "Dr", second: nil, remark: "title that only one of them has")))
        #expect(
            match.parts.contains {
                $0.first == "Petrov" && $0.second == "Петров" && $0.remark.hasPrefix("the same sounds")
            })
    }

    @Test func aBrandIsToldFromItsMaker() {
        #expect(matcher.match("Lada", "АвтоВАЗ", as: .firm).why.contains("not"))
    }

    // MARK: Hostile names

    @Test func aLookAlikeLetterIsNoticedAndSaid() {
        let match = matcher.match("Norv\u{0456}k Tr\u{0430}ding", "Norvik Trading", as: .firm)
        #expect(match.verdict == .same)
        #expect(match.why.contains("the cyrillic letter \"а\" stands in the latin word"))
    }

    @Test func controlsAndDirectionMarksDoNoHarm() {
        let match = matcher.match("Ivan\u{202E} Pet\u{0}rov\u{200B}", "Ivan Petrov", as: .person)
        #expect(match.verdict == .same)
        #expect(match.why.contains("control characters"))
    }

    @Test(arguments: [
        "", " ", "\u{301}\u{302}", "🙂🙂", "...", String(repeating: "a", count: 10_000),
        String(repeating: "Ab ", count: 4_000), String(repeating: "\u{FDFA}", count: 3_000), "\u{0}", "ب\u{200F}", "1",
        "A/S",
    ])
    func everyNameIsAnswered(name: String) {
        for kind in NameKind.allCases {
            let match = matcher.match(name, "Ivan Petrov", as: kind)
            #expect(match.score >= 0 && match.score < NameMatcher.sameFrom)
            #expect(matcher.match(name, name, as: kind).score.isFinite)
        }
    }

    @Test func aNameCutForItsLengthIsSaidToBe() {
        let long = String(repeating: "Petrov ", count: 400)
        #expect(matcher.match(long, "Petrov", as: .person).why.contains("too long"))
    }

    @Test func aPairAndItsReverseGetTheSame() {
        let names = [
            "Kazem Jalali", "Казем Джалали", "کاظم جلالی", "Jalali, Kazem", "K. Jalali", "Jalali", "Ali Reza Jalali",
            "Alireza Jalali", "Norvik AG", "AG Norvik Trading", "IKCO", "Iran Khodro", "王小明", "Wang", "", "1 2 3",
            "Ivan Ivan",
        ]
        for a in names {
            for b in names {
                for kind in NameKind.allCases {
                    let there = matcher.match(a, b, as: kind)
                    let back = matcher.match(b, a, as: kind)
                    #expect(there.score == back.score, "\(a) ~ \(b)")
                    #expect(there.score == matcher.score(a, b, as: kind))
                    #expect(there.parts.count == back.parts.count)
                }
            }
            if !a.isEmpty { #expect(matcher.match(a, a).verdict == .same) }
        }
    }
}

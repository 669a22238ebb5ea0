import Testing

@testable import DragomanNames

/// One name as the conventions of the trade's languages spell it: made names, none of a gold set.
@Suite struct TransliterationMatchTests {
    let matcher: NameMatcher

    init() throws {
        matcher = try Bundled.matcher.get()
    }

    private func isOne(_ names: [String], as kind: NameKind = .person) {
        for (number, one) in names.enumerated() {
            for other in names.dropFirst(number + 1) {
                let match = matcher.match(one, other, as: kind)
                #expect(match.verdict == .same, "\(one) ~ \(other): \(match.score), \(match.why)")
            }
        }
    }

    @Test func russianInEnglishFrenchGermanAndTurkishSpelling() {
        isOne([
            "Гурченко Тимофей", "Gurchenko Timofey", "Gourtchenko Timofeï", "Gurtschenko Timofej", "Gurçenko Timofey",
        ])
        isOne(["Юрий Щукин", "Yuri Shchukin", "Iouri Chtchoukine", "Juri Schtschukin"])
    }

    @Test func azeriUzbekAndKazakh() {
        isOne(["Elçin Qurbanov", "Elchin Gurbanov", "Эльчин Гурбанов"])
        isOne(["Vüsal Əhmədov", "Vusal Ahmadov", "Вюсал Ахмедов"])
        isOne(["Shavkat Jo'rayev", "Шавкат Жўраев", "Shavkat Juraev"])
        isOne(["Oybek G'aniyev", "Ойбек Ғаниев", "Oybek Ganiev"])
        isOne(["Ерлан Қасенов", "Yerlan Kassenov", "Erlan Qasenov"])
    }

    @Test func ukrainianAndBelarusian() {
        isOne(["Олексій Гриценюк", "Oleksii Hrytseniuk", "Oleksiy Hrytsenyuk"])
        isOne(["Юрась Жалейка", "Yuras Zhaleika", "Juraś Žalejka"])
    }

    @Test func bulgarianAndSerbian() {
        isOne(["Щерю Желязков", "Shteryu Zhelyazkov"])
        isOne(["Ђорђе Вучковић", "Đorđe Vučković", "Djordje Vuckovic"])
    }

    @Test func arabicAndPersianWithoutTheirVowels() {
        isOne(["يوسف الحربي", "Yousef al-Harbi", "Yusuf Al Harbi", "Юсуф аль-Харби"])
        isOne(["منصور قاسمی", "Mansour Ghasemi", "Mansur Qasemi", "Мансур Гасеми"])
    }

    @Test func greekHebrewGeorgianAndArmenian() {
        isOne(["Σταύρος Χατζηδάκης", "Stavros Hatzidakis", "Stavros Chatzidakis"])
        isOne(["משה לביא", "Moshe Lavi"])
        isOne(["ზურაბ ჭანტურია", "Zurab Chanturia", "Зураб Чантурия"])
        isOne(["Վահան Հակոբյան", "Vahan Hakobyan", "Ваган Акопян"])
    }

    @Test func hangulKanaAndHan() {
        isOne(["박지훈", "Park Ji-hoon"])
        isOne(["スズキ", "すずき", "Suzuki"], as: .firm)
        isOne(["シャープ", "Sharp"], as: .firm)
        isOne(["陈伟民", "Chen Weimin"])
    }
}

import DragomanBrief
import DragomanCapture
import DragomanClaims
import DragomanLedger
import DragomanNames
import DragomanPage
import DragomanText
import Testing

/// An article built of paragraphs of sentences, with claims that rest on quoted words.
struct MadeArticle {
    var article: Article
    var sentences: [ByteRange] = []
    var claims: [Claim] = []
    var capture: Capture
    /// Names with their countries, for questions on these.
    var names: [ArticleName] = []

    init(
        _ title: String, outlet: String? = nil, published: String? = nil, wire: String? = nil,
        source: String = "made.txt", _ paragraphs: [[String]]
    ) {
        var text = Array(title.utf8)
        var blocks = [Block(kind: .headline, range: 0..<text.count)]
        sentences.append(0..<text.count)
        for paragraph in paragraphs {
            text += [0x0A, 0x0A]
            let start = text.count
            for (number, sentence) in paragraph.enumerated() {
                if number > 0 { text.append(0x20) }
                sentences.append(text.count..<text.count + sentence.utf8.count)
                text += Array(sentence.utf8)
            }
            blocks.append(Block(kind: .paragraph, range: start..<text.count))
        }
        article = Article(text: text, blocks: blocks)
        article.outlet = outlet
        article.published = published.flatMap(CoarseDate.init(iso:))
        article.wire = wire
        capture = Capture(source: source, bytes: text)
    }

    /// Adds a claim that rests on `words`, which stand once in the text.
    mutating func add(_ words: String, _ claim: Claim) throws {
        var claim = claim
        claim.evidence = try range(of: words)
        claims.append(claim)
    }

    func range(of words: String) throws -> ByteRange {
        let needle = Array(words.utf8)
        let starts = article.text.indices.filter { article.text[$0...].starts(with: needle) }
        let start = try #require(starts.first, "\(words) is not in the text")
        return start..<start + needle.count
    }

    func summary(_ count: Int, antecedents: [Antecedent] = []) -> [SummarySentence] {
        Summary.choose(count, from: sentences, of: article, claims: claims, antecedents: antecedents)
    }

    func brief(_ count: Int = 3) throws -> Brief {
        try Brief(of: article, from: capture, claims: claims, sentences: sentences, count: count)
    }
}

extension Claim {
    /// A claim whose evidence is set by `MadeArticle`.
    static func made(
        _ kind: ClaimKind, _ stage: Stage, _ actor: [String] = [], to counterpart: [String] = [],
        in place: [String] = [], _ goods: [Goods] = [], _ quantity: Quantity? = nil, money: Money? = nil,
        share: String? = nil, date: String? = nil, said: String? = nil, speaker: Speaker? = nil, via: [String] = [],
        undertaking: Int = 0
    ) -> Claim {
        Claim(
            kind: kind, stage: stage, actor: actor, counterpart: counterpart, place: place, goods: goods,
            quantity: quantity, money: money, share: share, date: date.flatMap(CoarseDate.init(iso:)),
            said: said.flatMap(CoarseDate.init(iso:)), speaker: speaker, via: via, evidence: 0..<0,
            rule: "test/made.rules:1", undertaking: undertaking)
    }
}

/// One story at its source and in a rewriting that says more.
enum Story {
    private static let van = [Goods(type: "van", name: "Sobol NN")]

    static func agency() throws -> MadeArticle {
        var made = MadeArticle(
            "Russian Sobol van undergoing certification in Vietnam, trade envoy says", outlet: "Mekong Wire",
            published: "2024-05-16",
            [
                [
                    "The Sobol NN van built by Russia’s GAZ Group is undergoing certification in Vietnam, the Russian trade representative in Hanoi, Pavel Artemyev, told reporters on Thursday."
                ],
                ["He was in good spirits.", "The fair was crowded."],
                [
                    "GAZ signed a contract in April with the Haiphong importer Truong Minh Auto for about 1,200 vans, the trade representative added.",
                    "The first 150 vehicles are to be shipped before the end of the year if the tests are passed.",
                ],
                ["Who will repair them?", "A portion of the vans may be assembled in Da Nang."],
            ])
        let envoy = Speaker(name: "Pavel Artemyev", role: "trade representative", org: "Russia")
        try made.add(
            "The Sobol NN van built by Russia’s GAZ Group is undergoing certification in Vietnam",
            .made(.certification, .underway, ["GAZ Group"], in: ["Vietnam"], van, said: "2024-05-16", speaker: envoy))
        try made.add(
            "GAZ signed a contract in April with the Haiphong importer Truong Minh Auto for about 1,200 vans",
            .made(
                .supply, .signed, ["GAZ Group"], to: ["Truong Minh Auto"], in: ["Vietnam"], van,
                Quantity(n: 1200, unit: "vehicles", mod: .about), date: "2024-04", speaker: envoy, undertaking: 1))
        try made.add(
            "The first 150 vehicles are to be shipped before the end of the year",
            .made(
                .supply, .planned, ["GAZ Group"], to: ["Truong Minh Auto"], in: ["Vietnam"], van,
                Quantity(n: 150, unit: "vehicles"), date: "2024", speaker: envoy, undertaking: 1))
        try made.add(
            "A portion of the vans may be assembled in Da Nang",
            .made(.production, .considered, [], in: ["Da Nang"], van, share: "a portion", undertaking: 2))
        made.names = [
            ArticleName(type: .company, name: "GAZ Group", country: "country/russia"),
            ArticleName(type: .country, name: "Vietnam", entry: "country/vietnam"),
            ArticleName(type: .company, name: "Truong Minh Auto", country: "country/vietnam"),
            ArticleName(
                type: .person, name: "Pavel Artemyev", office: "trade representative", organisation: "Russia",
                country: "country/russia"),
        ]
        return made
    }

    static func rewriting() throws -> MadeArticle {
        var made = MadeArticle(
            "Vietnam opens the door", outlet: "Far Meridian Auto", published: "2024-05-20", source: "rewrite.html",
            [["Vietnam has certified the Sobol NN, the compact van of GAZ Group, Mekong Wire reports."]])
        try made.add(
            "Vietnam has certified the Sobol NN, the compact van of GAZ Group",
            .made(.certification, .done, ["GAZ"], in: ["Vietnam"], van, via: ["Mekong Wire"]))
        return made
    }
}

import DragomanCapture
import DragomanClaims
import DragomanPage
import DragomanText
import Foundation

/// Articles made by a fixed rule: sentences of the samples with other names, about undertakings that begin, go on and end.
///
/// A third are copies of an article of the last days. Articles come in the order of their days, give or take a week, as press
/// does. Names are made of syllables, so that there are as many as in years of coverage.
struct MadePress {
    struct Made {
        var capture: Capture
        var article: Article
        var claims: [Claim]
    }

    private struct Undertaking {
        var kind: ClaimKind
        var actor, counterpart, place: String
        var goods: Goods
        var quantity: Double
        var stage = 0
    }

    let makers: [String]
    private let countries: [String]
    private let models: [String]
    private let outlets: [String]
    private let sentences: [[UInt8]]
    private var undertakings: [Undertaking] = []
    private var recent: [(body: [UInt8], claims: [Claim], title: String)] = []
    private var state: UInt64
    /// Bytes of all articles made so far.
    private(set) var bytes = 0

    /// - Parameter samples: the folder of the samples.
    init(samples: String, seed: UInt64) throws {
        state = seed
        var sentences: [[UInt8]] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: samples).sorted() where name.hasSuffix(".txt") {
            let text = try String(contentsOfFile: samples + "/" + name, encoding: .utf8)
            for line in text.split(separator: "\n").dropFirst() {
                sentences += line.split(separator: ".").filter { $0.utf8.count > 40 }.map { Array($0.utf8) + [0x2E] }
            }
        }
        self.sentences = sentences
        var names = SyllableNames(seed: seed)
        makers = (0..<1500).map { _ in names.next(3) + " " + ["Motors", "Auto", "Trucks", "Industries"][names.roll(4)] }
        countries = (0..<120).map { _ in names.next(3) }
        models = (0..<3000).map { _ in names.next(3) }
        outlets = (0..<400).map { _ in names.next(3) + " " + ["Herald", "Wire", "Gazette", "Auto News"][names.roll(4)] }
    }

    /// Words, names and phrases to search for.
    var queries: [String] {
        [
            makers[3], "\"\(makers[5])\"", countries[1], "\(models[2]) \(countries[7])", "contract", "vans certif*",
            "\"signed a contract\"", "the", "nothing of the kind",
        ]
    }

    mutating func next(_ number: Int) -> Made {
        let day = 17_600 + number / 40 + roll(7)
        let date = Self.date(day)
        let outlet = outlets[roll(outlets.count)]
        var title: String
        var body: [UInt8]
        var claims: [Claim]
        if !recent.isEmpty, roll(3) == 0 {
            let copy = recent[roll(recent.count)]
            (title, body, claims) = (copy.title, copy.body, copy.claims)
            if roll(2) == 0 { title += ", \(outlet) reports" }
            body += Array("\n\nSubscribe to \(outlet) for more of \(number).".utf8)
        } else {
            (title, body, claims) = make(number)
            recent.append((body, claims, title))
            if recent.count > 200 { recent.removeFirst() }
        }
        let start = title.utf8.count + 2
        let text = Array("\(title)\n\n".utf8) + body
        for index in claims.indices {
            let range = claims[index].evidence
            claims[index].evidence = (range.lowerBound + start)..<(range.upperBound + start)
        }
        var article = Article(
            text: text,
            blocks: [
                Block(kind: .headline, range: 0..<title.utf8.count), Block(kind: .paragraph, range: start..<text.count),
            ])
        article.outlet = outlet
        article.published = date
        article.language = "en"
        bytes += text.count
        return Made(
            capture: Capture(source: "made/\(number).txt", bytes: Array("\(number) \(outlet)\n".utf8) + text),
            article: article, claims: claims)
    }

    private mutating func make(_ number: Int) -> (title: String, body: [UInt8], claims: [Claim]) {
        var body: [UInt8] = []
        var claims: [Claim] = []
        var title = ""
        for part in 0..<(1 + roll(3)) {
            let undertaking = takeUp()
            let stage = Stage.allCases[min(undertaking.stage, 5)]
            let sentence =
                "\(undertaking.actor) \(Self.words[stage] ?? "plans") \(undertaking.kind.rawValue) of "
                + "\(Int(undertaking.quantity)) \(undertaking.goods.name ?? "") vehicles with \(undertaking.counterpart) in "
                + "\(undertaking.place), its office said in note \(number)-\(part)."
            if title.isEmpty { title = "\(undertaking.actor) and \(undertaking.place): \(stage.rawValue)" }
            for _ in 0..<(2 + roll(4)) { body += sentences[roll(sentences.count)] + [0x20] }
            let from = body.count
            body += Array(sentence.utf8)
            claims.append(
                Claim(
                    kind: undertaking.kind, stage: stage, actor: [undertaking.actor],
                    counterpart: roll(4) == 0 ? [] : [undertaking.counterpart], place: [undertaking.place],
                    goods: [undertaking.goods], quantity: Quantity(n: undertaking.quantity, unit: "vehicles"),
                    evidence: from..<body.count, rule: "made/press:1", undertaking: part))
            body += Array("\n\n".utf8)
        }
        return (title, body, claims)
    }

    /// An undertaking that is reported on: one that goes on, or in one of four cases a new one.
    private mutating func takeUp() -> Undertaking {
        if undertakings.count < 20 || roll(4) == 0 {
            let maker = makers[roll(makers.count)]
            undertakings.append(
                Undertaking(
                    kind: ClaimKind.allCases[roll(ClaimKind.allCases.count)], actor: maker,
                    counterpart: makers[roll(makers.count)], place: countries[roll(countries.count)],
                    goods: Goods(type: ["car", "van", "truck"][roll(3)], name: models[roll(models.count)]),
                    quantity: Double(100 * (1 + roll(500)))))
        }
        // What is new is told more often than what is old.
        let index = max(0, undertakings.count - 1 - min(roll(400), roll(400)))
        if roll(5) == 0 { undertakings[index].stage += 1 }
        return undertakings[index]
    }

    private static let words: [Stage: String] = [
        .considered: "considers the", .talks: "is in talks on the", .planned: "plans the",
        .signed: "signed a contract on the", .underway: "has begun the", .done: "completed the",
    ]

    private mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    private static func date(_ day: Int) -> CoarseDate? {
        CoarseDate(iso: String(Date(timeIntervalSince1970: TimeInterval(day * 86_400)).formatted(.iso8601).prefix(10)))
    }
}

/// Names made of three syllables or more, none twice: of three there are more than twenty thousand.
private struct SyllableNames {
    private var state: UInt64
    private var known: Set<String> = []
    private static let syllables = [
        "ba", "cor", "del", "fen", "gra", "hol", "jin", "kas", "lom", "mar", "nor", "pel", "qua", "ros", "sul", "tav",
        "ur",
        "vek", "wen", "yar", "zo", "bir", "dun", "lis", "mek", "sor", "tis", "van",
    ]

    init(seed: UInt64) { state = seed ^ 0x5DEE_CE66 }

    mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    mutating func next(_ syllables: Int) -> String {
        while true {
            let name = (0..<syllables).map { _ in Self.syllables[roll(Self.syllables.count)] }.joined().capitalized
            if known.insert(name).inserted { return name }
        }
    }
}

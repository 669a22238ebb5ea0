/// All mentions of one name that the base does not have, with the evidence of them all.
struct NameGroup {
    /// The numbers of its words.
    let words: [Int32]
    var scores = Scores()
    var owner: String?
    /// Decided type; nil where the evidence is too thin for a name.
    private(set) var type: NameType?
    /// The group it is a short form of.
    var root: Int?
    /// The base's entry it turned out to be another name of.
    var entry: Int?

    /// The least evidence that makes a name of a type.
    static func threshold(_ type: NameType) -> Float {
        switch type {
        case .company: 0.8
        case .place, .brand: 1.5
        case .person, .model, .outlet, .institution, .plant, .country, .region: 2
        }
    }

    init(words: [Int32]) { self.words = words }

    /// It is no name after all.
    mutating func drop() { type = nil }

    /// Takes the type with most evidence.
    mutating func decide() {
        var scores = scores
        // One word alone is a person only with an office or a title.
        if words.count == 1, scores[.person] < 2.5 { scores[.person] = 0 }
        let best = scores.best
        type = best.weight >= Self.threshold(best.type) ? best.type : nil
    }
}

/// Weights of evidence for each type of name.
struct Scores {
    private var values = SIMD16<Float>(repeating: 0)

    private static func index(_ type: NameType) -> Int {
        switch type {
        case .person: 0
        case .company: 1
        case .brand: 2
        case .model: 3
        case .plant: 4
        case .country: 5
        case .region: 6
        case .place: 7
        case .outlet: 8
        case .institution: 9
        }
    }

    subscript(type: NameType) -> Float {
        get { values[Self.index(type)] }
        set { values[Self.index(type)] = newValue }
    }

    mutating func add(_ other: Scores) { values += other.values }

    /// The type with most evidence; the earlier of `NameType.allCases` where two have as much.
    var best: (type: NameType, weight: Float) {
        var best = (type: NameType.company, weight: self[.company])
        for type in NameType.allCases where self[type] > best.weight { best = (type, self[type]) }
        return best
    }
}

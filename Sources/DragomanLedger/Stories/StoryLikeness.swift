internal import Foundation

/// The natural logarithm and the logistic function, in single precision.
enum Logarithm {
    static func natural(_ value: Float) -> Float { log(value) }
    static func logistic(_ value: Float) -> Float { 1 / (1 + exp(-max(-30, min(30, value)))) }
}

/// How much two articles have in common.
enum StoryLikeness {
    /// Cosines of the vectors of words, names, numbers and opening words; linear in the terms.
    static func of(_ one: StoryProfile, _ other: StoryProfile) -> SIMD4<Float> {
        var sums = SIMD4<Float>.zero
        var (left, right) = (0, 0)
        while left < one.terms.count, right < other.terms.count {
            let (first, second) = (one.terms[left], other.terms[right])
            if first.hash == second.hash { sums += StoryProfile.parts(first) * StoryProfile.parts(second) }
            if first.hash <= second.hash { left += 1 }
            if first.hash >= second.hash { right += 1 }
        }
        let lengths = one.lengths * other.lengths
        return sums / lengths.replacing(with: 1, where: lengths .== 0)
    }

    /// The chance, as learned, that two articles belong to one field.
    static func chance(_ likeness: SIMD4<Float>) -> Float {
        let weights = StoryWeights.first
        return Logarithm.logistic(
            likeness.x * weights[0] + likeness.y * weights[1] + likeness.z * weights[2] + likeness.w * weights[3]
                + weights[4])
    }
}

/// How much the articles of one group have in common of what sets the group's articles apart.
struct LocalLikeness {
    /// For each article the terms that others of the group have too, with their parts as words and as names.
    private var vectors: [[(hash: UInt32, parts: SIMD2<Float>)]] = []
    private var lengths: [SIMD2<Float>] = []

    init(_ group: [StoryProfile]) {
        var spread: [UInt32: (words: Int, names: Int)] = [:]
        for profile in group {
            for term in profile.terms {
                spread[term.hash, default: (0, 0)].words += 1
                if term.asName > 0 { spread[term.hash, default: (0, 0)].names += 1 }
            }
        }
        let total = Float(group.count)
        func weight(_ count: Int) -> Float { count > 1 ? Logarithm.natural(total / Float(count)) : 0 }
        for profile in group {
            var vector: [(hash: UInt32, parts: SIMD2<Float>)] = []
            var sums = SIMD2<Float>.zero
            for term in profile.terms {
                guard let counts = spread[term.hash], counts.words > 1 else { continue }
                let root = term.weight.squareRoot()
                let parts = SIMD2(
                    StoryProfile.frequency(term.count) * weight(counts.words) * root,
                    StoryProfile.frequency(term.asName) * weight(counts.names) * root)
                vector.append((term.hash, parts))
                sums += parts * parts
            }
            vectors.append(vector)
            lengths.append(sums.squareRoot())
        }
    }

    /// The chance, as learned, that two articles of the group are of one story.
    func chance(_ one: Int, _ other: Int, common: SIMD4<Float>) -> Float {
        var sums = SIMD2<Float>.zero
        var (left, right) = (0, 0)
        let (first, second) = (vectors[one], vectors[other])
        while left < first.count, right < second.count {
            if first[left].hash == second[right].hash { sums += first[left].parts * second[right].parts }
            let advance = (first[left].hash <= second[right].hash, first[left].hash >= second[right].hash)
            if advance.0 { left += 1 }
            if advance.1 { right += 1 }
        }
        let product = lengths[one] * lengths[other]
        let local = sums / product.replacing(with: 1, where: product .== 0)
        let weights = StoryWeights.second
        return Logarithm.logistic(
            common.x * weights[0] + common.z * weights[1] + common.w * weights[2] + local.x * weights[3]
                + local.y * weights[4] + weights[5])
    }
}

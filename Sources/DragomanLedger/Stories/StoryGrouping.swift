/// Finds which articles of a field tell of one development.
///
/// A field is a set of articles linked through likeness of their words. Within it words are weighed anew by how they set
/// its articles apart: two fires in supermarkets share most words, but not the town. A function of the set: the order of
/// the articles plays no part.
struct StoryGrouping {
    /// The stories of a field, as lists of positions in `profiles`, each in rising order.
    static func stories(of profiles: [StoryProfile]) -> [[Int]] {
        let count = profiles.count
        guard count > 1 else { return count == 1 ? [[0]] : [] }
        var common = [SIMD4<Float>](repeating: .zero, count: count * count)
        var first = Matrix(count)
        for one in 0..<count {
            for other in 0..<one {
                let likeness = StoryLikeness.of(profiles[one], profiles[other])
                common[one * count + other] = likeness
                common[other * count + one] = likeness
                first.set(one, other, StoryLikeness.chance(likeness))
            }
        }
        var stories: [[Int]] = []
        for group in averageLink(first, from: StoryWeights.loose) {
            let apart = LocalLikeness(group.map { profiles[$0] })
            var second = Matrix(group.count)
            let share = min(1, Float(group.count - 2) / Float(StoryWeights.few - 2))
            for one in group.indices {
                for other in 0..<one {
                    let likeness = common[group[one] * count + group[other]]
                    let chance = share * apart.chance(one, other, common: likeness)
                    second.set(one, other, chance + (1 - share) * first.get(group[one], group[other]))
                }
            }
            stories += averageLink(second, from: StoryWeights.story).map { part in part.map { group[$0] } }
        }
        return stories.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// Joins groups, the most alike first, while their mean chance is at least `threshold`; ties go to the first pair.
    static func averageLink(_ chances: Matrix, from threshold: Float) -> [[Int]] {
        var chances = chances
        var groups = (0..<chances.count).map { [$0] }
        var best = (0..<chances.count).map { chances.best(of: $0) }
        while let top = best.indices.filter({ best[$0] >= 0 }).max(by: { one, other in
            let (left, right) = (chances.get(one, best[one]), chances.get(other, best[other]))
            return left < right || (left == right && one > other)
        }) {
            let other = best[top]
            guard chances.get(top, other) >= threshold else { break }
            let (keep, gone) = (min(top, other), max(top, other))
            let (one, two) = (Float(groups[keep].count), Float(groups[gone].count))
            for index in groups.indices where index != keep && index != gone && !groups[index].isEmpty {
                let mean = (chances.get(keep, index) * one + chances.get(gone, index) * two) / (one + two)
                chances.set(keep, index, mean)
            }
            groups[keep] += groups[gone]
            groups[gone] = []
            chances.clear(gone)
            for index in groups.indices {
                best[index] = groups[index].isEmpty ? -1 : chances.best(of: index)
            }
        }
        return groups.filter { !$0.isEmpty }.map { $0.sorted() }
    }

    /// A symmetric matrix of chances; what is not set is below every chance.
    struct Matrix {
        let count: Int
        private var values: [Float]

        init(_ count: Int) {
            self.count = count
            values = [Float](repeating: -1, count: count * count)
        }

        func get(_ one: Int, _ other: Int) -> Float { values[one * count + other] }

        mutating func set(_ one: Int, _ other: Int, _ value: Float) {
            values[one * count + other] = value
            values[other * count + one] = value
        }

        mutating func clear(_ one: Int) {
            for other in 0..<count { set(one, other, -1) }
        }

        /// The column of the highest value in a row; -1 where nothing is set.
        func best(of row: Int) -> Int {
            var found = -1
            var highest: Float = -1
            for column in 0..<count where values[row * count + column] > highest {
                highest = values[row * count + column]
                found = column
            }
            return found
        }
    }
}

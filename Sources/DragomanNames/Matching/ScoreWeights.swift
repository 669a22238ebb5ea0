import DragomanText
import Foundation

/// Turns the figures of a comparison into a probability: one logistic model for persons, one for firms.
///
/// The weights were fitted on labelled pairs (`Scripts/learn-matching.py`) and stand in `matching/weights.txt` of a pack.
struct ScoreWeights: Sendable {
    private var person = [Float](repeating: 0, count: Comparison.Figure.allCases.count)
    private var firm = [Float](repeating: 0, count: Comparison.Figure.allCases.count)

    /// Lines are `person soundLoss -8.5`.
    ///
    /// - Throws: `DragomanError` N010 with the line that is wrong.
    init(_ file: MatchingFile) throws {
        for line in file.lines {
            let words = line.text.split(separator: " ").map(String.init)
            guard words.count == 3, let weight = Float(words[2]), weight.isFinite,
                let figure = Comparison.Figure.allCases.first(where: { "\($0)" == words[1] }),
                words[0] == "person" || words[0] == "firm"
            else { throw file.wrong(line, "\"person\" or \"firm\", a figure and its weight") }
            if words[0] == "person" { person[figure.rawValue] = weight } else { firm[figure.rawValue] = weight }
        }
    }

    func score(_ figures: [Float], isFirm: Bool) -> Double {
        let weights = isFirm ? firm : person
        var sum: Float = 0
        for index in weights.indices { sum += weights[index] * figures[index] }
        return 1 / (1 + exp(-Double(sum)))
    }
}

import DragomanText

/// A predicate with its participants, its voice undone.
///
/// Participants are heads of phrases, coordination expanded; each list is empty where the sentence does not say.
struct Clause: Sendable {
    /// The verb, or the noun that stands for one.
    let predicate: Int
    let isNominal: Bool
    /// Whether it is a verb in the passive: what stands as its subject is its object.
    var isPassive = false
    /// Who does it.
    var subject: [Int] = []
    /// What it is done to; of a noun, what stands before it or after "of".
    var object: [Int] = []
    /// Prepositions with what follows them, in order of trust.
    var prepositions: [(word: String, heads: [Int])] = []
    /// The words above the predicate that may say how far it has got, outermost first.
    var operators: [Int] = []
    /// The word whose subtree is the whole proposition: the outermost operator, or the predicate.
    var top: Int
}

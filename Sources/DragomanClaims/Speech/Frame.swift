/// A reporting construction as syntax gives it, before anybody knows who "he" is.
struct Frame {
    /// What the construction does beside reporting.
    enum Manner {
        case plain
        /// "repeated": goes back to the first occasion.
        case again
        /// "adding that": shares the speaker of the frame before.
        case participle
        /// "according to X".
        case according
        /// "a report that ...": a word that is told, by whom it says or by nobody named.
        case rumour
    }

    /// The reporting word.
    var cue: Int
    var manner: Manner
    /// The words that name the source; nil where the speaker is taken over.
    var source: Range<Int>?
    /// What is said, as stretches in order.
    var content: [Range<Int>]
    /// The words of the construction itself: source, cue, audience, date.
    var own: Range<Int>
    /// The part of `own` that can date the saying, where that is not all of it.
    var core: Range<Int>?
    /// Whether the content is a thing announced, whose date is the announcement's.
    var isThing = false
    /// Words that name outlets or documents, nearest to the reader first.
    var via: [Range<Int>] = []
    /// "citing Y", "cites Y as saying": Y, whose word it is then; the source becomes the outlet.
    var cited: Range<Int>?
    /// Whether time, place or audience set this occasion apart from the one before.
    var hasOccasion = false
    /// Whether what is said stands before the reporting words.
    var isTrailing = false
}

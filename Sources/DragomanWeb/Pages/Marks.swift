internal import DragomanClaims
internal import DragomanLedger
internal import DragomanText

/// The words that claims rest on, and the sentences of a summary, to be marked in the text.
struct Marks {
    /// In order; overlapping evidence is marked as one, with the ids of all its claims.
    private var stretches: [(range: ByteRange, claims: [String])] = []
    /// In order, apart.
    private let sentences: [ByteRange]

    init(_ claims: [ReportedClaim], sentences: [ByteRange] = []) {
        let ordered = claims.sorted {
            ($0.claim.evidence.lowerBound, $0.id) < ($1.claim.evidence.lowerBound, $1.id)
        }
        for claim in ordered {
            let range = claim.claim.evidence
            if let last = stretches.last, last.range.upperBound > range.lowerBound {
                stretches[stretches.count - 1] = (
                    last.range.lowerBound..<max(last.range.upperBound, range.upperBound), last.claims + [claim.id]
                )
            } else {
                stretches.append((range, [claim.id]))
            }
        }
        var apart: [ByteRange] = []
        for sentence in sentences.sorted(by: { $0.lowerBound < $1.lowerBound })
        where (apart.last?.upperBound ?? 0) <= sentence.lowerBound {
            apart.append(sentence)
        }
        self.sentences = apart
    }

    /// The id of the place where a sentence begins.
    static func anchor(_ sentence: ByteRange) -> String { "words-\(sentence.lowerBound)" }

    /// The text of `range` with its marks; each claim's anchor stands at the beginning of its words.
    func marked(_ range: ByteRange, of text: [UInt8]) -> Markup {
        var markup = Markup.none
        var at = range.lowerBound
        for sentence in sentences where sentence.lowerBound < range.upperBound && sentence.upperBound > range.lowerBound
        {
            let start = max(sentence.lowerBound, at)
            let end = min(sentence.upperBound, range.upperBound)
            guard start < end else { continue }
            markup =
                markup + evidence(at..<start, of: text)
                + Markup.element("span", [.class("chosen"), .id(Self.anchor(start..<end))]) {
                    evidence(start..<end, of: text)
                }
            at = end
        }
        return markup + evidence(at..<range.upperBound, of: text)
    }

    private func evidence(_ range: ByteRange, of text: [UInt8]) -> Markup {
        guard !range.isEmpty else { return .none }
        var markup = Markup.none
        var at = range.lowerBound
        for stretch in stretches
        where stretch.range.lowerBound < range.upperBound && stretch.range.upperBound > range.lowerBound {
            let start = max(stretch.range.lowerBound, at)
            let end = min(stretch.range.upperBound, range.upperBound)
            guard start < end else { continue }
            let begins = stretch.range.lowerBound >= range.lowerBound
            markup =
                markup + .text(text.string(at..<start))
                + Markup.element("mark") {
                    if begins { for id in stretch.claims { Markup.element("span", [.id("claim-" + id)]) } }
                    Markup.text(text.string(start..<end))
                }
            at = end
        }
        return markup + .text(text.string(at..<range.upperBound))
    }
}

internal import DragomanText

/// The text that a page's JSON-LD gives of its article, as evidence of which blocks are the article's.
///
/// It is cut short or lacks line breaks in more than half of the pages that have it, so it is no output; but a block whose
/// words stand in it is surely text, and where it holds nearly all of the text, a block that it lacks surely is none.
struct BodyEvidence {
    private let folded: [UInt8]
    /// Bytes that may still be searched: the work stays linear in the size of the page.
    private var budget: Int

    /// Texts shorter than this many letters say nothing.
    private static let least = 300

    /// - Parameter body: the JSON-LD's `articleBody`; nil and short ones give no evidence.
    init?(_ body: String?) {
        guard let body, body.utf8.count >= Self.least, body.utf8.count < 1 << 20 else { return nil }
        folded = Folding.fold(Self.withoutTags(Array(body.utf8))[...])
        guard folded.count >= Self.least else { return nil }
        budget = 64 << 20
    }

    /// Whether the words of `text` stand in the article's text; nil where they are too few to tell, or the work done is
    /// enough.
    mutating func holds(_ text: [UInt8]) -> Bool? {
        let key = Folding.fold(text.prefix(160)).prefix(60)
        guard key.count >= 12, budget > 0 else { return nil }
        budget -= folded.count
        return Self.contains(folded, Array(key))
    }

    /// Horspool's search: most bytes of `text` are never looked at.
    private static func contains(_ text: [UInt8], _ key: [UInt8]) -> Bool {
        let last = key.count - 1
        var shifts = [Int](repeating: key.count, count: 256)
        for index in 0..<last { shifts[Int(key[index])] = last - index }
        var start = 0
        while start + last < text.count {
            var index = last
            while text[start + index] == key[index] {
                if index == 0 { return true }
                index -= 1
            }
            start += shifts[Int(text[start + last])]
        }
        return false
    }

    /// Letters and digits of the evidence.
    var count: Int { folded.count }

    private static func withoutTags(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "<")) else { return text }
        var plain: [UInt8] = []
        var isTag = false
        for byte in text {
            if byte == UInt8(ascii: "<") { isTag = true }
            if !isTag { plain.append(byte) }
            if byte == UInt8(ascii: ">") {
                isTag = false
                plain.append(0x20)
            }
        }
        return plain
    }
}

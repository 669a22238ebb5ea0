public import DragomanText

/// One token of an analysis.
public struct Token: Sendable {
    /// Byte range in the analyzed text.
    public var range: ByteRange
    /// Index of the head token in `Analysis.tokens`; its own index for the root of a sentence.
    public var head: Int
    /// Penn Treebank tag such as `VBD`, "" where unknown.
    public var tag: String
    /// Universal part of speech, such as `VERB`.
    public var pos: String
    /// Features in the form `Number=Sing|Tense=Past`, "" where there are none.
    public var morph: String
    /// Label of the arc to the head, such as `nsubj`; `ROOT` for a root.
    public var dep: String
    /// Base form, such as "sign" for "signed".
    public var lemma: String
    /// Normal form: lower case, contractions spelled out.
    public var norm: String
    /// Whether a sentence begins here.
    public var startsSentence: Bool
    /// Whether a space follows.
    public var spaced: Bool
    /// `B` at the start of an entity, `I` inside, `O` elsewhere, and its type, such as `B-ORG`; "" for none.
    public var entity: String

    public init(
        range: ByteRange, head: Int, tag: String, pos: String, morph: String, dep: String, lemma: String, norm: String,
        startsSentence: Bool, spaced: Bool, entity: String
    ) {
        self.range = range
        self.head = head
        self.tag = tag
        self.pos = pos
        self.morph = morph
        self.dep = dep
        self.lemma = lemma
        self.norm = norm
        self.startsSentence = startsSentence
        self.spaced = spaced
        self.entity = entity
    }
}

/// A named entity as the model proposes it.
public struct Entity: Sendable, Equatable {
    /// Token range in `Analysis.tokens`.
    public let tokens: Range<Int>
    /// OntoNotes type, such as `ORG`, `GPE`, `DATE`.
    public let label: String

    public init(tokens: Range<Int>, label: String) {
        self.tokens = tokens
        self.label = label
    }
}

/// The grammatical analysis of a text: tokens with tags, trees and entities.
///
/// A text is analyzed block by block, each as a document of its own; token indices run through.
public struct Analysis: Sendable {
    /// The UTF-8 buffer that all ranges point into.
    public let text: [UInt8]
    public let tokens: [Token]
    /// Token ranges, in order, covering all tokens.
    public let sentences: [Range<Int>]
    public let entities: [Entity]
    /// Base noun phrases as token ranges.
    public let nounChunks: [Range<Int>]
    /// The token range of each analyzed block, parallel to the ranges that were asked for.
    public let blocks: [Range<Int>]

    public init(
        text: [UInt8], tokens: [Token], sentences: [Range<Int>], entities: [Entity], nounChunks: [Range<Int>],
        blocks: [Range<Int>]
    ) {
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self.entities = entities
        self.nounChunks = nounChunks
        self.blocks = blocks
    }

    /// The text of token `i` as written.
    public func word(_ i: Int) -> String { text.string(tokens[i].range) }

    /// The bytes from the first to the last token of `range`; empty for an empty range.
    public func bytes(_ range: Range<Int>) -> ByteRange {
        guard let last = range.last else { return 0..<0 }
        return tokens[range.lowerBound].range.lowerBound..<tokens[last].range.upperBound
    }
}

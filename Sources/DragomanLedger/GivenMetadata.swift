public import DragomanText

/// What was said of an article beside its bytes, for what they do not say themselves.
public struct GivenMetadata: Sendable, Equatable {
    public var outlet: String?
    public var published: CoarseDate?

    public init(outlet: String? = nil, published: CoarseDate? = nil) {
        self.outlet = outlet
        self.published = published
    }
}

/// What read an article: another reader may find other claims in the same bytes.
public struct ReaderMark: Sendable, Equatable, Codable {
    /// A folder of data, known by its content.
    public struct Part: Sendable, Equatable, Codable {
        /// Such as `en_core_web_sm-3.8.0` or `automotive`.
        public var name: String
        /// Of names and bytes of all its files, 64 hexadecimal digits.
        public var sha256: String

        public init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// The language model.
    public var model: Part
    /// The packs, the most general first.
    public var packs: [Part]
    /// The version of Dragoman.
    public var program: String

    public init(model: Part, packs: [Part], program: String) {
        self.model = model
        self.packs = packs
        self.program = program
    }
}

internal import DragomanText

/// The bytes of one source as they came, before anything is read out of them.
public struct Capture: Sendable {
    /// Where it came from: a path or `-` for standard input.
    public let source: String
    /// The bytes, whole and unchanged.
    public let bytes: [UInt8]

    public init(source: String, bytes: [UInt8]) {
        self.source = source
        self.bytes = bytes
    }
}

extension Capture {
    /// SHA-256 of the bytes as 64 hexadecimal digits: the name of this capture for good.
    public var sha256: String { SHA256.hex(of: bytes) }
}

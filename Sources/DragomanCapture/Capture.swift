internal import DragomanText

/// The bytes of one source as they came, before anything is read out of them.
public struct Capture: Sendable {
    /// Where it came from: a path, an address, or `-` for standard input.
    public let source: String
    /// Its address on the web, after redirects; nil for what did not come from there.
    public let address: String?
    /// The `Content-Type` the server gave, such as `text/html; charset=windows-1251`; nil where none did.
    public let contentType: String?
    /// Its number in the archive, mailbox or feed that holds it, from 1; nil for a file of its own.
    public let part: Int?
    /// The bytes, whole and unchanged but for the compression they travelled in.
    public let bytes: [UInt8]

    public init(source: String, bytes: [UInt8], address: String? = nil, contentType: String? = nil, part: Int? = nil) {
        self.source = source
        self.bytes = bytes
        self.address = address
        self.contentType = contentType
        self.part = part
    }
}

extension Capture {
    /// SHA-256 of the bytes as 64 hexadecimal digits: the name of this capture for good.
    public var sha256: String { SHA256.hex(of: bytes) }

    /// The encoding that the server's `Content-Type` names, as it is written there; nil where it names none.
    public var charset: String? { contentType.flatMap { MediaType($0)["charset"] } }
}

/// Bytes that come piece by piece.
protocol ByteSource: AnyObject {
    /// The next bytes, at most `count` of them; empty at the end.
    func read(_ count: Int) throws(StreamFault) -> [UInt8]
    /// After a fault: goes on where whole data can begin again. Gives whether there is such a place.
    func recover() -> Bool
    /// Where the data that come next can be reached again.
    var mark: StreamMark { get }
}

extension ByteSource {
    func recover() -> Bool { false }
    var mark: StreamMark { StreamMark(raw: 0, output: 0) }
}

/// A place in a source from which reading can begin anew.
struct StreamMark: Hashable {
    /// Offset in the packed data: of the gzip member; 0 where nothing is packed.
    var raw: Int
    /// Offset of what comes at `raw` in the data read so far.
    var output: Int
}

/// Why bytes could not be had.
enum StreamFault: Error, Equatable {
    /// The file cannot be read; the text is the system's.
    case unreadable(String)
    /// What is compressed is damaged or cut off.
    case damaged
    /// What is compressed unpacks to far more than any text would.
    case bomb
    /// There are more bytes than allowed.
    case tooLarge

    /// What is wrong, as the end of a sentence.
    var reason: String {
        switch self {
        case .unreadable(let text): "cannot be read: \(text)"
        case .damaged: "is damaged: what is compressed cannot be unpacked"
        case .bomb: "unpacks to far more than any text would"
        case .tooLarge: "is larger than allowed"
        }
    }
}

/// Bytes in memory.
final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(_ count: Int) -> [UInt8] {
        let end = min(bytes.count, position + count)
        defer { position = end }
        return Array(bytes[position..<end])
    }
}

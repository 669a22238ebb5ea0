internal import CZlib

/// Unpacks gzip (one member or many), zlib and bare deflate, piece by piece.
final class InflateSource: ByteSource {
    enum Format: Int32 {
        /// Also several members one after the other.
        case gzip = 31
        case zlib = 15
        case deflate = -15
    }

    /// What more unpacked bytes than `bombSize` may be at most for each packed one. Texts stay below 50.
    static let bombRatio = 128
    /// Unpacked bytes from which on the ratio counts.
    static let bombSize = 8 << 20

    private let source: any ByteSource
    private let format: Format
    private var stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var used = 0
    /// Packed bytes taken from the source and used.
    private var rawOffset = 0
    private var outputOffset = 0
    private var member = StreamMark(raw: 0, output: 0)
    private var isAtEnd = false
    private var isBetweenMembers = false

    init(_ source: any ByteSource, format: Format) {
        self.source = source
        self.format = format
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // inflateInit2 is a macro; this is what it stands for. It fails only for want of memory, and reading then does too.
        _ = inflateInit2_(stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    var mark: StreamMark { member }

    func read(_ count: Int) throws(StreamFault) -> [UInt8] {
        while !isAtEnd {
            if used == input.count { try refill() }
            if isBetweenMembers, try !beginMember() { break }
            if used == input.count { throw .damaged }
            let (bytes, status) = inflate(count)
            outputOffset += bytes.count
            let unpacked = outputOffset - member.output
            if unpacked > Self.bombSize, unpacked / Self.bombRatio > rawOffset - member.raw { throw .bomb }
            switch status {
            case Z_STREAM_END:
                if format == .gzip { isBetweenMembers = true } else { isAtEnd = true }
            case Z_OK, Z_BUF_ERROR: break
            default:
                if bytes.isEmpty { throw .damaged }
            }
            if !bytes.isEmpty { return bytes }
        }
        isAtEnd = true
        return []
    }

    /// Looks for the next gzip member.
    func recover() -> Bool {
        guard format == .gzip, !isAtEnd else { return false }
        if used < input.count { advance(1) }
        while true {
            if input.count - used < 4 {
                guard (try? refill()) != nil, input.count - used >= 4 else { return false }
            }
            if input[used] == 0x1F, input[used + 1] == 0x8B, input[used + 2] == 8, input[used + 3] & 0xE0 == 0 {
                inflateReset(stream)
                isBetweenMembers = false
                member = StreamMark(raw: rawOffset, output: outputOffset)
                return true
            }
            advance(1)
        }
    }

    /// Begins the next gzip member; gives false where there is none. Zeros after the last one are padding.
    private func beginMember() throws(StreamFault) -> Bool {
        while used < input.count, input[used] == 0 {
            advance(1)
            if used == input.count { try refill() }
        }
        guard used < input.count else { return false }
        inflateReset(stream)
        isBetweenMembers = false
        member = StreamMark(raw: rawOffset, output: outputOffset)
        return true
    }

    private func advance(_ count: Int) {
        used += count
        rawOffset += count
    }

    private func refill() throws(StreamFault) {
        let rest = input[used...]
        input = rest + (try source.read(1 << 16))
        used = 0
    }

    private func inflate(_ count: Int) -> ([UInt8], Int32) {
        var status = Z_OK
        var consumed = 0
        let output = [UInt8](unsafeUninitializedCapacity: min(count, 1 << 16)) { buffer, produced in
            input.withUnsafeMutableBufferPointer { input in
                stream.pointee.next_in = input.baseAddress.map { $0 + used }
                stream.pointee.avail_in = UInt32(input.count - used)
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(buffer.count)
                status = CZlib.inflate(stream, Z_NO_FLUSH)
                consumed = input.count - used - Int(stream.pointee.avail_in)
                produced = buffer.count - Int(stream.pointee.avail_out)
            }
        }
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        advance(consumed)
        return (output, status)
    }
}

/// A bounded reader of MessagePack: every length is checked against what is left before anything is made of it.
///
/// Values are pulled one by one, so a file of any size costs no tree. The format: msgpack.org, specification of 2017.
struct MessagePackReader {
    /// Why reading stopped, with the byte where it did.
    enum Failure: Error, Equatable {
        case truncated(Int)
        case unexpected(Int)
        case tooDeep(Int)
    }

    let bytes: UnsafeRawBufferPointer
    private(set) var position: Int
    private let end: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        position = 0
        end = bytes.count
    }

    /// Reads `range` only; offsets stay those of `bytes`.
    init(_ bytes: UnsafeRawBufferPointer, range: Range<Int>) {
        self.bytes = bytes
        let bounded = range.clamped(to: 0..<bytes.count)
        position = bounded.lowerBound
        end = bounded.upperBound
    }

    var isAtEnd: Bool { position >= end }

    private mutating func unsigned(_ size: Int) throws(Failure) -> UInt64 {
        guard end - position >= size else { throw .truncated(position) }
        var value: UInt64 = 0
        for _ in 0..<size {
            value = value << 8 | UInt64(bytes[position])
            position += 1
        }
        return value
    }

    private mutating func take(_ count: UInt64) throws(Failure) -> Range<Int> {
        guard count <= UInt64(end - position) else { throw .truncated(position) }
        let range = position..<position + Int(count)
        position = range.upperBound
        return range
    }

    /// A container's count; each element takes at least one byte, so a larger count cannot be true.
    private func bounded(_ count: UInt64) throws(Failure) -> Int {
        guard count <= UInt64(end - position) else { throw .truncated(position) }
        return Int(count)
    }

    /// The type byte of the next value, which stays unread.
    func peek() throws(Failure) -> UInt8 {
        guard position < end else { throw .truncated(position) }
        return bytes[position]
    }

    /// The number of pairs of a map.
    mutating func map() throws(Failure) -> Int {
        let at = position
        let type = UInt8(try unsigned(1))
        switch type {
        case 0x80...0x8F: return try bounded(UInt64(type & 15))
        case 0xDE: return try bounded(try unsigned(2))
        case 0xDF: return try bounded(try unsigned(4))
        default: throw .unexpected(at)
        }
    }

    /// The number of elements of an array.
    mutating func array() throws(Failure) -> Int {
        let at = position
        let type = UInt8(try unsigned(1))
        switch type {
        case 0x90...0x9F: return try bounded(UInt64(type & 15))
        case 0xDC: return try bounded(try unsigned(2))
        case 0xDD: return try bounded(try unsigned(4))
        default: throw .unexpected(at)
        }
    }

    /// Where the bytes of a string or of a binary value lie.
    mutating func data() throws(Failure) -> Range<Int> {
        let at = position
        let type = UInt8(try unsigned(1))
        switch type {
        case 0xA0...0xBF: return try take(UInt64(type & 31))
        case 0xC4, 0xD9: return try take(try unsigned(1))
        case 0xC5, 0xDA: return try take(try unsigned(2))
        case 0xC6, 0xDB: return try take(try unsigned(4))
        default: throw .unexpected(at)
        }
    }

    /// A string or binary value as text.
    mutating func string() throws(Failure) -> String {
        let range = try data()
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// An integer that is not negative.
    mutating func integer() throws(Failure) -> UInt64 {
        let at = position
        let type = UInt8(try unsigned(1))
        switch type {
        case 0x00...0x7F: return UInt64(type)
        case 0xCC: return try unsigned(1)
        case 0xCD: return try unsigned(2)
        case 0xCE: return try unsigned(4)
        case 0xCF: return try unsigned(8)
        default: throw .unexpected(at)
        }
    }

    /// true or false.
    mutating func boolean() throws(Failure) -> Bool {
        let at = position
        switch UInt8(try unsigned(1)) {
        case 0xC2: return false
        case 0xC3: return true
        default: throw .unexpected(at)
        }
    }

    /// Whether the next value is nil, which is then read.
    mutating func isNil() throws(Failure) -> Bool {
        guard try peek() == 0xC0 else { return false }
        position += 1
        return true
    }

    /// Passes over one value of any kind, however deep, without recursion.
    mutating func skip() throws(Failure) {
        var pending: UInt64 = 1
        while pending > 0 {
            pending -= 1
            let at = position
            let type = UInt8(try unsigned(1))
            switch type {
            case 0x00...0x7F, 0xE0...0xFF, 0xC0, 0xC2, 0xC3: break
            case 0x80...0x8F: pending += 2 * UInt64(type & 15)
            case 0x90...0x9F: pending += UInt64(type & 15)
            case 0xA0...0xBF: _ = try take(UInt64(type & 31))
            case 0xC4, 0xD9: _ = try take(try unsigned(1))
            case 0xC5, 0xDA: _ = try take(try unsigned(2))
            case 0xC6, 0xDB: _ = try take(try unsigned(4))
            case 0xCA: _ = try take(4)
            case 0xCB: _ = try take(8)
            case 0xCC...0xCF: _ = try take(1 << UInt64(type - 0xCC))
            case 0xD0...0xD3: _ = try take(1 << UInt64(type - 0xD0))
            case 0xDC: pending += try unsigned(2)
            case 0xDD: pending += try unsigned(4)
            case 0xDE: pending += 2 * (try unsigned(2))
            case 0xDF: pending += 2 * (try unsigned(4))
            default: throw .unexpected(at)
            }
            guard pending <= UInt64(end - position) else { throw .truncated(position) }
        }
    }
}

internal import CZlib

/// The entries of a zip file (PKWARE APPNOTE 6.3), stored or deflated, with ZIP64. Nothing is written to disk.
struct ZipFile {
    struct Entry: Equatable {
        var name: String
        var method: Int
        var crc: UInt32
        var packed: Int
        var unpacked: Int
        /// Offset of the entry's local header.
        var header: Int
        var isEncrypted: Bool

        /// Whether the name stays within the archive's folder.
        var isSafe: Bool {
            !name.hasPrefix("/") && !name.contains("\\") && !name.contains(":") && !name.contains("\0")
                && !name.split(separator: "/").contains("..")
        }
    }

    private let file: OpenFile
    private let size: Int
    /// In the order of the directory.
    private(set) var entries: [Entry] = []

    /// The most entries; the ones after that are left out.
    static let entryLimit = 200_000
    private static let directoryLimit = 64 << 20

    /// - Throws: `damaged` where it is no whole zip file, `unreadable`.
    init(_ file: OpenFile) throws(StreamFault) {
        guard let size = file.size else { throw .damaged }
        self.file = file
        self.size = size
        let directory = try directory()
        guard directory.count <= Self.directoryLimit else { throw .tooLarge }
        let bytes = try read(directory)
        var position = 0
        while entries.count < Self.entryLimit, let (entry, end) = Self.entry(bytes, at: position) {
            entries.append(entry)
            position = end
        }
    }

    /// The entry's bytes, unpacked, piece by piece.
    func source(of entry: Entry) throws(StreamFault) -> any ByteSource {
        let packed = FileSource(file, range: try range(of: entry))
        switch entry.method {
        case 0: return packed
        case 8: return InflateSource(packed, format: .deflate)
        default: throw .damaged
        }
    }

    /// The bytes of a stored entry from an offset on; nil for a deflated one.
    func source(of entry: Entry, from offset: Int) -> (any ByteSource)? {
        guard entry.method == 0, let range = try? range(of: entry), offset >= 0, offset <= range.count else {
            return nil
        }
        return FileSource(file, range: (range.lowerBound + offset)..<range.upperBound)
    }

    /// Where the entry's packed bytes stand in the file.
    private func range(of entry: Entry) throws(StreamFault) -> Range<Int> {
        guard !entry.isEncrypted else { throw .damaged }
        let header = try read(entry.header..<(entry.header + 30))
        guard header.starts(with: [0x50, 0x4B, 3, 4]) else { throw .damaged }
        let start = entry.header + 30 + Self.number(header, 26, 2) + Self.number(header, 28, 2)
        guard start <= size, entry.packed <= size - start else { throw .damaged }
        return start..<(start + entry.packed)
    }

    /// All bytes of a small entry, held to its checksum.
    func bytes(of entry: Entry, limit: Int) throws(StreamFault) -> [UInt8] {
        guard entry.unpacked <= limit else { throw .tooLarge }
        let bytes = try ByteInput(source(of: entry)).takeAll(limit: limit)
        guard bytes.count == entry.unpacked, crc32(0, bytes, UInt32(bytes.count)) == UInt(entry.crc) else {
            throw .damaged
        }
        return bytes
    }

    private func read(_ range: Range<Int>) throws(StreamFault) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= size else { throw .damaged }
        let bytes = try FileSource(file, range: range).read(range.count)
        guard bytes.count == range.count else { throw .damaged }
        return bytes
    }

    /// Where the central directory stands.
    private func directory() throws(StreamFault) -> Range<Int> {
        let start = max(0, size - (1 << 16) - 22)
        let tail = try read(start..<size)
        guard tail.count >= 22,
            let end = (0...(tail.count - 22)).last(where: { tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) })
        else { throw .damaged }
        var count = Self.number(tail, end + 12, 4)
        var offset = Self.number(tail, end + 16, 4)
        if offset == 0xFFFF_FFFF || count == 0xFFFF_FFFF, end >= 20,
            tail[(end - 20)...].starts(with: [0x50, 0x4B, 6, 7])
        {
            let place = Self.number(tail, end - 12, 8)
            guard place >= 0, place <= size - 56 else { throw .damaged }
            let record = try read(place..<(place + 56))
            guard record.starts(with: [0x50, 0x4B, 6, 6]) else { throw .damaged }
            count = Self.number(record, 40, 8)
            offset = Self.number(record, 48, 8)
        }
        guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { throw .damaged }
        return offset..<(offset + count)
    }

    private static func entry(_ bytes: [UInt8], at start: Int) -> (Entry, Int)? {
        guard start + 46 <= bytes.count, bytes[start...].starts(with: [0x50, 0x4B, 1, 2]) else { return nil }
        let nameEnd = start + 46 + number(bytes, start + 28, 2)
        let extraEnd = nameEnd + number(bytes, start + 30, 2)
        let end = extraEnd + number(bytes, start + 32, 2)
        guard end <= bytes.count else { return nil }
        var entry = Entry(
            name: String(decoding: bytes[(start + 46)..<nameEnd], as: UTF8.self), method: number(bytes, start + 10, 2),
            crc: UInt32(number(bytes, start + 16, 4)), packed: number(bytes, start + 20, 4),
            unpacked: number(bytes, start + 24, 4), header: number(bytes, start + 42, 4),
            isEncrypted: number(bytes, start + 8, 2) & 1 == 1)
        addZIP64(bytes, nameEnd..<extraEnd, to: &entry)
        guard entry.packed >= 0, entry.unpacked >= 0, entry.header >= 0, entry.header < 1 << 60 else { return nil }
        return (entry, end)
    }

    /// Sizes and offset that do not fit into four bytes stand in the extra field of kind 1.
    private static func addZIP64(_ bytes: [UInt8], _ extra: Range<Int>, to entry: inout Entry) {
        var position = extra.lowerBound
        while position + 4 <= extra.upperBound {
            let end = position + 4 + number(bytes, position + 2, 2)
            guard end <= extra.upperBound else { return }
            if number(bytes, position, 2) == 1 {
                var value = position + 4
                for field in [\Entry.unpacked, \Entry.packed, \Entry.header] where entry[keyPath: field] == 0xFFFF_FFFF
                {
                    guard value + 8 <= end else { return }
                    entry[keyPath: field] = number(bytes, value, 8)
                    value += 8
                }
            }
            position = end
        }
    }

    /// A number of `size` bytes, the lowest first.
    private static func number(_ bytes: [UInt8], _ start: Int, _ size: Int) -> Int {
        var value = 0
        for offset in (0..<size).reversed() { value = value << 8 | Int(bytes[start + offset]) }
        return value
    }
}

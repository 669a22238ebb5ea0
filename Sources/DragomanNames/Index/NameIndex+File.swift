import DragomanText
import Foundation

/// The index in a file beside the ledger: a copy of its arrays, which can always be made anew from the names.
extension NameIndex {
    private static let mark = Array("DRGNAMES2\n".utf8)

    /// Writes the index to a file, in one step: a reader sees the old file or the new one.
    ///
    /// - Parameter content: a digest of 32 bytes that tells what the names are of; `content` gives it back.
    /// - Throws: `DragomanError` N031 where it cannot be written.
    public func write(to path: String, content: [UInt8] = [UInt8](repeating: 0, count: 32)) throws {
        var bytes = Self.mark
        bytes += matcher.digest
        bytes += content.prefix(32) + [UInt8](repeating: 0, count: max(0, 32 - content.count))
        texts.write(to: &bytes)
        ids.write(to: &bytes)
        postings.write(to: &bytes)
        bytes += SHA256.digest(of: bytes)
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw DragomanError(
                .failure, "N031", "the index of names \(path) cannot be written: \(error.localizedDescription)",
                advice: "Check that the folder is there and that the disk has room.")
        }
    }

    /// Opens an index that `write(to:)` wrote; names may be added to it.
    ///
    /// - Throws: `DragomanError` N032 where the file cannot be read, is damaged, or was made with other tables of matching.
    public init(path: String, matcher: NameMatcher) throws {
        self.init(matcher: matcher)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Self.damaged(path, "cannot be read")
        }
        let bytes = [UInt8](data)
        let body = bytes.count - 32
        guard body > Self.mark.count, bytes.starts(with: Self.mark),
            SHA256.digest(of: bytes[..<body]) == Array(bytes[body...])
        else { throw Self.damaged(path, "is damaged, or of another version") }
        let head = Self.mark.count
        guard body > head + 64, bytes[head..<head + 32].elementsEqual(matcher.digest) else {
            throw Self.damaged(path, "was made with other tables of matching")
        }
        var reader = ArrayReader(bytes: bytes, at: head + 64, end: body)
        guard let texts = TextStore(&reader), let ids = TextStore(&reader), let postings = Postings(&reader),
            texts.count == ids.count, postings.highest < texts.count
        else { throw Self.damaged(path, "is damaged") }
        (self.texts, self.ids, self.postings) = (texts, ids, postings)
        content = Array(bytes[head + 32..<head + 64])
    }

    private static func damaged(_ path: String, _ what: String) -> DragomanError {
        DragomanError(
            .badInput, "N032", "the index of names \(path) \(what)",
            advice: "Remove the file and build the index anew from the names.")
    }
}

/// Reads arrays of numbers from bytes, each after its count.
struct ArrayReader {
    let bytes: [UInt8]
    var at: Int
    let end: Int

    /// The next array; nil where the bytes do not hold it.
    mutating func array<Number: FixedWidthInteger>(of type: Number.Type) -> [Number]? {
        let size = MemoryLayout<Number>.size
        guard let count = number(), count <= UInt64((end - at) / size) else { return nil }
        let source = at..<at + Int(count) * size
        let out = [Number](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
            bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyBytes(from: $0[source]) }
            // The file is little-endian.
            if 1.littleEndian != 1 {
                for index in buffer.indices { buffer[index] = Number(littleEndian: buffer[index]) }
            }
            filled = Int(count)
        }
        at += Int(count) * size
        return out
    }

    private mutating func number() -> UInt64? {
        guard at + 8 <= end else { return nil }
        defer { at += 8 }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
    }

    /// Appends an array with its count before it.
    static func write<Number: FixedWidthInteger>(_ numbers: [Number], to bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt64(numbers.count).littleEndian) { bytes += $0 }
        if 1.littleEndian == 1 {
            numbers.withUnsafeBytes { bytes += $0 }
        } else {
            for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
        }
    }
}

/// Reads the records of a web archive one after the other; a broken one is told and the next looked for.
final class WARCReader {
    /// The most bytes of a record; a larger one is passed over.
    static let recordLimit = 64 << 20
    private static let headLimit = 1 << 16

    /// What stands next in the archive.
    enum Item {
        case record(WARCRecord)
        /// A record that cannot be had: its number, its address where it is known, and why.
        case broken(number: Int, address: String?, reason: String)
    }

    private let input: ByteInput
    private var number = 0
    /// Whether nothing can follow a fault.
    private var isOver = false
    /// Where the record read last begins.
    private(set) var place: StreamMark?
    /// Bytes from there to the record's first one.
    private(set) var distance = 0

    init(_ input: ByteInput) { self.input = input }

    /// The next record; nil at the end.
    func next() -> Item? {
        guard !isOver else { return nil }
        do throws(StreamFault) {
            guard try passBlankLines() else { return nil }
            number += 1
            place = input.mark(before: input.offset)
            distance = input.offset - (place?.output ?? 0)
            return try record()
        } catch {
            return afterFault(error, address: nil)
        }
    }

    private func record() throws(StreamFault) -> Item {
        guard let head = try head() else {
            let isFound = try seekRecord()
            return broken(nil, isFound ? "has no WARC header" : "has no WARC header, and no record follows")
        }
        let fields = HeaderFields(head[...], hasStartLine: true)
        let record = WARCRecord(number: number, fields: fields, block: [])
        guard let length = fields.count("content-length") else {
            _ = try seekRecord()
            return broken(record.address, "does not say its length")
        }
        do throws(StreamFault) {
            return try block(length, of: record)
        } catch {
            return afterFault(error, address: record.address)
        }
    }

    private func block(_ length: Int, of record: WARCRecord) throws(StreamFault) -> Item {
        guard length <= Self.recordLimit else {
            let isWhole = try input.skip(length)
            return broken(
                record.address,
                isWhole ? "is larger than \(Self.recordLimit >> 20) MB" : "says it is longer than the archive")
        }
        let block = try input.take(length)
        if block.count == length, endsHere() {
            return .record(WARCRecord(number: number, fields: record.fields, block: block))
        }
        // The length is wrong: the record that was swallowed with this one is given back.
        if let start = Self.recordStart(in: block) {
            input.putBack(block[start...])
        } else if block.count == length {
            _ = try seekRecord()
        }
        return broken(record.address, block.count < length ? "is cut off" : "is not as long as it says")
    }

    /// Whether a record may end here: the archive ends, or line breaks follow, or the next record.
    private func endsHere() -> Bool {
        let next = input.peek(5)
        return next.isEmpty || next.first == 0x0D || next.first == 0x0A || next.elementsEqual(Array("WARC/".utf8))
    }

    private static func recordStart(in block: [UInt8]) -> Int? {
        let key = Array("\nWARC/1.".utf8)
        var position = 0
        while let newline = block[position...].firstIndex(of: 0x0A) {
            if block[newline...].starts(with: key) { return newline + 1 }
            position = newline + 1
        }
        return nil
    }

    /// The lines up to the blank one; nil where they are none of a record.
    private func head() throws(StreamFault) -> [UInt8]? {
        guard input.peek(5).elementsEqual(Array("WARC/".utf8)) else { return nil }
        var head: [UInt8] = []
        while head.count < Self.headLimit {
            let line = try input.line(limit: Self.headLimit)
            if line.isEmpty { return nil }
            head += line
            if line == [0x0A] || line == [0x0D, 0x0A] { return head }
        }
        return nil
    }

    /// Passes over line breaks; gives whether anything follows.
    private func passBlankLines() throws(StreamFault) -> Bool {
        while let byte = input.peek(1).first {
            guard byte == 0x0A || byte == 0x0D || byte == 0 else { return true }
            _ = try input.skip(1)
        }
        return !(try input.take(1).isEmpty)
    }

    /// Goes on to the next line that begins a record; gives whether there is one.
    private func seekRecord() throws(StreamFault) -> Bool {
        let key = Array("WARC/1.".utf8)
        var isAtLineStart = false
        while true {
            if isAtLineStart, input.peek(key.count).elementsEqual(key) { return true }
            let line = try input.line(limit: Self.headLimit)
            guard let last = line.last else { return false }
            isAtLineStart = last == 0x0A
        }
    }

    private func broken(_ address: String?, _ reason: String) -> Item {
        .broken(number: number, address: address, reason: reason)
    }

    private func afterFault(_ fault: StreamFault, address: String?) -> Item {
        if !input.recover() { isOver = true }
        return broken(address, fault.reason)
    }
}

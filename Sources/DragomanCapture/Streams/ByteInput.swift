/// Reads a source by lines and by counts, and looks ahead, with as much memory as is asked for at once.
final class ByteInput: ByteSource {
    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var start = 0
    private var marks: [StreamMark] = []
    private static let step = 1 << 16
    /// Offset of the next byte in all that the source gives.
    private(set) var offset = 0
    /// A fault that came while looking ahead: told when the bytes before it are used up.
    private var fault: StreamFault?
    private var isAtEnd = false

    init(_ source: any ByteSource) { self.source = source }

    private var available: Int { buffer.count - start }

    /// Bytes at hand without taking them: `count`, or fewer at the end or before a fault.
    func peek(_ count: Int) -> ArraySlice<UInt8> {
        while available < count, fill() {}
        return buffer[start..<min(buffer.count, start + count)]
    }

    /// Whether nothing comes any more.
    var isEmpty: Bool { peek(1).isEmpty && fault == nil }

    /// Takes `count` bytes; fewer at the end.
    func take(_ count: Int) throws(StreamFault) -> [UInt8] {
        let bytes = Array(peek(count))
        if bytes.count < count { try tellFault() }
        drop(bytes.count)
        return bytes
    }

    /// What is at hand, at most `count` bytes; empty at the end.
    func read(_ count: Int) throws(StreamFault) -> [UInt8] {
        _ = peek(1)
        return try take(max(1, min(count, available)))
    }

    /// Takes all bytes.
    ///
    /// - Throws: `tooLarge` where there are more than `limit`.
    func takeAll(limit: Int) throws(StreamFault) -> [UInt8] {
        let bytes = try take(limit + 1)
        if bytes.count > limit { throw .tooLarge }
        return bytes
    }

    /// Passes over `count` bytes. Gives whether there were so many.
    func skip(_ count: Int) throws(StreamFault) -> Bool {
        var left = count
        while left > 0 {
            let step = peek(min(left, Self.step)).count
            if step == 0 {
                try tellFault()
                return false
            }
            drop(step)
            left -= step
        }
        return true
    }

    /// Takes a line with its line break, or `limit` bytes of a longer one; empty at the end.
    func line(limit: Int) throws(StreamFault) -> [UInt8] {
        var searched = 0
        while true {
            let end = min(buffer.count, start + limit)
            if let newline = buffer[(start + searched)..<end].firstIndex(of: 0x0A) {
                return taking(newline + 1 - start)
            }
            searched = end - start
            if searched == limit { return taking(limit) }
            if !fill() {
                if searched == 0 { try tellFault() }
                return taking(searched)
            }
        }
    }

    /// Puts bytes back that were taken last.
    func putBack(_ bytes: ArraySlice<UInt8>) {
        buffer = Array(bytes) + buffer[start...]
        start = 0
        offset -= bytes.count
    }

    /// Goes on after a fault, where whole data begin again. Gives whether there is such a place.
    func recover() -> Bool {
        drop(available)
        fault = nil
        isAtEnd = !source.recover()
        return !isAtEnd
    }

    /// The last place at or before `offset` from which reading can begin anew.
    func mark(before offset: Int) -> StreamMark? {
        guard let index = marks.lastIndex(where: { $0.output <= offset }) else { return nil }
        marks.removeFirst(index)
        return marks[0]
    }

    private func taking(_ count: Int) -> [UInt8] {
        let bytes = Array(buffer[start..<(start + count)])
        drop(count)
        return bytes
    }

    private func drop(_ count: Int) {
        start += count
        offset += count
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= 4 * Self.step)
            start = 0
        } else if start > 4 * Self.step, start > buffer.count / 2 {
            buffer.removeFirst(start)
            start = 0
        }
    }

    /// Reads more; gives whether there was any.
    private func fill() -> Bool {
        guard fault == nil, !isAtEnd else { return false }
        do {
            let bytes = try source.read(Self.step)
            if bytes.isEmpty {
                isAtEnd = true
                return false
            }
            let mark = source.mark
            if marks.last != mark { marks.append(mark) }
            buffer += bytes
            return true
        } catch {
            fault = error
            return false
        }
    }

    private func tellFault() throws(StreamFault) {
        if let fault { throw fault }
    }
}

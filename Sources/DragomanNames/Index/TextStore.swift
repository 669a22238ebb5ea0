/// Many texts in one buffer.
struct TextStore: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    init() {}

    /// Nil where the reader does not hold a store, or a damaged one.
    init?(_ reader: inout ArrayReader) {
        guard let bytes = reader.array(of: UInt8.self), let ends = reader.array(of: Int.self) else { return nil }
        guard zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }), ends.first ?? 0 >= 0, ends.last ?? 0 == bytes.count
        else { return nil }
        (self.bytes, self.ends) = (bytes, ends)
    }

    func write(to out: inout [UInt8]) {
        ArrayReader.write(bytes, to: &out)
        ArrayReader.write(ends, to: &out)
    }

    mutating func append(_ text: String) {
        bytes += text.utf8
        ends.append(bytes.count)
    }

    subscript(_ index: Int) -> String {
        String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }
}

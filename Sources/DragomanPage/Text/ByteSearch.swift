/// Words looked for in bytes, without strings.
struct ByteSearch {
    private let needles: [[UInt8]]
    /// Whether a needle begins with a byte.
    private let isFirst: [Bool]

    /// - Parameter words: UTF-8 in lower case where the letters are ASCII's.
    init(_ words: [String]) {
        needles = words.map { Array($0.utf8) }
        var isFirst = [Bool](repeating: false, count: 256)
        for needle in needles { if let first = needle.first { isFirst[Int(first)] = true } }
        self.isFirst = isFirst
    }

    /// Whether one of the words stands in `text`, whose ASCII letters count as small.
    func isFound(in text: some Collection<UInt8>) -> Bool {
        let text = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        for start in text.indices where isFirst[Int(text[start])] {
            for needle in needles where needle.count <= text.count - start && needle[0] == text[start] {
                var length = 1
                while length < needle.count, text[start + length] == needle[length] { length += 1 }
                if length == needle.count { return true }
            }
        }
        return false
    }
}

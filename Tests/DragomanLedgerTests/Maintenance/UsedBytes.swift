/// Which bytes of an SQLite file hold something: headers, pointers, cells and overflow, by the file format, sections 1.3 to 1.6.
///
/// What is left is room that no row uses: between pointers and cells, in free blocks, on free pages and behind the end of an overflow.
struct UsedBytes {
    private let bytes: [UInt8]
    private let size = 4096
    private(set) var used: Set<Int> = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        use(0, 40)
        use(44, 52)
        for page in 0..<bytes.count / size { readTree(page) }
    }

    private mutating func use(_ start: Int, _ count: Int) { used.formUnion(start..<start + max(0, count)) }

    private func two(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
    private func four(_ at: Int) -> Int { two(at) << 16 | two(at + 2) }

    /// A number of one to nine bytes, and how many they are.
    private func number(_ at: Int) -> (value: Int, length: Int) {
        var value = 0
        for length in 1...8 {
            let byte = bytes[at + length - 1]
            value = value << 7 | Int(byte & 0x7F)
            if byte < 0x80 { return (value, length) }
        }
        return (value << 8 | Int(bytes[at + 8]), 9)
    }

    private mutating func readTree(_ page: Int) {
        let start = page * size
        let head = start + (page == 0 ? 100 : 0)
        let type = bytes[head]
        guard [0x02, 0x05, 0x0A, 0x0D].contains(type) else { return }
        let cells = two(head + 3)
        let pointers = head + (type < 0x0A ? 12 : 8)
        guard pointers + 2 * cells <= start + size else { return }
        use(head, pointers - head + 2 * cells)
        for cell in 0..<cells { readCell(start + two(pointers + 2 * cell), type) }
    }

    private mutating func readCell(_ start: Int, _ type: UInt8) {
        var at = start + (type < 0x0A ? 4 : 0)
        let first = number(at)
        at += first.length
        if type == 0x05 { return use(start, at - start) }
        if type == 0x0D { at += number(at).length }
        let payload = first.value
        let most = type == 0x0D ? size - 35 : (size - 12) * 64 / 255 - 23
        guard payload > most else { return use(start, at + payload - start) }
        let least = (size - 12) * 32 / 255 - 23
        let fitting = least + (payload - least) % (size - 4)
        let local = fitting <= most ? fitting : least
        use(start, at + local + 4 - start)
        var next = four(at + local)
        var left = payload - local
        while next > 0, left > 0 {
            let page = (next - 1) * size
            use(page, 4 + min(left, size - 4))
            left -= size - 4
            next = four(page)
        }
    }
}

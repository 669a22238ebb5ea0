/// Lists of numbers under keys: chains of small blocks in one array, so that adding is cheap and a million names fit.
struct Postings: Sendable {
    private static let blockSize = 6

    private struct Head: Sendable { var first: Int32, last: Int32, count: Int32 }

    private var heads = HashTable<Head>()
    /// Blocks of `blockSize` numbers and the index of the next block (0 for none).
    private var blocks: [UInt32] = Array(repeating: 0, count: blockSize + 1)

    init() {}

    /// Nil where the reader does not hold lists, or damaged ones.
    init?(_ reader: inout ArrayReader) {
        guard let keys = reader.array(of: UInt64.self), let heads = reader.array(of: Int32.self),
            let blocks = reader.array(of: UInt32.self), heads.count == 3 * keys.count, !blocks.isEmpty,
            blocks.count % (Self.blockSize + 1) == 0
        else { return nil }
        let most = blocks.count / (Self.blockSize + 1)
        self.blocks = blocks
        let ends = (0..<keys.count).map { list in
            Head(first: heads[3 * list], last: heads[3 * list + 1], count: heads[3 * list + 2])
        }
        guard
            ends.allSatisfy({
                (0..<Int32(most)).contains($0.first) && (0..<Int32(most)).contains($0.last) && $0.count >= 0
            }), let table = HashTable(keys: keys, values: ends)
        else { return nil }
        self.heads = table
        for block in 0..<most where blocks[block * (Self.blockSize + 1) + Self.blockSize] >= UInt32(most) { return nil }
    }

    /// The highest number in any list; -1 where there is none.
    var highest: Int {
        var highest = -1
        for at in blocks.indices where at % (Self.blockSize + 1) != Self.blockSize {
            highest = max(highest, Int(blocks[at]))
        }
        return highest == 0 && heads.keys.isEmpty ? -1 : highest
    }

    func write(to out: inout [UInt8]) {
        ArrayReader.write(heads.keys, to: &out)
        ArrayReader.write(heads.values.flatMap { [$0.first, $0.last, $0.count] }, to: &out)
        ArrayReader.write(blocks, to: &out)
    }

    /// The list under a key; nil for none.
    func list(_ key: UInt64) -> Int? { heads.find(key) }
    func length(_ list: Int) -> Int { Int(heads.values[list].count) }

    mutating func add(_ number: UInt32, under key: UInt64) {
        let list = heads.number(key, orNew: Head(first: 0, last: 0, count: 0))
        var head = heads.values[list]
        let place = Int(head.count) % Self.blockSize
        if place == 0 {
            let block = newBlock()
            if head.count == 0 {
                head.first = block
            } else {
                blocks[Int(head.last) * (Self.blockSize + 1) + Self.blockSize] = UInt32(block)
            }
            head.last = block
        }
        blocks[Int(head.last) * (Self.blockSize + 1) + place] = number
        head.count += 1
        heads.values[list] = head
    }

    private mutating func newBlock() -> Int32 {
        blocks.append(contentsOf: repeatElement(0, count: Self.blockSize + 1))
        return Int32(blocks.count / (Self.blockSize + 1) - 1)
    }

    /// Calls `body` with each number of a list, until it says that it has enough.
    func forEach(_ list: Int, _ body: (UInt32) -> Bool) {
        var block = Int(heads.values[list].first)
        var left = Int(heads.values[list].count)
        while left > 0 {
            for place in 0..<min(left, Self.blockSize) where !body(blocks[block * (Self.blockSize + 1) + place]) {
                return
            }
            left -= Self.blockSize
            block = Int(blocks[block * (Self.blockSize + 1) + Self.blockSize])
        }
    }
}

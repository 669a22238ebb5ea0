import DragomanText

/// The cells of a table of words, cut straight from its bytes: tables of a hundred thousand words load in milliseconds.
///
/// A line is a comment (`#`), a heading (`@limited`), or cells between commas; `;` begins a new group, as a new line does.
struct TableCells {
    struct Cell {
        /// The last heading above it, without "@"; empty where there is none.
        var heading = ""
        /// Number of its line, from 1.
        var line = 1
        /// Number of its group in the table, from 0.
        var group = 0
        /// Its words, letter for letter as names are cut: lower case, base letters, no dots.
        var words: [Range<Int>] = []
        fileprivate(set) var letters: [UInt32] = []

        func hash(_ word: Range<Int>) -> UInt64 { WordHash.of(letters[word]) }
    }

    let bytes: [UInt8]
    let sounds: SoundTable

    /// Calls `body` with each cell that has a letter or digit, in order.
    func each(_ body: (Cell) throws -> Void) rethrows {
        var cell = Cell()
        var at = 0
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            if at < end, bytes[at] == 0x40 {
                cell.heading = bytes.string(trimmed(at + 1..<end))
            } else if at < end, bytes[at] != 0x23 {
                try read(at..<end, &cell, body)
            }
            cell.line += 1
            at = end + 1
        }
    }

    private func read(_ range: Range<Int>, _ cell: inout Cell, _ body: (Cell) throws -> Void) rethrows {
        var at = range.lowerBound
        var word = 0
        func endWord() {
            if cell.letters.count > word { cell.words.append(word..<cell.letters.count) }
            word = cell.letters.count
        }
        func endCell() throws {
            endWord()
            if !cell.words.isEmpty { try body(cell) }
            cell.words.removeAll(keepingCapacity: true)
            cell.letters.removeAll(keepingCapacity: true)
            word = 0
        }
        while at < range.upperBound {
            let (scalar, length) = Folding.decode(bytes, at, range.upperBound)
            at += length
            switch scalar {
            case 0x2C: try endCell()
            case 0x3B:
                try endCell()
                cell.group += 1
            case 0x20, 0x2D: endWord()
            default:
                if (0x30...0x39).contains(scalar) || Script(scalar) != .none {
                    cell.letters.append(sounds.known(Letters.lower(scalar)))
                }
            }
        }
        try endCell()
        cell.group += 1
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, bytes[low] <= 0x20 { low += 1 }
        while low < high, bytes[high - 1] <= 0x20 { high -= 1 }
        return low..<high
    }
}

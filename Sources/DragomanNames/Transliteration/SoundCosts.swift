import DragomanText

/// What it costs to take one sound for another, or to leave one out; and from that, how alike two words sound.
///
/// Costs were learned from pairs of names (`Scripts/learn-sounds.py`) and stand in `matching/sound-costs.txt` of a pack.
struct SoundCosts: Sendable {
    /// A word is compared by this many sounds at most.
    static let longest = 48

    /// Thousandths; row-major by `Sound.count`.
    private var swap = [Int32](repeating: 1_000, count: Sound.count * Sound.count)
    /// Thousandths, for words that both write their vowels.
    private var drop = [Int32](repeating: 800, count: Sound.count)
    /// Thousandths, where one of the words leaves vowels unwritten.
    private var dropUnwritten = [Int32](repeating: 800, count: Sound.count)

    /// Lines are `swap a e 120`, `drop h 300` and `unwritten a 80`: sounds and thousandths.
    ///
    /// - Throws: `DragomanError` N010 with the line that is wrong.
    init(_ file: MatchingFile) throws {
        for sound in 0..<Sound.count { swap[sound * Sound.count + sound] = 0 }
        for line in file.lines {
            let words = line.text.split(separator: " ").map(String.init)
            guard words.count >= 3, let cost = words.last.flatMap(Int32.init), (0...2_000).contains(cost),
                let one = Self.sound(words[1])
            else { throw file.wrong(line, "such as \"swap a e 120\" or \"drop h 300\"") }
            switch (words[0], words.count) {
            case ("swap", 4):
                guard let other = Self.sound(words[2]) else { throw file.wrong(line, "two sounds after \"swap\"") }
                swap[one * Sound.count + other] = cost
                swap[other * Sound.count + one] = cost
            case ("drop", 3): drop[one] = cost
            case ("unwritten", 3): dropUnwritten[one] = cost
            default: throw file.wrong(line, "\"swap\", \"drop\" or \"unwritten\"")
            }
        }
    }

    private static func sound(_ text: String) -> Int? {
        guard text.utf8.count == 1, let letter = text.utf8.first, Sound.number(letter) > 0 else { return nil }
        return Int(Sound.number(letter))
    }

    /// How much the sounds of a word weigh together, in thousandths.
    func weight(_ word: ArraySlice<UInt8>, unwritten: Bool = false) -> Int32 {
        var sum: Int32 = 0
        for sound in word { sum += unwritten ? dropUnwritten[Int(sound)] : drop[Int(sound)] }
        return sum
    }

    /// How alike two words sound, 0 to 1: one less the cheapest way from one to the other, measured by dropping both.
    ///
    /// Weighted edit distance (Wagner and Fischer 1974), quadratic in words of at most `longest` sounds.
    func likeness(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, unwritten: Bool) -> Float {
        let one = a.prefix(Self.longest)
        let two = b.prefix(Self.longest)
        guard !one.isEmpty, !two.isEmpty else { return 0 }
        let whole = weight(one, unwritten: unwritten) + weight(two, unwritten: unwritten)
        guard whole > 0 else { return one.elementsEqual(two) ? 1 : 0 }
        return max(0, 1 - Float(distance(one, two, unwritten: unwritten)) / Float(whole))
    }

    /// How alike two single sounds are, 0 to 1.
    func likeness(of a: UInt8, _ b: UInt8, unwritten: Bool) -> Float {
        let drops = unwritten ? dropUnwritten : drop
        let whole = max(1, drops[Int(a)] + drops[Int(b)])
        return 1 - Float(min(whole, swap[Int(a) * Sound.count + Int(b)])) / Float(whole)
    }

    private func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, unwritten: Bool) -> Int32 {
        let drops = unwritten ? dropUnwritten : drop
        // One row of the table, kept on the stack: this is the innermost loop of matching.
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.longest + 1) { row in
            a.withUnsafeBufferPointer { a in
                b.withUnsafeBufferPointer { b in
                    swap.withUnsafeBufferPointer { swap in
                        drops.withUnsafeBufferPointer { drops in
                            row[0] = 0
                            for j in 0..<b.count { row[j + 1] = row[j] + drops[Int(b[j])] }
                            for sound in a {
                                let line = Int(sound) * Sound.count
                                let gone = drops[Int(sound)]
                                var corner = row[0]
                                row[0] += gone
                                for j in 0..<b.count {
                                    let other = Int(b[j])
                                    let best = min(
                                        corner + swap[line + other], row[j + 1] + gone, row[j] + drops[other])
                                    corner = row[j + 1]
                                    row[j + 1] = best
                                }
                            }
                            return row[b.count]
                        }
                    }
                }
            }
        }
    }
}

import DragomanText

/// Tells how spellings sound: folds a word of any script with an alphabet into letters of one sound alphabet.
///
/// Both "Jalali" and "جلالی" become strings of the same few sounds, which `SoundCosts` then compares. The rules stand in
/// `matching/sounds.txt` of a pack; the longest spelling wins, so folding is linear in the word.
struct SoundTable: Sendable {
    private struct Node: Sendable { var scalar: UInt32, next: Int32, child: Int32, rule: Int32 }
    private struct Rule: Sendable { var sounds: [UInt8], used: Int }

    private static let start: UInt32 = 0x5E
    private static let end: UInt32 = 0x24

    private var nodes = [Node(scalar: 0, next: -1, child: -1, rule: -1)]
    private var rules: [Rule] = []
    /// First node of each scalar below 0x600, for the first step.
    private var first = [Int32](repeating: -1, count: 0x1100)

    /// - Parameter file: the table's text; its form is described in its head.
    /// - Throws: `DragomanError` N010 with the line that is wrong.
    init(_ file: MatchingFile) throws {
        for line in file.lines where !line.text.hasPrefix("@") {
            for item in line.text.split(separator: ",") {
                let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == 2, add(Self.trimmed(sides[0]), Self.trimmed(sides[1])) else {
                    throw file.wrong(line, "a spelling and its sounds, such as \"sch = S\"")
                }
            }
        }
        var child = nodes[0].child
        while child >= 0 {
            let node = nodes[Int(child)]
            if node.scalar < first.count { first[Int(node.scalar)] = child }
            child = node.next
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private mutating func add(_ spelling: String, _ sounds: String) -> Bool {
        var node: Int32 = 0
        var used = 0
        var looking = false
        for scalar in spelling.unicodeScalars {
            switch scalar {
            case "(": looking = true
            case ")": looking = false
            default:
                if !looking, scalar.value != Self.start, scalar.value != Self.end { used += 1 }
                node = step(making: scalar.value, from: node)
            }
        }
        let mapped = sounds.utf8.map { Sound.number($0) }
        guard used > 0, !mapped.contains(0) else { return false }
        nodes[Int(node)].rule = Int32(rules.count)
        rules.append(Rule(sounds: mapped, used: used))
        return true
    }

    private mutating func step(making scalar: UInt32, from node: Int32) -> Int32 {
        if let known = step(scalar, from: node) { return known }
        nodes.append(Node(scalar: scalar, next: nodes[Int(node)].child, child: -1, rule: -1))
        nodes[Int(node)].child = Int32(nodes.count - 1)
        return Int32(nodes.count - 1)
    }

    private func step(_ scalar: UInt32, from node: Int32) -> Int32? {
        var child = nodes[Int(node)].child
        while child >= 0 {
            if nodes[Int(child)].scalar == scalar { return child }
            child = nodes[Int(child)].next
        }
        return nil
    }

    /// The letter itself where a rule begins with it, else its base letter.
    func known(_ scalar: UInt32) -> UInt32 {
        scalar < first.count && first[Int(scalar)] >= 0 ? scalar : Letters.base(scalar)
    }

    /// Appends the sounds of one word; equal neighbours become one.
    ///
    /// - Parameter word: its letters, lower case, each through `known`.
    func fold(_ word: some RandomAccessCollection<UInt32>, into out: inout [UInt8]) {
        let begin = out.count
        var at = word.startIndex
        while at < word.endIndex {
            let anchored = at == word.startIndex ? longest(word, at, from: step(Self.start, from: 0)) : nil
            let plain = longest(word, at, from: 0)
            let pick: (rule: Int32, length: Int)?
            if let anchored, anchored.length >= (plain?.length ?? 0) { pick = anchored } else { pick = plain }
            guard let pick else {
                at = word.index(after: at)
                continue
            }
            let rule = rules[Int(pick.rule)]
            for sound in rule.sounds where out.count == begin || out[out.count - 1] != sound { out.append(sound) }
            at = word.index(at, offsetBy: rule.used, limitedBy: word.endIndex) ?? word.endIndex
        }
    }

    private func longest<Word: RandomAccessCollection<UInt32>>(
        _ word: Word, _ from: Word.Index, from node: Int32?
    ) -> (rule: Int32, length: Int)? {
        guard var node else { return nil }
        var found: (Int32, Int)?
        var at = from
        var length = 0
        while at < word.endIndex {
            let scalar = word[at]
            if node == 0 {
                guard scalar < first.count, first[Int(scalar)] >= 0 else { return found }
                node = first[Int(scalar)]
            } else {
                guard let next = step(scalar, from: node) else { return found }
                node = next
            }
            length += 1
            at = word.index(after: at)
            if nodes[Int(node)].rule >= 0 { found = (nodes[Int(node)].rule, length) }
        }
        if let last = step(Self.end, from: node), nodes[Int(last)].rule >= 0 {
            found = (nodes[Int(last)].rule, length + 1)
        }
        return found
    }
}

/// The sound alphabet: each sound has a letter, by which tables name it, and a small number.
enum Sound {
    /// How many numbers there are, 0 (no sound) among them; a power of two.
    static let count = 64
    static let alphabet = Array("aeiouEAWYbpdtgkqfvwszmnlrhxGSZCJcTDyNK456jXQBPVH8'71".utf8)

    private static let numbers: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for (index, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(index + 1) }
        return table
    }()

    /// The number of the sound with that letter; 0 where there is none.
    static func number(_ letter: UInt8) -> UInt8 { numbers[Int(letter)] }

    /// The sounds as a text of the alphabet's letters.
    static func text(_ sounds: some Sequence<UInt8>) -> String {
        String(
            decoding: sounds.compactMap { $0 > 0 && $0 <= alphabet.count ? alphabet[Int($0) - 1] : nil }, as: UTF8.self)
    }
}

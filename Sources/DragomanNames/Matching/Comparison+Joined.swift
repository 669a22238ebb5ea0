/// Pairs neighbours with one word that joins them: "Ali Abadi" and "Aliabadi".
extension Comparison {
    /// Pairs two or more neighbours with one word that joins them: "Ali Abadi" and "Aliabadi".
    mutating func pairJoined() {
        guard a.tokens.count > 1 || b.tokens.count > 1 else { return }
        for i in a.tokens.indices where mayJoin(a.tokens[i], usedA, i) {
            for j in b.tokens.indices where mayJoin(b.tokens[j], usedB, j) {
                for count in 2...4 {
                    if let end = run(a, usedA, from: i, count) { join(i..<end, j..<j + 1) }
                    if let end = run(b, usedB, from: j, count) { join(i..<i + 1, j..<end) }
                }
            }
        }
    }

    func mayJoin(_ token: NameToken, _ used: UInt32, _ index: Int) -> Bool {
        guard used >> UInt32(index) & 1 == 0 else { return false }
        return token.role != .legal && token.role != .number && token.role != .title
    }

    /// The end of a run of free words; nil where there are not so many, or all are weak.
    func run(_ name: ParsedName, _ used: UInt32, from start: Int, _ count: Int) -> Int? {
        guard start + count <= name.tokens.count else { return nil }
        for index in start..<start + count where !mayJoin(name.tokens[index], used, index) { return nil }
        return start + count
    }

    mutating func join(_ i: Range<Int>, _ j: Range<Int>) {
        guard free(usedA, i), free(usedB, j) else { return }
        let (a0, a1) = (a.tokens[i.lowerBound], a.tokens[i.upperBound - 1])
        let (b0, b1) = (b.tokens[j.lowerBound], b.tokens[j.upperBound - 1])
        let soundsA = a0.sounds.lowerBound..<a1.sounds.upperBound
        let soundsB = b0.sounds.lowerBound..<b1.sounds.upperBound
        let slack = a0.script == b0.script ? 1 : soundsA.count / 2
        guard abs(soundsA.count - soundsB.count) <= slack, let x = a.sounds[soundsA].first,
            let y = b.sounds[soundsB].first,
            model.costs.likeness(of: x, y, unwritten: a0.script.omitsVowels != b0.script.omitsVowels) > 0.6
        else { return }
        let lettersA = a0.letters.lowerBound..<a1.letters.upperBound
        let lettersB = b0.letters.lowerBound..<b1.letters.upperBound
        let pair = alike(
            i.lowerBound, soundsA, lettersA, a0.script, j.lowerBound, soundsB, lettersB, b0.script)
        guard pair.sound >= 0.88, pair.letter >= 0.75, a0.script != b0.script || pair.edits <= 2 else { return }
        // One of the words alone may be nearer: "Al Bin Ali" and "Bin".
        for one in i {
            for two in j { if let single = compare(one, two), Self.strength(single) >= pair.sound { return } }
        }
        var weight: Float = 0
        for index in i {
            usedA |= 1 << UInt32(index)
            weight += Self.weight(a.tokens[index])
        }
        for index in j {
            usedB |= 1 << UInt32(index)
            weight += Self.weight(b.tokens[index])
        }
        set(.joined, 1)
        note(
            a0.source.lowerBound..<a1.source.upperBound, b0.source.lowerBound..<b1.source.upperBound, .joined,
            pair.sound)
        count(pair, weight: weight, role: .core, a0.script, b0.script)
    }

    func free(_ used: UInt32, _ range: Range<Int>) -> Bool {
        range.allSatisfy { used >> UInt32($0) & 1 == 0 }
    }
}

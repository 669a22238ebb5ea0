/// Splits one run of text without white space into tokens: special cases, prefixes, suffixes, URLs, infixes.
///
/// The cascade is that of spaCy's tokenizer. Every step looks at a bounded number of scalars, so the time is linear.
struct ChunkSplitter: ~Copyable {
    /// A token of the chunk, or a special case that stands for several.
    struct Span: BitwiseCopyable {
        /// Bytes of the chunk.
        var start: Int32
        var end: Int32
        /// Number of the special case, -1 for a plain token.
        var special: Int32
    }

    private(set) var spans = Scratch<Span>(capacity: 64)
    private var scalars = Scratch<UInt32>(capacity: 128)
    private var offsets = Scratch<Int32>(capacity: 128)
    private var suffixes = Scratch<Span>(capacity: 16)

    /// Splits `length` bytes; the tokens stand in `spans` afterwards.
    ///
    /// - Parameter cases: the special cases, or nil to split by affixes alone.
    mutating func split(
        _ bytes: UnsafePointer<UInt8>, _ length: Int, rules: borrowing AffixRules, cases: borrowing SpecialCases,
        useCases: Bool
    ) {
        spans.count = 0
        suffixes.count = 0
        decode(bytes, length)
        let s = scalars.base
        let o = offsets.base
        var a = 0
        var b = scalars.count
        var last = -1
        func special(_ from: Int, _ to: Int) -> Int {
            let size = Int(o[to] - o[from])
            guard useCases, size > 0, size <= cases.longest else { return -1 }
            return cases.find(bytes + Int(o[from]), size)
        }
        func span(_ from: Int, _ to: Int, _ special: Int = -1) -> Span {
            Span(start: o[from], end: o[to], special: Int32(special))
        }
        while a < b, b - a != last {
            if special(a, b) >= 0 { break }
            last = b - a
            let pre = rules.prefix(s, a, b)
            if pre > 0, special(a + pre, b) >= 0 {
                spans.append(span(a, a + pre))
                a += pre
                break
            }
            let suf = rules.suffix(s, a + pre, b)
            if suf > 0, special(a, b - suf) >= 0 {
                suffixes.append(span(b - suf, b))
                b -= suf
                break
            }
            if pre > 0 {
                spans.append(span(a, a + pre))
                a += pre
            }
            if suf > 0 {
                suffixes.append(span(b - suf, b))
                b -= suf
            }
        }
        if a < b {
            let number = special(a, b)
            if number >= 0 {
                spans.append(span(a, b, number))
            } else if rules.table[s[a]].contains(.space) || URLRule.matches(s, a, b, rules) {
                spans.append(span(a, b))
            } else {
                var start = a
                var i = a
                while i < b {
                    let length = rules.infix(s, i, a, b)
                    guard length > 0 else {
                        i += 1
                        continue
                    }
                    if i > a {  // an infix at the very start is left where it is
                        if i > start { spans.append(span(start, i)) }
                        spans.append(span(i, i + length))
                        start = i + length
                    }
                    i += length
                }
                if start < b { spans.append(span(start, b)) }
            }
        }
        while suffixes.count > 0 {
            suffixes.count -= 1
            spans.append(suffixes[suffixes.count])
        }
    }

    /// Whether any affix or infix rule matches somewhere in a text: such special cases are looked for a second time.
    mutating func hasAffix(_ bytes: UnsafePointer<UInt8>, _ length: Int, rules: borrowing AffixRules) -> Bool {
        decode(bytes, length)
        let s = scalars.base
        let b = scalars.count
        if rules.prefix(s, 0, b) > 0 || rules.suffix(s, 0, b) > 0 { return true }
        for i in 0..<b where s[i] == 0x20 || rules.infix(s, i, 0, b) > 0 { return true }
        return false
    }

    private mutating func decode(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        scalars.count = 0
        offsets.count = 0
        scalars.reserve(length + 1)
        offsets.reserve(length + 1)
        var at = 0
        while at < length {
            let (scalar, size) = Scalars.decode(bytes, at, length)
            scalars.append(scalar)
            offsets.append(Int32(truncatingIfNeeded: at))
            at += size
        }
        offsets.append(Int32(truncatingIfNeeded: length))
    }

    /// Gives room back that one very long chunk has taken.
    mutating func trim() {
        scalars.shrink(to: 1 << 12)
        offsets.shrink(to: 1 << 12)
        spans.shrink(to: 1 << 12)
        suffixes.shrink(to: 1 << 12)
    }
}

internal import CLanguage

/// What a Unicode scalar is to the tokenizer and to word features: Python's classes and the classes of the model's rules.
struct CharacterFlags: OptionSet {
    let rawValue: UInt32

    static let alpha = CharacterFlags(rawValue: 1)
    static let upper = CharacterFlags(rawValue: 2)
    /// Python's `isdigit`: decimal digits, superscripts and the like.
    static let digit = CharacterFlags(rawValue: 4)
    /// What `\d` matches.
    static let decimal = CharacterFlags(rawValue: 8)
    /// What `\w` matches.
    static let word = CharacterFlags(rawValue: 16)
    static let space = CharacterFlags(rawValue: 32)
    static let cased = CharacterFlags(rawValue: 64)
    static let ignorable = CharacterFlags(rawValue: 128)
    /// Has another lower-case form.
    static let lowers = CharacterFlags(rawValue: 256)
    /// Is a prefix on its own.
    static let prefix = CharacterFlags(rawValue: 512)
    /// Is a suffix on its own.
    static let suffix = CharacterFlags(rawValue: 1 << 10)
    /// Ends a suffix of several scalars or one with a condition.
    static let suffixEnd = CharacterFlags(rawValue: 1 << 11)
    /// A full stop after it is a suffix.
    static let beforePeriod = CharacterFlags(rawValue: 1 << 12)
    /// A full stop after two of these is a suffix.
    static let capital = CharacterFlags(rawValue: 1 << 13)
    /// Symbols that are infixes on their own.
    static let icon = CharacterFlags(rawValue: 1 << 14)
    /// Stands before a full stop that is an infix.
    static let beforeStop = CharacterFlags(rawValue: 1 << 15)
    /// Stands after a full stop that is an infix.
    static let afterStop = CharacterFlags(rawValue: 1 << 16)
    /// Letters beside commas, hyphens and slashes.
    static let letter = CharacterFlags(rawValue: 1 << 17)
    /// The last label of a host name.
    static let domain = CharacterFlags(rawValue: 1 << 18)
}

/// Flags of every Unicode scalar, in pages of 256; pages without flags share one.
struct CharacterTable: ~Copyable {
    private var pages = Scratch<UInt16>(capacity: 0x1100)
    private var flags = Scratch<UInt32>(capacity: 256 * 512)
    private var lower = Scratch<Int32>(capacity: 0x1100)
    private var deltas = Scratch<Int32>(capacity: 256 * 64)
    private var pageCount = 1
    private var lowerPages = 1

    /// A table with Python's classes and lower-case mappings.
    init() {
        let classes: [(dl_class, CharacterFlags)] = [
            (DL_ALPHA, .alpha), (DL_UPPER, .upper), (DL_DIGIT, .digit), (DL_DECIMAL, .decimal), (DL_WORD, .word),
            (DL_SPACE, .space), (DL_CASED, .cased), (DL_IGNORABLE, .ignorable),
        ]
        for (kind, flag) in classes {
            let ranges = dl_unicode_ranges(kind)
            guard let base = ranges.ranges else { continue }
            for i in 0..<ranges.count { add(flag, base[i].0, base[i].1) }
        }
        var count = 0
        guard let runs = dl_lower_runs(&count) else { return }
        for i in 0..<count {
            let run = runs[i]
            for scalar in stride(from: run.first, through: run.last, by: Int(run.step)) {
                add(.lowers, scalar, scalar)
                let page = Int(scalar >> 8)
                if lower[page] == 0 {
                    lower[page] = Int32(lowerPages)
                    lowerPages += 1
                    deltas.reserve(lowerPages * 256)
                }
                deltas[Int(lower[page]) * 256 + Int(scalar & 255)] = run.delta
            }
        }
        add(.lowers, 0x130, 0x130)
    }

    /// Gives the scalars `first...last` a flag more.
    mutating func add(_ flag: CharacterFlags, _ first: UInt32, _ last: UInt32) {
        guard first <= last, last < 0x110000 else { return }
        for page in Int(first >> 8)...Int(last >> 8) {
            if pages[page] == 0 {
                pages[page] = UInt16(pageCount)
                pageCount += 1
                flags.reserve(pageCount * 256)
            }
            let base = Int(pages[page]) * 256
            let from = max(Int(first), page << 8) & 255
            let through = min(Int(last), page << 8 | 255) & 255
            for i in from...through { flags[base + i] |= flag.rawValue }
        }
    }

    @inline(__always)
    subscript(scalar: UInt32) -> CharacterFlags {
        guard scalar < 0x110000 else { return [] }
        return CharacterFlags(
            rawValue: flags.base[Int(pages.base[Int(scalar &>> 8)]) &* 256 &+ Int(scalar & 255)])
    }

    /// The lower-case form of a scalar that has one of one scalar; itself otherwise.
    func lowercase(_ scalar: UInt32) -> UInt32 {
        guard scalar < 0x110000 else { return scalar }
        let page = Int(lower.base[Int(scalar >> 8)])
        guard page > 0 else { return scalar }
        return UInt32(
            truncatingIfNeeded: Int32(truncatingIfNeeded: scalar) &+ deltas.base[page * 256 + Int(scalar & 255)])
    }
}

/// Makes well-formed UTF-8 of any bytes, and says how much was wrong with them.
public struct UTF8Repair: Sendable, Equatable {
    /// Well-formed UTF-8 without a byte order mark.
    public let bytes: [UInt8]
    /// How many ill-formed sequences were replaced by U+FFFD.
    public let replaced: Int

    /// Reads UTF-8, or UTF-16 where a byte order mark says so.
    ///
    /// Each maximal part of an ill-formed sequence becomes one U+FFFD, as browsers do it
    /// (The Unicode Standard, chapter 3, "U+FFFD Substitution of Maximal Subparts").
    public init(_ input: [UInt8]) {
        if input.starts(with: [0xFF, 0xFE]) {
            (bytes, replaced) = Self.decodeUTF16(input[2...], low: 0)
        } else if input.starts(with: [0xFE, 0xFF]) {
            (bytes, replaced) = Self.decodeUTF16(input[2...], low: 1)
        } else {
            let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            (bytes, replaced) = Self.repair(input, from: start)
        }
    }

    private static func repair(_ input: [UInt8], from start: Int) -> ([UInt8], Int) {
        // Nearly all text is well formed, and the standard library sees that many bytes at a time.
        if start == 0, (try? UTF8Span(validating: input.span)) != nil { return (input, 0) }
        var output: [UInt8] = []
        var replaced = 0
        var copied = start
        var index = start
        while index < input.count {
            let (length, isValid) = sequence(in: input, at: index)
            if !isValid {
                output += input[copied..<index]
                output += [0xEF, 0xBF, 0xBD]
                replaced += 1
                copied = index + length
            }
            index += length
        }
        if replaced == 0, start == 0 { return (input, 0) }
        output += input[copied...]
        return (output, replaced)
    }

    /// The length of the sequence at `index` and whether it is well formed; of an ill-formed one its maximal part.
    private static func sequence(in input: [UInt8], at index: Int) -> (length: Int, isValid: Bool) {
        let first = input[index]
        if first < 0x80 { return (1, true) }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return (1, false)
        }
        for offset in 1..<length {
            guard index + offset < input.count, second.contains(input[index + offset]) else { return (offset, false) }
            second = 0x80...0xBF
        }
        return (length, true)
    }

    private static func decodeUTF16(_ input: ArraySlice<UInt8>, low: Int) -> ([UInt8], Int) {
        let count = input.count / 2
        let start = input.startIndex
        let units = (0..<count).lazy.map { index in
            UInt16(input[start + 2 * index + low]) | UInt16(input[start + 2 * index + 1 - low]) << 8
        }
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        let hadErrors = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
            output.append($0)
        }
        var replaced = 0
        if hadErrors {
            replaced = String(decoding: output, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
        }
        return (output, replaced + input.count % 2)
    }
}

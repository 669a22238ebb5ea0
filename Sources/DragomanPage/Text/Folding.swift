/// Letters and digits only, in lower case: two writings of one title fold to the same.
enum Folding {
    static func fold(_ text: String) -> String {
        String(decoding: fold(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// Folds well-formed UTF-8.
    ///
    /// Beyond ASCII, Latin-1 and Cyrillic capitals become small; signs and spaces of the general blocks go; all else is taken
    /// for letters and stays. That is exact enough to tell whether two lines say the same, and many times as fast as Unicode's
    /// own rules.
    static func fold(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        var index = text.startIndex
        let end = text.endIndex
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
                    folded.append(byte)
                } else if byte >= 0x41, byte <= 0x5A {
                    folded.append(byte | 0x20)
                }
                index += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard index + length <= end else { break }
            let second = text[index + 1]
            switch (byte, second) {
            case (0xC2, _): break
            // À to Þ become à to þ; × and ÷ are signs.
            case (0xC3, 0x97), (0xC3, 0xB7): break
            case (0xC3, 0x80...0x9E): folded += [0xC3, second + 0x20]
            // А to П, Р to Я, Ѐ to Џ.
            case (0xD0, 0x90...0x9F): folded += [0xD0, second + 0x20]
            case (0xD0, 0xA0...0xAF): folded += [0xD1, second - 0x20]
            case (0xD0, 0x80...0x8F): folded += [0xD1, second + 0x10]
            // Punctuation, arrows, signs and dingbats; ideographic and full-width punctuation.
            case (0xE2, 0x80...0xAF): break
            case (0xE3, 0x80) where text[index + 2] <= 0x9F: break
            case (0xEF, 0xBC) where text[index + 2] <= 0x8F, (0xEF, 0xB8), (0xEF, 0xBB): break
            case (0xF0, 0x9F): break
            default: folded += text[index..<index + length]
            }
            index += length
        }
        return folded
    }
}

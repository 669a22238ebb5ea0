/// Letters and digits only, in lower case: two writings of one title fold to the same.
enum Folding {
    static func fold(_ text: String) -> String {
        String(decoding: fold(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// Folds well-formed UTF-8.
    static func fold(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        for byte in text {
            if byte >= 0x80 { return foldUnicode(text) }
            if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
                folded.append(byte)
            } else if byte >= 0x41, byte <= 0x5A {
                folded.append(byte | 0x20)
            }
        }
        return folded
    }

    private static func foldUnicode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var folded = String.UnicodeScalarView()
        for scalar in String(decoding: text, as: UTF8.self).lowercased().unicodeScalars {
            if scalar.isASCII {
                let value = scalar.value
                if value >= 0x61 && value <= 0x7A || value >= 0x30 && value <= 0x39 { folded.append(scalar) }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                folded.append(scalar)
            }
        }
        return Array(String(folded).utf8)
    }
}

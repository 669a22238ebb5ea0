internal import DragomanBrief

/// How wide text is drawn, estimated from above: no usual sans-serif face is wider than DejaVu Sans, whose widths these are.
enum TextMeasure {
    /// The size text is drawn in, in pixels, and the height of a line.
    static let size = 13.0
    static let line = 18.0

    /// Widths of the characters from space to tilde, in hundredths of the size.
    private static let ascii: [UInt8] = [
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
        84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99,
        69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52,
        39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
    ]

    /// The width of `text` in pixels.
    static func width(_ text: String, isBold: Bool = false) -> Double {
        var hundredths = 0
        for character in text { hundredths += width(of: character) }
        return Double(hundredths) / 100 * size * (isBold ? 1.13 : 1)
    }

    /// A letter and what is joined to it take the room of the widest.
    private static func width(of character: Character) -> Int {
        character.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x20...0x7E: Int(ascii[Int(scalar.value) - 0x20])
            case 0x00...0x2AF: 68
            case 0x300...0x36F, 0x200C...0x200D, 0xFE00...0xFE0F: 0
            case 0x370...0x5FF: 76
            case 0x600...0x6FF: 80
            case 0x2010...0x2027: 60
            case 0x1100...0x11FF, 0x2E80...0xFFDC, 0x1F000...0x3FFFD: 110
            default: 100
            }
        }.max() ?? 0
    }

    /// `text` on one line, cut with an ellipsis where it is wider than `room` pixels.
    static func fitted(_ text: String, into room: Double, isBold: Bool = false) -> String {
        let text = SafeText.line(String(text.prefix(600)))
        if width(text, isBold: isBold) <= room { return text }
        let left = room / size * 100 / (isBold ? 1.13 : 1) - 100
        var used = 0
        var cut = ""
        for character in text {
            used += width(of: character)
            if Double(used) > left { break }
            cut.append(character)
        }
        while cut.hasSuffix(" ") { cut.removeLast() }
        return cut + "…"
    }

    /// `text` in at most `most` lines of `room` pixels, broken between words, the last one cut where more is left.
    static func wrapped(_ text: String, into room: Double, most: Int) -> [String] {
        var lines: [String] = []
        var rest = SafeText.line(String(text.prefix(600))).split(separator: " ")[...]
        while !rest.isEmpty, lines.count < most {
            if lines.count + 1 == most {
                lines.append(fitted(rest.joined(separator: " "), into: room))
                break
            }
            var line = String(rest.removeFirst())
            while let next = rest.first, width(line + " " + next) <= room {
                line += " " + next
                rest = rest.dropFirst()
            }
            lines.append(fitted(line, into: room))
        }
        return lines
    }
}

/// Cuts a plain text into lines and paragraphs.
enum TextLines {
    struct Paragraph {
        var bytes: [UInt8]
        /// Whether a blank line or the end of the text follows.
        var isFollowedByBlank: Bool
    }

    /// The lines without white space at their ends; blank lines are empty.
    static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split(separator: 0x0A, omittingEmptySubsequences: false).map(trim)
    }

    /// Each non-blank line, or the lines up to a blank one joined where the file is wrapped at a column.
    static func paragraphs(of lines: [ArraySlice<UInt8>]) -> [Paragraph] {
        let isWrapped = isWrapped(lines)
        var paragraphs: [Paragraph] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let blankFollows = index + 1 == lines.count || lines[index + 1].isEmpty
            if isWrapped, index > 0, !lines[index - 1].isEmpty, var last = paragraphs.popLast() {
                last.bytes += [0x20] + line
                last.isFollowedByBlank = blankFollows
                paragraphs.append(last)
            } else {
                paragraphs.append(Paragraph(bytes: Array(line), isFollowedByBlank: blankFollows))
            }
        }
        return paragraphs
    }

    /// Whether line breaks inside paragraphs come from wrapping: the lines before them are nearly full, none is long,
    /// and most do not end a sentence.
    private static func isWrapped(_ lines: [ArraySlice<UInt8>]) -> Bool {
        var broken = 0
        var full = 0
        var open = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
            guard line.count <= 120 else { return false }
            broken += 1
            if line.count >= 45 { full += 1 }
            if !Furniture.endsSentence(line) { open += 1 }
        }
        return broken > 0 && full * 10 >= broken * 7 && open * 2 >= broken
    }

    /// The line without white space at its ends, no-break spaces included.
    static func trim(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let first = line.first {
            if first <= 0x20 {
                line = line.dropFirst()
            } else if line.starts(with: [0xC2, 0xA0]) {
                line = line.dropFirst(2)
            } else {
                break
            }
        }
        while let last = line.last {
            if last <= 0x20 {
                line = line.dropLast()
            } else if last == 0xA0, line.dropLast().last == 0xC2 {
                line = line.dropLast(2)
            } else {
                break
            }
        }
        return line
    }
}

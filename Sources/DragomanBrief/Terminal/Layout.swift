/// Sets text in columns of a terminal. All text given here is safe already.
enum Layout {
    /// The words of `text` in lines of at most `width` columns; a word too long for a line is cut.
    static func wrap(_ text: String, width: Int) -> [String] {
        let width = max(width, 10)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let length = TextWidth.of(String(word))
            if used > 0, used + 1 + length > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            if length > width {
                for character in word {
                    let size = TextWidth.of(character)
                    if used + size > width {
                        lines.append(line)
                        (line, used) = ("", 0)
                    }
                    line.append(character)
                    used += size
                }
                continue
            }
            line += (used > 0 ? " " : "") + word
            used += (used > 0 ? 1 : 0) + length
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// `text` wrapped, the first line after `head`, the others below it; `head` takes `indent` columns.
    static func block(
        _ text: String, head: String, indent: Int, width: Int, paint: (String) -> String = { $0 }
    ) -> String {
        let margin = String(repeating: " ", count: indent)
        return wrap(text, width: width - indent).enumerated()
            .map { ($0.offset == 0 ? head : margin) + paint($0.element) + "\n" }.joined()
    }

    /// `text` in exactly `width` columns: filled with spaces, or cut with an ellipsis.
    static func cell(_ text: String, width: Int) -> String {
        let length = TextWidth.of(text)
        if length <= width { return text + String(repeating: " ", count: width - length) }
        var cut = ""
        var used = 0
        for character in text {
            let size = TextWidth.of(character)
            if used + size > width - 1 { break }
            cut.append(character)
            used += size
        }
        return cut + "…" + String(repeating: " ", count: max(0, width - 1 - used))
    }
}

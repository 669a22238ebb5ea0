extension String {
    /// The words of the string in lines of at most `width` characters; a longer word has a line of its own.
    ///
    /// - Parameter width: at least 1.
    public func wrapped(width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in split(separator: " ") {
            let count = word.unicodeScalars.count
            if length > 0, length + 1 + count > width {
                lines.append(line)
                (line, length) = ("", 0)
            }
            line += (length > 0 ? " " : "") + word
            length += count + (length > 0 ? 1 : 0)
        }
        if length > 0 { lines.append(line) }
        return lines
    }

    /// The string with spaces after it up to `width` characters.
    func padded(to width: Int) -> String {
        let missing = width - unicodeScalars.count
        return missing > 0 ? self + String(repeating: " ", count: missing) : self
    }
}

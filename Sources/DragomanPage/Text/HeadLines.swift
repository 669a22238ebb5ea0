internal import DragomanText

/// The lines that may stand at the very top of a text file and say where it comes from:
///
/// ```
/// Outlet: Caspian Herald
/// Date: 2023-05-16
/// Address: https://example.org/story
/// Author: A. Writer
/// ```
/// Also `Title:`, `URL:`, `Authors:` (with commas), `Language:` and `Wire:`; a blank line ends them.
struct HeadLines {
    var title: String?
    var outlet: String?
    var published: CoarseDate?
    var address: String?
    var authors: [String] = []
    var language: String?
    var wire: String?

    /// Takes the head lines off `lines`.
    init(takenFrom lines: inout ArraySlice<ArraySlice<UInt8>>) {
        while let line = lines.first, line.count <= 1000, let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
            guard !value.isEmpty, take(key, value) else { return }
            lines = lines.dropFirst()
        }
    }

    private mutating func take(_ key: String, _ value: String) -> Bool {
        switch key {
        case "title": title = value
        case "outlet": outlet = value
        case "date":
            guard let date = CoarseDate(iso: value) ?? Self.written(value) else { return false }
            published = date
        case "address", "url": address = value
        case "author", "authors": authors += value.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        case "language": language = value
        case "wire": wire = value
        default: return false
        }
        return true
    }

    /// A date in words such as "16 May 2023" that is all of `text`.
    static func written(_ text: String) -> CoarseDate? {
        let bytes = Array(text.utf8)
        guard let value = ValueScanner(published: nil).scan(bytes, in: 0..<bytes.count).first,
            value.range.count + 12 >= bytes.count, case .date(let date) = value.content
        else { return nil }
        return date
    }
}

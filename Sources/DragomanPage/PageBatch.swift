public import DragomanCapture
internal import DragomanText

/// One page of a batch: a line of JSON names a file, a line of JSON gives what is in it.
public struct PageBatch: Sendable {
    private let captures: CaptureReader
    private let reader = ArticleReader()

    public init(captures: CaptureReader = CaptureReader()) { self.captures = captures }

    /// The answer to a request `{"id": "1", "path": "page.html", "url": "https://..."}`; `url` may be left out.
    ///
    /// The answer is `{"id", "title", "authors", "date", "text", ...}` as `Article.json` writes it. A page without an
    /// article gives what is known of it; a file that cannot be read gives `{"id", "error"}`.
    ///
    /// - Returns: the line with its line break; nil where `line` is no request.
    public func answer(to line: ArraySlice<UInt8>) -> [UInt8]? {
        guard let request = JSONValue(line), let path = request["path"]?.text else { return nil }
        let id = request["id"]?.text ?? path
        do {
            return reader.page(in: try captures.read(path), address: request["url"]?.text).json(id: id)
        } catch {
            var json = JSONText(indented: false)
            json.object { json in
                json.pair("id", id)
                json.pair("error", "\(error)")
            }
            return json.bytes + [0x0A]
        }
    }
}

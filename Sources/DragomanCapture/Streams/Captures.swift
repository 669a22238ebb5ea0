public import DragomanText

/// The documents of many files, one after the other, with the memory of one.
///
/// ```
/// var captures = Captures(["crawl.warc.gz", "letters.mbox", "page.html"])
/// while let result = captures.next() { ... }
/// ```
/// What a file is tells its content: a web archive (WARC, plain or gzipped; WACZ), a zip file of saved pages, a page saved
/// into one file (MHTML), a mailbox, a mail, a feed with full texts, a PDF, a page, a text; each also gzipped. A document
/// that cannot be had gives an error with its name (`crawl.warc.gz, record 17 (https://...) ...`), and the others go on.
public struct Captures: Sequence, IteratorProtocol {
    private var files: ArraySlice<String>
    private var current: (any CaptureSource)?
    private let limit: Int

    /// - Parameters:
    ///   - files: paths of files; `-` for standard input.
    ///   - limit: the most bytes of one document; 32 MB unless told.
    public init(_ files: [String], limit: Int = 32 << 20) {
        self.files = files[...]
        self.limit = limit
    }

    /// The next document, or why it could not be had.
    public mutating func next() -> Result<Capture, DragomanError>? {
        while true {
            if let result = current?.next() { return result }
            current = nil
            guard let file = files.popFirst() else { return nil }
            current = CaptureOpener.captures(ofFile: file, limit: limit)
        }
    }
}

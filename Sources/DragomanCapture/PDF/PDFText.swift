internal import DragomanText

/// The text of a PDF, taken out by poppler's `pdftotext` in a process of its own.
///
/// The process has no shell, no environment, at most 1 GB of memory, 20 seconds, 300 pages and 64 MB of output: a hostile
/// document can end it, and nothing else.
public enum PDFText {
    /// Whether the bytes are a PDF.
    public static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.prefix(1024).starts(with: Array("%PDF-".utf8)) }

    /// The title in a head line (`Title: ...`) and the paragraphs with blank lines between them, as UTF-8.
    ///
    /// Lines are joined to paragraphs and divided words put together; heads and feet that pages share and page numbers are
    /// left out.
    ///
    /// - Parameter name: what the document is called in errors.
    /// - Throws: `DragomanError`: `F044` no `pdftotext` here, `F045` damaged or encrypted, or beyond the limits, `F046` a PDF
    ///   without text, of scanned pages say.
    public static func text(of bytes: [UInt8], name: String) throws -> [UInt8] {
        let process = BoundedProcess(
            program: "/usr/bin/pdftotext", arguments: ["-q", "-enc", "UTF-8", "-l", "300", "-bbox-layout", "-", "-"])
        let xml: [UInt8]
        do throws(BoundedProcess.Failure) {
            xml = try process.run(bytes)
        } catch {
            throw failure(error, name: name)
        }
        let paragraphs = PDFParagraphs(PDFLayout(xml))
        guard !paragraphs.paragraphs.isEmpty else {
            throw DragomanError(
                .badInput, "F046", "\(name) is a PDF without text", advice: "Scanned pages need text recognition first."
            )
        }
        return Array(paragraphs.text.utf8)
    }

    private static func failure(_ failure: BoundedProcess.Failure, name: String) -> DragomanError {
        switch failure {
        case .missing:
            DragomanError(
                .failure, "F044", "\(name) is a PDF, and pdftotext is not installed",
                advice: "Install it: apt-get install poppler-utils")
        case .tooLong, .tooLarge:
            DragomanError(
                .badInput, "F045", "\(name) is a PDF that takes too long to read or holds too much",
                advice: "Save the pages that matter and give those.")
        case .failed:
            DragomanError(
                .badInput, "F045", "\(name) is a PDF that cannot be read: damaged, or under a password",
                advice: "Open it elsewhere and save it anew, or give its text.")
        }
    }
}

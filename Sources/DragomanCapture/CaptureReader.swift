internal import DragomanText
internal import Glibc

/// Reads captures from files and standard input, never more than its limit.
public struct CaptureReader: Sendable {
    /// The most bytes one document may have.
    public let limit: Int

    /// - Parameter limit: the most bytes one document may have; 32 MB unless told.
    public init(limit: Int = 32 << 20) {
        self.limit = limit
    }

    /// The bytes of a file, or of standard input for `-`.
    ///
    /// - Throws: `DragomanError`: `F001` missing, `F002` a folder, `F003` empty, `F004` unreadable, `F005` no text,
    ///   `F006` more than `limit` bytes.
    public func read(_ source: String) throws -> Capture {
        let name = source == "-" ? "standard input" : source
        let bytes = source == "-" ? try bytes(of: STDIN_FILENO, name: name) : try bytes(ofFile: source)
        return try checked(Capture(source: source, bytes: bytes))
    }

    /// The capture as it is, where there is text in it: a text, a page or a PDF.
    ///
    /// - Throws: `DragomanError`: `F003` empty, `F005` no text.
    public func checked(_ capture: Capture) throws -> Capture {
        let name = capture.source == "-" ? "standard input" : capture.source
        guard capture.bytes.contains(where: { !Self.isBlank($0) }) else {
            throw DragomanError(
                .badInput, "F003", "\(name) is empty",
                advice: capture.source == "-"
                    ? "Pipe an article into it: dragoman read - < article.txt" : "Give a file that holds an article.")
        }
        if !PDFText.isPDF(capture.bytes), let kind = ContentSniffer.binaryKind(of: capture.bytes) {
            throw DragomanError(.badInput, "F005", "\(name) is \(kind.name), not text", advice: kind.advice)
        }
        return capture
    }

    /// White space and the bytes of byte-order marks.
    private static func isBlank(_ byte: UInt8) -> Bool {
        (0x09...0x0D).contains(byte) || byte == 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF || byte == 0xFE
            || byte == 0xFF
    }

    private func bytes(ofFile path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else { throw Self.error(opening: path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Self.error(opening: path, code: errno) }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw Self.folder(path)
        }
        let isFile = status.st_mode & S_IFMT == S_IFREG
        if isFile, status.st_size > limit { throw tooLarge(path) }
        return try bytes(of: file, name: path, expecting: isFile ? Int(status.st_size) : 0)
    }

    /// - Parameter expecting: how many bytes there will most likely be; 0 where nobody knows.
    private func bytes(of file: Int32, name: String, expecting: Int = 0) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(expecting, limit))
        let step = expecting == 0 ? 1 << 18 : 1 << 16
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            let count = Glibc.read(file, &buffer, step)
            if count < 0 {
                if errno == EINTR { continue }
                throw Self.error(opening: name, code: errno)
            }
            if count == 0 { return bytes }
            if bytes.count + count > limit { throw tooLarge(name) }
            bytes += buffer[..<count]
        }
    }

    func tooLarge(_ name: String) -> DragomanError {
        let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
        return DragomanError(
            .badInput, "F006", "\(name) is larger than \(size), the most one article may have",
            advice: "Split it into single articles, one a file.")
    }

    static func folder(_ path: String) -> DragomanError {
        DragomanError(
            .badInput, "F002", "\(path) is a folder, not a file",
            advice: "Name a file in it, or take the whole folder in with dragoman add \(path)")
    }

    static func error(opening path: String, code: Int32) -> DragomanError {
        switch code {
        case ENOENT, ENOTDIR:
            return DragomanError(
                .failure, "F001", "there is no file \(path)",
                advice: "Check the spelling, or give - to read standard input.")
        case EACCES, EPERM:
            return DragomanError(
                .failure, "F004", "\(path) cannot be read: permission denied",
                advice: "Give yourself the right to read it: chmod u+r \(path)")
        default:
            return DragomanError(
                .failure, "F004", "\(path) cannot be read: \(String(cString: strerror(code)).lowercased())",
                advice: "Check the file and the disk it is on.")
        }
    }
}

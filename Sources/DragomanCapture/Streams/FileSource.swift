internal import DragomanText
internal import Glibc

/// An open file; closed when nothing uses it any more.
final class OpenFile {
    let descriptor: Int32
    /// Bytes of a regular file; nil for pipes and devices.
    let size: Int?
    private let isOwned: Bool

    /// - Throws: `DragomanError` F001, F002, F004 as `CaptureReader.read` does.
    init(_ path: String) throws {
        if path == "-" {
            descriptor = STDIN_FILENO
            isOwned = false
        } else {
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            isOwned = true
            guard descriptor >= 0 else { throw CaptureReader.error(opening: path, code: errno) }
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw CaptureReader.error(opening: path, code: errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw CaptureReader.folder(path) }
        size = status.st_mode & S_IFMT == S_IFREG && path != "-" ? Int(status.st_size) : nil
    }

    deinit {
        if isOwned, descriptor >= 0 { close(descriptor) }
    }
}

/// The bytes of a file, or of a stretch of it.
final class FileSource: ByteSource {
    private let file: OpenFile
    private let end: Int?
    private var position: Int

    /// - Parameter range: the stretch, of a file with a size; nil for all of it.
    init(_ file: OpenFile, range: Range<Int>? = nil) {
        self.file = file
        end = range?.upperBound ?? file.size
        position = range?.lowerBound ?? 0
    }

    func read(_ count: Int) throws(StreamFault) -> [UInt8] {
        let count = end.map { min(count, $0 - position) } ?? count
        guard count > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: count)
        while true {
            let read =
                end == nil
                ? Glibc.read(file.descriptor, &buffer, count) : pread(file.descriptor, &buffer, count, position)
            if read < 0 {
                if errno == EINTR { continue }
                throw .unreadable(String(cString: strerror(errno)).lowercased())
            }
            position += read
            buffer.removeLast(count - read)
            return buffer
        }
    }
}

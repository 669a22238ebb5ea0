internal import DragomanText
internal import Glibc
internal import Synchronization

/// A file of lines that are only ever appended, open for as long as the object lives.
///
/// Whoever has it open holds a shared lock on it; it is replaced only under a lock that nobody shares.
final class JournalFile: Sendable {
    private let path: String
    private let descriptor: Mutex<Int32>

    /// - Throws: `DragomanError` `W018`.
    init(path: String) throws(DragomanError) {
        self.path = path
        descriptor = Mutex(try Self.open(path))
    }

    deinit { descriptor.withLock { _ = close($0) } }

    /// The lines of the file, at most `limit` bytes of them; none where it cannot be read.
    func lines(limit: Int) -> [ArraySlice<UInt8>] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        return descriptor.withLock { descriptor in
            while bytes.count < limit {
                let count = pread(descriptor, &buffer, buffer.count, off_t(bytes.count))
                if count <= 0 { break }
                bytes += buffer[..<count]
            }
            // A line that was cut off is ended, so that the next one does not run on from it.
            if let last = bytes.last, last != 0x0A { Self.write([0x0A], to: descriptor) }
            return bytes.split(separator: 0x0A)
        }
    }

    /// Adds a line, line end included.
    func append(_ line: [UInt8]) { descriptor.withLock { _ = Self.write(line, to: $0) } }

    /// Puts other lines in place of all, where nobody else has the file open; else leaves it as it is.
    func replace(with lines: [[UInt8]]) throws(DragomanError) {
        let isReplaced = descriptor.withLock { descriptor in
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
            let fresh = path + ".new"
            let file = Glibc.open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            guard file >= 0 else { return false }
            defer { close(file) }
            return Self.write(lines.flatMap { $0 }, to: file) && fsync(file) == 0 && rename(fresh, path) == 0
        }
        let again: Int32 = isReplaced ? try Self.open(path) : -1
        descriptor.withLock { descriptor in
            if again >= 0 {
                close(descriptor)
                descriptor = again
            } else {
                _ = flock(descriptor, LOCK_SH)
            }
        }
    }

    /// Opens the file that bears the name at the time it is locked.
    private static func open(_ path: String) throws(DragomanError) -> Int32 {
        for _ in 0..<100 {
            let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { break }
            var opened = stat()
            var named = stat()
            if flock(descriptor, LOCK_SH) == 0, fstat(descriptor, &opened) == 0, stat(path, &named) == 0,
                opened.st_ino == named.st_ino, opened.st_dev == named.st_dev
            {
                return descriptor
            }
            close(descriptor)
        }
        throw DragomanError(
            .failure, "W018", "the record of what was fetched, \(path), cannot be written",
            advice: "See that its folder exists and that you may write there, or name another ledger with --ledger.")
    }

    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            written += count
        }
        return true
    }
}

import DragomanText
import Foundation

/// A file that comes to be whole or not at all: written beside its place, then moved there.
final class NewFile {
    private let path: String
    private let draft: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var isFinished = false

    /// - Throws: `DragomanError` F011 where nothing can be written there.
    init(_ path: String) throws {
        self.path = path
        draft = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(path) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { if !isFinished { unlink(draft) } }

    /// Appends text.
    ///
    /// - Throws: `DragomanError` F011.
    func write(_ text: String) throws {
        buffer += text.utf8
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Puts the file in its place.
    ///
    /// - Throws: `DragomanError` F011.
    func finish() throws {
        try flush()
        guard fsync(handle.fileDescriptor) == 0, rename(draft, path) == 0 else { throw Self.failure(path) }
        isFinished = true
    }

    private func flush() throws {
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw Self.failure(path)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failure(_ path: String) -> DragomanError {
        DragomanError(
            .failure, "F011", "\(path) cannot be written: \(String(cString: strerror(errno)))",
            advice: errno == ENOSPC
                ? "Make room on the disk, or write elsewhere." : "Is the folder there, and may you write in it?")
    }
}

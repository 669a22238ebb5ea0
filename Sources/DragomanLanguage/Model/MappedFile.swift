internal import DragomanText

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file of a model folder, mapped read-only for as long as the object lives: pages that are never read cost no memory.
final class MappedFile: @unchecked Sendable {
    // Unchecked: the mapping is private, read-only and never changes after `init`.
    let bytes: UnsafeRawBufferPointer
    /// Path below the model folder, for messages.
    let name: String

    /// - Parameters:
    ///   - folder: the model folder.
    ///   - name: path below it.
    /// - Throws: `DragomanError` L001 where the file cannot be opened or is no plain file, L002 where it is empty.
    init(folder: String, name: String) throws {
        self.name = name
        let path = folder + "/" + name
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LanguageError.missing(path) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { throw LanguageError.missing(path) }
        guard info.st_size > 0 else { throw LanguageError.damaged(name, "it is empty") }
        let size = Int(info.st_size)
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw LanguageError.missing(path)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// Tells the system that the pages will not be read again soon; they leave the resident set.
    func release() { madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, Int32(MADV_DONTNEED)) }
}

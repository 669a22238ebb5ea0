import DragomanCapture
import DragomanText
import Foundation

/// Reads captures from files and from standard input.
struct CaptureSource: Sendable {
    /// A document larger than this is refused.
    static let limit = 32 << 20

    /// Standard input, a file descriptor.
    let input: Int32

    init(_ context: Context) {
        input = context.input
    }

    /// The capture of a file, or of standard input for `-`.
    ///
    /// - Throws: `DragomanError` F001 for a file that is not there, F002 for a folder, F003 for one without content, F004
    ///   for one above the limit, F005 for one that cannot be read.
    func capture(_ path: String) throws -> Capture {
        let name = path == "-" ? "standard input" : path
        let descriptor = path == "-" ? input : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno != ENOENT, errno != ENOTDIR else {
                throw DragomanError(.failure, "F001", "there is no file \(path)", advice: "Is the name spelled right?")
            }
            throw unreadable(name, errno)
        }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        if fstat(descriptor, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR {
                throw DragomanError(
                    .failure, "F002", "\(name) is a folder",
                    advice: "Name the files in it, or put the whole folder into the ledger: dragoman add \(path)")
            }
            if status.st_size > Self.limit { throw tooLarge(name) }
        }
        let bytes = try bytes(descriptor, name: name)
        guard !bytes.isEmpty else {
            throw DragomanError(.badInput, "F003", "\(name) is empty", advice: "Give a file that holds an article.")
        }
        return Capture(source: path, bytes: bytes)
    }

    /// The files that `paths` name: files as they are, folders with all text and web pages in and below them, in the order
    /// of their names. What is hidden is passed over.
    ///
    /// - Throws: `DragomanError` F001 for a path that is not there, F006 for a folder that holds nothing to read.
    func files(_ paths: [String]) throws -> [String] {
        try paths.flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
            else {
                return [path]
            }
            guard let names = FileManager.default.enumerator(atPath: path) else { throw unreadable(path, EACCES) }
            let found = names.compactMap { $0 as? String }.filter(Self.isArticle).sorted()
            guard !found.isEmpty else {
                throw DragomanError(
                    .badInput, "F006", "the folder \(path) holds no article",
                    advice: "Articles are files whose names end in .txt, .html or .htm.")
            }
            return found.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
        }
    }

    private static func isArticle(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        let ending = parts.last?.split(separator: ".").last?.lowercased() ?? ""
        return ["txt", "html", "htm"].contains(ending) && !parts.contains { $0.hasPrefix(".") }
    }

    private func bytes(_ descriptor: Int32, name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw unreadable(name, errno)
            }
            bytes += chunk[..<count]
            guard bytes.count <= Self.limit else { throw tooLarge(name) }
        }
    }

    private func tooLarge(_ name: String) -> DragomanError {
        DragomanError(
            .badInput, "F004", "\(name) is larger than \(Self.limit >> 20) MB",
            advice: "A file holds one article; split a collection into its articles.")
    }

    private func unreadable(_ name: String, _ number: Int32) -> DragomanError {
        DragomanError(.failure, "F005", "\(name) cannot be read: \(String(cString: strerror(number)))")
    }
}

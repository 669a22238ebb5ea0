import Foundation
import Glibc

/// A folder that is there for one test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/dragoman-capture-XXXXXX".utf8CString)
        path = try template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, mkdtemp(base) != nil else { throw CannotWrite() }
            return String(cString: base)
        }
    }

    /// Writes a file, with the folders above it, and gives its path.
    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let parts = name.split(separator: "/")
        var folder = path
        for part in parts.dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        let file = path + "/" + name
        guard let stream = fopen(file, "w") else { throw CannotWrite() }
        defer { fclose(stream) }
        let content = Array(bytes)
        guard fwrite(content, 1, content.count, stream) == content.count else { throw CannotWrite() }
        return file
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    struct CannotWrite: Error {}
}

import DragomanArguments
import DragomanLedger
import DragomanText
import Foundation

extension Places {
    /// What reads articles under this command line: model and packs, known by their content.
    ///
    /// - Throws: `DragomanError` as `model` and `packs`, F024 where a file of theirs cannot be read.
    static func readerMark(_ invocation: Invocation, in context: Context) throws -> ReaderMark {
        ReaderMark(
            model: try mark(of: model(invocation, in: context)), packs: try packs(invocation, in: context).map(mark),
            program: Dragoman.version)
    }

    /// The folder's name and the SHA-256 of the names and digests of its files, hidden ones left out.
    private static func mark(of folder: String) throws -> ReaderMark.Part {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        var listing: [UInt8] = []
        for name in names.sorted() where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let file = root.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else {
                throw DragomanError(
                    .failure, "F024", "the file \(file.path) cannot be read", advice: "Give read permission for it.")
            }
            listing += Array("\(SHA256.hex(of: data))  \(name)\n".utf8)
        }
        return ReaderMark.Part(name: root.lastPathComponent, sha256: SHA256.hex(of: listing))
    }
}

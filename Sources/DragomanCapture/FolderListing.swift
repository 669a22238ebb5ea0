internal import DragomanText
internal import Glibc

/// The files that paths given by a user stand for: files as they are, folders with all the articles below them.
public struct FolderListing: Sendable, Equatable {
    /// Paths of files, folder by folder in the order of their names, none twice; `-` stays as it is.
    public private(set) var files: [String] = []
    /// How many files in folders were passed over because their ending is not that of a text or a page.
    public private(set) var skipped = 0

    /// Endings of the pages and texts that are taken from folders and zip files.
    public static let pageEndings: Set<String> = ["txt", "text", "html", "htm", "xhtml", "mhtml", "mht", "eml", "pdf"]
    /// Endings of the files that are taken from folders: pages, texts, and archives of them.
    public static let endings = pageEndings.union(["warc", "wacz", "mbox", "rss", "atom"])
    /// The most files one listing may hold.
    public static let limit = 100_000

    /// Expands `paths`. Hidden files and links to folders are not followed.
    ///
    /// - Throws: `DragomanError`: `F001` missing, `F004` a folder that cannot be read, `F007` more than `limit` files,
    ///   `F008` folders without any article.
    public init(_ paths: [String]) throws {
        var seen: Set<String> = []
        for path in paths {
            var status = stat()
            guard path != "-" else {
                if seen.insert(path).inserted { files.append(path) }
                continue
            }
            guard stat(path, &status) == 0 else { throw CaptureReader.error(opening: path, code: errno) }
            if status.st_mode & S_IFMT == S_IFDIR {
                try addFolder(path, seen: &seen)
            } else if seen.insert(path).inserted {
                files.append(path)
            }
        }
        if files.isEmpty, let first = paths.first {
            throw DragomanError(
                .badInput, "F008", "there is no article in \(first)",
                advice:
                    "Pages, texts, PDFs, mails and archives are taken from a folder by their endings; name others one by one."
            )
        }
    }

    private mutating func addFolder(_ folder: String, seen: inout Set<String>) throws {
        var pending = [folder]
        while let folder = pending.popLast() {
            var folders: [String] = []
            for name in try Self.names(in: folder) {
                let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFLNK {
                    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
                }
                if status.st_mode & S_IFMT == S_IFDIR {
                    folders.append(path)
                } else if status.st_mode & S_IFMT == S_IFREG {
                    add(path, seen: &seen)
                }
                if files.count > Self.limit || pending.count + folders.count > Self.limit {
                    throw DragomanError(
                        .badInput, "F007", "\(folder) holds more than \(Self.limit) files",
                        advice: "Give its folders one after the other.")
                }
            }
            pending += folders.reversed()
        }
    }

    private mutating func add(_ path: String, seen: inout Set<String>) {
        let name = path.lowercased()
        guard let dot = name.lastIndex(of: "."),
            Self.endings.contains(String(name[name.index(after: dot)...])) || name.hasSuffix(".warc.gz")
        else {
            skipped += 1
            return
        }
        if seen.insert(path).inserted { files.append(path) }
    }

    /// The names in a folder in the order of their bytes, without hidden ones.
    private static func names(in folder: String) throws -> [String] {
        guard let stream = opendir(folder) else { throw CaptureReader.error(opening: folder, code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

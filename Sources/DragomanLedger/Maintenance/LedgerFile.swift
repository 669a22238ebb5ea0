internal import DragomanText
internal import Foundation

/// A ledger's file as a whole: copied, put into another's place, synchronized.
enum LedgerFile {
    /// The file and the side files SQLite may leave beside it.
    static func all(_ path: String) -> [String] { [path, path + "-wal", path + "-shm", path + "-journal"] }

    /// Takes the file and its side files away, where they are there.
    static func remove(_ path: String) { for file in all(path) { try? FileManager.default.removeItem(atPath: file) } }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// What tells a file from another one that is put into its place; nil where there is none.
    static func identity(_ path: String) -> String? {
        var status = stat()
        return stat(path, &status) == 0 ? "\(status.st_dev) \(status.st_ino)" : nil
    }

    /// Sees that the file's bytes are on disk.
    static func synchronize(_ path: String) throws {
        for place in [path, (path as NSString).deletingLastPathComponent] {
            let descriptor = open(place.isEmpty ? "." : place, O_RDONLY)
            guard descriptor >= 0, fsync(descriptor) == 0 else {
                if descriptor >= 0 { close(descriptor) }
                throw LedgerFailure.copying(path, String(cString: strerror(errno)))
            }
            close(descriptor)
        }
    }

    /// Gives the file `new`, which nobody has open, the name `path`, in one step.
    static func rename(_ new: String, to path: String) throws {
        try synchronize(new)
        guard Foundation.rename(new, path) == 0 else {
            throw LedgerFailure.copying(path, String(cString: strerror(errno)))
        }
        try synchronize(path)
    }

    /// Puts the file `new`, which nobody has open, in the place of the ledger behind `database`, which no other process may have
    /// open then.
    ///
    /// A journal belongs to a name and not to a file. So the old ledger is first brought to a state without one, which
    /// SQLite allows only where it is alone with it; it then stays locked until the new file has its name. Where that fails
    /// or is interrupted, the old ledger is whole.
    ///
    /// - Parameter unchanged: looked at once the ledger is locked; where it does not hold, nothing is done.
    /// - Throws: `DragomanError` D006 where another process has the ledger open, D017 where `unchanged` does not hold.
    static func replace(
        _ database: Database, with new: String, if unchanged: () throws -> Bool = { true }
    ) throws {
        try database.run("PRAGMA locking_mode = EXCLUSIVE")
        defer { try? database.run("PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema LIMIT 1") }
        guard try database.firstText("PRAGMA journal_mode = DELETE") == "delete" else {
            throw LedgerFailure.inUse(database.path)
        }
        try database.run("BEGIN EXCLUSIVE")
        defer { try? database.run("ROLLBACK") }
        guard try unchanged() else { throw LedgerFailure.changedMeanwhile(database.path) }
        try rename(new, to: database.path)
    }
}

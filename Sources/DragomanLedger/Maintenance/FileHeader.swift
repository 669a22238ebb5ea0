internal import DragomanText
internal import Foundation

/// The first 100 bytes of an SQLite file, which SQLite's own check looks at only in part.
enum FileHeader {
    /// What is wrong with the header of the file at `path`; empty where all is right.
    ///
    /// The number of the SQLite version that wrote the file last, bytes 96 to 99, is for information only and not looked at.
    /// Source: the SQLite file format, section 1.3.
    static func faults(path: String) -> [String] {
        // Where changes wait in the journal, it may have a newer header than the file.
        let journal = (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int ?? 0
        guard journal == 0 else { return [] }
        guard let file = FileHandle(forReadingAtPath: path) else { return ["the file cannot be read"] }
        defer { try? file.close() }
        guard let head = try? file.read(upToCount: 100), head.count == 100, let size = try? file.seekToEnd() else {
            return ["the file is shorter than its header"]
        }
        let bytes = [UInt8](head)
        func number(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        var faults: [String] = []
        func expect(_ holds: Bool, _ what: String) { if !holds { faults.append("the header's \(what) is wrong") } }
        expect(Array(bytes[0..<16]) == Array("SQLite format 3\0".utf8), "name of the format")
        let pageSize = Int(bytes[16]) << 8 | Int(bytes[17])
        expect(pageSize == 4096, "size of a page")
        expect(bytes[18] == bytes[19] && (1...2).contains(bytes[18]), "version of reading and writing")
        expect(Array(bytes[20..<24]) == [0, 64, 32, 32], "share of a page")
        expect(number(24) == number(92), "count of changes")
        expect(UInt64(number(28)) * 4096 == size, "count of pages")
        expect(number(44) == 4, "format of tables")
        expect(number(48) == 0, "size of the cache")
        expect(number(52) == 0 && number(64) == 0, "mode of giving back room")
        expect(number(56) == 1, "encoding of text")
        expect(number(60) == Schema.version, "version of the ledger")
        expect(number(68) == Schema.applicationID, "mark of the program")
        expect(bytes[72..<92].allSatisfy { $0 == 0 }, "reserved part")
        return faults
    }
}

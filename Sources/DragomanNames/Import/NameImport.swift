internal import DragomanText
import Foundation

/// Brings names of another program's list into a pack's table, `names/imported.txt`.
///
/// ```
/// let done = try NameImport(path: "people.ftm.json", into: "/home/me/.local/share/dragoman/own-pack", base: base)
/// done.added     // 120
/// ```
/// Doing it again changes nothing: an entity replaces the line that has its id. One that the base knows already, by its
/// item of Wikidata or by its first name and type, adds its names to that entry.
public struct NameImport: Sendable {
    /// A line that was left out, or a part of one.
    public struct Skipped: Sendable, Equatable {
        public let line: Int
        public let reason: String
    }

    /// Entities that the table did not have.
    public private(set) var added = 0
    /// Entities that the table had otherwise.
    public private(set) var changed = 0
    /// Entities that the table had like this.
    public private(set) var unchanged = 0
    /// Of all these, how many went to an entry of the base.
    public private(set) var joined = 0
    /// What was left out, in the order of the lines; at most `mostSkipped`, `skippedCount` counts all.
    public private(set) var skipped: [Skipped] = []
    public private(set) var skippedCount = 0
    /// The table.
    public let table: String

    /// Larger files are refused, in bytes.
    public static let largest = 256 << 20
    private static let mostSkipped = 1_000

    private var lines: [String: String] = [:]
    private let base: KnowledgeBase
    private var byWikidata: [String: Entry] = [:]
    private var countries: Set<String> = []

    /// Reads a file, JSON lines where it begins with `{` and comma-separated values otherwise, and writes the table.
    ///
    /// - Parameters:
    ///   - pack: a pack's folder; it and its `names` folder are made where they are not there.
    ///   - base: what is known without that pack.
    /// - Throws: `DragomanError`: N040 the file cannot be read, N041 it is too large, N042 a table without a heading `name`, N043
    ///   the pack's table cannot be read or written.
    public init(path: String, into pack: String, base: KnowledgeBase) throws {
        self.base = base
        table = pack + "/names/imported.txt"
        for entry in base.entries {
            if let item = entry.wikidata { byWikidata[item] = entry }
            if entry.type == .country, let code = entry.iso { countries.insert(code) }
        }
        let bytes = try Self.read(path)
        try readTable()
        if bytes.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) == 0x7B {
            readLines(bytes)
        } else {
            try readValues(bytes, path)
        }
        if added + changed > 0 { try write() }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: largest + 1)
        else {
            throw DragomanError(
                .failure, "N040", "the file \(path) cannot be read", advice: "Check that it is there and may be read.")
        }
        guard data.count <= largest else {
            throw DragomanError(
                .badInput, "N041", "the file \(path) is larger than \(largest >> 20) MB",
                advice: "Split it and import the parts one after another.")
        }
        return [UInt8](data)
    }

    private mutating func readLines(_ bytes: [UInt8]) {
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            take(FollowTheMoney.entity(line), number)
        }
    }

    private mutating func readValues(_ bytes: [UInt8], _ path: String) throws {
        var values = CSVTable(bytes)
        guard let head = values.next()?.fields, let columns = CSVEntities(headings: head) else {
            throw DragomanError(
                .badInput, "N042", "the first line of \(path) has no heading \"name\"",
                advice:
                    "Give FollowTheMoney's JSON lines, or a table with a first line such as: name,type,aliases,country,id"
            )
        }
        while let record = values.next() {
            guard let fields = record.fields else {
                skip(record.line, "a quotation mark is not closed")
                continue
            }
            if fields == [""] { continue }
            take(columns.entity(fields), record.line)
        }
    }

    private mutating func skip(_ line: Int, _ reason: String) {
        skippedCount += 1
        if skipped.count < Self.mostSkipped { skipped.append(Skipped(line: line, reason: reason)) }
    }

    private mutating func take(_ found: Result<ImportedEntity, ImportReason>, _ line: Int) {
        switch found {
        case .failure(let reason): skip(line, reason.text)
        case .success(var entity):
            if let code = entity.country, !countries.contains(code) {
                skip(line, "the country \(code) is not known and was left out; the entity was taken")
                entity.country = nil
            }
            let known = known(entity)
            if known != nil { joined += 1 }
            let (key, text) = known.map { more($0, entity) } ?? own(entity)
            switch lines.updateValue(text, forKey: key) {
            case nil: added += 1
            case text?: unchanged += 1
            default: changed += 1
            }
        }
    }

    /// The one entry of the base that the entity is; nil where there is none.
    private func known(_ entity: ImportedEntity) -> Entry? {
        if let item = entity.wikidata, let entry = byWikidata[item], entry.type == entity.type { return entry }
        let found = base.uses(of: entity.names[0]).filter { !$0.ambiguous && !$0.weak && !$0.adjective }
            .map { base.entries[$0.entry] }.filter { $0.type == entity.type }
        return found.count == 1 ? found.first : nil
    }

    private func more(_ entry: Entry, _ entity: ImportedEntity) -> (key: String, text: String) {
        let names = entity.names.filter { !entry.names.contains($0) }
        return ("@more \(entry.type.rawValue) \(entry.id)", ([entry.id] + names).joined(separator: " = "))
    }

    private func own(_ entity: ImportedEntity) -> (key: String, text: String) {
        let id = "import/" + ImportedEntity.cleanID(entity.id)
        var text = entity.names.joined(separator: " = ") + " | id \(id)"
        if let country = entity.country { text += " | country \(country)" }
        if let item = entity.wikidata { text += " | wikidata \(ImportedEntity.cleanID(item))" }
        return ("@\(entity.type.rawValue) \(id)", text)
    }

    // MARK: The table

    private static let fields = "| weak | source import"

    /// Takes the lines that are in the table already, each under its section and id.
    private mutating func readTable() throws {
        guard FileManager.default.fileExists(atPath: table) else { return }
        guard let text = try? String(contentsOfFile: table, encoding: .utf8) else { throw failure("read") }
        var section = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("@") {
                section = line.components(separatedBy: " |")[0]
            } else if section.hasPrefix("@more") {
                lines["\(section) \(line.components(separatedBy: " =")[0])"] = String(line)
            } else if let id = line.components(separatedBy: " | ").first(where: { $0.hasPrefix("id ") }) {
                lines["\(section) \(id.dropFirst(3))"] = String(line)
            }
        }
    }

    private func write() throws {
        var text =
            "# Made by dragoman names import; what is changed here by hand stays until its entity is imported again.\n"
        var last = ""
        for (key, line) in lines.sorted(by: { $0.key < $1.key }) {
            let section = key.split(separator: " ").dropLast().joined(separator: " ")
            if section != last { text += "\(section) \(Self.fields)\n" }
            last = section
            text += line + "\n"
        }
        do {
            try FileManager.default.createDirectory(
                atPath: (table as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: table), options: .atomic)
        } catch {
            throw failure("written")
        }
    }

    private func failure(_ what: String) -> DragomanError {
        DragomanError(
            .failure, "N043", "the table \(table) cannot be \(what)",
            advice: "Check that the pack's folder is there and may be written, or name another with --into.")
    }
}

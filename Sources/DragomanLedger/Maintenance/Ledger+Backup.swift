internal import DragomanText
internal import Foundation

extension Ledger {
    /// Writes a copy of the ledger, compact and without side files, and checks it. Others may write meanwhile: the copy is of one
    /// moment.
    ///
    /// - Parameter target: a file that is not there yet.
    /// - Returns: what checking the copy gave; it has no faults.
    /// - Throws: `DragomanError`: D015 the file is there, D005 disk full, D016 it cannot be written, D008 the copy has faults: the ledger is
    ///   damaged.
    public func backup(to target: String) throws -> Verification {
        guard !LedgerFile.exists(target) else { throw LedgerFailure.targetExists(target) }
        let part = target + ".part"
        LedgerFile.remove(part)
        defer { LedgerFile.remove(part) }
        try Self.copy(database, to: part, named: target)
        let result = try Self.checked(part, named: target)
        try LedgerFile.rename(part, to: target)
        return result
    }

    /// Puts a backup in the place of a ledger, after checking it.
    ///
    /// - Parameters:
    ///   - backup: a ledger's file, as `backup` writes it.
    ///   - path: where the ledger is to be.
    ///   - replacing: whether a ledger that is there may be lost.
    /// - Throws: `DragomanError`: as opening the backup does, D008 it has faults, D015 there is a ledger already, D006 another
    ///   process has that open, D016 it cannot be written.
    public static func restore(_ backup: String, to path: String, replacing: Bool) throws -> Verification {
        let result = try checked(backup, named: backup)
        let new = path + ".restoring"
        LedgerFile.remove(new)
        defer { LedgerFile.remove(new) }
        guard replacing || !LedgerFile.exists(path) else { throw LedgerFailure.targetExists(path) }
        // A backup that was opened since may have side files: SQLite copies what is in them too.
        try copy(Database(path: backup, mode: .reading, busyMilliseconds: 5000), to: new, named: path)
        _ = try checked(new, named: path)
        if LedgerFile.exists(path), let old = try? Ledger(path: path, access: .writing) {
            try LedgerFile.replace(old.database, with: new)
        } else {
            // What is there is no ledger that could be open anywhere, or a damaged one.
            for file in LedgerFile.all(path).dropFirst() { try? FileManager.default.removeItem(atPath: file) }
            try LedgerFile.rename(new, to: path)
        }
        return result
    }

    private static func copy(_ database: Database, to target: String, named name: String) throws {
        do {
            try database.run("VACUUM INTO ?", [.text(target)])
        } catch {
            guard ["D007", "D009"].contains(error.code) else { throw error }
            throw LedgerFailure.copying(name, error.message)
        }
    }

    private static func checked(_ path: String, named name: String) throws -> Verification {
        let result = try Ledger(path: path, access: .reading).verify()
        if let fault = result.faults.first { throw LedgerFailure.faulty(name, "\(fault.part): \(fault.text)") }
        return result
    }
}

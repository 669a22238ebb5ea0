internal import CSQLite
internal import DragomanText

/// What can go wrong with a ledger, and what to do about it.
enum LedgerFailure {
    /// The error for an SQLite result code, extended or not.
    static func error(code: Int32, text: String, path: String) -> DragomanError {
        switch sideFileFailures.contains(code) ? SQLITE_FULL : code & 0xFF {
        case SQLITE_NOTADB: return notADatabase(path)
        case SQLITE_READONLY, SQLITE_PERM:
            return DragomanError(
                .failure, "D004", "the ledger \(path) cannot be written: the place is read-only",
                advice: "Give write permission for the file and its folder, or name another ledger with --ledger.")
        case SQLITE_FULL:
            return DragomanError(
                .failure, "D005", "the disk is full: nothing more could be put into the ledger \(path)",
                advice: "Free some space and run the command again; what was added before is kept.")
        case SQLITE_BUSY, SQLITE_LOCKED:
            return DragomanError(
                .failure, "D006", "the ledger \(path) is in use by another process",
                advice: "Wait until the other dragoman has finished and run the command again.")
        case SQLITE_CANTOPEN:
            return DragomanError(
                .failure, "D007", "the ledger \(path) cannot be opened",
                advice: "See that its folder exists, that you may write there, and that it is no folder itself.")
        case SQLITE_CORRUPT:
            return DragomanError(
                .failure, "D008", "the ledger \(path) is damaged",
                advice: "Restore it from a copy, or begin a new one with --ledger and add the articles again.")
        default:
            return DragomanError(
                .failure, "D009", "the ledger \(path) could not be used: \(text)",
                advice: "Run the command again; if it fails again, report this line.")
        }
    }

    /// A full disk shows in these extended codes of SQLITE_IOERR where the side files of WAL cannot grow: WRITE and SHMSIZE.
    private static let sideFileFailures: Set<Int32> = [SQLITE_IOERR | 3 << 8, SQLITE_IOERR | 19 << 8]

    static func notADatabase(_ path: String) -> DragomanError {
        DragomanError(
            .badInput, "D001", "\(path) is not a ledger but some other file",
            advice: "Name a ledger, or a file that does not exist yet, with --ledger.")
    }

    static func ofAnotherProgram(_ path: String) -> DragomanError {
        DragomanError(
            .badInput, "D002", "\(path) is the database of another program",
            advice: "Name a ledger, or a file that does not exist yet, with --ledger.")
    }

    static func newer(_ path: String, version: Int) -> DragomanError {
        DragomanError(
            .failure, "D003", "the ledger \(path) was made by a newer Dragoman (schema \(version))",
            advice: "Upgrade Dragoman, or give another file with --ledger.")
    }

    static func targetExists(_ path: String) -> DragomanError {
        DragomanError(
            .failure, "D015", "there is a file \(path) already",
            advice: "Name another file, or move that one away first.")
    }

    static func copying(_ path: String, _ reason: String) -> DragomanError {
        DragomanError(
            .failure, "D016", "the file \(path) could not be written: \(reason)",
            advice: "See that its folder exists, that you may write there, and that there is room.")
    }

    static func changedMeanwhile(_ path: String) -> DragomanError {
        DragomanError(
            .failure, "D017", "another process has changed or replaced the ledger \(path) meanwhile; nothing was done",
            advice: "Run the command again.")
    }

    static func inUse(_ path: String) -> DragomanError { error(code: SQLITE_BUSY, text: "", path: path) }

    static func faulty(_ path: String, _ fault: String) -> DragomanError {
        DragomanError(
            .failure, "D008", "the ledger \(path) is damaged: \(fault)",
            advice: "Restore it from another copy; dragoman verify tells all that is wrong with it.")
    }

    static func badSides(_ act: String) -> DragomanError {
        DragomanError(
            .usage, "D020", "\(act) cannot be judged of so many things",
            advice: "A merge takes two or more, a split what goes and what stays, everything else one.")
    }

    static func notJudged(_ act: String, _ sort: String) -> DragomanError {
        DragomanError(
            .usage, "D027", "\(act) cannot be judged of a \(sort)",
            advice: "Stories and names can be merged and split; a deal or a claim can be judged in every way.")
    }

    static func badField(_ name: String) -> DragomanError {
        DragomanError(
            .usage, "D021", name.isEmpty ? "an edit needs a field" : "there is no field '\(name)'",
            advice: "Fields are \(ClaimField.names.joined(separator: ", ")).")
    }

    static func badValue(_ field: String, _ value: String, _ form: String?) -> DragomanError {
        DragomanError(
            .usage, "D021", "'\(value)' cannot be the \(field) of a claim", advice: form.map { "It takes \($0)." })
    }

    static func noJudgment(_ number: String) -> DragomanError {
        DragomanError(
            .usage, "D022", "there is no judgment \(number)", advice: "The command dragoman judgments lists them.")
    }

    static func undoneAlready(_ number: Int) -> DragomanError {
        DragomanError(
            .usage, "D022", "judgment \(number) is undone already",
            advice: "To bring it back, undo the judgment that undid it; dragoman judgments lists them.")
    }

    static var incompleteEntry: DragomanError {
        DragomanError(
            .usage, "D023", "a claim needs its kind, its stage, a party or place, the words and who gave them",
            advice: "See dragoman enter --help.")
    }

    static func older(_ path: String, version: Int) -> DragomanError {
        DragomanError(
            .failure, "D014",
            "the ledger \(path) was made by an earlier Dragoman (schema \(version)) and cannot be brought up to date where it stands",
            advice: "Copy it to a place that can be written, and run the command there; --ledger names the copy.")
    }

    static func missing(_ path: String) -> DragomanError {
        DragomanError(
            .failure, "D010", "there is no ledger at \(path)",
            advice: "Make one by adding an article: dragoman add FILE, or name another with --ledger.")
    }

    static func unreadable(_ what: String, in path: String) -> DragomanError {
        DragomanError(
            .failure, "D008", "the ledger \(path) is damaged: \(what) cannot be read",
            advice: "Restore it from a copy, or begin a new one with --ledger and add the articles again.")
    }

    static func ambiguous(_ id: String, _ count: Int) -> DragomanError {
        DragomanError(
            .usage, "D011", "\(count) deals have ids that begin with \(id)",
            advice: "Give more of the id; dragoman deals lists them.")
    }

    static func shortID(_ id: String) -> DragomanError {
        DragomanError(
            .usage, "D012", "\(id) is not the id of a deal",
            advice: "Give at least four letters or digits of an id that dragoman deals lists.")
    }

    static func badRange(_ path: String) -> DragomanError {
        DragomanError(
            .failure, "D013", "a claim points outside its article, so the article was not put into the ledger \(path)",
            advice: "Report this line together with the article.")
    }
}

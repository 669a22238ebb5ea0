internal import DragomanText
internal import Foundation

/// What people judged: in the order they judged it, for good.
enum Judgments {
    /// `subject` is JSON with sorted keys, `value` the list of an edit's field and value.
    static let area = Area(
        "judgments", .kept, tables: ["judgments"],
        sql: """
            CREATE TABLE judgments (
                number INTEGER PRIMARY KEY,
                act TEXT NOT NULL,
                subject TEXT NOT NULL,
                value TEXT,
                who TEXT NOT NULL,
                why TEXT,
                judged_at INTEGER NOT NULL
            ) STRICT;
            """)

    /// All judgments, the first first.
    static func all(in database: Database) throws -> [Judgment] {
        let rows = try database.prepare(
            """
            SELECT number, judgments.act, subject, value, who, why, judged_at, coalesce(in_force, 1), coalesce(has_subject, 1)
            FROM judgments LEFT JOIN judged ON judgment = number ORDER BY number
            """)
        var judgments: [Judgment] = []
        while try rows.step() {
            let decoder = JSONDecoder()
            let edit = rows.isNull(3) ? [] : try? decoder.decode([String?].self, from: Data(rows.bytes(3)))
            guard let act = Judgment.Act(rawValue: rows.text(1)), let edit,
                let subject = try? decoder.decode(JudgedSubject.self, from: Data(rows.bytes(2)))
            else { throw LedgerFailure.unreadable("judgment \(rows.integer(0))", in: database.path) }
            judgments.append(
                Judgment(
                    number: rows.integer(0), act: act, subject: subject, field: edit.first ?? nil,
                    value: edit.count > 1 ? edit[1] : nil, who: rows.text(4), why: rows.optionalText(5),
                    judgedAt: rows.integer(6), inForce: rows.integer(7) == 1, hasSubject: rows.integer(8) == 1))
        }
        return judgments
    }

    /// Puts a judgment in.
    static func insert(_ judgment: Judgment, in database: Database) throws {
        try database.run(
            "INSERT INTO judgments (number, act, subject, value, who, why, judged_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(judgment.number), .text(judgment.act.rawValue), .text(try StoredClaim.json(judgment.subject)),
                .init(try judgment.field.map { try StoredClaim.json([$0, judgment.value]) }), .text(judgment.who),
                .init(judgment.why), .integer(judgment.judgedAt),
            ])
    }

    /// Copies all judgments into a ledger that has none.
    static func copy(from old: Database, to new: Database) throws {
        for judgment in try all(in: old) { try insert(judgment, in: new) }
    }

    /// The numbers of the judgments that were undone, the undoing of which was not undone in turn.
    static func undone(_ judgments: [Judgment]) -> Set<Int> {
        var undone: Set<Int> = []
        for judgment in judgments.reversed() where judgment.act == .undo && !undone.contains(judgment.number) {
            undone.formUnion(judgment.subject.sides.flatMap(\.names).compactMap { Int($0) })
        }
        return undone
    }
}

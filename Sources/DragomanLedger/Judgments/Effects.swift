internal import DragomanClaims
internal import DragomanText

/// What the judgments come to: which are in force, and which claims they are about.
enum Effects {
    /// `claim` is null where what a judgment names is not in the ledger; `side` and `position` lead to its key.
    static let area = Area(
        "effects", .derived, tables: ["judged", "judged_claims"],
        sql: """
            CREATE TABLE judged (
                judgment INTEGER PRIMARY KEY REFERENCES judgments (number),
                act TEXT NOT NULL,
                sort TEXT NOT NULL,
                in_force INTEGER NOT NULL,
                has_subject INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE judged_claims (
                judgment INTEGER NOT NULL REFERENCES judgments (number),
                side INTEGER NOT NULL,
                position INTEGER NOT NULL,
                article TEXT NOT NULL,
                claim TEXT REFERENCES claims (id),
                PRIMARY KEY (judgment, side, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX judgments_of_claim ON judged_claims (claim);
            """)

    /// Finds anew what all judgments are about and which are in force.
    static func derive(in database: Database) throws {
        let judgments = try Judgments.all(in: database)
        for judgment in judgments { try find(judgment, in: database) }
        try settle(judgments, in: database)
    }

    /// Finds what a judgment is about.
    static func find(_ judgment: Judgment, in database: Database) throws {
        var found = try judgment.subject.sides.map { side in
            guard judgment.subject.sort == .story else { return side.claims.isEmpty }
            return try side.names.contains {
                try database.number("SELECT 1 FROM articles WHERE id = ?", [.text($0)]) != nil
            }
        }
        for (side, part) in judgment.subject.sides.enumerated() {
            for (position, key) in part.claims.enumerated() {
                let claim = key.claim(among: try StoredClaims.claims(ofArticle: key.article, in: database))
                if claim != nil { found[side] = true }
                try database.run(
                    "INSERT INTO judged_claims (judgment, side, position, article, claim) VALUES (?, ?, ?, ?, ?)",
                    [
                        .integer(judgment.number), .integer(side), .integer(position), .text(key.article),
                        .init(claim?.id),
                    ])
            }
        }
        try database.run(
            "INSERT INTO judged (judgment, act, sort, in_force, has_subject) VALUES (?, ?, ?, 1, ?)",
            [
                .integer(judgment.number), .text(judgment.act.rawValue), .text(judgment.subject.sort.rawValue),
                .integer(found.allSatisfy { $0 } ? 1 : 0),
            ])
    }

    /// Sets which judgments are in force.
    static func settle(_ judgments: [Judgment], in database: Database) throws {
        let undone = Judgments.undone(judgments)
        for judgment in judgments {
            let inForce = undone.contains(judgment.number) ? 0 : 1
            try database.run(
                "UPDATE judged SET in_force = ? WHERE judgment = ? AND in_force <> ?",
                [.integer(inForce), .integer(judgment.number), .integer(inForce)])
        }
    }

    /// Whether there are judgments at all; most ledgers have none, and nothing is to be looked up then.
    static func any(in database: Database) throws -> Bool { try database.number("SELECT 1 FROM judged LIMIT 1") != nil }

    /// A judgment in force that names a claim.
    struct Mention {
        var number: Int
        var act: Judgment.Act
        var sort: JudgedSubject.Sort
        var side: Int
        var field: String?
        var value: String?
    }

    /// The judgments in force that name a claim, the first first.
    static func mentions(ofClaim id: String, in database: Database) throws -> [Mention] {
        let rows = try database.prepare(
            """
            SELECT judgment, judged.act, sort, side, json_extract(value, '$[0]'), json_extract(value, '$[1]')
            FROM judged_claims JOIN judged USING (judgment) JOIN judgments ON number = judgment
            WHERE claim = ? AND in_force = 1 ORDER BY judgment
            """)
        try rows.bind([.text(id)])
        var mentions: [Mention] = []
        while try rows.step() {
            guard let act = Judgment.Act(rawValue: rows.text(1)), let sort = JudgedSubject.Sort(rawValue: rows.text(2))
            else { continue }
            mentions.append(
                Mention(
                    number: rows.integer(0), act: act, sort: sort, side: rows.integer(3), field: rows.optionalText(4),
                    value: rows.optionalText(5)))
        }
        return mentions
    }

    /// The claim with the edits in force, whether it counts, and which judgments are about it by itself.
    static func judged(_ claim: ReportedClaim, _ mentions: [Mention]) -> (claim: ReportedClaim, rejected: Bool) {
        var claim = claim
        var rejected = false
        for mention in mentions where mention.sort == .claim {
            switch mention.act {
            case .confirm: rejected = false
            case .reject: rejected = true
            case .edit: if let field = mention.field { ClaimField(field)?.set(mention.value, of: &claim.claim) }
            case .merge, .split, .undo: continue
            }
            claim.judgments.append(mention.number)
        }
        return (claim, rejected)
    }

    /// For each side of a judgment, what of `column` most of its claims have in `deal_claims`; of several the smallest.
    static func majority(of judgment: Int, _ column: String, in database: Database) throws -> [String?] {
        let rows = try database.prepare(
            """
            SELECT side, \(column), count(*) FROM judged_claims JOIN deal_claims USING (claim)
            WHERE judgment = ? GROUP BY side, \(column) ORDER BY side, count(*) DESC, \(column)
            """)
        try rows.bind([.integer(judgment)])
        var sides: [Int: String] = [:]
        while try rows.step() { if sides[rows.integer(0)] == nil { sides[rows.integer(0)] = rows.text(1) } }
        let last =
            try database.number("SELECT max(side) FROM judged_claims WHERE judgment = ?", [.integer(judgment)]) ?? -1
        return (0..<(last + 1)).map { sides[$0] }
    }
}

internal import Foundation

/// What people judged of names: which are one and which are not.
enum NameRulings {
    private struct Subject: Decodable {
        struct Side: Decodable { let names: [String] }
        let sort: String
        let sides: [Side]
    }

    /// The judgments in force, the first first; a merge of several sides as one of each with the first.
    ///
    /// A judgment counts until another one undoes it that is not undone itself.
    static func inForce(in database: Database) throws -> [IdentityGrouping.Ruling] {
        let rows = try database.prepare("SELECT number, act, subject FROM judgments ORDER BY number")
        var judgments: [(number: Int, act: String, subject: Subject)] = []
        while try rows.step() {
            guard let subject = try? JSONDecoder().decode(Subject.self, from: Data(rows.text(2).utf8)) else { continue }
            judgments.append((rows.integer(0), rows.text(1), subject))
        }
        var undone: Set<Int> = []
        for judgment in judgments.reversed() where judgment.act == "undo" && !undone.contains(judgment.number) {
            if let target = judgment.subject.sides.first?.names.first.flatMap({ Int($0) }) { undone.insert(target) }
        }
        return judgments.filter { !undone.contains($0.number) && $0.subject.sort == "name" }.flatMap { judgment in
            let sides = judgment.subject.sides.map { Set($0.names.map(NameKey.of)) }
            guard ["merge", "split"].contains(judgment.act), let first = sides.first else {
                return [IdentityGrouping.Ruling]()
            }
            return sides.dropFirst().map { .init(isMerge: judgment.act == "merge", first: first, second: $0) }
        }
    }
}

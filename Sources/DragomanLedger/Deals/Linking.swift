internal import DragomanText

/// Finds the parents of strands, and mends those of later strands that a change bears on.
///
/// Articles are gone through in the order of their strands, and only later ones are put on the list: each is looked at once.
struct Linking {
    private struct Stop: Hashable {
        var day: Int
        var article: String
    }

    private let database: Database
    private var stops: Set<Stop> = []
    /// Roots of trees that have lost or gained strands.
    private(set) var touched: Set<String> = []
    /// Strands whose root has changed, with the new one.
    private(set) var moved: [String: String] = [:]

    init(_ database: Database) { self.database = database }

    /// Puts a strand's article on the list.
    mutating func visit(_ strand: Strand) { stops.insert(Stop(day: strand.day, article: strand.article)) }

    /// Puts the articles on the list for which a strand that has come, or is about to go, is a candidate.
    mutating func visitFollowers(of strand: Strand) throws(DragomanError) {
        for id in try StrandTable.neighbours(of: strand, before: false, in: database) {
            if let row = try StrandTable.row(id, in: database) { visit(row.strand) }
        }
        if strand.split != nil {
            let others = try database.prepare("SELECT id FROM strands WHERE split = ?")
            try others.bind([.init(strand.split)])
            while try others.step() {
                if let row = try StrandTable.row(others.text(0), in: database) { visit(row.strand) }
            }
        }
    }

    /// Takes a strand out of its tree; its children are put on the list.
    mutating func detach(_ row: StrandTable.Row) throws(DragomanError) {
        touched.insert(row.root)
        try visitFollowers(of: row.strand)
        for child in try StrandTable.children(of: row.strand.id, in: database) {
            visit(child.strand)
            try move(child, parent: nil, root: child.strand.id)
        }
        try StrandTable.remove(row.strand.id, in: database)
        moved[row.strand.id] = nil
    }

    /// Goes through the list to its end.
    mutating func run() throws(DragomanError) {
        while let stop = stops.min(by: { ($0.day, $0.article) < ($1.day, $1.article) }) {
            stops.remove(stop)
            try link(article: stop.article)
        }
    }

    private struct Pair {
        var strand: Int
        var likeness: Int
        var candidate: StrandTable.Row
    }

    private mutating func link(article: String) throws(DragomanError) {
        let rows = try StrandTable.rows(ofArticle: article, in: database)
        var parents: [StrandTable.Row?] = rows.map { _ in nil }
        var pairs: [Pair] = []
        for (number, row) in rows.enumerated() {
            if row.strand.split != nil {
                // What was split off joins what was split off with it, and nothing else by itself.
                if let first = try StrandTable.firstOfSplit(row.strand, in: database) {
                    parents[number] = try StrandTable.row(first, in: database)
                }
                continue
            }
            for id in try StrandTable.neighbours(of: row.strand, before: true, in: database) {
                guard let candidate = try StrandTable.row(id, in: database), candidate.strand.article != article,
                    let likeness = row.strand.likeness(to: candidate.strand)
                else { continue }
                pairs.append(Pair(strand: number, likeness: likeness, candidate: candidate))
            }
        }
        pairs.sort { one, other in
            (-one.likeness, -one.candidate.strand.day, one.candidate.strand.id, one.strand)
                < (-other.likeness, -other.candidate.strand.day, other.candidate.strand.id, other.strand)
        }
        // Undertakings that this article tells apart do not join one tree.
        var taken: Set<String> = []
        for pair in pairs where parents[pair.strand] == nil && rows[pair.strand].strand.split == nil {
            if taken.insert(pair.candidate.root).inserted { parents[pair.strand] = pair.candidate }
        }
        for (row, parent) in zip(rows, parents) {
            let root = parent?.root ?? row.strand.id
            touched.formUnion([row.root, root])
            if row.parent != parent?.strand.id || row.root != root {
                try move(row, parent: parent?.strand.id, root: root)
            }
        }
    }

    /// Gives a strand a parent, and the tree's root to it and all below it.
    private mutating func move(_ row: StrandTable.Row, parent: String?, root: String) throws(DragomanError) {
        touched.formUnion([row.root, root])
        try StrandTable.set(row.strand.id, parent: parent, root: root, in: database)
        guard row.root != root else { return }
        var pending = [row]
        while let next = pending.popLast() {
            if next.strand.id != row.strand.id {
                try StrandTable.set(next.strand.id, parent: next.parent, root: root, in: database)
            }
            moved[next.strand.id] = root
            // An article with several strands chooses by trees: it may choose otherwise now.
            for id in try StrandTable.neighbours(of: next.strand, before: false, in: database) {
                guard let follower = try StrandTable.row(id, in: database) else { continue }
                if try StrandTable.rows(ofArticle: follower.strand.article, in: database).count > 1 {
                    visit(follower.strand)
                }
            }
            pending += try StrandTable.children(of: next.strand.id, in: database)
        }
    }
}

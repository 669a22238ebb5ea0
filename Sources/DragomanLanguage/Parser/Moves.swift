internal import Foundation

/// The classes of a transition system in the order of the score columns.
///
/// Actions stand in ascending order; within an action, labels by frequency and then by name, both descending; entries of
/// negative frequency after all others.
struct Moves {
    /// One class: an action's number and a label.
    struct Class: Equatable {
        let action: Int
        let label: String
    }

    let classes: [Class]

    /// Reads a `moves` file: a MessagePack map whose entry `moves` is JSON text {action: {label: frequency}}.
    ///
    /// - Throws: `DragomanError` L001, L002.
    init(folder: String, name: String) throws {
        let file = try MappedFile(folder: folder, name: name)
        var table: [String: [String: Int]] = [:]
        do {
            var reader = MessagePackReader(file.bytes)
            for _ in 0..<(try reader.map()) {
                if try reader.string() == "moves" {
                    table = try JSONDecoder().decode([String: [String: Int]].self, from: Data(try reader.string().utf8))
                } else {
                    try reader.skip()
                }
            }
        } catch {
            throw LanguageError.damaged(name, "\(error)")
        }
        classes = Self.order(table)
    }

    /// The classes of a table of frequencies.
    static func order(_ table: [String: [String: Int]]) -> [Class] {
        var entries: [(action: Int, label: String, frequency: Int)] = []
        for (key, labels) in table {
            guard let action = Int(key) else { continue }
            entries += labels.map { (action, $0.key, $0.value) }
        }
        func later(_ a: String, _ b: String) -> Bool { b.unicodeScalars.lexicographicallyPrecedes(a.unicodeScalars) }
        let common = entries.filter { $0.frequency >= 0 }.sorted {
            $0.action != $1.action
                ? $0.action < $1.action
                : $0.frequency != $1.frequency ? $0.frequency > $1.frequency : later($0.label, $1.label)
        }
        let rare = entries.filter { $0.frequency < 0 }.sorted {
            $0.frequency != $1.frequency ? $0.frequency > $1.frequency : later($0.label, $1.label)
        }
        return (common + rare).map { Class(action: $0.action, label: $0.label) }
    }

    /// The columns of an action, which stand together; nil where it has none.
    func range(_ action: Int) -> Range<Int>? {
        guard let first = classes.firstIndex(where: { $0.action == action }),
            let last = classes.lastIndex(where: { $0.action == action })
        else { return nil }
        return first..<last + 1
    }
}

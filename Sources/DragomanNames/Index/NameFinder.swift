import DragomanText
import Foundation

/// The knowledge base with a matcher over it and an index of its names: finds what a name means, in any script.
///
/// ```
/// let finder = try NameFinder(packs: ["Packs/world", "Packs/automotive"], cache: "/home/me/.cache/dragoman/names.index")
/// finder.find("Камаз", limit: 1)[0].id          // "company/kamaz"
/// finder.otherNames(of: "ایران خودرو")          // "Iran Khodro", "IKCO", "Иран Ходро"
/// ```
public struct NameFinder: Sendable {
    public let knowledge: KnowledgeBase
    public let matcher: NameMatcher
    private let index: NameIndex

    /// - Parameters:
    ///   - packs: folders of packs.
    ///   - cache: a file that keeps the index from run to run. It is made where it is missing, damaged, or of other packs or
    ///     tables; where it cannot be written, nothing is kept. Nil for none.
    /// - Throws: as `KnowledgeBase.init(packs:)` and `NameMatcher.init(packs:knowledge:)`.
    public init(packs: [String], cache: String? = nil) throws {
        knowledge = try KnowledgeBase(packs: packs)
        matcher = try NameMatcher(packs: packs, knowledge: knowledge)
        if let cache, let kept = try? NameIndex(path: cache, matcher: matcher), kept.content == knowledge.digest {
            index = kept
            return
        }
        var made = NameIndex(matcher: matcher)
        Romanizer.prepare(knowledge.entries.lazy.flatMap(\.searchedNames))
        for entry in knowledge.entries { for name in entry.searchedNames { made.add(name, id: entry.id) } }
        if let cache {
            let folder = URL(fileURLWithPath: cache).deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try? made.write(to: cache, content: knowledge.digest)
        }
        index = made
    }

    /// The entries most like a name, as `NameIndex.find` tells.
    public func find(_ name: String, as kind: NameKind = .any, limit: Int) -> [NameIndex.Found] {
        index.find(name, as: kind, limit: limit)
    }

    /// Names of the entries that `name` is a name of, or is most like, in all scripts: what a search may look for in its place.
    ///
    /// Names that are ordinary words, and acronyms of two or three letters, are left out. Empty where no entry is meant.
    public func otherNames(of name: String) -> [String] {
        var entries = knowledge.named(name)
        if entries.isEmpty {
            let likely = find(name, limit: 1).filter { $0.score >= Self.likely }
            entries = likely.compactMap { knowledge.entry($0.id) }
        }
        var seen: Set<String> = [name]
        return entries.flatMap { knowledge.clearNames(of: $0) }.filter { seen.insert($0).inserted }
    }

    /// A name so like one of an entry is taken for it.
    private static let likely = 0.75
}

import DragomanClaims
import DragomanLedger
import DragomanNames

/// Who and what an article names, with what it says of them, as a ledger keeps it.
enum ArticleNames {
    /// - Parameter statements: their speakers' offices and organisations are the persons'.
    /// - Returns: in the order of first mention; a name of one type once.
    static func list(_ named: NamedAnalysis, _ statements: [Statement], _ base: KnowledgeBase) -> [ArticleName] {
        var mentions = [Int](repeating: 0, count: named.identities.count)
        for mention in named.mentions { mentions[mention.identity] += 1 }
        var speakers: [String: Speaker] = [:]
        for speaker in statements.compactMap(\.speaker) {
            guard let name = speaker.name else { continue }
            if speakers[name]?.role == nil { speakers[name] = speaker }
        }
        var found: [ArticleName] = []
        var place: [String: Int] = [:]
        for (number, identity) in named.identities.enumerated() where mentions[number] > 0 {
            let key = "\(identity.type.rawValue) \(identity.name)"
            if let known = place[key] {
                found[known].mentions += mentions[number]
                continue
            }
            let speaker = identity.type == .person ? speakers[identity.name] : nil
            let organisation = speaker?.org ?? identity.owner.flatMap { base.entry($0) }.map(\.name)
            place[key] = found.count
            found.append(
                ArticleName(
                    type: identity.type, name: identity.name, entry: identity.entry, office: speaker?.role,
                    organisation: organisation,
                    country: country(identity.entry, base) ?? country(identity.owner, base)
                        ?? speaker?.org.flatMap { country(of: $0, base) },
                    mentions: mentions[number]))
        }
        return found
    }

    /// The country of an entry or of its owner; of a country itself.
    private static func country(_ id: String?, _ base: KnowledgeBase) -> String? {
        var id = id
        for _ in 0..<4 {
            guard let entry = id.flatMap({ base.entry($0) }) else { return nil }
            if entry.type == .country { return entry.id }
            if let country = entry.country { return country }
            id = entry.owner
        }
        return nil
    }

    /// The country of the one entry of that name.
    private static func country(of name: String, _ base: KnowledgeBase) -> String? {
        let found = base.lookup(name)
        return found.count == 1 ? country(found.first?.id, base) : nil
    }
}

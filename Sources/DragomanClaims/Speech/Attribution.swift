import DragomanLanguage
import DragomanNames
import DragomanText

/// Turns reporting constructions into statements: who speaks, by which chain, and how far a speaker's word carries on.
struct Attribution {
    /// A statement in the making.
    struct Said {
        var frame: Frame?
        var cue: Int?
        var source: Range<Int>?
        var content: [Range<Int>]
        var speaker: Speaker?
        var via: [String]
        /// When it was said.
        var date: CoarseDate?
        var office: String?
        var isAnaphor = false
        var isPlural = false
        /// Where the statement stands, for order: its cue, else its first word.
        var place: Int { cue ?? content.first?.lowerBound ?? 0 }
        /// What makes two speakers the same.
        var key: String? {
            speaker.flatMap { $0.name ?? [$0.role, $0.org].compactMap { $0 }.joined(separator: " / ") }
        }
    }

    let tree: SpeechTree
    var resolver: SpeakerResolver
    var said: [Said] = []
    private let outlet: String?

    private let dates: SayingDates

    init(_ tree: SpeechTree, published: CoarseDate?, outlet: String?) {
        self.tree = tree
        dates = SayingDates(tree, published: published)
        self.outlet = outlet
        resolver = SpeakerResolver(tree, outlet: outlet)
    }

    // MARK: constructions

    mutating func resolve(_ frames: [Frame]) {
        // What a title says is read last, when the article has told who "the envoy" is.
        let split = tree.isTitle(0) ? frames.firstIndex { tree.block[$0.cue] > 0 } ?? frames.count : 0
        for frame in frames[split...] { resolve(frame) }
        for frame in frames[..<split] { resolve(frame) }
        said.sort { $0.place < $1.place }
        nest()
        inherit()
    }

    private mutating func resolve(_ frame: Frame) {
        var result = Said(
            frame: frame, cue: frame.cue, source: frame.source, content: frame.content, speaker: nil, via: [])
        if frame.manner != .rumour { result.date = dates.date(of: frame) }
        let verb = tree.tokens[frame.cue].lemma.lowercased()
        for phrase in frame.via { append(resolver.media(phrase), to: &result.via) }
        if let source = frame.source {
            let found = resolver.resolve(source)
            result.speaker = found.speaker
            result.office = found.office
            result.isAnaphor = found.isAnaphor
            result.isPlural = found.isPlural
            append(found.media, to: &result.via)
            if frame.manner == .rumour || ["report", "write"].contains(verb), found.speaker?.role == nil,
                found.media.isEmpty, isUnknownFirm(source)
            {
                append([found.speaker?.org].compactMap { $0 }, to: &result.via)
                result.speaker = nil
            }
            // A report that a person or firm is only the subject of is nobody's word yet.
            if frame.manner == .rumour, !result.via.isEmpty { result.speaker = nil }
        } else if frame.manner == .participle, let last = said.last, let cue = last.cue,
            tree.sentence[cue] == tree.sentence[frame.cue]
        {
            result.speaker = last.speaker
            result.office = last.office
            result.via = last.via
            result.date = result.date ?? last.date
            result.isAnaphor = true
        }
        if let cited = frame.cited {
            let found = resolver.resolve(cited)
            if result.via.isEmpty, let org = result.speaker?.org { result.via = [org] }
            result.speaker = found.speaker
            result.office = found.office
            result.isPlural = found.isPlural
            result.source = cited
            append(found.media, to: &result.via)
        }
        if frame.manner == .rumour, result.speaker == nil, result.via.isEmpty,
            ["report", "rumour", "rumor", "speculation", "gossip"].contains(verb)
        {
            result.via = [tree.named.analysis.word(frame.cue)]
        }
        for name in result.via { resolver.remember(outlet: name) }
        if let speaker = result.speaker, frame.manner != .rumour {
            resolver.remember(speaker, office: result.office, isPlural: result.isPlural, at: frame.cue)
        }
        if result.speaker != nil || !result.via.isEmpty { said.append(result) }
    }

    private func append(_ names: [String], to via: inout [String]) {
        for name in names where !via.contains(name) && name.lowercased() != outlet?.lowercased() { via.append(name) }
    }

    private func isUnknownFirm(_ source: Range<Int>) -> Bool {
        guard let mention = tree.mentions(in: source.prefixRange(12)).last else {
            return source.count <= 4 && source.contains { tree.tokens[$0].pos == "PROPN" }
        }
        let identity = tree.identity(mention)
        return identity.entry == nil && [.company, .brand, .model].contains(identity.type)
    }

    /// "X told one agency, another reported": a statement inside what an outlet reports has that outlet before its
    /// own chain.
    private mutating func nest() {
        var start = 0
        while start < said.count {
            let sentence = tree.sentence[said[start].place]
            var end = start
            while end < said.count, tree.sentence[said[end].place] == sentence { end += 1 }
            let outer = (start..<end).filter { said[$0].speaker == nil && said[$0].frame?.manner != .rumour }.prefix(8)
            for o in outer {
                for i in start..<end where i != o {
                    guard let cue = said[i].cue, said[o].content.contains(where: { $0.contains(cue) }) else { continue }
                    said[i].via = said[o].via + said[i].via.filter { !said[o].via.contains($0) }
                }
            }
            start = end
        }
    }

    /// A speaker's later words came by the chain and on the day of the earlier ones, unless another occasion is told.
    private mutating func inherit() {
        var current: [String: (via: [String], date: CoarseDate?)] = [:]
        var first = current
        for i in said.indices {
            guard let key = said[i].key, let frame = said[i].frame, frame.manner != .rumour else { continue }
            let old = frame.manner == .again ? first[key] : current[key]
            if let old, !frame.hasOccasion, said[i].via.isEmpty, said[i].date == nil || said[i].date == old.date {
                said[i].via = old.via
                said[i].date = old.date
            }
            current[key] = (said[i].via, said[i].date)
            if first[key] == nil { first[key] = current[key] }
        }
    }
}

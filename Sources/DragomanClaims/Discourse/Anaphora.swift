import DragomanLanguage
import DragomanNames

/// Goes through an article from its beginning and finds what firm each pronoun and description stands for, so that later
/// ones can be read from earlier ones.
struct Anaphora: Sendable {
    let tree: Tree
    let sources: Sources

    /// Notes in the focus of `phrases` what pronouns, descriptions and heads of firms stand for.
    func resolve(_ phrases: inout Phrases) {
        let firms = firmsByName()
        guard !firms.isEmpty else { return }
        let firmOfPerson = employers(firms)
        var person: Mention?
        for token in tree.tokens.indices {
            if let mention = tree.mention(token) {
                // "Ann Lee": her firm is spoken of.
                guard mention.tokens.lowerBound == token, mention.tokens != person?.tokens else { continue }
                person = mention
                if let firm = firmOfPerson[mention.identity] { phrases.focus.note(firm, at: token, isPerson: true) }
                continue
            }
            guard stands(token, phrases) else { continue }
            let names = phrases.partyNames(token, speaker: sources.source(at: token)?.speaker)
            guard names.count == 1, let firm = firms[names[0]] else { continue }
            phrases.focus.note(firm, at: token)
        }
    }

    /// Whether the word at `token` can stand for a firm named before: "it", "the maker".
    private func stands(_ token: Int, _ phrases: Phrases) -> Bool {
        if tree.tokens[token].pos == "PRON" {
            return ["it", "its"].contains(tree.tokens[token].norm) && tree.tokens[token].dep != "expl"
        }
        return tree.isNoun(token) && tree.tokens[token].tag != "NNS" && phrases.isDefinite(token)
            && !phrases.classes(token).isDisjoint(with: phrases.firmBit)
    }

    private func firmsByName() -> [String: Int] {
        var found: [String: Int] = [:]
        for (index, identity) in tree.named.identities.enumerated()
        where identity.type == .company && found[identity.name] == nil {
            found[identity.name] = index
        }
        return found
    }

    /// The firm that each person is said to speak for.
    private func employers(_ firms: [String: Int]) -> [Int: Int] {
        var byName: [String: Int] = [:]
        for statement in sources.statements {
            guard let name = statement.speaker?.name, let org = statement.speaker?.org else { continue }
            byName[name] = byName[name] ?? firms[org]
        }
        var found: [Int: Int] = [:]
        guard !byName.isEmpty else { return found }
        for (index, identity) in tree.named.identities.enumerated() where identity.type == .person {
            found[index] = byName[identity.name]
        }
        return found
    }
}

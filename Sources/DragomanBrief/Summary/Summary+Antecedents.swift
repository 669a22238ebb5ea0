internal import DragomanLanguage
public import DragomanNames
internal import DragomanText

extension Summary {
    /// Names for the pronouns "he", "she", "his", "her" and "its" with which sentences of an article begin.
    ///
    /// A person's pronoun stands for the one person named in the nearest of the two sentences before it that names any, or for the one of several
    /// that is the subject there; "its" for the one firm or institution named in the sentence before. Where that does not
    /// settle it, and within quotations, nothing is given.
    public static func antecedents(in named: NamedAnalysis) -> [Antecedent] {
        let analysis = named.analysis
        let tokens = analysis.tokens
        var found: [Antecedent] = []
        for (number, sentence) in analysis.sentences.enumerated() {
            guard let first = sentence.first else { continue }
            let word = String(decoding: analysis.text[tokens[first].range], as: UTF8.self).lowercased()
            let types: Set<NameType>
            switch word {
            case "he", "she", "his", "her": types = [.person]
            case "its": types = [.company, .institution]
            default: continue
            }
            let isPossessive = word == "its" || tokens[first].dep == "poss"
            for back in 1...(word == "its" ? 1 : 2) where number - back >= 0 {
                let earlier = analysis.sentences[number - back]
                let mentions = Self.mentions(in: earlier, of: types, named)
                guard !mentions.isEmpty else { continue }
                if let name = Self.settled(mentions, named) {
                    found.append(Antecedent(range: tokens[first].range, name: name + (isPossessive ? "’s" : "")))
                }
                break
            }
        }
        return found
    }

    private static func mentions(
        in sentence: Range<Int>, of types: Set<NameType>, _ named: NamedAnalysis
    ) -> [Mention] {
        Set(sentence.map { named.mentionOfToken[$0] }.filter { $0 >= 0 }).sorted().map { named.mentions[$0] }
            .filter { !$0.isAdjective && types.contains(named.identities[$0.identity].type) }
    }

    /// The one identity of `mentions`, else the one of them that is a subject; nil where there are several.
    private static func settled(_ mentions: [Mention], _ named: NamedAnalysis) -> String? {
        let all = Set(mentions.map(\.identity))
        if all.count == 1 { return all.first.map { named.identities[$0].name } }
        let subjects = Set(
            mentions.filter { mention in
                mention.tokens.contains { ["nsubj", "nsubjpass"].contains(named.analysis.tokens[$0].dep) }
            }.map(\.identity))
        return subjects.count == 1 ? subjects.first.map { named.identities[$0].name } : nil
    }
}

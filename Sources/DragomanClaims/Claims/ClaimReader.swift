import DragomanLanguage
public import DragomanNames
public import DragomanText

/// Finds the claims of an article: who says what about which undertaking, how far along.
///
/// ```
/// let claims = ClaimReader(pack: pack, knowledge: knowledge)
///     .claims(in: named, statements: statements, published: date, hasHeadline: true)
/// ```
public struct ClaimReader: Sendable {
    let pack: Pack
    let background: Background

    /// - Parameters:
    ///   - pack: rules and tables.
    ///   - knowledge: what is known of names.
    public init(pack: Pack, knowledge: KnowledgeBase) {
        self.pack = pack
        background = Background(
            goodsType: { identity in
                guard let entry = identity.entry.flatMap(knowledge.entry) else { return nil }
                return entry.goods ?? entry.owner.flatMap(knowledge.entry)?.goods
            },
            country: { identity in
                guard let entry = identity.entry.flatMap(knowledge.entry) else { return nil }
                if entry.type == .country { return entry.name }
                return entry.country.flatMap(knowledge.entry)?.name
            },
            maker: { identity in
                guard var entry = identity.entry.flatMap(knowledge.entry) else { return nil }
                for _ in 0..<3 where entry.type != .company {
                    guard let owner = entry.owner.flatMap(knowledge.entry) else { break }
                    entry = owner
                }
                return entry.name
            },
            isCapital: { identity in identity.entry.flatMap(knowledge.entry)?.isCapital ?? false },
            isMaker: { identity in
                guard let entry = identity.entry.flatMap(knowledge.entry) else { return false }
                return entry.type == .company && entry.goods != nil
            })
    }

    /// The claims of an article, in the order of their words.
    ///
    /// - Parameters:
    ///   - named: the analysis with its names; the first block is the headline where `hasHeadline` says so.
    ///   - statements: who says what, from `SpeechReader`.
    ///   - published: the day relative dates count from; nil where it is not known.
    ///   - hasHeadline: whether the first block is a headline.
    public func claims(in named: NamedAnalysis, statements: [Statement], published: CoarseDate?, hasHeadline: Bool)
        -> [Claim]
    {
        let tree = Tree(named)
        let sources = Sources(statements)
        let focus = Focus(tree, background: background)
        var phrases = Phrases(tree: tree, lexicon: pack.lexicon, focus: focus, background: background)
        Anaphora(tree: tree, sources: sources).resolve(&phrases)
        let clauses = ClauseReader(tree: tree, cues: pack.cues)
        let stages = StageReader(tree: tree, clauses: clauses)
        let matcher = Matcher(pack: pack, tree: tree, clauses: clauses, stages: stages, phrases: phrases)
        let values = SlotValues(tree: tree, phrases: phrases, published: published, statements: statements)
        let gapping = Gapping(tree: tree)
        let factuality = FactualityReader(tree)
        var filler = ContextFiller(tree: tree, phrases: phrases)
        let headline = hasHeadline ? named.analysis.blocks.first ?? 0..<0 : 0..<0

        var found: [(draft: Draft, source: Statement?)] = []
        for sentence in named.analysis.sentences
        where sentence.lowerBound >= headline.upperBound && !isQuestion(sentence, tree) {
            var drafts: [Draft] = []
            let block = tree.blockOfToken[sentence.lowerBound]
            for token in sentence {
                let candidates = matcher.candidates(at: token)
                guard !candidates.isEmpty else { continue }
                let clause = clauses.clause(at: token)
                let source = sources.source(at: token)
                var best: [ClaimKind: Draft] = [:]  // One claim of a kind at most from one predicate.
                for number in candidates {
                    guard
                        let draft = matcher.match(
                            number, clause, speaker: source?.speaker, isReported: source?.cue != nil,
                            previous: drafts.last ?? filler.previous(before: token))
                    else { continue }
                    if let other = best[draft.kind], other.filled >= draft.filled { continue }
                    var valued = draft
                    values.fill(&valued)
                    if isComplete(valued) { best[draft.kind] = valued }
                }
                // What a rule of a kind says of the words is more exact than that they carry the claim before on.
                let isStated = best.values.contains {
                    pack.rules[$0.rule].kind != nil && !pack.rules[$0.rule].isFallback
                }
                drafts += ClaimKind.allCases.compactMap { best[$0] }
                    .filter { !isStated || pack.rules[$0.rule].kind != nil }
            }
            drafts = DraftMerging(tree: tree, pack: pack).merged(drafts)
            drafts = drafts.flatMap { [$0] + gapping.further($0) }
            for var draft in drafts {
                let source = source(of: draft, sources)
                turnToFirm(&draft, tree)
                let previous = filler.previous(in: block)
                // An agreement needs a partner: a named one, or that of the claim it goes on from.
                let goesOn =
                    draft.stage == .underway && draft.counterpart.isEmpty && previous?.counterpart.isEmpty == false
                let isParted = draft.actor.count > 1 || filler.names(draft.counterpart) || goesOn
                guard isParted || !pack.rules[draft.rule].isFallback else { continue }
                filler.fill(&draft, speaker: source?.speaker, previous: previous)
                guard !draft.actor.isEmpty || !draft.counterpart.isEmpty || !draft.place.isEmpty else { continue }
                found.append((draft, source))
                filler.history.append(draft)
            }
        }
        let kept = Repetition.withoutRepeats(found)
        return Undertakings.numbered(
            kept.map { draft, source in
                claim(draft, source, factuality, tree: tree)
            })
    }

    /// Whose word a draft is: the innermost statement over it, but a denial is the denier's.
    private func source(of draft: Draft, _ sources: Sources) -> Statement? {
        if draft.stage == .denied, let denial = draft.clause.operators.lazy.compactMap(sources.statement(ofCue:)).first
        {
            return denial
        }
        return sources.source(at: draft.clause.predicate)
    }

    /// Whether a sentence asks: a question says nothing.
    private func isQuestion(_ sentence: Range<Int>, _ tree: Tree) -> Bool {
        let last = sentence.last {
            tree.tokens[$0].pos != "SPACE" && !["''", "``", "-RRB-"].contains(tree.tokens[$0].tag)
        }
        return last.map { tree.tokens[$0].norm == "?" } ?? false
    }

    /// "the ministry is in talks with the maker": of a state and a firm it is the firm that acts.
    private func turnToFirm(_ draft: inout Draft, _ tree: Tree) {
        func are(_ types: Set<NameType>, _ names: [String]) -> Bool {
            !names.isEmpty
                && names.allSatisfy { name in
                    tree.named.identities.contains { $0.name == name && types.contains($0.type) }
                }
        }
        guard draft.kind == .cooperation, are([.institution, .country, .region], draft.actor),
            are([.company, .brand], draft.counterpart)
        else { return }
        swap(&draft.actor, &draft.counterpart)
    }

    /// Whether the draft has the value its rule asks for.
    private func isComplete(_ draft: Draft) -> Bool {
        switch pack.rules[draft.rule].needs {
        case .quantity: draft.quantity != nil
        case .money: draft.money != nil
        case .share: draft.share != nil
        case .place: !draft.place.isEmpty
        case .goods: !draft.goods.isEmpty
        case nil: true
        }
    }

    private func claim(_ draft: Draft, _ source: Statement?, _ factuality: FactualityReader, tree: Tree) -> Claim {
        Claim(
            kind: draft.kind, stage: draft.stage, actor: draft.actor, counterpart: draft.counterpart,
            place: draft.place,
            goods: draft.goods, quantity: draft.quantity, money: draft.money, share: draft.share, date: draft.date,
            said: source?.said, speaker: source?.speaker, via: source?.via ?? [],
            evidence: Evidence(tree: tree).range(of: draft.clause), rule: pack.rules[draft.rule].origin, undertaking: 0,
            factuality: factuality.ofToken[draft.clause.predicate].agreeing(with: draft.stage))
    }
}

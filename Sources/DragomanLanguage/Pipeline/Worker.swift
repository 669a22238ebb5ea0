internal import CLanguage

/// All the mutable state of one thread of analysis: caches, scratch memory and the stages in their order.
///
/// A worker takes blocks in batches of a few hundred tokens, so that the dense layers work on many rows at a time, and gives
/// each block's result to a sink while it stands. Its caches are emptied between batches when they are full.
final class Worker {
    /// Tokens from which on a batch is processed.
    private static let batch = 320
    /// Tokens of a long block that are encoded at one time; even.
    private static let window = 256

    let model: LanguageModel
    let lexicon: Lexicon
    private let tokenizer: Tokenizer
    private let kernels: dl_kernels
    private let sharedCache: VectorCache
    private let ownCache: VectorCache
    private let sharedEncoder: Encoder
    private let ownEncoder: Encoder
    private let parser: ArcParser
    private let parserScorer: Scorer
    private let finder: EntityFinder
    private let entityScorer: Scorer
    private var ruleCache = RuleCache()
    private var lemmas: [UInt64: TextSlice] = [:]
    private var categories: [Int32: Lemmatizer.Category] = [:]

    /// The tokens of the batch.
    private(set) var tokens = Scratch<TokenRecord>(capacity: 1024)
    private var tags = Scratch<Int16>(capacity: 1024)
    private var parserInput = Scratch<Float>(capacity: 1)
    private var entityInput = Scratch<Float>(capacity: 1)
    private var heads = Scratch<Float>(capacity: 1)
    private var outcomes = Scratch<Int32>(capacity: 1024)
    /// The tree, annotations, entities and noun chunks of the block at hand.
    private(set) var tree = Tree()
    private(set) var annotations = Scratch<Annotation>(capacity: 1024)
    private(set) var entities: [(first: Int, end: Int, label: Int)] = []
    private(set) var chunks: [(first: Int, end: Int)] = []

    /// - Parameter words: number of words whose features and vectors are kept.
    init(model: LanguageModel, kernels: dl_kernels, words: Int) {
        self.model = model
        self.kernels = kernels
        lexicon = Lexicon(limit: words)
        tokenizer = Tokenizer(model: model, lexicon: lexicon, limit: words)
        sharedCache = VectorCache(model.shared, kernels: kernels, expected: 2 * words + 4_096)
        ownCache = VectorCache(model.own, kernels: kernels, expected: words + 4_096)
        sharedEncoder = Encoder(model.shared, kernels: kernels)
        ownEncoder = Encoder(model.own, kernels: kernels)
        parserScorer = Scorer(model.parserScorer, kernels: kernels)
        parser = ArcParser(model: model, scorer: parserScorer)
        entityScorer = Scorer(model.entityScorer, kernels: kernels)
        finder = EntityFinder(model: model, scorer: entityScorer)
    }

    /// Analyzes blocks, each a document of its own.
    ///
    /// - Parameters:
    ///   - count: number of blocks.
    ///   - block: the bytes of a block; they need to stand until its result is taken.
    ///   - sink: takes the number of a block and its first token in `tokens`; `tree`, `annotations`, `entities` and
    ///     `chunks` hold its results, counted from 0.
    func analyze(_ count: Int, block: (Int) -> UnsafeBufferPointer<UInt8>, sink: (Int, Int) -> Void) {
        var next = 0
        while next < count {
            if lexicon.isFull || tokenizer.isFull || lemmas.count > 1 << 15 { forget() }
            let first = next
            var bounds = [0]
            tokens.count = 0
            while next < count, tokens.count < Self.batch {
                tokenizer.tokenize(block(next), into: &tokens)
                bounds.append(tokens.count)
                next += 1
            }
            process(bounds)
            for i in first..<next {
                let range = bounds[i - first]..<bounds[i - first + 1]
                finish(range)
                sink(i, range.lowerBound)
            }
        }
        trim()
    }

    private func forget() {
        lexicon.removeAll()
        tokenizer.removeAll()
        sharedCache.removeAll()
        ownCache.removeAll()
        lemmas.removeAll(keepingCapacity: true)
        model.releasePages()
    }

    /// Gives back what an unusually long block has taken.
    private func trim() {
        guard tokens.capacity > 1 << 14 else { return }
        tokens.shrink(to: 1 << 12)
        tags.shrink(to: 1 << 12)
        outcomes.shrink(to: 1 << 12)
        annotations.shrink(to: 1 << 12)
        parserInput.shrink(to: 1 << 12)
        entityInput.shrink(to: 1 << 12)
        tree = Tree()
    }

    // MARK: Dense stages, for the whole batch

    private func process(_ bounds: [Int]) {
        embed()
        let count = tokens.count
        tags.reserve(count)
        parserInput.reserve(count * 64)
        entityInput.reserve(count * 64)
        var group: [Segment] = []
        var size = 0
        func flush() {
            guard !group.isEmpty else { return }
            encode(group)
            group.removeAll(keepingCapacity: true)
            size = 0
        }
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            for from in stride(from: 0, to: end - start, by: Self.window) {
                let wanted = from..<min(from + Self.window, end - start)
                group.append(Segment(base: start, length: end - start, wanted: wanted))
                size += wanted.count + Encoder.margin
                if size >= Self.window { flush() }
            }
        }
        flush()
        parserScorer.begin(parserInput.base, stride: 64, count: count)
        entityScorer.begin(entityInput.base, stride: 64, count: count)
    }

    /// Makes sure that the mixer's output of every token stands in the caches.
    private func embed() {
        let lexemes = lexicon.lexemes.base
        for i in 0..<tokens.count {
            let token = tokens[i]
            let lexeme = lexemes + Int(token.lexeme)
            if token.spaced {
                if lexeme.pointee.spaced < 0 { lexeme.pointee.spaced = sharedCache.add(lexeme.pointee, spaced: true) }
            } else if lexeme.pointee.plain < 0 {
                lexeme.pointee.plain = sharedCache.add(lexeme.pointee, spaced: false)
            }
            if lexeme.pointee.entity < 0 { lexeme.pointee.entity = ownCache.add(lexeme.pointee, spaced: false) }
        }
        sharedCache.flush()
        ownCache.flush()
    }

    private func encode(_ segments: [Segment]) {
        let lexemes = lexicon.lexemes.base
        let tokens = tokens.base
        sharedEncoder.encode(segments) { i in
            let lexeme = lexemes + Int(tokens[i].lexeme)
            return sharedCache.vector(tokens[i].spaced ? lexeme.pointee.spaced : lexeme.pointee.plain)
        } output: { segment, vectors in
            let layer = model.tagAndParserInput.columns
            let count = segment.wanted.count
            heads.reserve(count * layer)
            model.tagAndParserInput.apply(vectors, stride: 96, count: count, kernels: kernels, out: heads.base)
            for k in 0..<count {
                let row = heads.base + k * layer
                let token = segment.base + segment.wanted.lowerBound + k
                tags[token] =
                    model.tagOfColumn[min(kernels.argmax(row, model.tagMask.base, 64), model.tagOfColumn.count - 1)]
                (parserInput.base + token * 64).update(from: row + 64, count: 64)
            }
        }
        ownEncoder.encode(segments) { i in
            ownCache.vector(lexemes[Int(tokens[i].lexeme)].entity)
        } output: { segment, vectors in
            let layer = model.entityInput.columns
            let count = segment.wanted.count
            heads.reserve(count * layer)
            model.entityInput.apply(vectors, stride: 96, count: count, kernels: kernels, out: heads.base)
            for k in 0..<count {
                let token = segment.base + segment.wanted.lowerBound + k
                (entityInput.base + token * 64).update(from: heads.base + k * layer, count: 64)
            }
        }
    }

    // MARK: Stages of one block

    private func isSpace(_ token: Int) -> Bool { lexicon.lexemes[Int(tokens[token].lexeme)].isSpace }

    private func finish(_ range: Range<Int>) {
        let base = range.lowerBound
        let count = range.count
        tree.reset(count)
        annotations.reserve(count)
        entities.removeAll(keepingCapacity: true)
        chunks.removeAll(keepingCapacity: true)
        parser.parse(base: base, count: count, into: &tree)
        parser.deprojectivize(&tree) { isSpace(base + $0) }
        applyRules(base, count)
        for i in 0..<count where annotations[i].ruleLemma == 0 {
            annotations[i].lemma = lemma(base + i, annotations[i])
        }
        finder.find(base: base, count: count, tree: tree) {
            isSpace(base + $0)
        } found: { first, end, label in
            entities.append((first, end, label))
            for i in first..<end { annotations[i].entity = Int16(truncatingIfNeeded: label * 2 + (i == first ? 1 : 0)) }
        }
        model.nounChunks.find(tree) {
            Int(annotations[$0].part)
        } found: {
            chunks.append(($0, $1))
        }
    }

    private func applyRules(_ base: Int, _ count: Int) {
        outcomes.reserve(count)
        for i in 0..<count {
            let lexeme = lexicon.lexemes[Int(tokens[base + i].lexeme)]
            outcomes[i] = Int32(
                ruleCache.place(
                    tag: Int(tags[base + i]), word: Int(lexeme.ruleWord), label: Int(tree.labels[i]),
                    isSpace: lexeme.isSpace,
                    ruler: model.ruler))
        }
        for i in 0..<count {
            let outcome = ruleCache[Int(outcomes[i])]
            var hits: [Int] = []
            if i + 1 < count, outcome.first != 0 {
                hits += pairRules(outcome.first & ruleCache[Int(outcomes[i + 1])].second, target: 0)
            }
            if i > 0, outcome.second != 0 {
                hits += pairRules(ruleCache[Int(outcomes[i - 1])].first & outcome.second, target: 1)
            }
            var change = outcome.change
            if !hits.isEmpty {
                change = AttributeRuler.Change()
                for rule in (outcome.rules + hits).sorted() { change.apply(model.ruler.changes[rule]) }
            }
            var annotation = Annotation()
            annotation.tag = change.tag.map { Int16($0) } ?? tags[base + i]
            annotation.part = Int16(change.pos ?? 0)
            annotation.morph = Int16(change.morph ?? 0)
            annotation.ruleLemma = Int16(change.lemma ?? 0)
            annotations[i] = annotation
            if let label = change.label { tree.labels[i] = Int16(label) }
        }
    }

    private func pairRules(_ bits: UInt64, target: Int) -> [Int] {
        guard bits != 0 else { return [] }
        return model.ruler.pairs.enumerated().filter {
            bits >> UInt64($0.offset) & 1 == 1 && $0.element.target == target
        }
        .map(\.element.rule)
    }

    private func lemma(_ token: Int, _ annotation: Annotation) -> TextSlice {
        let number = tokens[token].lexeme
        let labels = Int32(annotation.part) << 16 | Int32(annotation.morph)
        let key = UInt64(UInt32(bitPattern: number)) << 32 | UInt64(UInt32(bitPattern: labels))
        if let known = lemmas[key] { return known }
        let lexeme = lexicon.lexemes[Int(number)]
        let category: Lemmatizer.Category
        if let known = categories[labels] {
            category = known
        } else {
            category = Lemmatizer.Category(
                part: model.labels.parts.names[Int(annotation.part)],
                morph: model.labels.morphs.names[Int(annotation.morph)])
            categories[labels] = category
        }
        let form = model.lemmatizer.lemma(Array(lexicon.bytes(lexeme.lower)), category, isAlphabetic: isAlphabetic)
        let slice = form.map { $0.withUnsafeBufferPointer { lexicon.store($0) } } ?? lexeme.text
        lemmas[key] = slice
        return slice
    }

    private func isAlphabetic(_ form: [UInt8]) -> Bool {
        form.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            var at = 0
            while at < bytes.count {
                let (scalar, size) = Scalars.decode(base, at, bytes.count)
                guard model.rules.table[scalar].contains(.alpha) else { return false }
                at += size
            }
            return true
        }
    }
}

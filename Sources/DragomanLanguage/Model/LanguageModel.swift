internal import CLanguage
internal import Foundation

/// A loaded model: everything that is read from the model folder. Never changes, shared by all workers.
final class LanguageModel: @unchecked Sendable {
    // Unchecked: all storage is filled in `init` and only read afterwards.
    let rules: AffixRules
    let cases: SpecialCases
    /// Norms of words by their ids.
    let norms: [UInt64: [UInt8]]
    let labels: Labels
    let ruler: AttributeRuler
    let lemmatizer: Lemmatizer
    let nounChunks: NounChunkRules
    /// The encoder of tagger and parser, and that of entities.
    let shared: EncoderWeights
    let own: EncoderWeights
    /// Shared vectors to tags (columns 0 to 49) and to the parser's input (columns 64 to 127).
    let tagAndParserInput: DenseLayer
    /// Entity vectors to the recognizer's input (columns 0 to 63).
    let entityInput: DenseLayer
    /// Tag number of each column, and minus infinity beyond the last one.
    let tagOfColumn: [Int16]
    let tagMask: Scratch<Float>

    let parserMoves: Moves
    let parserScorer: ScorerWeights
    /// Action and label number of each class.
    let parserActions: [Int]
    let parserLabels: [Int16]
    /// For each set of valid actions (a bit each) the mask of classes.
    let parserMasks: Scratch<Float>
    let rootLabel: Int16
    /// For a label "A||B" the numbers of A and of B.
    let liftedLabels: [(plain: Int, sought: Int)?]

    let entityScorer: ScorerWeights
    let entityMoves: [EntityMove]
    /// Masks of a token that may not and that may open an entity of several tokens.
    let entityMasks: Scratch<Float>
    /// Columns of Inside and Last by entity type.
    let insideColumn: [Int]
    let lastColumn: [Int]

    /// Reads a model folder.
    ///
    /// - Throws: `DragomanError` L001 (missing), L002 (damaged), L003 (another model).
    init(folder: String) throws {
        try Self.checkVersion(folder)
        var labels = Labels()
        rules = try Self.readRules(folder)
        cases = try Self.readCases(folder, rules: rules)
        norms = try Self.readNorms(folder)
        let tok2vec = try ThincModel(folder: folder, name: "tok2vec/model")
        let tagger = try ThincModel(folder: folder, name: "tagger/model")
        let parser = try ThincModel(folder: folder, name: "parser/model")
        let ner = try ThincModel(folder: folder, name: "ner/model")
        shared = try EncoderWeights(tok2vec, rows: [5000, 1000, 2500, 2500, 50, 50])
        own = try EncoderWeights(ner, rows: [5000, 1000, 2500, 2500])

        let tags = try Self.readTags(folder)
        tagOfColumn = tags.map { Int16(labels.tags.add($0)) }
        let mask = Scratch<Float>(capacity: 64)
        for i in 0..<64 { mask.base[i] = i < tags.count ? 0 : -.infinity }
        tagMask = mask
        var heads = DenseLayer(inputs: 96, outputs: 128)
        var entityHead = DenseLayer(inputs: 96, outputs: 64)
        let softmax = tagger.all("softmax").first
        heads.fill(
            try tagger.pointer(softmax, "W", shape: [tags.count, 96]),
            try tagger.pointer(softmax, "b", shape: [tags.count]),
            outputs: tags.count, column: 0)
        for (model, isParser) in [(parser, true), (ner, false)] {
            let linear = model.all("linear").first { $0.parameters["W"]?.shape == [64, 96] }
            let w = try model.pointer(linear, "W", shape: [64, 96])
            let b = try model.pointer(linear, "b", shape: [64])
            if isParser {
                heads.fill(w, b, outputs: 64, column: 64)
            } else {
                entityHead.fill(w, b, outputs: 64, column: 0)
            }
        }
        tagAndParserInput = heads
        entityInput = entityHead

        let moves = try Moves(folder: folder, name: "parser/moves")
        parserMoves = moves
        parserScorer = try ScorerWeights(parser, slots: 8, classes: moves.classes.count)
        guard moves.classes.allSatisfy({ 0...4 ~= $0.action }), (0...1).allSatisfy({ moves.range($0)?.count == 1 })
        else {
            throw LanguageError.unsupported("the parser has other actions")
        }
        parserActions = moves.classes.map(\.action)
        parserLabels = moves.classes.map { Int16(labels.deps.add($0.label)) }
        rootLabel = Int16(labels.deps.add("ROOT"))
        let columns = parserScorer.columns
        let masks = Scratch<Float>(capacity: 32 * columns)
        for valid in 0..<32 {
            for i in 0..<columns {
                let open = i < moves.classes.count && valid >> moves.classes[i].action & 1 == 1
                masks.base[valid * columns + i] = open ? 0 : -.infinity
            }
        }
        parserMasks = masks

        let entityClasses = try Moves(folder: folder, name: "ner/moves").classes.filter { $0.action != 0 }
        entityScorer = try ScorerWeights(ner, slots: 3, classes: entityClasses.count)
        entityMoves = entityClasses.map { EntityMove(action: $0.action, label: labels.entities.add($0.label)) }
        let types = labels.entities.names.count
        var inside = [Int](repeating: -1, count: types)
        var last = inside
        for (i, move) in entityMoves.enumerated() {
            if move.action == EntityMove.inside { inside[move.label] = i }
            if move.action == EntityMove.last { last[move.label] = i }
        }
        guard (1..<types).allSatisfy({ inside[$0] >= 0 && last[$0] >= 0 }) else {
            throw LanguageError.unsupported("the entity recognizer has other actions")
        }
        insideColumn = inside
        lastColumn = last
        let width = entityScorer.columns
        let openings = Scratch<Float>(capacity: 2 * width)
        for (i, goesOn) in [false, true].enumerated() {
            for c in 0..<width {
                var open = false
                if c < entityMoves.count {
                    let move = entityMoves[c]
                    open =
                        move.action == EntityMove.out || (move.action == EntityMove.unit && move.label != 0)
                        || (goesOn && move.action == EntityMove.begin && move.label != 0)
                }
                openings.base[i * width + c] = open ? 0 : -.infinity
            }
        }
        entityMasks = openings

        nounChunks = NounChunkRules(&labels)
        ruler = try Self.readRuler(folder, &labels)
        lemmatizer = try Lemmatizer(folder: folder)
        let names = labels.deps.names
        liftedLabels = names.map { name in
            let parts = name.components(separatedBy: "||")
            return parts.count == 2 ? (labels.deps.add(parts[0]), labels.deps.add(parts[1])) : nil
        }
        self.labels = labels
        releasePages()
    }

    /// Lets go of the pages of the embedding tables that were read so far; those that are needed again come back by
    /// themselves.
    func releasePages() {
        shared.file.release()
        own.file.release()
    }
}

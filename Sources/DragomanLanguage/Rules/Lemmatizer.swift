/// The rule lemmatizer: suffix rules checked against an index of known words, with exceptions (tables of WordNet 3.0).
final class Lemmatizer: @unchecked Sendable {
    // Unchecked: nothing changes after `init`.
    /// The tables of one part of speech.
    private final class Tables {
        var rules: [(old: [UInt8], new: [UInt8])] = []
        var index = ByteMap()
        /// Form to first form and number of forms in `forms`.
        var exceptions = ByteMap()
        var forms: [(first: Int, count: Int)] = []
    }

    private let file: MappedFile
    private var tables: [UInt64: Tables] = [:]
    private var listed: [Range<Int>] = []

    /// - Throws: `DragomanError` L001, L002.
    init(folder: String) throws {
        file = try MappedFile(folder: folder, name: "lemmatizer/lookups/lookups.bin")
        do throws(MessagePackReader.Failure) {
            var reader = MessagePackReader(file.bytes)
            for _ in 0..<(try reader.map()) {
                let table = try reader.string()
                for _ in 0..<(try reader.map()) {
                    let part = try reader.integer()
                    let target = tables[part] ?? Tables()
                    tables[part] = target
                    switch table {
                    case "lemma_rules": try readRules(&reader, target)
                    case "lemma_index": try readIndex(&reader, target)
                    case "lemma_exc": try readExceptions(&reader, target)
                    default: try reader.skip()
                    }
                }
            }
        } catch {
            throw LanguageError.damaged(file.name, "\(error)")
        }
        file.release()
    }

    private func readRules(_ reader: inout MessagePackReader, _ target: Tables) throws(MessagePackReader.Failure) {
        for _ in 0..<(try reader.array()) {
            let at = reader.position
            guard try reader.array() == 2 else { throw .unexpected(at) }
            let old = try reader.data()
            let new = try reader.data()
            target.rules.append((Array(file.bytes[old]), Array(file.bytes[new])))
        }
    }

    private func readIndex(_ reader: inout MessagePackReader, _ target: Tables) throws(MessagePackReader.Failure) {
        let count = try reader.array()
        target.index = ByteMap(expected: count)
        for _ in 0..<count { Self.insert(file, try reader.data(), 1, &target.index) }
    }

    private func readExceptions(_ reader: inout MessagePackReader, _ target: Tables) throws(MessagePackReader.Failure) {
        let count = try reader.map()
        target.exceptions = ByteMap(expected: count)
        for _ in 0..<count {
            let form = try reader.data()
            let forms = try reader.array()
            Self.insert(file, form, target.forms.count, &target.exceptions)
            target.forms.append((listed.count, forms))
            for _ in 0..<forms { listed.append(try reader.data()) }
        }
    }

    private static func insert(_ file: MappedFile, _ range: Range<Int>, _ value: Int, _ map: inout ByteMap) {
        file.bytes[range].withMemoryRebound(to: UInt8.self) { key in
            guard let base = key.baseAddress else { return }
            map.insert(base, key.count, hash: ByteMap.hash(base, key.count), value: value)
        }
    }

    /// What decides how a word is lemmatized.
    struct Category {
        /// The word as it stands, in lower case, is its lemma.
        let isBase: Bool
        /// Keeps its capitals where no table covers the part of speech.
        let isName: Bool
        /// Id of the lower-case name of the part of speech, under which tables stand.
        let part: UInt64
        /// White space or no part of speech.
        let isEmpty: Bool

        /// - Parameters: universal part of speech and features, such as `VERB` and `VerbForm=Inf`.
        init(part: String, morph: String) {
            var features: [Substring: Substring] = [:]
            for feature in morph.split(separator: "|") {
                let pair = feature.split(separator: "=", maxSplits: 1)
                if pair.count == 2 { features[pair[0]] = pair[1] }
            }
            let form = features["VerbForm"]
            isEmpty = part.isEmpty || part == "EOL" || part == "SPACE"
            isName = part == "PROPN"
            self.part = StringIds.id(part.lowercased())
            isBase =
                (part == "NOUN" && features["Number"] == "Sing") || form == "Inf" || form == "None"
                || (part == "VERB" && form == "Fin" && features["Tense"] == "Pres" && features["Number"] == nil)
                || features["Degree"] == "Pos"
        }
    }

    /// The lemma of a word; nil where it is the word itself with its capitals.
    ///
    /// - Parameters:
    ///   - lower: the word in lower case.
    ///   - isAlphabetic: whether a form is all letters.
    func lemma(_ lower: [UInt8], _ category: Category, isAlphabetic: ([UInt8]) -> Bool) -> [UInt8]? {
        if category.isEmpty || category.isBase { return lower }
        guard let tables = tables[category.part] else { return category.isName ? nil : lower }
        var forms: [[UInt8]] = []
        var unknown: [[UInt8]] = []
        for (old, new) in tables.rules where lower.count >= old.count && lower.suffix(old.count).elementsEqual(old) {
            let form = lower.dropLast(old.count) + new
            if form.isEmpty { continue }
            let known = form.withUnsafeBufferPointer { f in f.baseAddress.map { tables.index.find($0, f.count) } ?? -1 }
            if known >= 0 {
                forms.insert(Array(form), at: 0)
            } else if !isAlphabetic(Array(form)) {
                forms.append(Array(form))
            } else {
                unknown.append(Array(form))
            }
        }
        let entry = lower.withUnsafeBufferPointer { f in f.baseAddress.map { tables.exceptions.find($0, f.count) } ?? -1
        }
        if entry >= 0 {
            let (first, count) = tables.forms[entry]
            for range in listed[first..<first + count] {
                let form = Array(file.bytes[range])
                if !forms.contains(form) { forms.insert(form, at: 0) }
            }
        }
        return forms.first ?? unknown.first
    }
}

internal import Foundation

extension LanguageModel {
    private struct Meta: Decodable {
        let lang: String, name: String, version: String
    }

    /// - Throws: L003 where meta.json names another model.
    static func checkVersion(_ folder: String) throws {
        let file = try MappedFile(folder: folder, name: "meta.json")
        guard let meta = try? JSONDecoder().decode(Meta.self, from: Data(file.bytes)) else {
            throw LanguageError.damaged("meta.json", "it is no description of a model")
        }
        guard meta.lang == "en", meta.name.contains("core_web_sm"), meta.version.hasPrefix("3.8.") else {
            throw LanguageError.unsupported("meta.json says \(meta.lang)_\(meta.name) \(meta.version)")
        }
    }

    /// Calls `read` and turns a failure of the MessagePack reader into L002.
    private static func reading<T>(_ name: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let failure as MessagePackReader.Failure {
            throw LanguageError.damaged(name, "\(failure)")
        }
    }

    /// The tokenizer's affix rules.
    static func readRules(_ folder: String) throws -> AffixRules {
        let name = "tokenizer"
        let file = try MappedFile(folder: folder, name: name)
        var patterns: [String: String] = [:]
        try reading(name) {
            var reader = MessagePackReader(file.bytes)
            for _ in 0..<(try reader.map()) {
                let key = try reader.string()
                if ["prefix_search", "suffix_search", "infix_finditer", "url_match"].contains(key) {
                    patterns[key] = try reader.string()
                } else if key == "token_match" {
                    guard try reader.isNil() else {
                        throw LanguageError.unsupported("the tokenizer has a token_match rule")
                    }
                } else {
                    try reader.skip()
                }
            }
        }
        return try AffixRules(
            prefix: patterns["prefix_search"] ?? "", suffix: patterns["suffix_search"] ?? "",
            infix: patterns["infix_finditer"] ?? "", url: patterns["url_match"] ?? "")
    }

    /// The tokenizer's special cases.
    static func readCases(_ folder: String, rules: borrowing AffixRules) throws -> SpecialCases {
        let name = "tokenizer"
        let file = try MappedFile(folder: folder, name: name)
        do {
            var reader = MessagePackReader(file.bytes)
            for _ in 0..<(try reader.map()) {
                if try reader.string() == "exceptions" {
                    var cases = try SpecialCases(&reader)
                    cases.prepareSequences(rules: rules)
                    return cases
                }
                try reader.skip()
            }
        } catch let failure as MessagePackReader.Failure {
            throw LanguageError.damaged(name, "\(failure)")
        }
        throw LanguageError.damaged(name, "it has no exceptions")
    }

    /// Norms by word id: the model's table, and the signs that spaCy's code normalizes where the table has nothing.
    static func readNorms(_ folder: String) throws -> [UInt64: [UInt8]] {
        let name = "vocab/lookups.bin"
        let file = try MappedFile(folder: folder, name: name)
        var norms: [UInt64: [UInt8]] = [:]
        for (text, norm) in ReservedStrings.norms { norms[StringIds.id(text)] = Array(norm.utf8) }
        try reading(name) {
            var reader = MessagePackReader(file.bytes)
            for _ in 0..<(try reader.map()) {
                guard try reader.string() == "lexeme_norm" else {
                    try reader.skip()
                    continue
                }
                for _ in 0..<(try reader.map()) {
                    let id = try reader.integer()
                    norms[id] = Array(file.bytes[try reader.data()])
                }
            }
        }
        return norms
    }

    private struct TaggerConfig: Decodable {
        let labels: [String]
    }

    /// The tags in the order of the tagger's columns; at most 64.
    static func readTags(_ folder: String) throws -> [String] {
        let file = try MappedFile(folder: folder, name: "tagger/cfg")
        guard let config = try? JSONDecoder().decode(TaggerConfig.self, from: Data(file.bytes)) else {
            throw LanguageError.damaged("tagger/cfg", "it names no labels")
        }
        guard (1...64).contains(config.labels.count) else {
            throw LanguageError.unsupported("the tagger has \(config.labels.count) labels")
        }
        return config.labels
    }

    /// The attribute ruler's patterns.
    static func readRuler(_ folder: String, _ labels: inout Labels) throws -> AttributeRuler {
        let name = "attribute_ruler/patterns"
        let file = try MappedFile(folder: folder, name: name)
        var reader = MessagePackReader(file.bytes)
        do {
            return try AttributeRuler(&reader, labels: &labels)
        } catch let failure as MessagePackReader.Failure {
            throw LanguageError.damaged(name, "\(failure)")
        }
    }
}

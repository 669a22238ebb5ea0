internal import DragomanClaims
internal import DragomanText
internal import Foundation

/// How a claim's fields are written into columns and read back.
enum StoredClaim {
    /// The columns of a claim, in the order of `values` and `init`.
    static let columns = """
        kind, stage, actor, counterpart, place, goods, quantity, money, share, date, said, speaker, via, \
        evidence_start, evidence_end, rule, undertaking, factuality
        """

    /// The values of `columns`.
    static func values(of claim: Claim) throws -> [StoredValue] {
        [
            .text(claim.kind.rawValue), .text(claim.stage.rawValue), .text(try json(claim.actor)),
            .text(try json(claim.counterpart)), .text(try json(claim.place)), .text(try json(claim.goods)),
            .init(try claim.quantity.map(json)), .init(try claim.money.map(json)), .init(claim.share),
            .init(claim.date?.description), .init(claim.said?.description), .init(try claim.speaker.map(json)),
            .text(try json(claim.via)), .integer(claim.evidence.lowerBound), .integer(claim.evidence.upperBound),
            .text(claim.rule), .integer(claim.undertaking), .text(claim.factuality.line),
        ]
    }

    /// The fields that make a claim this claim and no other of its article, as text.
    static func identifyingFields(of claim: Claim) throws -> [String] {
        try values(of: claim).dropLast(3).map { value in
            switch value {
            case .null: "-"
            case .integer(let number): "\(number)"
            case .text(let text): "=" + text
            case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    /// The claim in the columns from `first` on of the current row; nil where they do not hold one.
    static func claim(in row: Statement, from first: Int32) -> Claim? {
        func list<Value: Decodable>(_ column: Int32) -> [Value]? { value([Value].self, row.text(first + column)) }
        func optional<Value: Decodable>(_ type: Value.Type, _ column: Int32) -> Value? {
            row.optionalText(first + column).flatMap { value(type, $0) }
        }
        func date(_ column: Int32) -> CoarseDate? { row.optionalText(first + column).flatMap(CoarseDate.init(iso:)) }
        let start = row.integer(first + 13)
        let end = row.integer(first + 14)
        guard let kind = ClaimKind(rawValue: row.text(first)), let stage = Stage(rawValue: row.text(first + 1)),
            let actor: [String] = list(2), let counterpart: [String] = list(3), let place: [String] = list(4),
            let goods: [Goods] = list(5), let via: [String] = list(12), start >= 0, start <= end
        else { return nil }
        return Claim(
            kind: kind, stage: stage, actor: actor, counterpart: counterpart, place: place, goods: goods,
            quantity: optional(Quantity.self, 6), money: optional(Money.self, 7), share: row.optionalText(first + 8),
            date: date(9), said: date(10), speaker: optional(Speaker.self, 11), via: via, evidence: start..<end,
            rule: row.text(first + 15), undertaking: row.integer(first + 16),
            factuality: row.optionalText(first + 17).flatMap(Factuality.init(line:)) ?? Factuality())
    }

    /// `value` as JSON with sorted keys.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The value written as JSON; nil where the text is none.
    private static func value<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

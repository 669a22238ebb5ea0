/// Writes JSON as UTF-8, straight into one buffer, with keys in the order they are given.
///
/// ```
/// var json = JSONWriter()
/// json.object { $0.field("title", "Saipa"); $0.field("claims") { $0.array { $0.value(1) } } }
/// ```
/// gives `{"title":"Saipa","claims":[1]}`.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let pretty: Bool
    private var depth = 0
    private var needsComma = false
    private var afterKey = false

    /// - Parameter pretty: whether each value has a line of its own, indented by two spaces a level.
    init(pretty: Bool = false) {
        self.pretty = pretty
    }

    mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows { try container("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows { try container("[", "]", body) }

    mutating func value(_ text: String?) {
        guard let text else { return literal("null") }
        separate()
        quote(text.utf8)
    }

    mutating func value(_ number: Int?) { literal(number.map { "\($0)" } ?? "null") }
    mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

    /// Whole numbers are written without a fraction; what is not finite as null.
    mutating func value(_ number: Double?) {
        guard let number, number.isFinite else { return literal("null") }
        literal(Int(exactly: number).map { "\($0)" } ?? "\(number)")
    }

    mutating func field(_ key: String, _ text: String?) {
        name(key)
        value(text)
    }
    mutating func field(_ key: String, _ number: Int?) {
        name(key)
        value(number)
    }
    mutating func field(_ key: String, _ number: Double?) {
        name(key)
        value(number)
    }
    mutating func field(_ key: String, _ flag: Bool) {
        name(key)
        value(flag)
    }
    mutating func field(_ key: String, _ texts: [String]) {
        name(key)
        array { json in for text in texts { json.value(text) } }
    }
    /// A field whose value `body` writes: just one.
    mutating func field(_ key: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
        name(key)
        try body(&self)
    }

    /// Ends a document or a line.
    mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    /// Takes what was written so far out of the writer.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func name(_ key: String) {
        separate()
        quote(key.utf8)
        bytes.append(0x3A)
        if pretty { bytes.append(0x20) }
        afterKey = true
    }

    private mutating func container(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        bytes.append(UInt8(ascii: open))
        depth += 1
        needsComma = false
        try body(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes += text.utf8
    }

    /// What stands between the value before and the next one.
    private mutating func separate() {
        if afterKey {
            afterKey = false
        } else {
            if needsComma { bytes.append(0x2C) }
            if depth > 0 { breakLine() }
        }
        needsComma = true
    }

    private mutating func breakLine() {
        guard pretty else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func quote(_ text: String.UTF8View) { JSONText.append(text, to: &bytes) }
}

/// Strings as JSON writes them.
enum JSONText {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Appends `text`, well-formed UTF-8, between quotation marks, escaped where JSON asks for it.
    static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        let plain: Void? = text.withContiguousStorageIfAvailable { buffer in
            if buffer.allSatisfy(isPlain) { bytes += buffer } else { for byte in buffer { escape(byte, to: &bytes) } }
        }
        if plain == nil { for byte in text { escape(byte, to: &bytes) } }
        bytes.append(0x22)
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A: bytes += [0x5C, 0x6E]
        case 0x09: bytes += [0x5C, 0x74]
        case 0x0D: bytes += [0x5C, 0x72]
        case 0..<0x20, 0x7F: bytes += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }
}

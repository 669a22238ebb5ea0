internal import DragomanBrief

/// A piece of a page. Only the functions of this file make one, and they escape all text: what articles hold cannot become markup.
struct Markup: Sendable {
    fileprivate var html: String

    fileprivate init(html: String) { self.html = html }

    /// The whole page, for a root element.
    var document: String { "<!DOCTYPE html>\n" + html + "\n" }

    /// Nothing.
    static let none = Markup(html: "")

    /// Text, made harmless; runs of white space become one space, at the ends too.
    static func text(_ text: String) -> Markup {
        let inner = SafeText.markup(text)
        func space(_ scalar: Unicode.Scalar?) -> String { scalar?.properties.isWhitespace == true ? " " : "" }
        guard !inner.isEmpty else { return Markup(html: space(text.unicodeScalars.first)) }
        return Markup(html: space(text.unicodeScalars.first) + inner + space(text.unicodeScalars.last))
    }

    /// An element with what stands in it. Names of elements and attributes are literals of the program, never text.
    static func element(
        _ name: StaticString, _ attributes: [Attribute] = [], @MarkupBuilder _ children: () -> Markup = { .none }
    ) -> Markup {
        var html = "<\(name)"
        for attribute in attributes { html += attribute.html }
        html += ">"
        switch "\(name)" {
        case "meta", "link", "input", "br", "hr": return Markup(html: html)
        default: return Markup(html: html + children().html + "</\(name)>")
        }
    }

    /// One after the other.
    static func + (one: Markup, other: Markup) -> Markup { Markup(html: one.html + other.html) }
}

/// One attribute of an element.
struct Attribute: Sendable {
    fileprivate var html: String

    private init(_ name: StaticString, _ value: String) {
        html = " \(name)=\"\(SafeText.markup(value))\""
    }

    static func `class`(_ value: StaticString) -> Attribute { Attribute("class", "\(value)") }
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    static func title(_ value: String) -> Attribute { Attribute("title", value) }
    static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
    /// The direction of reading, from the text itself.
    static let dirAuto = Attribute("dir", "auto")
    /// An attribute whose name and value the program knows.
    static func fixed(_ name: StaticString, _ value: StaticString) -> Attribute { Attribute(name, "\(value)") }
    /// A value of a form's field.
    static func value(_ value: String) -> Attribute { Attribute("value", value) }
    static func label(_ value: String) -> Attribute { Attribute("aria-label", value) }
    /// A mark without a value, such as `selected`.
    static func flag(_ name: StaticString) -> Attribute { Attribute(name, "") }

    /// A link to a page of this site.
    static func page(_ path: WebPath) -> Attribute { Attribute("href", path.text) }
    /// A link to the web, with nothing told to the other side; none where `address` is not http or https.
    static func outside(_ address: String?) -> [Attribute]? {
        guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
        return [Attribute("href", address), Attribute("rel", "noopener noreferrer external")]
    }
    /// Where a form goes.
    static func action(_ path: WebPath) -> Attribute { Attribute("action", path.text) }
}

/// An address within the site: parts and fields are percent-encoded.
struct WebPath: Sendable {
    let text: String

    init(_ parts: [String], query: [(name: String, value: String)] = [], fragment: String? = nil) {
        var text = "/" + parts.map(Self.encoded).joined(separator: "/")
        let fields = query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
        if !fields.isEmpty { text += "?" + fields.joined(separator: "&") }
        if let fragment { text += "#" + Self.encoded(fragment) }
        self.text = text
    }

    init(_ parts: String..., fragment: String? = nil) { self.init(parts, fragment: fragment) }

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return encoded
    }
}

/// Puts pieces of a page one after the other.
@resultBuilder enum MarkupBuilder {
    static func buildExpression(_ markup: Markup) -> Markup { markup }
    static func buildExpression(_ text: String) -> Markup { .text(text) }
    static func buildBlock(_ parts: Markup...) -> Markup { Markup(html: parts.map(\.html).joined()) }
    static func buildOptional(_ part: Markup?) -> Markup { part ?? .none }
    static func buildEither(first part: Markup) -> Markup { part }
    static func buildEither(second part: Markup) -> Markup { part }
    static func buildArray(_ parts: [Markup]) -> Markup { Markup(html: parts.map(\.html).joined()) }
}

/// An address of the site and what answers there.
struct Route: Sendable {
    enum Method: String, Sendable, CaseIterable { case get, post }

    /// A field of the query or of the form.
    struct Field: Sendable {
        let name: String
        let what: String
        init(_ name: String, _ what: String) { (self.name, self.what) = (name, what) }
    }

    let method: Method
    /// The parts of the address; `*` stands for any one.
    let pattern: [String]
    /// The forms there are.
    let twins: [Twin]
    /// What it gives or does, in a line, for the description of the interface.
    let what: String
    let fields: [Field]
    /// Whether its answer follows from the ledger alone, so that it may be kept until the ledger changes.
    let isKept: Bool
    /// The answer; nil where there is nothing of that id.
    let answer: @Sendable (Visit) throws -> WebResponse?

    /// A page to read.
    static func page(
        _ pattern: [String], _ twins: [Twin], _ what: String, fields: [Field] = [], kept: Bool = true,
        _ answer: @escaping @Sendable (Visit) throws -> WebResponse?
    ) -> Route {
        Route(
            method: .get, pattern: pattern, twins: twins, what: what, fields: fields, isKept: kept, answer: answer)
    }

    /// A page to read, which has a JSON twin.
    static func page(
        _ pattern: [String], _ what: String, fields: [Field] = [], kept: Bool = true,
        _ answer: @escaping @Sendable (Visit) throws -> WebResponse?
    ) -> Route {
        page(pattern, [.html, .json], what, fields: fields, kept: kept, answer)
    }

    /// Something that is done; asks for the token.
    static func act(
        _ pattern: [String], _ what: String, fields: [Field],
        _ answer: @escaping @Sendable (Visit) throws -> WebResponse?
    ) -> Route {
        Route(
            method: .post, pattern: pattern, twins: [.html, .json], what: what, fields: fields, isKept: false,
            answer: answer)
    }

    /// The address as people write it: `/deals/{id}.json`.
    func address(_ twin: Twin) -> String {
        var path = "/" + pattern.map { $0 == "*" ? "{id}" : $0 }.joined(separator: "/")
        if pattern.isEmpty { path = twin == .html ? "/" : "/today" }
        return twin == .html ? path : path + "." + twin.rawValue
    }
}

extension Route {
    /// The forms beside the page itself.
    var otherTwins: [Twin] { twins.filter { $0 != .html && $0 != .svg } }
}

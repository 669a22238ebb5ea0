internal import DragomanText

/// An answer of the site.
public struct WebResponse: Sendable {
    public var status: Int
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    init(status: Int = 200, type: String, body: [UInt8], headers: [(name: String, value: String)] = []) {
        self.status = status
        self.headers = [("Content-Type", type)] + headers
        self.body = body
    }

    /// The first header of a name, in the spelling this program uses.
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// A page of ours, whose text only the markup's own functions can have made.
    static func page(_ page: Markup, status: Int = 200) -> WebResponse {
        WebResponse(status: status, type: "text/html; charset=utf-8", body: Array(page.document.utf8))
    }

    /// An answer that stays open, for events.
    static var stream: WebResponse {
        var answer = WebResponse(type: "text/event-stream; charset=utf-8", body: [])
        answer.isStream = true
        return answer
    }

    /// What every answer carries: nothing from elsewhere, nothing inline, no frames, no guessing of types.
    static let safety: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "private, no-cache"),
    ]

    /// Stays open and takes what the server publishes; has no body of its own.
    public var isStream = false

    /// The answer as it goes out: with the headers of `safety` and an ETag, empty where the asker has it already, compressed
    /// where the asker takes that.
    func finished(for request: WebRequest) -> WebResponse {
        let whole = completed
        guard status == 200, !isStream else { return request.takesGzip ? whole.packed ?? whole : whole }
        return (request.takesGzip ? whole.packed ?? whole : whole).unlessKnown(to: request)
    }

    /// With the headers of `safety`, and an ETag of the body where there is one.
    var completed: WebResponse {
        var answer = self
        answer.headers += Self.safety
        if status == 200, !isStream {
            answer.headers += [
                ("ETag", "\"\(SHA256.hex(of: body).prefix(32))\""), ("Vary", "Accept-Encoding"),
            ]
        }
        return answer
    }

    /// The same compressed; nil where that saves nothing.
    var packed: WebResponse? {
        guard let smaller = Gzip.compressed(body) else { return nil }
        var answer = self
        answer.body = smaller
        answer.headers.append(("Content-Encoding", "gzip"))
        return answer
    }

    /// An empty answer where the asker has this one already.
    func unlessKnown(to request: WebRequest) -> WebResponse {
        guard let asked = request.ifNoneMatch, let tag = header("ETag") else { return self }
        let known = asked.split(separator: ",").map { $0.trimmingPrefix(" ").trimmingPrefix("W/") }
        guard known.contains(where: { $0 == tag || $0 == "*" }) else { return self }
        var answer = self
        answer.status = 304
        answer.body = []
        answer.headers.removeAll { $0.name == "Content-Encoding" }
        return answer
    }
}

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

    /// What every answer carries: nothing from elsewhere, nothing inline, no frames, no guessing of types.
    static let safety: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "private, no-cache"),
    ]

    /// The answer as it goes out: with the headers of `safety` and an ETag, empty where the asker has it already or asks for
    /// the head only, compressed where the asker takes that.
    func finished(for request: WebRequest) -> WebResponse {
        var answer = self
        answer.headers += Self.safety
        if status == 200 {
            let tag = "\"\(SHA256.hex(of: body).prefix(32))\""
            answer.headers += [("ETag", tag), ("Vary", "Accept-Encoding")]
            let known =
                request.ifNoneMatch?.split(separator: ",").map { $0.trimmingPrefix(" ").trimmingPrefix("W/") } ?? []
            if known.contains(where: { $0 == tag || $0 == "*" }) {
                answer.status = 304
                answer.body = []
                return answer
            }
        }
        let takesGzip = request.acceptEncoding?.split(separator: ",").contains {
            $0.trimmingPrefix(" ").hasPrefix("gzip") && !$0.contains("q=0")
        }
        if takesGzip == true, let smaller = Gzip.compressed(body) {
            answer.body = smaller
            answer.headers.append(("Content-Encoding", "gzip"))
        }
        return answer
    }
}

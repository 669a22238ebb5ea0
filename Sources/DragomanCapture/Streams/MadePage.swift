/// A page made of what a feed or a mail gives apart: title, people, outlet, time, text.
///
/// What is known of the text stands in the page's head as outlets' pages have it, so that the capture alone is enough to
/// read the article again.
struct MadePage {
    var title: String?
    var address: String?
    var authors: [String] = []
    var outlet: String?
    var published: FeedTime?
    var modified: FeedTime?
    var language: String?

    /// The page as UTF-8.
    ///
    /// - Parameters:
    ///   - body: HTML.
    ///   - isWhole: whether the body is a document with its own elements around the text, as newsletters are.
    func document(body: String, isWhole: Bool) -> [UInt8] {
        var lines = ["<!DOCTYPE html>", "<html\(attribute("lang", language))>", "<head>", "<meta charset=\"utf-8\">"]
        if let title { lines.append("<title>\(HTMLText.escaped(title))</title>") }
        lines += property("og:title", title)
        lines += property("og:site_name", outlet)
        lines += property("article:published_time", published?.description)
        lines += property("article:modified_time", modified?.description)
        lines += authors.map { "<meta name=\"author\"\(attribute("content", $0))>" }
        if let address { lines.append("<link rel=\"canonical\"\(attribute("href", address))>") }
        lines += ["</head>", "<body>"]
        let heading = title.map { "<h1>\(HTMLText.escaped($0))</h1>\n" } ?? ""
        lines.append(isWhole ? body : "<article>\n\(heading)\(body)\n</article>")
        lines += ["</body>", "</html>", ""]
        return Array(lines.joined(separator: "\n").utf8)
    }

    private func property(_ name: String, _ content: String?) -> [String] {
        content.map { ["<meta property=\"\(name)\"\(attribute("content", $0))>"] } ?? []
    }

    private func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\(HTMLText.escaped($0))\"" } ?? ""
    }
}

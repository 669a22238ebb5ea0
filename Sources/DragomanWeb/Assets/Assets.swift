internal import DragomanDraw

/// The style sheet, the script and the sign; all there is beside the pages.
enum Assets {
    static let style = WebResponse(
        type: "text/css; charset=utf-8", body: Array((StyleSheet.text + Picture.styleSheet).utf8))
    static let script = WebResponse(type: "text/javascript; charset=utf-8", body: Array(Script.text.utf8))
    static let icon = WebResponse(type: "image/svg+xml", body: Array(sign.utf8))

    /// Whether a path is one of these, which hold nothing of the ledger.
    static func isOpen(_ path: [String]) -> Bool {
        path.count == 1 && ["style.css", "script.js", "icon.svg"].contains(path[0])
    }

    private static let sign = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1a4f8b"/>\
        <path d="M9 7v18h5c6 0 10-3.500 10-9s-4-9-10-9z" fill="none" stroke="#fff" stroke-width="3"/></svg>
        """
}

public import DragomanBrief

/// A picture of an answer, as SVG, with the table that says the same in words.
///
/// ```
/// let picture = Timeline(of: ledger).picture(width: 720)
/// page += picture.inline(id: "timeline")   // with Picture.styleSheet in the page's style sheet
/// try Data(picture.svg.utf8).write(to: file)
/// ```
/// It is drawn for light and for dark paper, holds no script and nothing from elsewhere, and all its text is escaped. Names it has no
/// room for are cut with an ellipsis and stand whole in the element's `title` and in the table.
public struct Picture: Sendable, Equatable {
    /// What is shown, and what of it is not, for those who do not see it.
    public let title: String
    public let description: String
    /// In pixels of CSS.
    public let width: Double
    public let height: Double
    /// The same in words.
    public let table: Table
    private let shapes: String

    init(_ table: Table, description: String, width: Double, height: Double, _ canvas: Canvas) {
        title = table.title
        self.description = ([description] + [table.note].compactMap { $0.map { $0 + "." } }).joined(separator: " ")
        self.width = width
        self.height = height
        self.table = table
        shapes = canvas.shapes
    }

    /// The narrowest and the widest a picture is drawn, in pixels.
    public static let widths = 320.0...2400.0

    static func width(_ wanted: Double) -> Double {
        wanted.isFinite ? min(max(wanted, widths.lowerBound), widths.upperBound) : 720
    }

    /// The picture as a file of its own: with its style sheet, on its own paper.
    public var svg: String {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        var canvas = Canvas()
        canvas.box(0, 0, width, height, .paper)
        return head + element(id: "picture", style: "<style>\n\(Self.styleSheet)</style>\n" + canvas.shapes) + "\n"
    }

    /// The picture as an element of a page, which takes its paper from the page.
    ///
    /// - Parameter id: tells it from other pictures of the page: letters, digits and hyphens; others are left out.
    public func inline(id: String) -> String {
        element(id: id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }, style: "")
    }

    private func element(id: String, style: String) -> String {
        let (w, h) = (Canvas.number(width), Canvas.number(height))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="picture" width="\(w)" height="\(h)" viewBox="0 0 \(w) \(h)" role="img" aria-labelledby="\(id)-title \(id)-desc" font-size="13" font-family="system-ui, Noto Sans, DejaVu Sans, sans-serif">
            <title id="\(id)-title">\(Canvas.escaped(title))</title>
            <desc id="\(id)-desc">\(Canvas.escaped(description))</desc>
            \(style)\(shapes)</svg>
            """
    }
}

internal import DragomanBrief

/// Shapes in the order they are drawn. Only its functions write markup, and they escape all text.
struct Canvas {
    private(set) var shapes = ""

    /// Where text begins, ends or has its middle.
    enum Anchor: String {
        case start, middle, end
    }

    /// A text on one line, whose left end, middle or right end is at `x` and whose foot is at `y`.
    mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ ink: Ink = .ink, anchor: Anchor = .start, isBold: Bool = false
    ) {
        shapes += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" \(Self.fill(ink, isBold: isBold))"
        if anchor != .start { shapes += " text-anchor=\"\(anchor.rawValue)\"" }
        shapes += ">\(Self.escaped(text))</text>\n"
    }

    /// A rectangle; `tip` is what is told of it when one points at it.
    mutating func box(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink, radius: Double = 0,
        outline: Ink? = nil, opacity: Double = 1, tip: String? = nil
    ) {
        shapes += "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        shapes += "height=\"\(Self.number(height))\""
        if radius > 0 { shapes += " rx=\"\(Self.number(radius))\"" }
        if opacity < 1 { shapes += " fill-opacity=\"\(Self.number(opacity))\"" }
        shapes += " " + Self.both(ink, outline) + Self.closing("rect", tip)
    }

    /// A dot.
    mutating func dot(_ x: Double, _ y: Double, radius: Double, _ ink: Ink, tip: String? = nil) {
        shapes += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" "
        shapes += Self.both(ink, nil) + Self.closing("circle", tip)
    }

    /// A straight line.
    mutating func line(
        _ x: Double, _ y: Double, to endX: Double, _ endY: Double, _ ink: Ink, width: Double = 1, isDashed: Bool = false
    ) {
        shapes += "<line x1=\"\(Self.number(x))\" y1=\"\(Self.number(y))\" x2=\"\(Self.number(endX))\" "
        shapes += "y2=\"\(Self.number(endY))\" \(Self.stroke(ink)) stroke-width=\"\(Self.number(width))\""
        shapes += (isDashed ? " stroke-dasharray=\"2 4\"" : "") + "/>\n"
    }

    /// A path of cubic curves through `points`: the first, then three for each curve.
    mutating func curve(_ points: [(x: Double, y: Double)], _ ink: Ink, width: Double, tip: String? = nil) {
        guard let first = points.first else { return }
        var path = "M\(Self.number(first.x)) \(Self.number(first.y))C"
        path += points.dropFirst().map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: " ")
        shapes += "<path d=\"\(path)\" fill=\"none\" \(Self.stroke(ink)) stroke-width=\"\(Self.number(width))\""
        shapes += Self.closing("path", tip)
    }

    /// A filled shape: `outline` is written by the caller from numbers alone.
    mutating func shape(_ outline: String, _ ink: Ink, opacity: Double = 1, tip: String? = nil) {
        shapes += "<path d=\"\(outline)\" " + Self.both(ink, nil)
        if opacity < 1 { shapes += " fill-opacity=\"\(Self.number(opacity))\"" }
        shapes += Self.closing("path", tip)
    }

    /// At most two decimals.
    static func number(_ value: Double) -> String {
        let hundredths = (value.isFinite ? value.magnitude * 100 : 0).rounded()
        let whole = Int(min(hundredths, 1e12))
        let rest = whole % 100
        let sign = value < 0 && whole > 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole / 100)" }
        return "\(sign)\(whole / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// Text for markup: escaped, on one line, without anything that acts on its reader.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in SafeText.line(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func closing(_ name: String, _ tip: String?) -> String {
        guard let tip else { return "/>\n" }
        return "><title>\(escaped(tip))</title></\(name)>\n"
    }

    private static func fill(_ ink: Ink, isBold: Bool) -> String {
        "class=\"f-\(ink.rawValue)\(isBold ? " b" : "")\" fill=\"\(ink.colours.light)\""
    }

    private static func stroke(_ ink: Ink) -> String { "class=\"s-\(ink.rawValue)\" stroke=\"\(ink.colours.light)\"" }

    private static func both(_ ink: Ink, _ outline: Ink?) -> String {
        guard let outline else { return "class=\"f-\(ink.rawValue)\" fill=\"\(ink.colours.light)\"" }
        return "class=\"f-\(ink.rawValue) s-\(outline.rawValue)\" fill=\"\(ink.colours.light)\" "
            + "stroke=\"\(outline.colours.light)\""
    }
}

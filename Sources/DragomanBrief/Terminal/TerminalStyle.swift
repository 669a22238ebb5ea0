/// What a page is written for: how wide the terminal is and whether it shows colours.
public struct TerminalStyle: Sendable, Equatable {
    /// Columns; at least 40, and text is set no wider than 100.
    public let width: Int
    /// Whether to use ANSI colours and weights; nothing is said by colour alone.
    public let colour: Bool

    public init(width: Int = 80, colour: Bool = false) {
        self.width = min(max(width, 40), 100)
        self.colour = colour
    }

    enum Ink: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case blue = "34"
        case magenta = "35"
        case cyan = "36"
    }

    /// `text` in `ink`; as it is where there are no colours.
    func paint(_ text: String, _ ink: Ink) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }
}

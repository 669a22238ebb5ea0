internal import DragomanClaims

extension Stage {
    /// A sign that can be told without colour: a circle that fills as things get on; off that path other shapes.
    var sign: String {
        switch self {
        case .considered: "◌"
        case .talks: "○"
        case .planned: "◔"
        case .signed: "◑"
        case .underway: "◕"
        case .done: "●"
        case .stalled: "‖"
        case .ended: "×"
        case .denied: "⊘"
        }
    }

    var ink: TerminalStyle.Ink {
        switch self {
        case .considered, .talks: .cyan
        case .planned: .blue
        case .signed: .magenta
        case .underway, .done: .green
        case .stalled: .yellow
        case .ended, .denied: .red
        }
    }

    /// Sign and word in 13 columns.
    func label(_ style: TerminalStyle) -> String {
        style.paint(Layout.cell("\(sign) \(rawValue)", width: Self.labelWidth), ink)
    }

    /// The columns of `label`.
    static var labelWidth: Int { 13 }
}

internal import DragomanClaims

/// The inks of pictures: a class of the style sheet each, and the colour it has on light paper where there is no style sheet.
enum Ink: String, CaseIterable {
    case ink, dim, line, paper, early, agreed, doing, halted, off, place

    /// What a stage is drawn in; the stage's name always stands beside it.
    static func of(_ stage: Stage) -> Ink {
        switch stage {
        case .considered, .talks: .early
        case .planned, .signed: .agreed
        case .underway, .done: .doing
        case .stalled: .halted
        case .ended, .denied: .off
        }
    }

    /// On light and on dark paper; text inks have a contrast of at least 4.5 to 1 on either.
    var colours: (light: String, dark: String) {
        switch self {
        case .ink: ("#1d1f23", "#e6e4de")
        case .dim: ("#5b6068", "#a0a6b0")
        case .line: ("#dedbd2", "#33373f")
        case .paper: ("#fcfbf8", "#16181c")
        case .early: ("#0f5f6b", "#6fc6d2")
        case .agreed: ("#6b2a86", "#d3a0ea")
        case .doing: ("#1f6330", "#82cf95")
        case .halted: ("#7a4b00", "#e6b35a")
        case .off: ("#96201f", "#f0908e")
        case .place: ("#e9eef6", "#232b38")
        }
    }

    /// How the ink is named in the style sheet.
    var property: String { "--picture-\(rawValue)" }
}

extension Picture {
    /// The style of pictures that are part of a page. A page that allows nothing inline puts it into its style sheet.
    ///
    /// Every colour is a custom property, `--picture-ink` and so on, which a page may set otherwise; dark paper follows
    /// `prefers-color-scheme`.
    public static let styleSheet: String = {
        func properties(_ colour: (Ink) -> String) -> String {
            Ink.allCases.map { "\($0.property):\(colour($0))" }.joined(separator: ";")
        }
        let classes = Ink.allCases.map { ink in
            ".picture .f-\(ink.rawValue){fill:var(\(ink.property))}"
                + ".picture .s-\(ink.rawValue){stroke:var(\(ink.property))}"
        }
        return """
            .picture{\(properties { $0.colours.light });font:13px system-ui,"Noto Sans","DejaVu Sans",sans-serif;max-width:100%;height:auto}
            @media (prefers-color-scheme:dark){.picture{\(properties { $0.colours.dark })}}
            .picture .b{font-weight:600}
            \(classes.joined(separator: "\n"))

            """
    }()
}

import Foundation

/// What is known of the terminal.
enum Terminal {
    /// Columns of the terminal behind standard output or standard error, `COLUMNS` where that is set, else 80.
    static func width(_ environment: [String: String]) -> Int {
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
        var size = winsize()
        for descriptor in [STDOUT_FILENO, STDERR_FILENO]
        where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
            return Int(size.ws_col)
        }
        return 80
    }

    /// Whether a file descriptor is a terminal that understands codes.
    static func isTerminal(_ descriptor: Int32, _ environment: [String: String]) -> Bool {
        isatty(descriptor) == 1 && environment["TERM"] != "dumb"
    }
}

/// When color is used.
enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

/// Whether text is written with terminal codes.
struct Style: Sendable {
    let isOn: Bool

    /// - Parameters:
    ///   - choice: what the command line asks for; `auto` follows `NO_COLOR` and whether there is a terminal.
    init(_ choice: ColorChoice, descriptor: Int32, environment: [String: String]) {
        switch choice {
        case .always: isOn = true
        case .never: isOn = false
        case .auto:
            let refused = !(environment["NO_COLOR"] ?? "").isEmpty
            isOn = !refused && Terminal.isTerminal(descriptor, environment)
        }
    }
}

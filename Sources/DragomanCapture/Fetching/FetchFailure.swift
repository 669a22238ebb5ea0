internal import DragomanText

/// What can go wrong on the way to a page, and what to do about it. Codes begin with W.
enum FetchFailure {
    /// The error of a transfer that did not come to its end.
    static func error(_ response: Transfer.Response, at address: WebAddress, limit: Int) -> DragomanError? {
        let name = address.text
        let reason = response.reason.isEmpty ? "" : ": \(response.reason)"
        switch response.end {
        case .done: return nil
        case .refused: return inside(name)
        case .noHost:
            return DragomanError(
                .failure, "W003", "there is no host \(address.host), so \(name) could not be fetched",
                advice: "Check the spelling of the address, and that this machine is on the network.")
        case .noConnection:
            return DragomanError(
                .failure, "W004", "\(address.host) could not be connected to\(reason)",
                advice: "Is the site up, and the network there? Try again later.")
        case .tls:
            return DragomanError(
                .failure, "W005", "the secure connection to \(address.host) failed\(reason)",
                advice:
                    "Its certificate cannot be trusted. Save the page in a browser and give the file, if you trust it.")
        case .timeout:
            return DragomanError(
                .failure, "W006", "\(name) did not answer in time", advice: "Try again later, or save it in a browser.")
        case .tooLarge: return tooLarge(name, limit: limit)
        case .coding:
            return DragomanError(
                .badInput, "W008", "\(name) came in a compression that was not asked for",
                advice: "Save the page in a browser and give the file.")
        case .media:
            return DragomanError(
                .badInput, "W009", "\(name) is a picture, sound, film or font, not a page",
                advice: "Give the address of an article or a feed.")
        case .broken:
            return DragomanError(
                .failure, "W010", "the answer for \(name) is broken\(reason)", advice: "Try again later.")
        case .noMemory:
            return DragomanError(.failure, "W011", "there is no memory left to fetch \(name)")
        }
    }

    static func notAnAddress(_ text: String) -> DragomanError {
        DragomanError(
            .badInput, "W001", "\(text) is not an address that can be fetched",
            advice: "Give one that begins with http:// or https://, without a user name in it.")
    }

    static func inside(_ name: String) -> DragomanError {
        DragomanError(
            .badInput, "W002", "\(name) leads to this machine or its own network, so nothing was sent",
            advice: "Only public addresses are fetched. Save the page to a file and give that.")
    }

    static func tooLarge(_ name: String, limit: Int) -> DragomanError {
        let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
        return DragomanError(
            .badInput, "W007", "\(name) is larger than \(size), the most one document may have",
            advice: "Fetch it with another program and give it in parts.")
    }

    static func redirects(_ name: String, most: Int) -> DragomanError {
        DragomanError(
            .failure, "W012", "\(name) was redirected more than \(most) times",
            advice: "Open it in a browser, and give the address it ends at.")
    }

    static func robots(_ address: WebAddress) -> DragomanError {
        DragomanError(
            .failure, "W013", "\(address.host) does not let robots fetch \(address.text)",
            advice: "Its robots.txt says so. Save the page in a browser and give the file.")
    }

    static func robotsUnknown(_ address: WebAddress) -> DragomanError {
        DragomanError(
            .failure, "W014", "the robots.txt of \(address.host) could not be had, so \(address.text) was not fetched",
            advice: "Try again later, or save the page in a browser and give the file.")
    }

    static func empty(_ name: String) -> DragomanError {
        DragomanError(.badInput, "W015", "\(name) is empty", advice: "Open it in a browser: is there an article?")
    }

    /// The host asks to be left alone for a while.
    static func busy(_ address: WebAddress, seconds: Double?) -> DragomanError {
        let time = seconds.map {
            $0 < 120 ? "\(Int($0.rounded(.up))) seconds" : "\(Int(($0 / 60).rounded(.up))) minutes"
        }
        return DragomanError(
            .failure, "W016", "\(address.host) asks for fewer requests, so \(address.text) was not fetched",
            advice: time.map { "Try again in \($0)." } ?? "Try again in an hour.")
    }

    /// The host failed several times in a row: the rest of its pages is left for later.
    static func givenUp(_ address: WebAddress) -> DragomanError {
        DragomanError(
            .failure, "W017", "\(address.text) was passed over: \(address.host) failed several times",
            advice: "Run the command again later; it goes on with what is missing.")
    }

    /// The error for a status that is no success.
    static func status(_ status: Int, _ address: WebAddress) -> DragomanError {
        let name = address.text
        switch status {
        case 404, 410:
            return DragomanError(
                .failure, "W404", "there is no page \(name) (\(status))",
                advice: "Check the address; the article may have been moved or taken down.")
        case 401, 402, 403, 407, 451:
            return DragomanError(
                .failure, "W403", "\(address.host) does not give \(name) to us (\(status))",
                advice: "It may want a login or refuse robots. Save the page in a browser and give the file.")
        case 500...:
            return DragomanError(
                .failure, "W500", "\(address.host) failed to give \(name) (\(status))", advice: "Try again later.")
        default:
            return DragomanError(
                .failure, "W400", "\(address.host) answered \(name) with status \(status)",
                advice: "Open it in a browser to see what it says.")
        }
    }

    /// Whether the host failed and not one of its pages.
    static func isOfHost(_ code: String) -> Bool {
        ["W003", "W004", "W005", "W006", "W014", "W016", "W017"].contains(code)
    }

    /// Whether asking again soon will hardly mend it.
    static func isLasting(_ code: String) -> Bool {
        ["W001", "W002", "W007", "W009", "W013", "W015", "W403", "W404"].contains(code) || code.hasPrefix("P")
            || code.hasPrefix("F")
    }
}

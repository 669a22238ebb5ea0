/// What a site's `robots.txt` lets one robot fetch, after RFC 9309.
struct RobotsRules: Sendable, Equatable {
    /// One `Allow` or `Disallow` line of the robot's group.
    private struct Rule: Sendable, Equatable {
        let allows: Bool
        /// The pattern in normal form: `*` stands for any bytes.
        let pattern: [UInt8]
        /// Whether the pattern ended in `$`.
        let endsThere: Bool
        /// Length of the line's path as written in normal form, by which the most specific rule is chosen.
        let length: Int
    }

    private var rules: [Rule] = []
    /// Seconds between two requests that the site asks for (`Crawl-delay`, no part of the RFC but kept by many); nil
    /// where it does not, at most 600.
    private(set) var delay: Double?

    /// The most bytes that are read; what stands beyond is as if it were not there (RFC 9309, 2.5).
    static let limit = 500 << 10
    /// The most rules of one group that are kept.
    private static let mostRules = 20_000
    /// The most bytes that are compared for one path.
    private static let mostSteps = 20_000_000

    /// Allows everything.
    static let everything = RobotsRules()
    /// Allows nothing: for a site whose rules could not be had.
    static let nothing = RobotsRules(rules: [Rule(allows: false, pattern: [0x2F], endsThere: false, length: 1)])

    private init(rules: [Rule] = []) { self.rules = rules }

    /// Reads a file for the robot with this product token, such as `dragoman`.
    ///
    /// Groups that name the robot are taken together; where none does, those for `*`. Lines that are neither are passed
    /// over, comments and byte order marks too.
    init(_ file: [UInt8], robot: String) {
        var file = file.prefix(Self.limit)
        if file.starts(with: [0xEF, 0xBB, 0xBF]) { file = file.dropFirst(3) }
        var own = Group()
        var common = Group()
        var agents: Set<Audience> = []
        var inRules = false
        for line in file.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard let (key, value) = Self.field(line) else { continue }
            switch key {
            case "user-agent":
                if inRules { agents = [] }
                inRules = false
                if let audience = Self.audience(value, robot: robot) { agents.insert(audience) }
                if agents.contains(.own) { own.isThere = true }
            case "allow", "disallow":
                inRules = true
                guard let rule = Self.rule(value, allows: key == "allow") else { continue }
                if agents.contains(.own), own.rules.count < Self.mostRules { own.rules.append(rule) }
                if agents.contains(.all), common.rules.count < Self.mostRules { common.rules.append(rule) }
            case "crawl-delay":
                inRules = true
                guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0 else { continue }
                if agents.contains(.own) { own.delay = min(seconds, 600) }
                if agents.contains(.all) { common.delay = min(seconds, 600) }
            default: break
            }
        }
        let group = own.isThere ? own : common
        rules = group.rules
        delay = group.delay
    }

    /// Whether a path with its query may be fetched: the longest rule that matches decides, `Allow` between equals.
    ///
    /// Rules made to take long are cut short after `mostSteps`, and the path is then not allowed.
    func allows(_ path: String) -> Bool {
        let path = Self.normalized(Array(path.utf8), isPattern: false)
        if path == Array("/robots.txt".utf8) { return true }
        var best: Rule?
        var steps = Self.mostSteps
        for rule in rules where rule.length > (best?.length ?? -1) || rule.length == best?.length && rule.allows {
            if Self.matches(path, rule, steps: &steps) { best = rule }
            if steps <= 0 { return false }
        }
        return best?.allows ?? true
    }

    // MARK: Reading lines

    private struct Group {
        var rules: [Rule] = []
        var delay: Double?
        var isThere = false
    }

    private enum Audience { case own, all }

    /// Name in lower case and value of a line, without its comment and the space around both.
    private static func field(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
        let content = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = String(decoding: trimmed(content[..<colon]), as: UTF8.self).lowercased()
        return (key, trimmed(content[content.index(after: colon)...]))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        let end = start.lastIndex { $0 != 0x20 && $0 != 0x09 }
        return end.map { start[...$0] } ?? []
    }

    /// Whom a `User-agent` line speaks to. The product token ends at the first byte it may not have: `Dragoman/1.0`
    /// names `dragoman`.
    private static func audience(_ value: ArraySlice<UInt8>, robot: String) -> Audience? {
        if value.first == UInt8(ascii: "*") { return .all }
        let token = value.prefix { byte in
            (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
        return String(decoding: token, as: UTF8.self).lowercased() == robot.lowercased() ? .own : nil
    }

    /// Nil for an empty path, which says nothing.
    private static func rule(_ value: ArraySlice<UInt8>, allows: Bool) -> Rule? {
        var pattern = normalized(Array(value), isPattern: true)
        guard !pattern.isEmpty else { return nil }
        let length = pattern.count
        let endsThere = pattern.last == UInt8(ascii: "$")
        if endsThere { pattern.removeLast() }
        return Rule(allows: allows, pattern: pattern, endsThere: endsThere, length: length)
    }

    // MARK: Matching

    /// Bytes beyond ASCII are escaped, escapes of unreserved characters undone, those that stay in capitals, so that
    /// both sides of a comparison are written alike (RFC 9309, 2.2.2). `*`, and `$` at the end, are special in patterns
    /// only; elsewhere they are escaped.
    private static func normalized(_ path: [UInt8], isPattern: Bool) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(path.count)
        var index = 0
        while index < path.count {
            let byte = path[index]
            if byte == UInt8(ascii: "%"), index + 2 < path.count, let high = nibble(path[index + 1]),
                let low = nibble(path[index + 2])
            {
                let value = high << 4 | low
                if isUnreserved(value) {
                    result.append(value)
                } else {
                    result += [byte, digits[Int(high)], digits[Int(low)]]
                }
                index += 3
            } else {
                let isStar = byte == UInt8(ascii: "*") && !isPattern
                let isDollar = byte == UInt8(ascii: "$") && !(isPattern && index + 1 == path.count)
                if byte >= 0x80 || byte <= 0x20 || isStar || isDollar {
                    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                } else {
                    result.append(byte)
                }
                index += 1
            }
        }
        return result
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    /// Whether the pattern matches from the start of the path. Goes back to the last star only: at most the product of
    /// both lengths.
    private static func matches(_ path: [UInt8], _ rule: Rule, steps: inout Int) -> Bool {
        let pattern = rule.pattern
        var at = 0
        var next = 0
        var star: (pattern: Int, path: Int)?
        while steps > 0 {
            steps -= 1
            if next == pattern.count {
                if !rule.endsThere || at == path.count { return true }
            } else if pattern[next] == UInt8(ascii: "*") {
                star = (next + 1, at)
                next += 1
                continue
            } else if at < path.count, pattern[next] == path[at] {
                at += 1
                next += 1
                continue
            }
            guard let last = star, last.path < path.count else { return false }
            star = (last.pattern, last.path + 1)
            (next, at) = (last.pattern, last.path + 1)
        }
        return false
    }
}

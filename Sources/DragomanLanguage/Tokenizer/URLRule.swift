/// The rule by which a chunk without affixes is one token because it is a URL, a host name or an e-mail address.
///
/// The model's pattern, in words: perhaps a scheme, perhaps anything and @, then an IPv4 address or a host name, perhaps a
/// port, perhaps a path. Written so that the time is linear in the length, which backtracking cannot promise.
enum URLRule {
    /// The pattern this code stands for, with the class of the last label as `[*]`.
    static let pattern =
        "(?u)^(?:(?:[\\w\\+\\-\\.]{2,})://)?(?:\\S+(?::\\S*)?@)?(?:(?!(?:10|127)(?:\\.\\d{1,3}){3})"
        + "(?!(?:169\\.254|192\\.168)(?:\\.\\d{1,3}){2})(?!172\\.(?:1[6-9]|2\\d|3[0-1])(?:\\.\\d{1,3}){2})"
        + "(?:[1-9]\\d?|1\\d\\d|2[01]\\d|22[0-3])(?:\\.(?:1?\\d{1,2}|2[0-4]\\d|25[0-5])){2}"
        + "(?:\\.(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-4]))|(?:(?:[A-Za-z0-9\\u00a1-\\uffff]"
        + "[A-Za-z0-9\\u00a1-\\uffff_-]{0,62})?[A-Za-z0-9\\u00a1-\\uffff]\\.)+(?:[*]{2,63}))"
        + "(?::\\d{2,5})?(?:[/?#]\\S*)?$"

    /// Whether the whole of s[a..<b], which holds no white space, matches.
    static func matches(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int, _ rules: borrowing AffixRules) -> Bool {
        var hasPoint = false
        for i in a..<b where s[i] == 0x2E {
            hasPoint = true
            break
        }
        guard hasPoint else { return false }
        if host(s, a, b, rules) { return true }
        // A scheme reaches to the first character outside its class.
        var end = a
        while end < b, isScheme(s[end], rules) { end += 1 }
        if end - a >= 2, end + 3 <= b, s[end] == 0x3A, s[end + 1] == 0x2F, s[end + 2] == 0x2F,
            host(s, end + 3, b, rules)
        {
            return true
        }
        // Anything before an @ may be the user's part; a host holds no @, so the work over all of them is linear.
        for i in a + 1..<max(b, a + 1) where s[i] == 0x40 {
            if host(s, i + 1, b, rules) { return true }
        }
        return false
    }

    private static func isScheme(_ c: UInt32, _ rules: borrowing AffixRules) -> Bool {
        c == 0x2B || c == 0x2D || c == 0x2E || rules.table[c].contains(.word)
    }

    /// Whether s[a..<b] is a host, perhaps a port, perhaps a path.
    private static func host(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int, _ rules: borrowing AffixRules) -> Bool {
        var end = a
        while end < b, s[end] != 0x3A, s[end] != 0x2F, s[end] != 0x3F, s[end] != 0x23 {
            if s[end] == 0x40 { return false }
            end += 1
        }
        guard tail(s, end, b, rules) else { return false }
        return isName(s, a, end, rules) || isAddress(s, a, end, rules)
    }

    /// Whether s[a..<b] is `(?::\d{2,5})?(?:[/?#]\S*)?`.
    private static func tail(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int, _ rules: borrowing AffixRules) -> Bool {
        var i = a
        if i < b, s[i] == 0x3A {
            i += 1
            let start = i
            while i < b, rules.table[s[i]].contains(.decimal) { i += 1 }
            guard (2...5).contains(i - start) else { return false }
        }
        return i == b || s[i] == 0x2F || s[i] == 0x3F || s[i] == 0x23
    }

    private static func isLabelEdge(_ c: UInt32) -> Bool {
        c &- 0x30 < 10 || (c | 0x20) &- 0x61 < 26 || (0xA1...0xFFFF).contains(c)
    }

    /// Labels of 1 to 64 characters, each followed by a point, then 2 to 63 of the class of last labels.
    private static func isName(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int, _ rules: borrowing AffixRules) -> Bool {
        var point = b - 1
        while point >= a, s[point] != 0x2E { point -= 1 }
        guard point > a, (2...63).contains(b - point - 1) else { return false }
        for i in point + 1..<b where !rules.table[s[i]].contains(.domain) { return false }
        var start = a
        for i in a...point {
            if s[i] == 0x2E {
                guard (1...64).contains(i - start), isLabelEdge(s[start]), isLabelEdge(s[i - 1]) else { return false }
                start = i + 1
            } else if !isLabelEdge(s[i]), s[i] != 0x2D, s[i] != 0x5F {
                return false
            }
        }
        return true
    }

    /// A public IPv4 address: no loopback, no private range, no network or broadcast number.
    private static func isAddress(_ s: UnsafePointer<UInt32>, _ a: Int, _ b: Int, _ rules: borrowing AffixRules) -> Bool
    {
        guard b - a <= 15 else { return false }
        var parts: [[UInt32]] = [[]]
        for i in a..<b {
            if s[i] == 0x2E {
                parts.append([])
            } else {
                parts[parts.count - 1].append(s[i])
            }
        }
        guard parts.count == 4 else { return false }
        /// A digit as ASCII where it is one; other decimal digits stand for "any digit" only.
        func digit(_ c: UInt32, _ low: UInt32, _ high: UInt32) -> Bool { c >= low + 0x30 && c <= high + 0x30 }
        func any(_ c: UInt32) -> Bool { rules.table[c].contains(.decimal) }
        func outer(_ p: [UInt32], _ limit: UInt32, _ top: UInt32) -> Bool {  // 1...limit+top, no leading zero
            switch p.count {
            case 1: digit(p[0], 1, 9)
            case 2: digit(p[0], 1, 9) && any(p[1])
            case 3:
                (digit(p[0], 1, 1) && any(p[1]) && any(p[2]))
                    || (digit(p[0], 2, 2) && digit(p[1], 0, limit - 1) && any(p[2]))
                    || (digit(p[0], 2, 2) && digit(p[1], limit, limit) && digit(p[2], 0, top))
            default: false
            }
        }
        func inner(_ p: [UInt32]) -> Bool {
            switch p.count {
            case 1: any(p[0])
            case 2: any(p[0]) && any(p[1])
            case 3:
                (digit(p[0], 1, 1) && any(p[1]) && any(p[2]))
                    || (digit(p[0], 2, 2) && digit(p[1], 0, 4) && any(p[2]))
                    || (digit(p[0], 2, 2) && digit(p[1], 5, 5) && digit(p[2], 0, 5))
            default: false
            }
        }
        guard outer(parts[0], 2, 3), inner(parts[1]), inner(parts[2]), outer(parts[3], 5, 4) else { return false }
        let first = RulePattern.string(parts[0])
        let second = RulePattern.string(parts[1])
        if first == "10" || first == "127" || first + "." + second == "169.254" || first + "." + second == "192.168" {
            return false
        }
        guard first == "172", parts[1].count == 2 else { return true }
        let p = parts[1]
        return
            !((digit(p[0], 1, 1) && digit(p[1], 6, 9)) || (digit(p[0], 2, 2) && any(p[1]))
            || (digit(p[0], 3, 3) && digit(p[1], 0, 1)))
    }
}

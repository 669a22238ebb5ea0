/// Reads the few forms of regular expression that the model's affix rules are written in.
///
/// The rules are matched by code written for them (`AffixRules`), which takes its character classes and word lists from the
/// model's own patterns; a pattern of a form it does not know is refused, never guessed at.
enum RulePattern {
    typealias Ranges = [(first: UInt32, last: UInt32)]

    /// The alternatives of a pattern: its parts between bars outside of brackets and parentheses.
    static func alternatives(_ pattern: [UInt32]) -> [[UInt32]] {
        var parts: [[UInt32]] = [[]]
        var depth = 0
        var bracket = false
        var escaped = false
        for c in pattern {
            if c == 0x7C, depth == 0, !bracket, !escaped {  // |
                parts.append([])
                continue
            }
            parts[parts.count - 1].append(c)
            if escaped {
                escaped = false
            } else if c == 0x5C {  // \
                escaped = true
            } else if bracket {
                if c == 0x5D { bracket = false }  // ]
            } else if c == 0x5B {  // [
                bracket = true
            } else if c == 0x28 {  // (
                depth += 1
            } else if c == 0x29 {  // )
                depth -= 1
            }
        }
        return parts
    }

    /// A pattern with every class of more than 40 scalars of source replaced by `[*]`, and those classes in order.
    static func skeleton(_ pattern: [UInt32]) -> (text: String, classes: [Ranges]) {
        var text: [UInt32] = []
        var classes: [Ranges] = []
        var i = 0
        while i < pattern.count {
            if pattern[i] == 0x5C, i + 1 < pattern.count {
                text += pattern[i...i + 1]
                i += 2
            } else if pattern[i] == 0x5B {
                var end = i + 1
                while end < pattern.count, pattern[end] != 0x5D { end += pattern[end] == 0x5C ? 2 : 1 }
                if end - i > 40, end < pattern.count {
                    classes.append(ranges(Array(pattern[i + 1..<end])))
                    text += "[*]".unicodeScalars.map(\.value)
                } else {
                    text += pattern[i..<min(end + 1, pattern.count)]
                }
                i = end + 1
            } else {
                text.append(pattern[i])
                i += 1
            }
        }
        return (string(text), classes)
    }

    /// The ranges of a class, given what stands between its brackets.
    static func ranges(_ source: [UInt32]) -> Ranges {
        var result: Ranges = []
        var i = 0
        func scalar() -> UInt32 {
            defer { i += 1 }
            guard source[i] == 0x5C, i + 1 < source.count else { return source[i] }
            i += 1
            let digits = source[i] == 0x75 ? 4 : source[i] == 0x55 ? 8 : 0  // u, U
            guard digits > 0, i + digits < source.count else { return source[i] }
            defer { i += digits }
            return UInt32(string(Array(source[i + 1...i + digits])), radix: 16) ?? source[i]
        }
        while i < source.count {
            let first = scalar()
            if i + 1 < source.count, source[i] == 0x2D {  // -
                i += 1
                result.append((first, scalar()))
            } else {
                result.append((first, first))
            }
        }
        return result
    }

    /// The text a pattern stands for, where it is nothing but plain and escaped scalars; nil otherwise.
    static func literal(_ pattern: [UInt32]) -> [UInt32]? {
        var text: [UInt32] = []
        var i = 0
        while i < pattern.count {
            if pattern[i] == 0x5C {
                guard i + 1 < pattern.count, let c = Unicode.Scalar(pattern[i + 1]), !c.properties.isAlphabetic,
                    !("0"..."9").contains(c)
                else { return nil }
                text.append(pattern[i + 1])
                i += 2
            } else {
                guard let c = Unicode.Scalar(pattern[i]), !"()[]{}.*+?|^$".unicodeScalars.contains(c) else {
                    return nil
                }
                text.append(pattern[i])
                i += 1
            }
        }
        return text.isEmpty ? nil : text
    }

    static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    static func string(_ scalars: [UInt32]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
        return String(text)
    }
}

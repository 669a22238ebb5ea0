/// Text from outside, made harmless for a terminal, and for markup.
public enum SafeText {
    /// `text` on one line, without anything a terminal would act on.
    ///
    /// Runs of white space become one space. Control characters (C0, C1, delete), bidirectional overrides, embeddings and
    /// isolates, line separators, tags and other invisible format characters become U+FFFD, so that one sees that something was
    /// there; harmless direction marks and soft hyphens vanish. Joiners stay: Persian and emoji need them.
    public static func line(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            switch verdict(scalar) {
            case .space: pendingSpace = !clean.isEmpty
            case .drop: break
            case .keep, .replace:
                if pendingSpace { clean.append(" ") }
                pendingSpace = false
                clean.append(verdict(scalar) == .keep ? scalar : "\u{FFFD}")
            }
        }
        return String(clean)
    }

    /// `text` on one line as `line` gives it, with `&`, `<`, `>` and both quotation marks escaped: text of HTML and XML, and
    /// the value of an attribute.
    public static func markup(_ text: String) -> String {
        var escaped = ""
        for scalar in line(text).unicodeScalars {
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

    /// Whether `scalar` must not reach a terminal raw, not even inside JSON.
    static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch verdict(scalar) {
        case .keep: false
        case .space: scalar != " " && scalar != "\n"
        case .drop, .replace: true
        }
    }

    private enum Verdict { case keep, space, drop, replace }

    private static func verdict(_ scalar: Unicode.Scalar) -> Verdict {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
        case 0x00...0x1F, 0x7F...0x9F: return .replace
        case 0xAD, 0x200E, 0x200F, 0x61C: return .drop
        case 0x200C, 0x200D: return .keep
        default: break
        }
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator, .control, .privateUse, .unassigned, .surrogate:
            return .replace
        default: return .keep
        }
    }
}

internal import Glibc

/// Makes UTF-8 of bytes in an encoding that a header, a declaration or a detector named.
public enum LegacyEncoding {
    /// Well-formed UTF-8 of `bytes`; bytes that are wrong become U+FFFD.
    ///
    /// - Parameter label: a name as found in the wild: `windows-1251`, `Shift_JIS`, `utf8`.
    /// - Returns: nil for an encoding that nobody knows.
    public static func utf8(_ bytes: [UInt8], from label: String) -> [UInt8]? {
        let name = canonical(label)
        return name == "UTF-8" ? UTF8Repair(bytes).bytes : convert(bytes, from: name)
    }

    /// Whether a label means UTF-8.
    public static func isUTF8(_ label: String) -> Bool { canonical(label) == "UTF-8" }

    /// The name under which iconv knows an encoding. Old encodings are read as their Windows supersets, as browsers do it
    /// (WHATWG Encoding Standard, section 4.2).
    private static func canonical(_ label: String) -> String {
        let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        switch label {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": return "UTF-8"
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "ascii", "ansi", "cp1252",
            "windows-1252", "x-cp1252":
            return "WINDOWS-1252"
        case "iso-8859-9", "iso8859-9", "latin5": return "WINDOWS-1254"
        case "cp1251", "x-cp1251", "win-1251": return "WINDOWS-1251"
        case "koi8-r", "koi8", "koi": return "KOI8-R"
        case "gb2312", "gbk", "gb_2312-80", "x-gbk": return "GB18030"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": return "CP932"
        case "ks_c_5601-1987", "euc-kr", "korean": return "CP949"
        case "big5": return "BIG5-HKSCS"
        case "utf-16": return "UTF-16LE"
        case "x-user-defined": return "WINDOWS-1252"
        default: return label
        }
    }

    private static func convert(_ bytes: [UInt8], from label: String) -> [UInt8]? {
        guard label.utf8.count < 64, let converter = iconv_open("UTF-8", label), Int(bitPattern: converter) != -1 else {
            return nil
        }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var chunk = [CChar](repeating: 0, count: 1 << 16)
        var position = 0
        while position < bytes.count {
            let failure: Int32 = bytes.withUnsafeBytes { source in
                chunk.withUnsafeMutableBufferPointer { target in
                    // iconv takes a pointer to mutable bytes, but does not change them.
                    var from = source.baseAddress.map {
                        UnsafeMutablePointer(mutating: ($0 + position).assumingMemoryBound(to: CChar.self))
                    }
                    var left = source.count - position
                    var to = target.baseAddress
                    var room = target.count
                    let result = iconv(converter, &from, &left, &to, &room)
                    let code = result == -1 ? errno : 0
                    output += UnsafeRawBufferPointer(start: target.baseAddress, count: target.count - room)
                    position = source.count - left
                    return code
                }
            }
            switch failure {
            case 0, E2BIG: break
            case EILSEQ, EINVAL:
                output += [0xEF, 0xBF, 0xBD]
                position += 1
            default: return nil
            }
        }
        return output
    }
}

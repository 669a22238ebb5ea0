internal import CUchardet
internal import DragomanText
internal import Glibc

/// Finds the encoding of a page as browsers do, and makes UTF-8 of it.
enum CharacterEncoding {
    /// Well-formed UTF-8: by byte order mark, by the page's `meta`, by what is valid, by detection.
    static func utf8(of bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF])
        {
            return UTF8Repair(bytes).bytes
        }
        let repaired = UTF8Repair(bytes)
        // Valid UTF-8 with letters beyond ASCII is UTF-8, whatever an old meta element says.
        if repaired.replaced == 0 { return repaired.bytes }
        let declared = declared(in: bytes)
        if let declared, isUTF8(declared) { return repaired.bytes }
        // A few wrong bytes among letters that are right, or one or two in all, leave it UTF-8.
        let lead = bytes.count { $0 >= 0xC2 && $0 < 0xF5 }
        if declared == nil, repaired.replaced < 3 || repaired.replaced * 4 < lead { return repaired.bytes }
        for label in [declared, detected(bytes)] {
            if let label, !isUTF8(label), let converted = convert(bytes, from: canonical(label)) { return converted }
        }
        return repaired.bytes
    }

    private static func isUTF8(_ label: String) -> Bool { ["utf-8", "utf8"].contains(label.lowercased()) }

    /// Names of old encodings that browsers read as their Windows supersets (WHATWG Encoding Standard).
    private static func canonical(_ label: String) -> String {
        switch label.lowercased() {
        case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "ansi", "windows-1252": "WINDOWS-1252"
        case "iso-8859-9": "WINDOWS-1254"
        case "gb2312", "gbk", "gb_2312-80": "GB18030"
        case "shift_jis", "shift-jis", "sjis", "x-sjis": "CP932"
        case "ks_c_5601-1987", "euc-kr": "CP949"
        case "x-gbk": "GB18030"
        case "big5": "BIG5-HKSCS"
        default: label
        }
    }

    /// The encoding that a `meta` element in the first 4 KB names.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096)
        var position = head.startIndex
        let key = Array("charset".utf8)
        while position + key.count < head.endIndex {
            guard head[position] | 0x20 == UInt8(ascii: "c"),
                zip(key, head[position...]).allSatisfy({ $0 == $1 | 0x20 })
            else {
                position += 1
                continue
            }
            position += key.count
            let skipped: Set<UInt8> = [0x20, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'")]
            let label = head[position...].drop { skipped.contains($0) }.prefix {
                ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2D || $0 == 0x5F
            }
            if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
        }
        return nil
    }

    private static func detected(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let count = min(bytes.count, 1 << 17)
        let failed = bytes.withUnsafeBytes { buffer in
            uchardet_handle_data(detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count)
        }
        guard failed == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        let label = String(cString: name)
        return label.isEmpty ? nil : label
    }

    /// Converts with iconv; bytes that are wrong become U+FFFD. Nil for an encoding it does not know.
    private static func convert(_ bytes: [UInt8], from label: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", label), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var chunk = [CChar](repeating: 0, count: 1 << 16)
        var input = bytes.map { CChar(bitPattern: $0) }
        var position = 0
        let total = input.count
        while position < total {
            let failure: Int32 = input.withUnsafeMutableBufferPointer { source in
                chunk.withUnsafeMutableBufferPointer { target in
                    var from = source.baseAddress.map { $0 + position }
                    var left = total - position
                    var to = target.baseAddress
                    var room = target.count
                    let result = iconv(converter, &from, &left, &to, &room)
                    let code = result == -1 ? errno : 0
                    output += target[..<(target.count - room)].map { UInt8(bitPattern: $0) }
                    position = total - left
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

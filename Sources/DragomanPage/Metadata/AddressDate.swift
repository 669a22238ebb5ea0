internal import DragomanText

/// Reads days out of web addresses.
enum AddressDate {
    /// The day in the folders of an address, `/2023/05/16/story`: publishing systems put the outlet's own day there. A day
    /// elsewhere in it is that of anything.
    static func folders(in address: String) -> CoarseDate? {
        let parts = address.utf8.split(separator: UInt8(ascii: "/")).dropFirst(2).prefix(12).map { Array($0) }
        guard parts.count >= 3 else { return nil }
        for index in 0...(parts.count - 3) {
            guard let year = number(parts[index], 0, parts[index].count), parts[index].count == 4 else { continue }
            var position = 0
            guard let month = upToTwo(parts[index + 1], &position), position == parts[index + 1].count else { continue }
            position = 0
            guard let day = upToTwo(parts[index + 2], &position), position == parts[index + 2].count else { continue }
            if let date = DateText.valid(year, month, day) { return date }
        }
        return nil
    }

    /// The day in an address such as `/2023/05/16/story`, `/2023-05-16-story` or `/story-20230516`.
    static func day(in address: String) -> CoarseDate? {
        let bytes = Array(address.utf8.prefix(500))
        var index = 8
        var dayFirst: CoarseDate?
        while index + 8 <= bytes.count {
            defer { index += 1 }
            if dayFirst == nil, index + 10 <= bytes.count, !isDigit(bytes[index - 1]),
                let day = number(bytes, index, 2),
                bytes[index + 2] == UInt8(ascii: "-"), let month = number(bytes, index + 3, 2),
                bytes[index + 5] == UInt8(ascii: "-"), let year = number(bytes, index + 6, 4),
                index + 10 == bytes.count || !isDigit(bytes[index + 10])
            {
                dayFirst = DateText.valid(year, month, day)
            }
            guard bytes[index] == UInt8(ascii: "2") || bytes[index] == UInt8(ascii: "1"), !isDigit(bytes[index - 1]),
                let year = number(bytes, index, 4), (1995..<2100).contains(year)
            else { continue }
            let sign = bytes[index + 4]
            if isDigit(sign) {
                if index + 8 == bytes.count || !isDigit(bytes[index + 8]), let month = number(bytes, index + 4, 2),
                    let day = number(bytes, index + 6, 2), let date = DateText.valid(year, month, day)
                {
                    return date
                }
                continue
            }
            guard sign == UInt8(ascii: "/") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_") else { continue }
            var position = index + 5
            guard let month = upToTwo(bytes, &position), position < bytes.count, bytes[position] == sign else {
                continue
            }
            position += 1
            guard let day = upToTwo(bytes, &position), position == bytes.count || !isDigit(bytes[position]),
                let date = DateText.valid(year, month, day)
            else { continue }
            return date
        }
        return dayFirst
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count, bytes[start..<start + count].allSatisfy(isDigit) else { return nil }
        return bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// One or two digits; a three-letter month as in `/2023/may/16/`.
    private static func upToTwo(_ bytes: [UInt8], _ position: inout Int) -> Int? {
        if position + 3 <= bytes.count, !isDigit(bytes[position]) {
            let word = String(decoding: bytes[position..<position + 3], as: UTF8.self).lowercased()
            guard case .gregorian(let month)? = MonthNames.month(word) else { return nil }
            position += 3
            return month
        }
        let count = bytes[position...].prefix(2).prefix { isDigit($0) }.count
        defer { position += count }
        return count > 0 ? number(bytes, position, count) : nil
    }
}

internal import DragomanText

/// The mails of a mailbox file, one after the other (mbox, RFC 4155; `>From ` is read as mboxrd has it).
final class MailboxCaptures: CaptureSource {
    private let name: String
    private let input: ByteInput
    private let limit: Int
    private var number = 0
    private var isOver = false
    private static let lineLimit = 1 << 16

    /// - Parameter limit: the most bytes of a mail.
    init(_ name: String, _ input: ByteInput, limit: Int) {
        self.name = name
        self.input = input
        self.limit = limit
    }

    func next() -> CaptureResult? {
        guard !isOver else { return nil }
        var message: [UInt8] = []
        var size = 0
        do throws(StreamFault) {
            // The line that begins the first mail, or began this one.
            if number == 0 { _ = try input.line(limit: Self.lineLimit) }
            number += 1
            var isAfterBlank = false
            var isLineStart = true
            while true {
                if isLineStart, isAfterBlank, input.peek(5).elementsEqual(Array("From ".utf8)) {
                    _ = try input.line(limit: Self.lineLimit)
                    break
                }
                var line = try input.line(limit: Self.lineLimit)
                if line.isEmpty {
                    isOver = true
                    break
                }
                if isLineStart {
                    isAfterBlank = line == [0x0A] || line == [0x0D, 0x0A]
                    if Self.isQuoted(line) { line.removeFirst() }
                }
                isLineStart = line.last == 0x0A
                size += line.count
                if size <= limit { message += line } else { message = [] }
            }
        } catch {
            isOver = true
            return .failure(WARCCaptures.error("\(label(nil)) \(error.reason)"))
        }
        if size == 0, isOver { return nil }
        guard size <= limit else {
            return .failure(WARCCaptures.error("\(label(nil)) is larger than \(limit >> 20) MB"))
        }
        let label = label(MailMessage(message).text("subject"))
        return CaptureOpener.result { try MailCaptures.capture(label, message, part: number) }
    }

    /// `>From `, `>>From ` and so on: what a mailbox makes of a line that begins with `From `.
    private static func isQuoted(_ line: [UInt8]) -> Bool {
        guard line.first == UInt8(ascii: ">") else { return false }
        return line.drop { $0 == UInt8(ascii: ">") }.starts(with: Array("From ".utf8))
    }

    private func label(_ subject: String?) -> String {
        "\(name), message \(number)" + (subject.map { " (\($0.prefix(120)))" } ?? "")
    }
}

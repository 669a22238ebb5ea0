import DragomanBrief
import DragomanText
import Foundation
import Synchronization

/// Thrown where nobody reads the output any more, as after `| head`: a quiet end, no error.
struct OutputClosed: Error {}

/// Standard output: data, gathered into large writes.
final class Output: Sendable {
    private let descriptor: Int32
    private let buffer = Mutex<[UInt8]>([])

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// - Throws: `DragomanError` F010 where the bytes cannot be written, `OutputClosed` where nobody reads them.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// - Throws: as for text.
    func write(_ bytes: [UInt8]) throws {
        let full = buffer.withLock { buffer in
            buffer += bytes
            return buffer.count >= 1 << 16
        }
        if full { try flush() }
    }

    /// Hands what was gathered to the system.
    func flush() throws {
        let bytes = buffer.withLock { buffer in
            defer { buffer.removeAll(keepingCapacity: true) }
            return buffer
        }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                written += count
            } else if errno == EPIPE {
                throw OutputClosed()
            } else if errno != EINTR {
                throw DragomanError(
                    .failure, "F010", "the output could not be written: \(String(cString: strerror(errno)))",
                    advice: errno == ENOSPC ? "Make room on the disk, or write elsewhere." : nil)
            }
        }
    }

    func style(_ choice: ColorChoice, in context: Context) -> Style {
        Style(choice, descriptor: descriptor, environment: context.environment)
    }
}

/// Standard error: messages, written at once.
final class Messages: Sendable {
    private let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// A message under the program's name; whatever names are in it, the terminal is left as it was.
    func say(_ text: String) {
        let lines = "dragoman: \(text)".split(separator: "\n", omittingEmptySubsequences: false)
        print(lines.map { SafeText.line(String($0)) + "\n" }.joined())
    }

    /// Text as it is. What cannot be written is let go: there is nowhere left to complain.
    func print(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    }

    func style(_ choice: ColorChoice, in context: Context) -> Style {
        Style(choice, descriptor: descriptor, environment: context.environment)
    }

    func isTerminal(_ environment: [String: String]) -> Bool { Terminal.isTerminal(descriptor, environment) }
}

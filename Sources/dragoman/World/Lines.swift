import DragomanText
import Foundation

/// Reads lines from a file descriptor, without holding more than one.
enum Lines {
    /// A line may be this long, in bytes.
    static let longest = 1 << 20

    /// - Throws: `DragomanError` F030 for a longer line, and what `body` throws.
    static func read(_ descriptor: Int32, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        var rest: [UInt8] = []
        while let chunk = try handle.read(upToCount: 1 << 16), !chunk.isEmpty {
            rest += chunk
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                try body(rest[start..<end])
                start = end + 1
            }
            rest.removeFirst(start)
            guard rest.count <= longest else {
                throw DragomanError(.badInput, "F030", "a line of the input is longer than \(longest) bytes")
            }
        }
        if !rest.isEmpty { try body(rest[...]) }
    }
}

internal import DragomanText

extension Pipeline {
    /// Bytes of input that are analyzed at one time.
    private static let window = 1 << 16
    /// Bytes of input that make a job for one worker.
    private static let job = 1 << 13

    /// Analyzes a text line by line and writes one line of JSON for each, in memory that does not grow with the text.
    ///
    /// A line ends at LF, CR LF or CR; an empty line gives a row without tokens. The form of a row:
    /// `{"tokens":[{"text","idx","norm","tag","pos","morph","head","dep","lemma","sent","ent"}...],"ents":[[start,end,label]...],
    /// "chunks":[[start,end]...]}`; `idx` counts Unicode scalars from the start of the line, `head` and the other indices
    /// count tokens of the line.
    ///
    /// ```
    /// try pipeline.writeRows(
    ///     from: { try file.read(upToCount: 65_536).map(Array.init) },
    ///     to: { try FileHandle.standardOutput.write(contentsOf: Data($0)) })
    /// ```
    /// - Parameters:
    ///   - source: gives the next bytes of the text, nil at its end.
    ///   - sink: takes whole rows.
    /// - Throws: what `source` and `sink` throw; `DragomanError` L004 for a line of more than `longestBlock` scalars.
    public func writeRows(from source: () throws -> [UInt8]?, to sink: ([UInt8]) throws -> Void) throws {
        var buffer: [UInt8] = []
        var endedWithReturn = false
        while let bytes = try source() {
            var bytes = bytes[...]
            if endedWithReturn, bytes.first == 0x0A { bytes = bytes.dropFirst() }
            if bytes.isEmpty { continue }
            endedWithReturn = bytes.last == 0x0D
            buffer += bytes
            if buffer.count >= Self.window { try write(&buffer, isLast: false, sink) }
        }
        try write(&buffer, isLast: true, sink)
    }

    /// Writes the rows of the whole lines in `buffer` and leaves the rest there.
    private func write(_ buffer: inout [UInt8], isLast: Bool, _ sink: ([UInt8]) throws -> Void) throws {
        var lines: [ByteRange] = []
        var start = 0
        var at = 0
        while at < buffer.count {
            let byte = buffer[at]
            if byte == 0x0A || byte == 0x0D {
                lines.append(start..<at)
                if byte == 0x0D, at + 1 < buffer.count, buffer[at + 1] == 0x0A { at += 1 }
                start = at + 1
            }
            at += 1
        }
        if isLast, start < buffer.count {
            lines.append(start..<buffer.count)
            start = buffer.count
        }
        if start == 0 { try Self.check(buffer, 0..<buffer.count) }
        for line in lines { try Self.check(buffer, line) }
        for rows in analyzeRows(buffer, lines) { try sink(rows) }
        buffer.removeSubrange(0..<start)
    }

    /// The rows of some lines, in pieces.
    private func analyzeRows(_ text: [UInt8], _ lines: [ByteRange]) -> [[UInt8]] {
        var jobs: [Range<Int>] = []
        var first = 0
        var size = 0
        for (i, line) in lines.enumerated() {
            size += line.count
            if size >= Self.job || i == lines.count - 1 {
                jobs.append(first..<i + 1)
                first = i + 1
                size = 0
            }
        }
        return run(jobs.count) { worker, number in
            let part = lines[jobs[number]]
            var out: [UInt8] = []
            text.withUnsafeBufferPointer { bytes in
                worker.analyze(part.count) { i in
                    UnsafeBufferPointer(rebasing: bytes[part[part.startIndex + i]])
                } sink: { _, base in
                    rows.append(worker, base: base, to: &out)
                }
            }
            return out
        }
    }
}

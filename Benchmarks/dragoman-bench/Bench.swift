import DragomanLanguage
import DragomanText
import Foundation

/// `dragoman-bench MODEL TEXT [ROUNDS]`: speed of the language engine on one core.
///
/// `dragoman-bench MODEL TEXT --rows` writes the rows of `dragoman analyze --jsonl` instead, for the parity tool. The
/// environment variable DRAGOMAN_KERNEL chooses the kernel set; `taskset -c 0` keeps it on one core.
@main struct Bench {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let writesRows = arguments.last == "--rows"
        if writesRows { arguments.removeLast() }
        guard (2...3).contains(arguments.count), let file = FileHandle(forReadingAtPath: arguments[1]) else {
            FileHandle.standardError.write(Data("usage: dragoman-bench MODEL TEXT [ROUNDS | --rows]\n".utf8))
            exit(64)
        }
        do {
            if writesRows {
                try Pipeline(model: arguments[0]).writeRows(
                    from: { try file.read(upToCount: 1 << 16).flatMap { $0.isEmpty ? nil : Array($0) } },
                    to: { try FileHandle.standardOutput.write(contentsOf: Data($0)) })
            } else {
                try measure(arguments[0], file, rounds: arguments.count > 2 ? max(1, Int(arguments[2]) ?? 3) : 3)
            }
        } catch {
            FileHandle.standardError.write(Data("dragoman-bench: \(error)\n".utf8))
            exit(2)
        }
    }

    /// Loads the model ten times, then analyzes the file `rounds` times in windows of 64 KB.
    private static func measure(_ model: String, _ file: FileHandle, rounds: Int) throws {
        let clock = ContinuousClock()
        var loads: [Double] = []
        for _ in 0..<10 { loads.append(try clock.measure { _ = try Pipeline(model: model, threads: 1) }.seconds) }
        let pipeline = try Pipeline(model: model, threads: 1)
        var words = 0
        var wall: [Double] = []
        var cpu: [Double] = []
        for _ in 0..<rounds {
            try file.seek(toOffset: 0)
            words = 0
            let start = ThisProcess.cpuSeconds()
            wall.append(try clock.measure { words = try analyze(file, pipeline) }.seconds)
            cpu.append(ThisProcess.cpuSeconds() - start)
        }
        func rate(_ seconds: Double) -> Int { Int(Double(words) / seconds) }
        func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", seconds * 1000) }
        print(
            "kernel \(pipeline.kernels): \(words) words, \(rate(middle(wall))) words/s wall, "
                + "\(rate(middle(cpu))) words/s CPU (median of \(rounds)), best \(rate(cpu.min() ?? 1)) words/s CPU, "
                + "load \(milliseconds(middle(loads))) median \(milliseconds(loads.min() ?? 0)) best, "
                + "peak RSS \(ThisProcess.peakMiB()) MiB")
    }

    /// Analyzes the lines of a file, white space at their ends stripped and empty ones left out; gives the number of words.
    private static func analyze(_ file: FileHandle, _ pipeline: Pipeline) throws -> Int {
        var words = 0
        var buffer: [UInt8] = []
        while true {
            let data = try file.read(upToCount: 1 << 16) ?? Data()
            buffer += data
            var blocks: [ByteRange] = []
            var start = 0
            for (i, byte) in buffer.enumerated() where byte == 0x0A {
                blocks.append(stripped(buffer, start..<i))
                start = i + 1
            }
            if data.isEmpty, start < buffer.count {
                blocks.append(stripped(buffer, start..<buffer.count))
                start = buffer.count
            }
            let analysis = try pipeline.analyze(text: buffer, blocks: blocks.filter { !$0.isEmpty })
            words += analysis.tokens.reduce(0) { $0 + ($1.pos == "SPACE" ? 0 : 1) }
            if data.isEmpty { return words }
            buffer.removeSubrange(0..<start)
        }
    }

    private static func stripped(_ text: [UInt8], _ range: ByteRange) -> ByteRange {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, text[low] <= 0x20 { low += 1 }
        while low < high, text[high - 1] <= 0x20 { high -= 1 }
        return low..<high
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

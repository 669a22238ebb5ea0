import DragomanLanguage
import Foundation

@main struct Bench {
    static func main() throws {
        let arguments = CommandLine.arguments
        let pipeline = try Pipeline(model: arguments[1], threads: 1)
        let input = FileHandle(forReadingAtPath: arguments[2])
        try pipeline.writeRows(
            from: { input.flatMap { try? $0.read(upToCount: 65_536) }.flatMap { $0.isEmpty ? nil : Array($0) } },
            to: { try FileHandle.standardOutput.write(contentsOf: Data($0)) })
    }
}

import DragomanArguments
import DragomanDraw

/// The options by which commands draw what they answer, and the file it goes to.
enum PictureFile {
    static let svg = Option("svg", "draw it too, into this file", value: "FILE", kind: .file)
    static let width = Option(
        "width", "width of the picture in pixels", value: "N", kind: .integer(320...2400), fallback: "720")

    /// Writes the picture where one is asked for, whole or not at all; `-` is standard output.
    ///
    /// - Returns: whether the picture took the place of the text.
    static func write(
        _ invocation: Invocation, in context: Context, _ picture: (Double) throws -> Picture
    ) throws -> Bool {
        guard let path = invocation.value(svg) else { return false }
        let svg = try picture(Double(invocation.integer(width) ?? 720)).svg
        if path == "-" {
            try context.output.write(svg)
            return true
        }
        let file = try NewFile(path)
        try file.write(svg)
        try file.finish()
        return false
    }
}

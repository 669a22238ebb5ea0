public import DragomanText

/// A document, or why it could not be had.
public typealias CaptureResult = Result<Capture, DragomanError>

/// Gives documents one after the other.
protocol CaptureSource: AnyObject {
    /// The next document, or why it could not be had; nil at the end.
    func next() -> CaptureResult?
}

/// Documents that are at hand.
final class ListedCaptures: CaptureSource {
    private var results: ArraySlice<CaptureResult>

    init(_ results: [CaptureResult]) { self.results = results[...] }

    func next() -> CaptureResult? { results.popFirst() }
}

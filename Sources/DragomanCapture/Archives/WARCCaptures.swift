internal import DragomanText

/// The documents of a web archive: pages, texts and PDFs that a server gave, with their addresses.
///
/// Images, scripts, failed requests and `robots.txt` are passed over. A revisit gives the document of the record it refers
/// to, where that is in the same file.
final class WARCCaptures: CaptureSource {
    /// Most records that revisits can refer to.
    private static let indexLimit = 1 << 18
    /// Most bytes read again to come to records that revisits refer to.
    private static let rereadLimit = 1 << 30

    private let name: String
    private let reader: WARCReader
    private let reopen: Reopening?
    private var index: [Int: Place] = [:]
    private var reread = 0

    private struct Place {
        let mark: StreamMark
        let distance: Int
    }

    /// Begins to read the packed data anew at an offset.
    struct Reopening {
        /// Whether the data are packed with gzip.
        let isPacked: Bool
        let source: (_ offset: Int) -> (any ByteSource)?
    }

    /// - Parameters:
    ///   - name: what the archive is called in errors.
    ///   - reopen: nil for what cannot be read twice.
    init(_ name: String, _ input: ByteInput, reopen: Reopening?) {
        self.name = name
        reader = WARCReader(input)
        self.reopen = reopen
    }

    func next() -> CaptureResult? {
        while let item = reader.next() {
            switch item {
            case .broken(let number, let address, let reason):
                return .failure(Self.error("\(label(number, address)) \(reason)"))
            case .record(let record):
                if record.type == "response", let place = reader.place { remember(record, place) }
                if let result = capture(record) { return result }
            }
        }
        return nil
    }

    private func remember(_ record: WARCRecord, _ mark: StreamMark) {
        guard index.count < Self.indexLimit else { return }
        let place = Place(mark: mark, distance: reader.distance)
        for key in [record.payloadKey, record.addressKey].compactMap({ $0 }) where index[key] == nil {
            index[key] = place
        }
    }

    private func capture(_ record: WARCRecord) -> CaptureResult? {
        do throws(StreamFault) {
            var payload = record
            if record.type == "revisit" {
                if let message = HTTPMessage(record.block), let type = message.fields["content-type"],
                    !MediaType(type).name.hasPrefix("text/"), !type.contains("xhtml"), !type.contains("pdf")
                {
                    return nil
                }
                guard let first = referred(by: record) else {
                    return .failure(
                        Self.error(
                            "\(label(record.number, record.address)) refers to a record that is not in this file"))
                }
                payload = first
            }
            guard case .document(let bytes, let type) = try payload.payload(limit: WARCReader.recordLimit) else {
                return nil
            }
            return .success(
                Capture(
                    source: label(record.number, record.address), bytes: bytes, address: record.address,
                    contentType: type, part: record.number))
        } catch {
            return .failure(Self.error("\(label(record.number, record.address)) \(error.reason)"))
        }
    }

    /// The record whose payload a revisit repeats.
    private func referred(by record: WARCRecord) -> WARCRecord? {
        guard let reopen, let place = record.referredKeys.lazy.compactMap({ self.index[$0] }).first,
            let source = reopen.source(place.mark.raw + (reopen.isPacked ? 0 : place.distance))
        else { return nil }
        let input = ByteInput(reopen.isPacked ? InflateSource(source, format: .gzip) : source)
        if reopen.isPacked {
            reread += place.distance
            guard reread <= Self.rereadLimit, (try? input.skip(place.distance)) == true else { return nil }
        }
        guard case .record(let record)? = WARCReader(input).next() else { return nil }
        return record
    }

    private func label(_ number: Int, _ address: String?) -> String {
        "\(name), record \(number)" + (address.map { " (\($0.prefix(300)))" } ?? "")
    }

    static func error(_ message: String) -> DragomanError {
        DragomanError(.badInput, "F040", message, advice: "The other records are read all the same.")
    }
}

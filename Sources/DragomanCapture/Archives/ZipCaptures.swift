internal import DragomanText

/// The documents of a zip file: those of the web archives in it (WACZ), or the saved pages in it.
final class ZipCaptures: CaptureSource {
    private let name: String
    private let zip: ZipFile
    private var entries: ArraySlice<ZipFile.Entry>
    private var inner: (any CaptureSource)?
    /// Unpacked bytes that are still allowed, so that entries that share their packed bytes cannot add up.
    private var budget: Int
    private static let documentLimit = 32 << 20

    /// - Throws: `damaged` for what is no zip file of pages: nil is given for an office document.
    init?(_ name: String, _ file: OpenFile) throws(StreamFault) {
        self.name = name
        zip = try ZipFile(file)
        budget = max(256 << 20, InflateSource.bombRatio * (file.size ?? 0))
        let archives = zip.entries.filter { Self.isArchive($0.name) }
        entries = archives.isEmpty ? zip.entries.filter { Self.isPage($0.name) }[...] : archives[...]
        let isOffice = zip.entries.contains { $0.name == "[Content_Types].xml" || $0.name == "mimetype" }
        if entries.isEmpty || isOffice { return nil }
    }

    private static func isArchive(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix(".warc") || name.hasSuffix(".warc.gz")
    }

    private static func isPage(_ name: String) -> Bool {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        guard !file.hasPrefix("."), let dot = file.lastIndex(of: ".") else { return false }
        return FolderListing.pageEndings.contains(file[file.index(after: dot)...].lowercased())
    }

    func next() -> CaptureResult? {
        while true {
            if let result = inner?.next() { return result }
            inner = nil
            guard let entry = entries.popFirst() else { return nil }
            let label = "\(name), \(entry.name.prefix(300))"
            guard entry.isSafe else {
                return .failure(
                    WARCCaptures.error("\(name) has an entry whose name leads out of it: \(entry.name.prefix(300))"))
            }
            do throws(StreamFault) {
                if Self.isArchive(entry.name) {
                    inner = try archive(entry, label)
                } else {
                    budget -= entry.unpacked
                    guard budget >= 0 else { throw .bomb }
                    inner = CaptureOpener.captures(label, try zip.bytes(of: entry, limit: Self.documentLimit))
                }
            } catch {
                return .failure(WARCCaptures.error("\(label) \(error.reason)"))
            }
        }
    }

    private func archive(_ entry: ZipFile.Entry, _ label: String) throws(StreamFault) -> any CaptureSource {
        let isPacked = ByteInput(try zip.source(of: entry)).peek(2).elementsEqual([0x1F, 0x8B])
        let source = try zip.source(of: entry)
        return WARCCaptures(
            label, ByteInput(isPacked ? InflateSource(source, format: .gzip) : source),
            reopen: .init(isPacked: isPacked) { self.zip.source(of: entry, from: $0) })
    }
}

internal import DragomanText

/// Finds out what a file holds and gives the documents in it.
enum CaptureOpener {
    /// The documents of a file, or of standard input for `-`.
    ///
    /// - Parameter limit: the most bytes of one document.
    static func captures(ofFile path: String, limit: Int) -> any CaptureSource {
        do {
            return try open(path, limit: limit)
        } catch let error as DragomanError {
            return ListedCaptures([.failure(error)])
        } catch {
            return ListedCaptures([.failure(unreadable(path, (error as? StreamFault)?.reason ?? "\(error)"))])
        }
    }

    private static func open(_ path: String, limit: Int) throws -> any CaptureSource {
        let name = path == "-" ? "standard input" : path
        let file = try OpenFile(path)
        var input = ByteInput(FileSource(file))
        let isPacked = input.peek(2).elementsEqual([0x1F, 0x8B])
        if isPacked { input = ByteInput(InflateSource(input, format: .gzip)) }
        let kind = ContentKind(of: input.peek(ContentKind.window))
        switch kind {
        case .webArchive:
            let reopen = file.size.map { size in
                WARCCaptures.Reopening(isPacked: isPacked) { FileSource(file, range: min($0, size)..<size) }
            }
            return WARCCaptures(name, input, reopen: reopen)
        case .mailbox: return MailboxCaptures(name, input, limit: limit)
        case .zip where !isPacked:
            if file.size == nil {
                throw DragomanError(
                    .badInput, "F005", "\(name) is a zip archive", advice: "Save it to a file and give that.")
            }
            if let captures = try ZipCaptures(name, file) { return captures }
        default: break
        }
        let bytes = try all(of: input, name: name, limit: limit)
        return captures(path, kind, bytes, limit: limit)
    }

    private static func all(of input: ByteInput, name: String, limit: Int) throws -> [UInt8] {
        do throws(StreamFault) {
            return try input.takeAll(limit: limit)
        } catch {
            throw error == .tooLarge ? CaptureReader(limit: limit).tooLarge(name) : unreadable(name, error.reason)
        }
    }

    /// The documents in bytes at hand, an entry of an archive say.
    static func captures(_ name: String, _ bytes: [UInt8], limit: Int = 32 << 20) -> any CaptureSource {
        captures(name, ContentKind(of: bytes.prefix(ContentKind.window)), bytes, limit: limit)
    }

    private static func captures(_ name: String, _ kind: ContentKind, _ bytes: [UInt8], limit: Int) -> any CaptureSource
    {
        switch kind {
        case .mail: return ListedCaptures([result { try MailCaptures.capture(name, bytes) }])
        case .mailbox: return MailboxCaptures(name, ByteInput(MemorySource(bytes)), limit: limit)
        case .feed:
            guard let feed = Feed(bytes) else { break }
            let captures = feed.captures(name)
            guard captures.isEmpty else { return ListedCaptures(captures.map { .success($0) }) }
            return ListedCaptures([.failure(list(name, "a feed without the text of its articles"))])
        case .feedList: return ListedCaptures([.failure(list(name, "a list of feeds"))])
        case .sitemap: return ListedCaptures([.failure(list(name, "a list of pages"))])
        default: break
        }
        return ListedCaptures([result { try CaptureReader(limit: limit).checked(Capture(source: name, bytes: bytes)) }])
    }

    static func result(_ capture: () throws -> Capture) -> CaptureResult {
        Result { try capture() }.mapError { ($0 as? DragomanError) ?? unreadable("a document", "\($0)") }
    }

    private static func list(_ name: String, _ what: String) -> DragomanError {
        DragomanError(
            .badInput, "F043", "\(name) is \(what), no article",
            advice: "Fetch what it lists: dragoman add takes addresses.")
    }

    private static func unreadable(_ name: String, _ reason: String) -> DragomanError {
        DragomanError(.badInput, "F041", "\(name) \(reason)", advice: "Check the file, or fetch it again.")
    }
}

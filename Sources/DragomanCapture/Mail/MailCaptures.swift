internal import DragomanText

/// Makes captures of mails and of pages saved into one file.
enum MailCaptures {
    /// The document in a mail, a newsletter say, or in a saved page.
    ///
    /// A saved page gives the bytes and the address of its page. A mail gives a page made of its text under what its header
    /// says: subject, sender, date.
    ///
    /// - Throws: `DragomanError` F042 where there is no text in it.
    static func capture(_ name: String, _ bytes: [UInt8], part number: Int? = nil) throws -> Capture {
        let message = MailMessage(bytes)
        guard let part = message.text, part.bytes.contains(where: { !XMLReader.isSpace($0) }) else {
            throw DragomanError(
                .badInput, "F042", "\(name) holds no text", advice: "Give a mail or a saved page with text in it.")
        }
        if message.isSavedPage {
            let address =
                [
                    message.fields["snapshot-content-location"], part.fields["content-location"],
                    message.fields["content-location"],
                ]
                .compactMap { $0 }.first(where: Link.isWeb)
            return Capture(
                source: name, bytes: part.bytes, address: address, contentType: part.fields["content-type"],
                part: number)
        }
        return Capture(source: name, bytes: page(message, part), contentType: "text/html; charset=utf-8", part: number)
    }

    private static func page(_ message: MailMessage, _ part: MailMessage.Part) -> [UInt8] {
        var page = MadePage()
        page.title = message.text("subject")
        page.outlet = message.text("from").flatMap(FeedItemReader.person)
        page.published = message.fields["date"].flatMap(FeedTime.init)
        page.language = message.fields["content-language"]
        let isHTML = part.type.name != "text/plain"
        let text = String(decoding: utf8(part, isHTML: isHTML), as: UTF8.self)
        return page.document(body: isHTML ? text : paragraphs(text), isWhole: isHTML)
    }

    private static func utf8(_ part: MailMessage.Part, isHTML: Bool) -> [UInt8] {
        let bytes = part.bytes
        let repaired = UTF8Repair(bytes)
        if repaired.replaced == 0, part.type["charset"]?.lowercased().hasPrefix("iso-2022") != true {
            return repaired.bytes
        }
        return part.type["charset"].flatMap { LegacyEncoding.utf8(bytes, from: $0) }
            ?? LegacyEncoding.utf8(bytes, from: "windows-1252") ?? repaired.bytes
    }

    /// Plain text as HTML: what blank lines part is a paragraph. What follows "-- " alone on a line is a signature.
    private static func paragraphs(_ text: String) -> String {
        var paragraphs: [String] = []
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line == "-- " { break }
            let trimmed = line.trimmedOfSpace
            if trimmed.isEmpty {
                if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
                lines = []
            } else {
                lines.append(HTMLText.escaped(trimmed))
            }
        }
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
        return paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
    }
}

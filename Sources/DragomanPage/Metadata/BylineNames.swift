internal import DragomanText

/// Reads the names of people out of bylines.
enum BylineNames {
    /// Words before names, in lower case; longer ones first.
    private static let openings: [String] = [
        "veröffentlicht von", "eingestellt von", "geschrieben von", "verfasst von", "erstellt von", "ein artikel von",
        "ein beitrag von", "ein gastbeitrag von", "gastbeitrag von", "published by", "written by", "posted by",
        "article by",
        "story by", "reported by", "words by", "text by", "submitted by", "added by", "created by", "publié par",
        "écrit par",
        "rédigé par", "proposé par", "publicado por", "escrito por", "pubblicato da", "scritto da", "a cura di",
        "posted on by",
        "autor des artikels:", "über den autor", "about the author", "autorin:", "autoren:", "autor:", "author:",
        "authors:",
        "auteur:", "auteur :", "autore:", "redaktion:", "text:", "texte:", "texte :", "testo:", "interview:", "автор:",
        "авторы:", "текст:", "yazar:", "yazan:", "haber:", "نویسنده:", "کاتب:", "الكاتب:", "بقلم:", "بقلم", "autorin",
        "autor",
        "author", "auteur", "by:", "by", "von:", "von", "par", "por", "di", "da", "door", "av", "af", "przez", "od",
        "de",
    ].sorted { $0.utf8.count > $1.utf8.count }
    /// Openings that make a plain line a byline.
    private static let prepositions: Set<String> = [
        "by", "by:", "von", "von:", "par", "por", "door", "автор:", "авторы:", "текст:", "autor:", "autorin:",
        "autoren:",
        "author:", "authors:", "auteur:", "auteur :", "autore:", "text:", "texte:", "texte :", "بقلم:", "بقلم",
        "نویسنده:",
        "الكاتب:", "yazar:", "written by", "posted by", "published by", "veröffentlicht von", "geschrieben von",
        "eingestellt von", "publié par", "publicado por", "escrito por", "a cura di", "ein beitrag von", "haber:", "av",
    ]

    /// Words that no name holds.
    private static let strangers: Set<String> = [
        "the", "editor", "editors", "editorial", "staff", "team", "redaktion", "redakteur", "redakteurin", "desk",
        "news",
        "newsroom", "agency", "agencies", "agenturen", "admin", "administrator", "user", "unknown", "anonymous",
        "guest",
        "webmaster", "published", "posted", "updated", "veröffentlicht", "publiziert", "uhr", "kommentar", "kommentare",
        "comment", "comments", "profile", "profil", "complete", "view", "show", "more", "mehr", "alle", "all",
        "articles",
        "artikel", "beiträge", "posts", "follow", "email", "e-mail", "mail", "twitter", "facebook", "instagram",
        "linkedin",
        "online", "gmbh", "ltd", "inc", "llc", "ag", "image", "images", "photo", "photos", "photograph", "foto",
        "fotos",
        "bild", "bilder", "quelle", "source", "getty", "correspondent", "reporter", "writers", "journalist",
        "contributor", "share", "teilen", "empfehlen", "read", "read more", "minutes", "min", "is", "was", "ist", "war",
        "hat", "has", "about", "über", "theme", "powered", "copyright", "engineer", "director", "manager", "professor",
        "author", "autor", "autorin", "contact", "kontakt", "home", "startseite", "super", "name", "gesponserte",
        "inhalte",
        "blog", "website", "magazin", "magazine", "verlag", "press", "presse", "media", "service", "services", "tv",
        "radio",
        "senior", "chief", "head", "leiter", "chefredakteur", "januar", "february", "march", "monday", "tuesday",
        "today",
        "yesterday", "heute", "gestern", "experte", "expert", "dpa", "afp", "reuters", "school", "university",
        "universität", "institut", "institute", "association", "program", "programme", "international", "redaction",
        "rédaction", "redazione", "redacción", "редакция", "your", "sie", "you", "ich", "we", "wir", "subscribe",
        "newsletter",
        "kitchens", "kitchen", "recipe", "rezept", "published:", "listen", "sign", "login", "click", "here", "page",
        "seite",
        "correspondents", "special", "exclusive", "column", "columnist", "opinion", "analysis", "bureau", "company",
        "group",
    ]
    /// Names that publishing systems give.
    private static let nobodies: Set<String> = [
        "admin", "administrator", "redaktion", "redaktionsteam", "editor", "editorial", "editors", "staff", "user",
        "guest",
        "gast", "unknown", "anonymous", "webmaster", "root", "test", "wordpress", "author", "autor", "news", "team",
        "oradmin",
        "noauthor", "nobody", "none", "null", "undefined", "super user", "super", "author name", "no author", "site",
        "web",
        "superuser", "adminadmin", "webredaktion", "onlineredaktion", "newsdesk", "desk", "press", "presse", "default",
        "published", "posted", "name", "by", "von", "view", "profile", "anonym", "redacción", "redaccion", "redazione",
        "rédaction", "redakcja", "редакция", "ведущий", "editör", "kommentar", "comment", "comments",
    ]

    static func isNobody(_ name: String) -> Bool { nobodies.contains(name.lowercased()) }

    /// The people that a byline names: "By A. Writer and B. Scribe"; addresses, agencies and sentences are none.
    ///
    /// - Parameter isStrong: whether markup says that this is an author; then one word will do.
    static func names(in byline: String, isStrong: Bool) -> [String] {
        guard byline.utf8.count <= 300, !byline.contains("://"), !byline.hasPrefix("www.") else { return [] }
        let pieces = pieces(of: withoutOpening(byline).text)
        // "herald.example, Tabriz, Iran" names no people: one word will do only where it stands alone.
        return pieces.compactMap { name($0, isStrong: isStrong && (pieces.count == 1 || $0.contains(" "))) }
    }

    /// The people of a line that begins as bylines do; nil for other lines.
    static func afterPreposition(_ line: String) -> [String]? {
        let (text, opening) = withoutOpening(line)
        guard let opening, prepositions.contains(opening) else { return nil }
        let head = text.split(separator: "|").first.map(String.init) ?? text
        let names = pieces(of: head).map { name($0, isStrong: false) }
        // All of a byline in prose must be names: "Von Ann Writer und Ben Scribe".
        guard let first = names.first, first != nil else { return nil }
        return names.prefix { $0 != nil }.compactMap { $0 }
    }

    private static let openingsByFirst: [UInt8: [String]] = {
        var table: [UInt8: [String]] = [:]
        for opening in openings {
            if let first = opening.utf8.first { table[first, default: []].append(opening) }
        }
        return table
    }()

    /// Whether a line that begins with this byte may begin as bylines do.
    static func mayOpen(_ byte: UInt8) -> Bool {
        byte >= 0x80 || openingsByFirst[byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte] != nil
    }

    private static func withoutOpening(_ text: String) -> (text: String, opening: String?) {
        var text = text.trimmed
        var found: String?
        for _ in 0..<3 {
            let lower = text.prefix(40).lowercased()
            guard let first = lower.utf8.first, let candidates = openingsByFirst[first],
                let opening = candidates.first(where: { opening in
                    guard lower.utf8.starts(with: opening.utf8) else { return false }
                    let next = lower.utf8.dropFirst(opening.utf8.count).first
                    return opening.hasSuffix(":") || next == 0x20 || next == 0xC2 || next == UInt8(ascii: ":")
                })
            else { break }
            found = found ?? opening
            text = String(text.dropFirst(opening.count)).trimmed
            if text.hasPrefix(":") { text = String(text.dropFirst()).trimmed }
        }
        return (text, found)
    }

    /// Words and signs between the names of a byline.
    private static let joints: Set<String> = [
        "–", "—", "-", "and", "und", "&", "et", "y", "e", "och", "og", "en", "и", "ve", "و", "with", "mit", "•", "·",
        "|", "/",
    ]

    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var words: [Substring] = []
        func flush() {
            if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
            words = []
        }
        for line in text.split(whereSeparator: { ",;|/\n•·、，".contains($0) }) {
            for word in line.split(separator: " ") {
                if joints.contains(word.lowercased()) { flush() } else { words.append(word) }
            }
            flush()
        }
        return pieces
    }

    private static func name(_ piece: String, isStrong: Bool) -> String? {
        var text = piece
        if let open = text.firstIndex(of: "("), open > text.startIndex { text = String(text[..<open]) }
        text = withoutOpening(text).text
        for ending in [" 기자", "記者", "记者"] where text.hasSuffix(ending) { text = String(text.dropLast(ending.count)) }
        text = String(text.trimmed.drop { !$0.isLetter }.trimmed)
        while let last = text.last, !last.isLetter, !last.isNumber, last != "." { text.removeLast() }
        guard text.utf8.count >= 2, text.utf8.count <= 60, !text.contains("@"), !WireCredit.isAgency(text) else {
            return nil
        }
        if text.contains("."), !text.contains(" ") { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        if isNobody(text) || words.count > 5 { return nil }
        let isCased = text.contains { $0.isLowercase || $0.isUppercase }
        if words.count == 1, !isStrong { return nil }
        if !isStrong || words.count > 1 {
            if words.contains(where: { strangers.contains($0.lowercased().filter { $0.isLetter || $0 == "-" }) }) {
                return nil
            }
            if text.contains(where: \.isNumber) { return nil }
        }
        // Names begin with capitals where the script has them; "van der" and the like aside.
        if isCased, words.count > 1 {
            guard words.first?.first?.isLowercase == false || isStrong,
                words.last?.first?.isLowercase == false || isStrong
            else {
                return nil
            }
            if words.contains(where: { $0.first?.isLowercase == true && $0.count > 4 }), !isStrong { return nil }
        }
        return words.joined(separator: " ")
    }
}

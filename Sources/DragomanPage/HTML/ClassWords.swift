/// What the words in an element's class and id say of it.
struct ClassWords: OptionSet {
    let rawValue: UInt8

    /// Comments, teasers, menus, sharing, advertising: not the article.
    static let furniture = ClassWords(rawValue: 1)
    /// Words that mostly name such things, but the text of an article too.
    static let doubtful = ClassWords(rawValue: 16)
    /// The body of an article.
    static let body = ClassWords(rawValue: 2)
    /// Bylines, dates, read-times.
    static let byline = ClassWords(rawValue: 4)
    /// The lines under a headline.
    static let standfirst = ClassWords(rawValue: 8)

    private static let furnitureWords: Set<String> = [
        "comment", "comments", "disqus", "related", "recommended", "recommendation", "recommendations", "recommend",
        "recirc", "share", "sharing", "shares", "sharebar", "sharedaddy", "social", "socials", "newsletter",
        "newsletters", "subscribe", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "menu",
        "navbar",
        "navigation", "nav", "footer", "taglist", "tagcloud", "login", "signup", "pagination", "pager", "outbrain",
        "taboola", "trending", "copyright", "yarpp", "readmore", "mostread", "topbar", "masthead", "morelink", "onward",
        "respond", "bio", "infobox", "sponsor", "sponsored", "promo", "promoted", "promotion", "disclaimer",
        "podcast", "popular", "caption", "trackback", "trackbacks", "kommentare", "kommentar",
    ]
    private static let doubtfulWords: Set<String> = [
        "sidebar", "advert", "adverts", "advertisement", "advertising", "ad", "ads",
        "adslot", "adsense", "tags", "teaser", "teasers", "widget", "popup", "modal", "overlay",
        "register", "toolbar", "carousel", "slider", "slideshow", "gallery", "follow", "donate", "donation",
        "banner", "skip", "print", "rating", "ratings", "poll", "quiz", "credit", "jp",
        "attachment", "noprint", "ticker", "player", "flyout", "tooltip", "dropdown", "bookmark",
        "favorite", "search", "subscription", "correction", "video", "audio",
    ]
    private static let bodyWords: Set<String> = [
        "articlebody", "storybody", "entrycontent", "postcontent", "articlecontent", "storycontent", "articletext",
        "bodytext", "posttext", "maincontent", "newstext", "contentbody", "postbody", "newscontent", "richtext",
    ]
    private static let bylineWords: Set<String> = [
        "byline", "author", "authors", "autor", "autoren", "dateline", "timestamp", "published", "pubdate", "postmeta",
        "entrymeta", "meta",
        "readtime", "date", "time",
    ]
    private static let standfirstWords: Set<String> = [
        "standfirst", "subtitle", "subheadline", "dek", "deck", "lead", "lede", "intro", "excerpt", "abstract", "chapo",
        "teasertext", "summary", "vorspann", "sapo", "subhead", "kicker",
    ]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Reads the words of a class or id: `article-body__share ShareBar` has article, body, share, articlebody, bodyshare,
    /// share, bar and sharebar.
    init(_ names: ArraySlice<UInt8>) {
        var found: ClassWords = []
        var last: [UInt8] = []
        var word: [UInt8] = []
        func take() {
            guard !word.isEmpty else { return }
            if word.count <= 15 { found.formUnion(Self.meaning(of: String(decoding: word, as: UTF8.self))) }
            if !last.isEmpty, last.count + word.count <= 15 {
                found.formUnion(Self.meaning(of: String(decoding: last + word, as: UTF8.self)))
            }
            last = word
            word = []
        }
        var wasLower = false
        for byte in names.prefix(300) {
            switch byte {
            case 0x61...0x7A:
                word.append(byte)
                wasLower = true
            case 0x41...0x5A:
                if wasLower { take() }
                word.append(byte + 32)
                wasLower = false
            default:
                take()
                if InlineText.isSpace(byte) { last = [] }
                wasLower = false
            }
        }
        take()
        self = found
    }

    /// Whether a class is that of an author's name.
    static func namesAuthor(_ names: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: names.prefix(200), as: UTF8.self).lowercased()
        return (text.contains("author") || text.contains("byline") || text.contains("autor"))
            && !["bio", "image", "avatar", "comment", "box", "date", "link-"].contains(where: text.contains)
    }

    private static func meaning(of word: String) -> ClassWords {
        if furnitureWords.contains(word) { return .furniture }
        if doubtfulWords.contains(word) { return .doubtful }
        if bodyWords.contains(word) { return .body }
        if bylineWords.contains(word) { return .byline }
        if standfirstWords.contains(word) { return .standfirst }
        return []
    }
}

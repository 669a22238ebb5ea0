/// What the words in an element's class and id say of it.
struct ClassWords: OptionSet {
    let rawValue: UInt8

    /// Comments, teasers, menus, sharing, advertising: not the article.
    static let furniture = ClassWords(rawValue: 1)
    /// The body of an article.
    static let body = ClassWords(rawValue: 2)
    /// Bylines, dates, read-times.
    static let byline = ClassWords(rawValue: 4)
    /// The lines under a headline.
    static let standfirst = ClassWords(rawValue: 8)

    private static let furnitureWords: Set<String> = [
        "comment", "comments", "disqus", "related", "recommended", "recommendation", "recommendations", "recommend",
        "recirc", "share", "sharing", "shares", "sharebar", "sharedaddy", "social", "socials", "newsletter",
        "newsletters",
        "subscribe", "subscription", "cookie", "cookies", "consent", "gdpr", "sidebar", "promo", "promoted",
        "promotion",
        "advert", "adverts", "advertisement", "advertising", "ad", "ads", "adslot", "adsense", "sponsor", "sponsored",
        "breadcrumb", "breadcrumbs", "menu", "navbar", "navigation", "nav", "footer", "tags", "taglist", "tagcloud",
        "teaser", "teasers", "widget", "popup", "modal", "overlay", "login", "signup", "register", "pagination",
        "pager",
        "outbrain", "taboola", "toolbar", "popular", "trending", "carousel", "slider", "slideshow", "gallery", "follow",
        "donate", "donation", "banner", "skip", "hidden", "print", "rating", "ratings", "poll", "quiz", "copyright",
        "disclaimer", "caption", "credit", "bio", "attachment", "jp", "yarpp", "noprint", "ticker", "player", "audio",
        "video", "flyout", "tooltip", "dropdown", "masthead", "topbar", "infobox", "morelink", "readmore", "liveblog",
        "podcast", "paywall", "abo", "correction", "mostread", "bookmark", "favorite", "search", "onward",
    ]
    private static let bodyWords: Set<String> = [
        "articlebody", "storybody", "entrycontent", "postcontent", "articlecontent", "storycontent", "articletext",
        "bodytext", "posttext", "maincontent", "newstext", "contentbody", "postbody", "newscontent", "richtext",
    ]
    private static let bylineWords: Set<String> = [
        "byline", "author", "authors", "dateline", "timestamp", "published", "pubdate", "postmeta", "entrymeta", "meta",
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

    private static func meaning(of word: String) -> ClassWords {
        if furnitureWords.contains(word) { return .furniture }
        if bodyWords.contains(word) { return .body }
        if bylineWords.contains(word) { return .byline }
        if standfirstWords.contains(word) { return .standfirst }
        return []
    }
}

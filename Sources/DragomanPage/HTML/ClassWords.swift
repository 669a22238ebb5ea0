/// What the words in an element's class and id say of it.
struct ClassWords: OptionSet {
    let rawValue: UInt16

    /// Comments, teasers, menus, sharing, advertising: not the article.
    static let furniture = ClassWords(rawValue: 1)
    /// The body of an article.
    static let body = ClassWords(rawValue: 2)
    /// Bylines, dates, read-times.
    static let byline = ClassWords(rawValue: 4)
    /// The lines under a headline.
    static let standfirst = ClassWords(rawValue: 8)
    /// Words that mostly name furniture, but the text of an article too.
    static let doubtful = ClassWords(rawValue: 16)
    /// Who wrote it.
    static let author = ClassWords(rawValue: 32)
    /// Comments of readers, and lists of other articles.
    static let others = ClassWords(rawValue: 64)
    /// Days and times.
    static let date = ClassWords(rawValue: 128)
    /// The words under a picture.
    static let caption = ClassWords(rawValue: 256)
    /// Words of the article set apart in large type.
    static let pullOut = ClassWords(rawValue: 512)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Classes that hide an element, and the beginnings of those that show it again on wider screens.
    private static let hiding = [
        "hidden", "d-none", "hide", "is-hidden", "sr-only", "visually-hidden", "screen-reader-text",
    ]
    .map { Array($0.utf8) }

    /// Whether one of the classes hides the element and none shows it again: "hidden", but not "hidden md:block".
    static func hides(_ classes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var isHiding = false
        let bytes = classes.base
        var index = classes.startIndex
        while index < classes.endIndex {
            let start = index
            while index < classes.endIndex, !InlineText.isSpace(bytes[index]) { index += 1 }
            let length = index - start
            index += 1
            guard length >= 4 else { continue }
            // Names that hide begin with d, h, i, s or v; those that show end with "block" or "flex".
            switch bytes[start] {
            case 0x64, 0x68, 0x69, 0x73, 0x76:
                let name = bytes[start..<start + length]
                if hiding.contains(where: { $0.count == length && name.elementsEqual($0) }) { isHiding = true }
            default: break
            }
            let last = bytes[start + length - 1]
            guard last == 0x6B || last == 0x78 else { continue }
            let name = bytes[start..<start + length]
            if name.suffix(5).elementsEqual("block".utf8) || name.suffix(4).elementsEqual("flex".utf8) { return false }
        }
        return isHiding
    }

    private static let groups: [(ClassWords, String)] = [
        (
            [.furniture, .others],
            """
            comment comments disqus related recommended recommendation recommendations recommend recirc outbrain taboola
            trending yarpp readmore mostread onward respond popular trackback trackbacks kommentare kommentar
            commentlist morelink pingback livefyre relatedposts
            """
        ),
        (
            .furniture,
            """
            share sharing shares sharebar sharedaddy social socials newsletter newsletters subscribe cookie cookies consent
            gdpr breadcrumb breadcrumbs menu navbar navigation nav footer taglist tagcloud login signup pagination pager
            topbar masthead bio infobox sponsor sponsored promo promoted promotion disclaimer podcast copyright
            authorbox authordescription authorinfo authorprofile authorbio postauthor aboutauthor cta signin registration
            paywall regwall donate donation mediainfo mediarights bildrechte
            capping affiliate factbox disclosure signupbox upsell autorenbox autorbox
            """
        ),
        ([.furniture, .caption], "caption captions figcaption captiontext mediasubtitle bildunterschrift legende"),
        (.pullOut, "pullquote pullquotes pullout pulledquote"),
        ([.doubtful, .others], "teaser teasers sidebar widget carousel slider ticker"),
        (
            .doubtful,
            """
            advert adverts advertisement advertising ad ads adslot adsense tags popup modal overlay register toolbar
            slideshow gallery follow banner skip print rating ratings poll quiz credit jp attachment
            noprint player flyout tooltip dropdown bookmark favorite search subscription correction video audio embed htmlembed
            tweet legend
            """
        ),
        (
            .body,
            """
            articlebody storybody entrycontent postcontent articlecontent storycontent articletext bodytext posttext
            maincontent newstext contentbody postbody newscontent richtext
            """
        ),
        ([.byline, .author], "byline author authors autor autoren auteur autore redakteur writer verfasser"),
        (
            [.byline, .date],
            "dateline timestamp published pubdate date time datum datetime publishdate postdate entrydate fecha"
        ),
        (.byline, "postmeta entrymeta meta readtime"),
        (
            .standfirst,
            """
            standfirst subtitle subheadline dek deck lead lede intro excerpt abstract chapo teasertext summary vorspann sapo
            subhead kicker
            """
        ),
    ]

    /// Words of at most 15 letters with their meanings, in an open-addressed table of powers of two.
    private static let table: (slots: [UInt64], meanings: [UInt16]) = {
        var slots = [UInt64](repeating: 0, count: 1024)
        var meanings = [UInt16](repeating: 0, count: 1024)
        for (meaning, words) in groups {
            for word in words.split(whereSeparator: \.isWhitespace) {
                var hash = seed
                for byte in word.utf8 { hash = mix(hash, byte) }
                var slot = Int(hash >> 54)
                while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & 1023 }
                slots[slot] = hash
                meanings[slot] |= meaning.rawValue
            }
        }
        return (slots, meanings)
    }()

    /// FNV-1a with a finishing multiplication folded into each step; 64 bits tell these few words apart.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29)
    }

    private static func meaning(of hash: UInt64, _ slots: [UInt64], _ meanings: [UInt16]) -> UInt16 {
        var slot = Int(hash >> 54)
        while slots[slot] != 0 {
            if slots[slot] == hash { return meanings[slot] }
            slot = (slot + 1) & 1023
        }
        return 0
    }

    /// Reads the words of a class or id: `article-body__share ShareBar` has article, body, share, articlebody, bodyshare,
    /// share, bar and sharebar.
    init(_ names: Slice<UnsafeBufferPointer<UInt8>>) {
        let (slots, meanings) = Self.table
        var found: UInt16 = 0
        // The word being read, and it with the word before it.
        var word = Self.seed
        var pair = Self.seed
        var length = 0
        var pairLength = 0
        var wasLower = false
        func take() {
            guard length > 0 else { return }
            if length <= 15 { found |= Self.meaning(of: word, slots, meanings) }
            if pairLength > length, pairLength <= 15 { found |= Self.meaning(of: pair, slots, meanings) }
            pair = word
            pairLength = length
            word = Self.seed
            length = 0
        }
        for byte in names.prefix(300) {
            let lower = byte | 0x20
            if lower >= 0x61, lower <= 0x7A {
                if byte < 0x61, wasLower { take() }
                word = Self.mix(word, lower)
                pair = Self.mix(pair, lower)
                length += 1
                pairLength += 1
                wasLower = byte >= 0x61
            } else {
                take()
                if InlineText.isSpace(byte) {
                    pair = Self.seed
                    pairLength = 0
                }
                wasLower = false
            }
        }
        take()
        rawValue = found
    }
}

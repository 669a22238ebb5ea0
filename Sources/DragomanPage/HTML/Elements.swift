internal import CDragomanHTML

/// What HTML's elements are to a reader.
enum Elements {
    private static func table(_ tags: [dragoman_tag]) -> [Bool] {
        var table = Array(repeating: false, count: Int(DRAGOMAN_TAG_VIDEO.rawValue) + 1)
        for tag in tags { table[Int(tag.rawValue)] = true }
        return table
    }

    private static let blocks = table([
        DRAGOMAN_TAG_ADDRESS, DRAGOMAN_TAG_ARTICLE, DRAGOMAN_TAG_ASIDE, DRAGOMAN_TAG_BLOCKQUOTE, DRAGOMAN_TAG_BODY,
        DRAGOMAN_TAG_CENTER, DRAGOMAN_TAG_DD, DRAGOMAN_TAG_DETAILS, DRAGOMAN_TAG_DIALOG, DRAGOMAN_TAG_DIV,
        DRAGOMAN_TAG_DL, DRAGOMAN_TAG_DT, DRAGOMAN_TAG_FIELDSET, DRAGOMAN_TAG_FIGCAPTION, DRAGOMAN_TAG_FIGURE,
        DRAGOMAN_TAG_FOOTER, DRAGOMAN_TAG_FORM, DRAGOMAN_TAG_H1, DRAGOMAN_TAG_H2, DRAGOMAN_TAG_H3, DRAGOMAN_TAG_H4,
        DRAGOMAN_TAG_H5, DRAGOMAN_TAG_H6, DRAGOMAN_TAG_HEADER, DRAGOMAN_TAG_HR, DRAGOMAN_TAG_HTML, DRAGOMAN_TAG_LI,
        DRAGOMAN_TAG_MAIN, DRAGOMAN_TAG_MENU, DRAGOMAN_TAG_NAV, DRAGOMAN_TAG_OL, DRAGOMAN_TAG_P, DRAGOMAN_TAG_PRE,
        DRAGOMAN_TAG_SECTION, DRAGOMAN_TAG_SUMMARY, DRAGOMAN_TAG_TABLE, DRAGOMAN_TAG_TBODY, DRAGOMAN_TAG_TEXTAREA,
        DRAGOMAN_TAG_THEAD, DRAGOMAN_TAG_TITLE, DRAGOMAN_TAG_TR, DRAGOMAN_TAG_UL,
    ])
    private static let neverText = table([
        DRAGOMAN_TAG_AUDIO, DRAGOMAN_TAG_BUTTON, DRAGOMAN_TAG_CANVAS, DRAGOMAN_TAG_HEAD, DRAGOMAN_TAG_IFRAME,
        DRAGOMAN_TAG_INPUT, DRAGOMAN_TAG_MENU, DRAGOMAN_TAG_NOSCRIPT, DRAGOMAN_TAG_OBJECT, DRAGOMAN_TAG_SCRIPT,
        DRAGOMAN_TAG_SELECT, DRAGOMAN_TAG_STYLE, DRAGOMAN_TAG_SVG, DRAGOMAN_TAG_TEMPLATE, DRAGOMAN_TAG_TEXTAREA,
        DRAGOMAN_TAG_TITLE, DRAGOMAN_TAG_VIDEO,
    ])
    private static let furniture = table([
        DRAGOMAN_TAG_ASIDE, DRAGOMAN_TAG_DIALOG, DRAGOMAN_TAG_FIGCAPTION, DRAGOMAN_TAG_FIGURE, DRAGOMAN_TAG_FOOTER,
        DRAGOMAN_TAG_FORM, DRAGOMAN_TAG_LABEL, DRAGOMAN_TAG_NAV, DRAGOMAN_TAG_ADDRESS,
    ])

    /// Elements that begin a block of their own.
    static func isBlock(_ tag: dragoman_tag) -> Bool { blocks[Int(tag.rawValue)] }
    /// Elements whose text is never shown as running text.
    static func isNeverText(_ tag: dragoman_tag) -> Bool { neverText[Int(tag.rawValue)] }
    /// Elements that stand beside an article.
    static func isFurniture(_ tag: dragoman_tag) -> Bool { furniture[Int(tag.rawValue)] }

    static func isRoot(_ tag: dragoman_tag) -> Bool {
        tag == DRAGOMAN_TAG_HTML || tag == DRAGOMAN_TAG_BODY || tag == DRAGOMAN_TAG_MAIN || tag == DRAGOMAN_TAG_ARTICLE
    }

    static func isMain(_ tag: dragoman_tag) -> Bool { tag == DRAGOMAN_TAG_MAIN || tag == DRAGOMAN_TAG_ARTICLE }

    static func isHeading(_ tag: dragoman_tag) -> Bool {
        tag.rawValue >= DRAGOMAN_TAG_H1.rawValue && tag.rawValue <= DRAGOMAN_TAG_H6.rawValue
    }

    static func isParagraph(_ tag: dragoman_tag) -> Bool {
        tag == DRAGOMAN_TAG_P || tag == DRAGOMAN_TAG_BLOCKQUOTE || tag == DRAGOMAN_TAG_PRE
    }

    /// Elements that hold blocks, which are left out whole where they are lists of links.
    static func isGroup(_ tag: dragoman_tag) -> Bool {
        tag == DRAGOMAN_TAG_DIV || tag == DRAGOMAN_TAG_SECTION || tag == DRAGOMAN_TAG_UL || tag == DRAGOMAN_TAG_OL
            || tag == DRAGOMAN_TAG_TABLE || tag == DRAGOMAN_TAG_DL || tag == DRAGOMAN_TAG_ARTICLE
            || tag == DRAGOMAN_TAG_DETAILS || tag == DRAGOMAN_TAG_HEADER
    }
}

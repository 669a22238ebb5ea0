#ifndef DRAGOMAN_HTML_H
#define DRAGOMAN_HTML_H

#include <stddef.h>
#include <stdint.h>

/// What an element is. Elements that no reading depends on are DRAGOMAN_TAG_OTHER.
enum dragoman_tag {
    DRAGOMAN_TAG_TEXT, DRAGOMAN_TAG_OTHER,
    DRAGOMAN_TAG_A, DRAGOMAN_TAG_ADDRESS, DRAGOMAN_TAG_ARTICLE, DRAGOMAN_TAG_ASIDE, DRAGOMAN_TAG_AUDIO,
    DRAGOMAN_TAG_BLOCKQUOTE, DRAGOMAN_TAG_BODY, DRAGOMAN_TAG_BR, DRAGOMAN_TAG_BUTTON, DRAGOMAN_TAG_CANVAS,
    DRAGOMAN_TAG_CENTER, DRAGOMAN_TAG_DD, DRAGOMAN_TAG_DETAILS, DRAGOMAN_TAG_DIALOG, DRAGOMAN_TAG_DIV, DRAGOMAN_TAG_DL,
    DRAGOMAN_TAG_DT, DRAGOMAN_TAG_FIELDSET, DRAGOMAN_TAG_FIGCAPTION, DRAGOMAN_TAG_FIGURE, DRAGOMAN_TAG_FOOTER,
    DRAGOMAN_TAG_FORM, DRAGOMAN_TAG_H1, DRAGOMAN_TAG_H2, DRAGOMAN_TAG_H3, DRAGOMAN_TAG_H4, DRAGOMAN_TAG_H5,
    DRAGOMAN_TAG_H6, DRAGOMAN_TAG_HEAD, DRAGOMAN_TAG_HEADER, DRAGOMAN_TAG_HR, DRAGOMAN_TAG_HTML, DRAGOMAN_TAG_IFRAME,
    DRAGOMAN_TAG_IMG, DRAGOMAN_TAG_INPUT, DRAGOMAN_TAG_LABEL, DRAGOMAN_TAG_LI, DRAGOMAN_TAG_LINK, DRAGOMAN_TAG_MAIN,
    DRAGOMAN_TAG_MENU, DRAGOMAN_TAG_META, DRAGOMAN_TAG_NAV, DRAGOMAN_TAG_NOSCRIPT, DRAGOMAN_TAG_OBJECT, DRAGOMAN_TAG_OL,
    DRAGOMAN_TAG_P, DRAGOMAN_TAG_PRE, DRAGOMAN_TAG_SCRIPT, DRAGOMAN_TAG_SECTION, DRAGOMAN_TAG_SELECT, DRAGOMAN_TAG_STYLE,
    DRAGOMAN_TAG_SUMMARY, DRAGOMAN_TAG_SVG, DRAGOMAN_TAG_TABLE, DRAGOMAN_TAG_TBODY, DRAGOMAN_TAG_TD,
    DRAGOMAN_TAG_TEMPLATE, DRAGOMAN_TAG_TEXTAREA, DRAGOMAN_TAG_TH, DRAGOMAN_TAG_THEAD, DRAGOMAN_TAG_TIME,
    DRAGOMAN_TAG_TITLE, DRAGOMAN_TAG_TR, DRAGOMAN_TAG_UL, DRAGOMAN_TAG_VIDEO
};

/// The attributes that are kept.
enum dragoman_attribute {
    DRAGOMAN_ATTRIBUTE_CLASS = 1, DRAGOMAN_ATTRIBUTE_ID, DRAGOMAN_ATTRIBUTE_REL, DRAGOMAN_ATTRIBUTE_HREF,
    DRAGOMAN_ATTRIBUTE_CONTENT, DRAGOMAN_ATTRIBUTE_PROPERTY, DRAGOMAN_ATTRIBUTE_NAME, DRAGOMAN_ATTRIBUTE_ITEMPROP,
    DRAGOMAN_ATTRIBUTE_DATETIME, DRAGOMAN_ATTRIBUTE_STYLE, DRAGOMAN_ATTRIBUTE_HIDDEN, DRAGOMAN_ATTRIBUTE_ROLE,
    DRAGOMAN_ATTRIBUTE_LANG, DRAGOMAN_ATTRIBUTE_PUBDATE, DRAGOMAN_ATTRIBUTE_MEDIA, DRAGOMAN_ATTRIBUTE_TYPE,
    DRAGOMAN_ATTRIBUTE_TITLE, DRAGOMAN_ATTRIBUTE_ITEMTYPE, DRAGOMAN_ATTRIBUTE_ARIA_HIDDEN,
    DRAGOMAN_ATTRIBUTE_HTTP_EQUIV, DRAGOMAN_ATTRIBUTE_OPEN
};

/// One element or text of a page. Nodes stand in document order: those from a node's own index + 1 up to its `end`
/// are below it.
typedef struct {
    int32_t parent;
    uint32_t end;
    /// Where the text of a text node stands in the bytes of the tree.
    uint32_t text;
    uint32_t text_length;
    uint32_t first_attribute;
    uint16_t attribute_count;
    uint16_t tag;
} dragoman_html_node;

/// An attribute: one of `dragoman_attribute`, and where its value stands in the bytes of the tree.
typedef struct {
    uint32_t name;
    uint32_t value;
    uint32_t value_length;
} dragoman_html_attribute;

typedef struct dragoman_html dragoman_html;

/// Parses a page of well-formed UTF-8, at most 1 GB. Elements nested deeper than `max_depth`, attributes of one tag
/// beyond `max_attributes` and those no reading depends on are left out; comments, styles and scripts (but for JSON-LD) have no text.
/// Returns NULL where memory is short. Free the tree with dragoman_html_free.
dragoman_html *dragoman_html_parse(const uint8_t *bytes, size_t length, uint32_t max_depth, uint32_t max_attributes);
void dragoman_html_free(dragoman_html *tree);

const dragoman_html_node *dragoman_html_nodes(const dragoman_html *tree, size_t *count);
const dragoman_html_attribute *dragoman_html_attributes(const dragoman_html *tree, size_t *count);
const uint8_t *dragoman_html_bytes(const dragoman_html *tree, size_t *count);

#endif

#include "dragoman_html.h"

#include <malloc.h>
#include <myhtml/api.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "flatten.h"

enum { LONG_PAGE = 1 << 18, KEPT_PAGE = 1 << 17 };

/* A buffer that doubles. */
struct buffer {
    void *data;
    size_t count, capacity;
};

struct dragoman_html {
    struct buffer nodes, attributes, bytes;
};

/* Room for `count` more elements of `size` bytes; NULL where memory is short or offsets would not fit 32 bits. */
static void *grow(struct buffer *buffer, size_t count, size_t size) {
    if (buffer->count + count > UINT32_MAX / 2) return NULL;
    if (buffer->count + count > buffer->capacity) {
        size_t capacity = buffer->capacity ? buffer->capacity * 2 : 256;
        while (capacity < buffer->count + count) capacity *= 2;
        void *data = realloc(buffer->data, capacity * size);
        if (!data) return NULL;
        buffer->data = data;
        buffer->capacity = capacity;
    }
    void *start = (char *)buffer->data + buffer->count * size;
    buffer->count += count;
    return start;
}

static uint16_t tag_of(myhtml_tag_id_t id) {
    switch (id) {
#define TAG(name) case MyHTML_TAG_##name: return DRAGOMAN_TAG_##name;
    TAG(A) TAG(ADDRESS) TAG(ARTICLE) TAG(ASIDE) TAG(AUDIO) TAG(BLOCKQUOTE) TAG(BODY) TAG(BR) TAG(BUTTON) TAG(CANVAS)
    TAG(CENTER) TAG(DD) TAG(DETAILS) TAG(DIALOG) TAG(DIV) TAG(DL) TAG(DT) TAG(FIELDSET) TAG(FIGCAPTION) TAG(FIGURE)
    TAG(FOOTER) TAG(FORM) TAG(H1) TAG(H2) TAG(H3) TAG(H4) TAG(H5) TAG(H6) TAG(HEAD) TAG(HEADER) TAG(HR) TAG(HTML)
    TAG(IFRAME) TAG(IMG) TAG(INPUT) TAG(LABEL) TAG(LI) TAG(LINK) TAG(MAIN) TAG(MENU) TAG(META) TAG(NAV) TAG(NOSCRIPT)
    TAG(OBJECT) TAG(OL) TAG(P) TAG(PRE) TAG(SCRIPT) TAG(SECTION) TAG(SELECT) TAG(STYLE) TAG(SUMMARY) TAG(SVG) TAG(TABLE)
    TAG(TBODY) TAG(TD) TAG(TEMPLATE) TAG(TEXTAREA) TAG(TH) TAG(THEAD) TAG(TIME) TAG(TITLE) TAG(TR) TAG(UL) TAG(VIDEO)
#undef TAG
    case MyHTML_TAG__TEXT: return DRAGOMAN_TAG_TEXT;
    default: return DRAGOMAN_TAG_OTHER;
    }
}

/* What an element that HTML does not know is: those of AMP that stand beside articles are asides. */
static uint16_t custom_tag(myhtml_tree_t *tree, myhtml_tag_id_t id) {
    static const char *const asides[] = {
        "amp-user-notification", "amp-consent", "amp-sidebar", "amp-ad", "amp-social-share", "amp-next-page",
    };
    const char *name = myhtml_tag_name_by_id(tree, id, NULL);
    if (!name || strncmp(name, "amp-", 4) != 0) return DRAGOMAN_TAG_OTHER;
    for (size_t at = 0; at < sizeof asides / sizeof *asides; at++) {
        if (strcmp(name, asides[at]) == 0) return DRAGOMAN_TAG_ASIDE;
    }
    return DRAGOMAN_TAG_OTHER;
}

static int add_bytes(dragoman_html *tree, const char *text, size_t length, uint32_t *start, uint32_t *count) {
    *start = (uint32_t)tree->bytes.count;
    *count = (uint32_t)length;
    if (length == 0 || text == NULL) { *count = 0; return 1; }
    void *place = grow(&tree->bytes, length, 1);
    if (!place) return 0;
    memcpy(place, text, length);
    return 1;
}

/* The attributes that readings depend on, by name. */
static const struct { const char *name; size_t length; uint16_t id; } names[] = {
#define NAME(text, id) { text, sizeof text - 1, DRAGOMAN_ATTRIBUTE_##id },
    NAME("class", CLASS) NAME("id", ID) NAME("rel", REL) NAME("href", HREF) NAME("content", CONTENT)
    NAME("property", PROPERTY) NAME("name", NAME) NAME("itemprop", ITEMPROP) NAME("datetime", DATETIME)
    NAME("style", STYLE) NAME("hidden", HIDDEN) NAME("role", ROLE) NAME("lang", LANG) NAME("pubdate", PUBDATE)
    NAME("media", MEDIA) NAME("type", TYPE) NAME("title", TITLE) NAME("itemtype", ITEMTYPE)
    NAME("aria-hidden", ARIA_HIDDEN) NAME("http-equiv", HTTP_EQUIV) NAME("open", OPEN)
#undef NAME
};

static uint16_t attribute_of(const char *name, size_t length) {
    for (size_t at = 0; at < sizeof names / sizeof *names; at++) {
        if (names[at].length == length && names[at].name[0] == name[0] && memcmp(names[at].name, name, length) == 0) {
            return names[at].id;
        }
    }
    return 0;
}

static int add_attributes(dragoman_html *tree, myhtml_tree_node_t *node, dragoman_html_node *made, uint32_t most) {
    made->first_attribute = (uint32_t)tree->attributes.count;
    myhtml_tree_attr_t *attribute = myhtml_node_attribute_first(node);
    for (uint32_t count = 0; attribute && count < most; count++, attribute = myhtml_attribute_next(attribute)) {
        size_t name_length = 0, value_length = 0;
        const char *name = myhtml_attribute_key(attribute, &name_length);
        dragoman_html_attribute added;
        added.name = name ? attribute_of(name, name_length) : 0;
        if (!added.name) continue;
        const char *value = myhtml_attribute_value(attribute, &value_length);
        if (!add_bytes(tree, value, value_length, &added.value, &added.value_length)) return 0;
        dragoman_html_attribute *place = grow(&tree->attributes, 1, sizeof added);
        if (!place) return 0;
        *place = added;
        made->attribute_count++;
    }
    return 1;
}

/* Whether the script's type says JSON-LD: other scripts and styles are not read. */
static int has_text(myhtml_tree_node_t *parent) {
    switch (myhtml_node_tag_id(parent)) {
    case MyHTML_TAG_STYLE: return 0;
    case MyHTML_TAG_SCRIPT: {
        myhtml_tree_attr_t *type = myhtml_attribute_by_key(parent, "type", 4);
        const char *value = type ? myhtml_attribute_value(type, NULL) : NULL;
        return value && strstr(value, "ld+json") != NULL;
    }
    default: return 1;
    }
}

static int add_node(dragoman_html *tree, myhtml_tree_node_t *node, int32_t parent, uint32_t most) {
    dragoman_html_node made;
    memset(&made, 0, sizeof made);
    made.parent = parent;
    myhtml_tag_id_t id = myhtml_node_tag_id(node);
    made.tag = id < MyHTML_TAG_LAST_ENTRY ? tag_of(id) : custom_tag(myhtml_node_tree(node), id);
    if (made.tag == DRAGOMAN_TAG_TEXT) {
        size_t length = 0;
        const char *text = myhtml_node_text(node, &length);
        if (!add_bytes(tree, text, length, &made.text, &made.text_length)) return 0;
    } else if (!add_attributes(tree, node, &made, most)) {
        return 0;
    }
    dragoman_html_node *place = grow(&tree->nodes, 1, sizeof made);
    if (!place) return 0;
    *place = made;
    return 1;
}

static int is_kept(myhtml_tree_node_t *node) {
    myhtml_tag_id_t tag = myhtml_node_tag_id(node);
    if (tag == MyHTML_TAG__COMMENT || tag == MyHTML_TAG__DOCTYPE || tag == MyHTML_TAG__UNDEF) return 0;
    return tag != MyHTML_TAG__TEXT || has_text(myhtml_node_parent(node));
}

/* Walks the tree without recursion; `parent` is the flat index of the node above. */
static int flatten_tree(dragoman_html *tree, myhtml_tree_node_t *root, uint32_t max_depth, uint32_t most) {
    myhtml_tree_node_t *node = root;
    int32_t parent = -1;
    uint32_t depth = 0;
    while (node) {
        int kept = is_kept(node);
        if (kept && !add_node(tree, node, parent, most)) return 0;
        myhtml_tree_node_t *child = kept && depth < max_depth ? myhtml_node_child(node) : NULL;
        if (child) {
            parent = (int32_t)tree->nodes.count - 1;
            depth++;
            node = child;
            continue;
        }
        dragoman_html_node *nodes = tree->nodes.data;
        if (kept) nodes[tree->nodes.count - 1].end = (uint32_t)tree->nodes.count;
        while (node != root && !myhtml_node_next(node)) {
            node = myhtml_node_parent(node);
            nodes[parent].end = (uint32_t)tree->nodes.count;
            parent = nodes[parent].parent;
            depth--;
        }
        node = node == root ? NULL : myhtml_node_next(node);
    }
    return 1;
}

/* MyHTML's parser with its tree. Making one costs as much as a small page, so each thread keeps one from page to page. */
struct parser {
    myhtml_t *parser;
    myhtml_tree_t *tree;
};

static pthread_key_t kept_key;
static pthread_once_t kept_once = PTHREAD_ONCE_INIT;

static void free_parser(void *data) {
    struct parser *parser = data;
    if (!parser) return;
    if (parser->tree) myhtml_tree_destroy(parser->tree);
    if (parser->parser) myhtml_destroy(parser->parser);
    free(parser);
}

static void make_key(void) {
    pthread_key_create(&kept_key, free_parser);
}

/* The parser that the thread keeps, which is then its caller's, or a new one; NULL where memory is short. */
static struct parser *take_parser(void) {
    pthread_once(&kept_once, make_key);
    struct parser *kept = pthread_getspecific(kept_key);
    pthread_setspecific(kept_key, NULL);
    if (kept) return kept;
    struct parser *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->parser = myhtml_create();
    made->tree = myhtml_tree_create();
    if (made->parser && made->tree && myhtml_init(made->parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 4096) == MyHTML_STATUS_OK
        && myhtml_tree_init(made->tree, made->parser) == MyHTML_STATUS_OK) {
        return made;
    }
    free_parser(made);
    return NULL;
}

static void keep_parser(struct parser *parser) {
    myhtml_tree_clean(parser->tree);
    if (pthread_setspecific(kept_key, parser) != 0) free_parser(parser);
}

dragoman_html *dragoman_html_parse(const uint8_t *bytes, size_t length, uint32_t max_depth, uint32_t max_attributes) {
    if (length > 1u << 30) return NULL;
    int failed = 0;
    size_t flat_length = length;
    struct parser *parser = take_parser();
    /* One that has read a long page, or is to read one, holds more memory than is worth keeping. */
    int is_kept_after = length <= KEPT_PAGE;
    if (parser && !is_kept_after) {
        free_parser(parser);
        parser = take_parser();
    }
    /* Elements that close themselves are not counted there and get an eighth of the depth. */
    uint8_t *flat = dragoman_flatten(bytes, &flat_length, max_depth - max_depth / 8, &failed);
    dragoman_html *result = failed ? NULL : calloc(1, sizeof *result);
    int built = 0;
    if (result && parser) {
        const char *input = (const char *)(flat ? flat : bytes);
        if (myhtml_parse(parser->tree, MyENCODING_UTF_8, input, flat_length) == MyHTML_STATUS_OK) {
            myhtml_tree_node_t *root = myhtml_tree_get_node_html(parser->tree);
            built = root == NULL || flatten_tree(result, root, max_depth, max_attributes);
        }
    }
    if (parser && is_kept_after && built) keep_parser(parser);
    else free_parser(parser);
    free(flat);
    /* What the parser of a long page held goes back to the system before its reading begins. */
    if (length > LONG_PAGE) malloc_trim(0);
    if (!built) {
        dragoman_html_free(result);
        return NULL;
    }
    return result;
}

void dragoman_html_free(dragoman_html *tree) {
    if (!tree) return;
    free(tree->nodes.data);
    free(tree->attributes.data);
    free(tree->bytes.data);
    free(tree);
}

const dragoman_html_node *dragoman_html_nodes(const dragoman_html *tree, size_t *count) {
    *count = tree->nodes.count;
    return tree->nodes.data;
}

const dragoman_html_attribute *dragoman_html_attributes(const dragoman_html *tree, size_t *count) {
    *count = tree->attributes.count;
    return tree->attributes.data;
}

const uint8_t *dragoman_html_bytes(const dragoman_html *tree, size_t *count) {
    *count = tree->bytes.count;
    return tree->bytes.data;
}

#include "flatten.h"

#include <stdlib.h>
#include <string.h>

enum kind { KIND_PLAIN, KIND_SPECIAL, KIND_SCOPE, KIND_FORMAT, KIND_FREE, KIND_RAW };

struct tag {
    const char *name;
    enum kind kind;
};

/* Elements that close themselves or cannot nest are free; raw ones hold no tags; the rest is plain. */
static const struct tag tags[] = {
    {"a", KIND_FREE}, {"address", KIND_SPECIAL}, {"applet", KIND_SCOPE}, {"area", KIND_FREE}, {"article", KIND_SPECIAL},
    {"aside", KIND_SPECIAL}, {"b", KIND_FORMAT}, {"base", KIND_FREE}, {"big", KIND_FORMAT},
    {"blockquote", KIND_SPECIAL}, {"body", KIND_FREE}, {"br", KIND_FREE}, {"button", KIND_SPECIAL},
    {"caption", KIND_SCOPE}, {"center", KIND_SPECIAL}, {"code", KIND_FORMAT}, {"col", KIND_FREE},
    {"colgroup", KIND_FREE}, {"dd", KIND_FREE}, {"details", KIND_SPECIAL}, {"dir", KIND_SPECIAL}, {"div", KIND_SPECIAL},
    {"dl", KIND_SPECIAL}, {"dt", KIND_FREE}, {"em", KIND_FORMAT}, {"embed", KIND_FREE}, {"fieldset", KIND_SPECIAL},
    {"figcaption", KIND_SPECIAL}, {"figure", KIND_SPECIAL}, {"font", KIND_FORMAT}, {"footer", KIND_SPECIAL},
    {"form", KIND_SPECIAL}, {"h1", KIND_SPECIAL}, {"h2", KIND_SPECIAL}, {"h3", KIND_SPECIAL}, {"h4", KIND_SPECIAL},
    {"h5", KIND_SPECIAL}, {"h6", KIND_SPECIAL}, {"head", KIND_FREE}, {"header", KIND_SPECIAL}, {"hgroup", KIND_SPECIAL},
    {"hr", KIND_FREE}, {"html", KIND_FREE}, {"i", KIND_FORMAT}, {"iframe", KIND_RAW}, {"img", KIND_FREE},
    {"input", KIND_FREE}, {"li", KIND_FREE}, {"link", KIND_FREE}, {"listing", KIND_SPECIAL}, {"main", KIND_SPECIAL},
    {"marquee", KIND_SCOPE}, {"menu", KIND_SPECIAL}, {"meta", KIND_FREE}, {"nav", KIND_SPECIAL}, {"nobr", KIND_FORMAT},
    {"noembed", KIND_RAW}, {"noframes", KIND_RAW}, {"object", KIND_SCOPE}, {"ol", KIND_SPECIAL},
    {"optgroup", KIND_FREE}, {"option", KIND_FREE}, {"p", KIND_FREE}, {"param", KIND_FREE}, {"pre", KIND_SPECIAL},
    {"rp", KIND_FREE}, {"rt", KIND_FREE}, {"s", KIND_FORMAT}, {"script", KIND_RAW}, {"search", KIND_SPECIAL},
    {"section", KIND_SPECIAL}, {"select", KIND_SPECIAL}, {"small", KIND_FORMAT}, {"source", KIND_FREE},
    {"strike", KIND_FORMAT}, {"strong", KIND_FORMAT}, {"style", KIND_RAW}, {"summary", KIND_SPECIAL},
    {"table", KIND_SCOPE}, {"tbody", KIND_FREE}, {"td", KIND_FREE}, {"template", KIND_SCOPE}, {"textarea", KIND_RAW},
    {"tfoot", KIND_FREE}, {"th", KIND_FREE}, {"thead", KIND_FREE}, {"title", KIND_RAW}, {"tr", KIND_FREE},
    {"track", KIND_FREE}, {"tt", KIND_FORMAT}, {"u", KIND_FORMAT}, {"ul", KIND_SPECIAL}, {"wbr", KIND_FREE},
    {"xmp", KIND_RAW},
};

enum { LONGEST = 16, MOST_FORMATS = 8 };

static int compare(const void *key, const void *element) {
    return strcmp((const char *)key, ((const struct tag *)element)->name);
}

static enum kind kind_of(const char *name) {
    const struct tag *tag = bsearch(name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare);
    return tag ? tag->kind : KIND_PLAIN;
}

/* The lower-case name that begins at `start`, cut at LONGEST - 1 bytes; returns the offset after it. */
static size_t read_name(const uint8_t *bytes, size_t length, size_t start, char name[LONGEST]) {
    size_t count = 0, at = start;
    for (; at < length; at++) {
        uint8_t byte = bytes[at];
        if (byte <= ' ' || byte == '>' || byte == '/') break;
        if (count < LONGEST - 1) name[count++] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : (char)byte;
    }
    name[count] = 0;
    return at;
}

/* The offset after the `>` that ends a tag; one in quotes does not. */
static size_t tag_end(const uint8_t *bytes, size_t length, size_t at) {
    uint8_t quote = 0;
    int after_equals = 0;
    for (; at < length; at++) {
        uint8_t byte = bytes[at];
        if (quote) {
            if (byte == quote) quote = 0;
        } else if ((byte == '"' || byte == '\'') && after_equals) {
            quote = byte;
        } else if (byte == '>') {
            return at + 1;
        }
        if (byte > ' ') after_equals = byte == '=';
    }
    return length;
}

/* The offset of `</name` at or after `at`, or the end. */
static size_t raw_end(const uint8_t *bytes, size_t length, size_t at, const char *name) {
    size_t count = strlen(name);
    while (at + count + 2 <= length) {
        const uint8_t *found = memchr(bytes + at, '<', length - at);
        if (!found) return length;
        at = (size_t)(found - bytes);
        if (at + count + 2 <= length && bytes[at + 1] == '/') {
            size_t same = 0;
            while (same < count && (bytes[at + 2 + same] | 32) == (uint8_t)name[same]) same++;
            if (same == count) return at;
        }
        at++;
    }
    return length;
}

struct entry {
    char name[LONGEST];
    enum kind kind;
};

/* Takes the elements that the end tag closes off the stack, as a parser would; returns the new depth. */
static uint32_t close_tag(const struct entry *stack, uint32_t depth, const char *name, enum kind kind) {
    for (uint32_t at = depth; at > 0; at--) {
        const struct entry *entry = &stack[at - 1];
        if (strcmp(entry->name, name) == 0) return at - 1;
        if (entry->kind == KIND_SCOPE && strcmp(name, "table") != 0) return depth;
        if (kind == KIND_PLAIN && entry->kind == KIND_SPECIAL) return depth;
    }
    return depth;
}

uint8_t *dragoman_flatten(const uint8_t *bytes, size_t length, uint32_t max_depth, int *failed) {
    uint8_t *copy = NULL;
    struct entry *stack = malloc((max_depth + 1) * sizeof *stack);
    uint32_t depth = 0, formats = 0;
    size_t at = 0;
    *failed = stack == NULL;
    while (!*failed && at < length) {
        const uint8_t *found = memchr(bytes + at, '<', length - at);
        if (!found) break;
        size_t start = (size_t)(found - bytes);
        at = start + 1;
        if (at >= length) break;
        if (length - at >= 3 && memcmp(bytes + at, "!--", 3) == 0) {
            /* `<!-->` and `<!--->` are whole comments. */
            for (at += 1; at < length; at++) {
                const uint8_t *end = memchr(bytes + at, '>', length - at);
                if (!end) { at = length; break; }
                at = (size_t)(end - bytes);
                if (bytes[at - 1] == '-' && bytes[at - 2] == '-') break;
            }
            continue;
        }
        int closes = bytes[at] == '/';
        size_t name_start = at + (size_t)closes;
        if (name_start >= length || (bytes[name_start] | 32) < 'a' || (bytes[name_start] | 32) > 'z') continue;
        char name[LONGEST];
        size_t end = tag_end(bytes, length, read_name(bytes, length, name_start, name));
        enum kind kind = kind_of(name);
        at = end;
        int blank = 0;
        if (closes) {
            if (kind == KIND_FORMAT) {
                if (formats > 0) formats--;
            } else if (kind != KIND_FREE && kind != KIND_RAW) {
                depth = close_tag(stack, depth, name, kind);
            }
        } else if (kind == KIND_RAW) {
            at = raw_end(bytes, length, end, name);
        } else if (kind == KIND_FORMAT) {
            if (formats < MOST_FORMATS) formats++; else blank = 1;
        } else if (kind != KIND_FREE) {
            if (depth < max_depth) {
                memcpy(stack[depth].name, name, LONGEST);
                stack[depth++].kind = kind;
            } else {
                blank = 1;
            }
        }
        if (blank) {
            if (!copy) {
                copy = malloc(length);
                if (!copy) { *failed = 1; break; }
                memcpy(copy, bytes, length);
            }
            memset(copy + start, ' ', end - start);
        }
    }
    free(stack);
    return copy;
}

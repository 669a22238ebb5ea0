#define _GNU_SOURCE
#include "flatten.h"

#include <stdlib.h>
#include <string.h>

enum kind { KIND_PLAIN, KIND_SPECIAL, KIND_SCOPE, KIND_FORMAT, KIND_FREE, KIND_CELL, KIND_ONCE, KIND_RAW };

struct tag {
    const char *name;
    enum kind kind;
};

/* Elements that close themselves or cannot nest are free, cells are those of a table, and a page has html, head and body
   once; raw ones hold no tags; the rest is plain. A select is taken for raw: no text of it is read. */
static const struct tag tags[] = {
    {"a", KIND_FREE}, {"address", KIND_SPECIAL}, {"applet", KIND_SCOPE}, {"area", KIND_FREE}, {"article", KIND_SPECIAL},
    {"aside", KIND_SPECIAL}, {"b", KIND_FORMAT}, {"base", KIND_FREE}, {"big", KIND_FORMAT},
    {"blockquote", KIND_SPECIAL}, {"body", KIND_ONCE}, {"br", KIND_FREE}, {"button", KIND_SPECIAL},
    {"caption", KIND_CELL}, {"center", KIND_SPECIAL}, {"code", KIND_FORMAT}, {"col", KIND_CELL},
    {"colgroup", KIND_CELL}, {"dd", KIND_FREE}, {"details", KIND_SPECIAL}, {"dir", KIND_SPECIAL}, {"div", KIND_SPECIAL},
    {"dl", KIND_SPECIAL}, {"dt", KIND_FREE}, {"em", KIND_FORMAT}, {"embed", KIND_FREE}, {"fieldset", KIND_SPECIAL},
    {"figcaption", KIND_SPECIAL}, {"figure", KIND_SPECIAL}, {"font", KIND_FORMAT}, {"footer", KIND_SPECIAL},
    {"form", KIND_SPECIAL}, {"frame", KIND_FREE}, {"frameset", KIND_FREE}, {"h1", KIND_SPECIAL}, {"h2", KIND_SPECIAL}, {"h3", KIND_SPECIAL}, {"h4", KIND_SPECIAL},
    {"h5", KIND_SPECIAL}, {"h6", KIND_SPECIAL}, {"head", KIND_ONCE}, {"header", KIND_SPECIAL}, {"hgroup", KIND_SPECIAL},
    {"hr", KIND_FREE}, {"html", KIND_ONCE}, {"i", KIND_FORMAT}, {"iframe", KIND_RAW}, {"img", KIND_FREE},
    {"input", KIND_FREE}, {"li", KIND_FREE}, {"link", KIND_FREE}, {"listing", KIND_SPECIAL}, {"main", KIND_SPECIAL},
    {"marquee", KIND_SCOPE}, {"menu", KIND_SPECIAL}, {"meta", KIND_FREE}, {"nav", KIND_SPECIAL}, {"nobr", KIND_FORMAT},
    {"noembed", KIND_RAW}, {"noframes", KIND_RAW}, {"object", KIND_SCOPE}, {"ol", KIND_SPECIAL},
    {"optgroup", KIND_FREE}, {"option", KIND_FREE}, {"p", KIND_FREE}, {"param", KIND_FREE}, {"pre", KIND_SPECIAL},
    {"rp", KIND_FREE}, {"rt", KIND_FREE}, {"s", KIND_FORMAT}, {"script", KIND_RAW}, {"search", KIND_SPECIAL},
    {"section", KIND_SPECIAL}, {"select", KIND_RAW}, {"small", KIND_FORMAT}, {"source", KIND_FREE},
    {"strike", KIND_FORMAT}, {"strong", KIND_FORMAT}, {"style", KIND_RAW}, {"summary", KIND_SPECIAL},
    {"table", KIND_SCOPE}, {"tbody", KIND_CELL}, {"td", KIND_CELL}, {"template", KIND_SCOPE}, {"textarea", KIND_RAW},
    {"tfoot", KIND_CELL}, {"th", KIND_CELL}, {"thead", KIND_CELL}, {"title", KIND_RAW}, {"tr", KIND_CELL},
    {"track", KIND_FREE}, {"tt", KIND_FORMAT}, {"u", KIND_FORMAT}, {"ul", KIND_SPECIAL}, {"wbr", KIND_FREE},
    {"xmp", KIND_RAW},
};

enum { LONGEST = 16, MOST_FORMATS = 8, MOST_OPEN = 256, MOST_BREAKS = 5000, LEAST_CUT = 16 };

enum { TAG_COUNT = sizeof tags / sizeof *tags };

/* For each letter the place of the first tag that begins with it or a later one; filled by `index_tags`. */
struct tag_index {
    uint8_t first[27];
};

static void index_tags(struct tag_index *index) {
    size_t at = 0;
    for (int letter = 0; letter < 27; letter++) {
        while (at < TAG_COUNT && tags[at].name[0] - 'a' < letter) at++;
        index->first[letter] = (uint8_t)at;
    }
}

static const struct tag *find(const struct tag_index *index, const char *name) {
    if (name[0] < 'a' || name[0] > 'z') return NULL;
    size_t end = index->first[name[0] - 'a' + 1];
    for (size_t at = index->first[name[0] - 'a']; at < end; at++) {
        if (strcmp(name, tags[at].name) == 0) return &tags[at];
    }
    return NULL;
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

/* A stretch of the page that nothing reads. */
struct cut {
    size_t start, end;
};

/* What has been seen of the page so far. */
struct state {
    struct tag_index index;
    struct entry *stack;
    uint32_t depth, max_depth;
    uint32_t formats;
    uint32_t tables;
    /* How often the tags that are not on the stack stand open, by their place in `tags`. */
    uint16_t open[TAG_COUNT];
    int form;
    int select_open;
    /* Comments and hidden tags in tables. */
    uint32_t table_breaks;
    /* The stretches that nothing reads, in order. */
    struct cut *cuts;
    size_t cut_count, cut_capacity;
};

/* Notes that the bytes from `start` up to `end` are to be left out; returns 0 where memory is short. */
static int cut(struct state *state, size_t start, size_t end) {
    if (end < start + LEAST_CUT) return 1;
    if (state->cut_count == state->cut_capacity) {
        size_t capacity = state->cut_capacity ? state->cut_capacity * 2 : 64;
        struct cut *cuts = realloc(state->cuts, capacity * sizeof *cuts);
        if (!cuts) return 0;
        state->cuts = cuts;
        state->cut_capacity = capacity;
    }
    state->cuts[state->cut_count++] = (struct cut){start, end};
    return 1;
}

/* Whether `word` stands in the bytes. */
static int holds(const uint8_t *bytes, size_t length, const char *word) {
    return memmem(bytes, length, word, strlen(word)) != NULL;
}

/* Leaves the noted stretches out of `*copy`, or out of a new copy of the bytes; returns the new length. */
static size_t leave_out(struct state *state, const uint8_t *bytes, size_t length, uint8_t **copy, int *failed) {
    if (state->cut_count == 0) return length;
    size_t left = length;
    for (size_t at = 0; at < state->cut_count; at++) left -= state->cuts[at].end - state->cuts[at].start;
    uint8_t *made = *copy ? *copy : malloc(left + 1);
    if (!made) {
        *failed = 1;
        return length;
    }
    const uint8_t *from = *copy ? *copy : bytes;
    size_t read = 0, written = 0;
    for (size_t at = 0; at <= state->cut_count; at++) {
        size_t end = at < state->cut_count ? state->cuts[at].start : length;
        memmove(made + written, from + read, end - read);
        written += end - read;
        if (at < state->cut_count) read = state->cuts[at].end;
    }
    *copy = made;
    return written;
}

static void set_depth(struct state *state, uint32_t depth) {
    while (state->depth > depth) {
        state->depth--;
        if (strcmp(state->stack[state->depth].name, "table") == 0) state->tables--;
    }
}

/* Notes an end tag; returns whether it closes nothing. */
static int end_tag(struct state *state, const char *name, const struct tag *tag) {
    enum kind kind = tag ? tag->kind : KIND_PLAIN;
    switch (kind) {
    case KIND_FORMAT:
        if (state->formats == 0) return 1;
        state->formats--;
        return 0;
    case KIND_FREE: case KIND_CELL: case KIND_ONCE: case KIND_RAW:
        /* An end tag of these makes an element of its own. */
        if (strcmp(name, "p") == 0 || strcmp(name, "br") == 0) return 0;
        if (state->open[tag - tags] == 0) return 1;
        state->open[tag - tags]--;
        return 0;
    default: {
        uint32_t depth = close_tag(state->stack, state->depth, name, kind);
        if (strcmp(name, "form") == 0) state->form = 0;
        if (depth == state->depth) return 1;
        set_depth(state, depth);
        return 0;
    }
    }
}

/* Notes a start tag; returns whether the parser would pass over it or must not see it. */
static int start_tag(struct state *state, const char *name, const struct tag *tag) {
    enum kind kind = tag ? tag->kind : KIND_PLAIN;
    switch (kind) {
    case KIND_FORMAT:
        if (state->formats == MOST_FORMATS) return 1;
        state->formats++;
        return 0;
    case KIND_CELL:
        if (state->tables == 0) return 1;
        /* fall through */
    case KIND_FREE: case KIND_ONCE: case KIND_RAW:
        if (kind == KIND_ONCE && state->open[tag - tags] > 0) return 1;
        if (strncmp(name, "frame", 5) == 0) return 1;
        if (state->open[tag - tags] < MOST_OPEN) state->open[tag - tags]++;
        return 0;
    default:
        if (state->depth == state->max_depth) return 1;
        if (strcmp(name, "form") == 0) {
            if (state->form) return 1;
            state->form = 1;
        }
        if (strcmp(name, "table") == 0) state->tables++;
        memcpy(state->stack[state->depth].name, name, LONGEST);
        state->stack[state->depth++].kind = kind;
        return 0;
    }
}

/* Makes `<!xxx>` of a tag: a comment, which the tree leaves out, so that words around it do not part. Text straight in
   a table is moved before it and joined over comments, so that after very many of them a paragraph is put there. */
static int hide(struct state *state, uint8_t **copy, const uint8_t *bytes, size_t length, size_t start, size_t end) {
    int breaks = state->tables > 0 && ++state->table_breaks > MOST_BREAKS;
    if (!breaks && (bytes[start + 1] == '?' || (bytes[start + 1] == '!' && bytes[start + 2] != '['))) return 1;
    if (!*copy) {
        *copy = malloc(length);
        if (!*copy) return 0;
        memcpy(*copy, bytes, length);
    }
    if ((*copy)[end - 1] == '>' && end - start >= 3) {
        memset(*copy + start + 1, breaks ? ' ' : 'x', end - start - 2);
        (*copy)[start + 1] = breaks ? 'p' : '!';
    } else {
        memset(*copy + start, ' ', end - start);
    }
    return 1;
}

/* The offset after the comment whose `<!--` ends at `at`; `<!-->` and `<!--->` are whole ones. */
static size_t comment_end(const uint8_t *bytes, size_t length, size_t at) {
    for (at -= 2; at < length; at++) {
        const uint8_t *end = memchr(bytes + at, '>', length - at);
        if (!end) return length;
        at = (size_t)(end - bytes);
        if (bytes[at - 1] == '-' && bytes[at - 2] == '-') return at + 1;
    }
    return length;
}

/* Whether text after the tag belongs to its element and not before the table. */
static int holds_text(const char *name) {
    static const char *const names[] = {"td", "th", "caption", "p", "a", "li", "dd", "dt", "br"};
    for (size_t at = 0; at < sizeof names / sizeof *names; at++) {
        if (strcmp(name, names[at]) == 0) return 1;
    }
    return 0;
}

/* Reads one tag or comment at `start`; returns the offset after it. */
static size_t step(struct state *state, const uint8_t *bytes, size_t length, size_t start, uint8_t **copy, int *failed) {
    size_t at = start + 1;
    size_t left = length - at;
    if (left >= 3 && memcmp(bytes + at, "!--", 3) == 0) {
        size_t inner = at + 3;
        at = comment_end(bytes, length, inner);
        int is_closed = at >= inner + 3 && memcmp(bytes + at - 3, "-->", 3) == 0;
        *failed = !hide(state, copy, bytes, length, start, at) || (is_closed && state->tables == 0 && !cut(state, inner, at - 3));
        return at;
    }
    int closes = left > 0 && bytes[at] == '/';
    if (left >= 8 && memcmp(bytes + at, "![CDATA[", 8) == 0) {
        const uint8_t *end = memchr(bytes + at, '>', left);
        at = end ? (size_t)(end - bytes) + 1 : length;
        *failed = !hide(state, copy, bytes, length, start, at);
        return at;
    }
    if (left >= 2 && (closes || bytes[at] == '!') && bytes[at + 1] == '>') {
        *failed = !hide(state, copy, bytes, length, start, at + 2);
        return at + 2;
    }
    size_t name_start = at + (size_t)closes;
    if (left > 0 && (bytes[at] == '!' || bytes[at] == '?')) {
        const uint8_t *end = memchr(bytes + at, '>', left);
        if (!end) return length;
        at = (size_t)(end - bytes) + 1;
        *failed = !hide(state, copy, bytes, length, start, at);
        return at;
    }
    if (name_start >= length || (bytes[name_start] | 32) < 'a' || (bytes[name_start] | 32) > 'z') return at;
    char name[LONGEST];
    size_t end = tag_end(bytes, length, read_name(bytes, length, name_start, name));
    const struct tag *tag = find(&state->index, name);
    at = end;
    int hidden = closes ? end_tag(state, name, tag) : start_tag(state, name, tag);
    if (!closes && tag && tag->kind == KIND_RAW) {
        int is_select = strcmp(name, "select") == 0;
        if (!is_select || !state->select_open) at = raw_end(bytes, length, end, name);
        /* The type may be written with references; and where a script holds a comment, the first end tag may not be its own. */
        int is_script = strcmp(name, "script") == 0;
        if ((is_script && !holds(bytes + start, end - start, "json") && !holds(bytes + end, at - end, "<!--"))
            || strcmp(name, "style") == 0) {
            *failed = !cut(state, end, at);
        }
        if (is_select) {
            /* One that is never closed is passed over, and so are all after it. */
            hidden = 1;
            state->open[tag - tags] = 0;
            if (at == length) state->select_open = 1;
            if (state->select_open) at = end;
            end = at;
        }
    }
    int joins = tag && state->tables > 0 && at == end && at < length && bytes[at] > ' ' && bytes[at] != '<'
        && (tag->kind == KIND_CELL || tag->kind == KIND_RAW || tag->kind == KIND_FREE) && !holds_text(name);
    if (hidden || (joins && ++state->table_breaks > MOST_BREAKS)) {
        *failed |= !hide(state, copy, bytes, length, start, end);
    }
    return at;
}

uint8_t *dragoman_flatten(const uint8_t *bytes, size_t *length_of_page, uint32_t max_depth, int *failed) {
    size_t length = *length_of_page;
    uint8_t *copy = NULL;
    struct state state;
    memset(&state, 0, sizeof state);
    state.max_depth = max_depth;
    index_tags(&state.index);
    state.stack = malloc((max_depth + 1) * sizeof *state.stack);
    *failed = state.stack == NULL;
    size_t at = 0;
    while (!*failed && at < length) {
        const uint8_t *found = memchr(bytes + at, '<', length - at);
        if (!found) break;
        at = step(&state, bytes, length, (size_t)(found - bytes), &copy, failed);
    }
    if (!*failed) *length_of_page = leave_out(&state, bytes, length, &copy, failed);
    free(state.cuts);
    free(state.stack);
    return copy;
}

#include "html_tokens.h"

#include <myhtml/api.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* MyHTML does not hand its callbacks' context on from every state, so what is written stands here. */
static struct {
    char *bytes;
    size_t count, capacity;
    int failed;
} output;

static void add(const char *bytes, size_t length) {
    if (output.count + length + 1 > output.capacity) {
        size_t capacity = (output.count + length + 1) * 2;
        char *grown = realloc(output.bytes, capacity);
        if (!grown) {
            output.failed = 1;
            return;
        }
        output.bytes = grown;
        output.capacity = capacity;
    }
    memcpy(output.bytes + output.count, bytes, length);
    output.count += length;
}

static void add_field(const char *bytes, size_t length) {
    char head[32];
    int count = snprintf(head, sizeof head, "%zu:", bytes ? length : 0);
    add(head, (size_t)count);
    if (bytes) add(bytes, length);
}

static void *note(myhtml_tree_t *tree, myhtml_token_node_t *token, void *context) {
    (void)context;
    myhtml_tag_id_t tag = myhtml_token_node_tag_id(token);
    size_t length = 0;
    if (tag == MyHTML_TAG__END_OF_FILE || tag == MyHTML_TAG__UNDEF) return NULL;
    if (tag == MyHTML_TAG__TEXT || tag == MyHTML_TAG__COMMENT) {
        add(tag == MyHTML_TAG__TEXT ? "C" : "M", 1);
        const char *text = myhtml_token_node_text(token, &length);
        add_field(text, length);
        add("\n", 1);
        return NULL;
    }
    if (tag == MyHTML_TAG__DOCTYPE) {
        add("D\n", 2);
        return NULL;
    }
    add(myhtml_token_node_is_close(token) ? "E" : "S", 1);
    const char *name = myhtml_tag_name_by_id(tree, tag, &length);
    add_field(name, length);
    myhtml_tree_attr_t *attribute = myhtml_token_node_attribute_first(token);
    for (; attribute; attribute = myhtml_attribute_next(attribute)) {
        const char *key = myhtml_attribute_key(attribute, &length);
        add_field(key, length);
        const char *value = myhtml_attribute_value(attribute, &length);
        add_field(value, length);
    }
    add("\n", 1);
    return NULL;
}

char *html_tokens(const uint8_t *bytes, size_t length, size_t *count) {
    memset(&output, 0, sizeof output);
    add("", 0);
    myhtml_t *parser = myhtml_create();
    myhtml_tree_t *tree = myhtml_tree_create();
    if (parser && tree && myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == MyHTML_STATUS_OK
        && myhtml_tree_init(tree, parser) == MyHTML_STATUS_OK) {
        myhtml_callback_after_token_done_set(tree, note, NULL);
        myhtml_parse(tree, MyENCODING_UTF_8, (const char *)bytes, length);
    } else {
        output.failed = 1;
    }
    if (tree) myhtml_tree_destroy(tree);
    if (parser) myhtml_destroy(parser);
    *count = output.count;
    if (!output.failed) return output.bytes;
    free(output.bytes);
    return NULL;
}

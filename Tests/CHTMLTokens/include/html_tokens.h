#ifndef HTML_TOKENS_H
#define HTML_TOKENS_H

#include <stddef.h>
#include <stdint.h>

/// The tokens that MyHTML's tokenizer makes of a page, for tests: each is a letter, its fields as `length:bytes`, and a line break.
/// C is characters with their text, M a comment with its, D a doctype, S a start tag and E an end tag with name, and names and
/// values of attributes. Returns NULL where memory is short; else free the bytes with free(). Not for threads at once.
char *html_tokens(const uint8_t *bytes, size_t length, size_t *count);

#endif

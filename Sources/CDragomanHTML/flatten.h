#ifndef DRAGOMAN_FLATTEN_H
#define DRAGOMAN_FLATTEN_H

#include <stddef.h>
#include <stdint.h>

/// A copy of the page in which start tags nested deeper than `max_depth`, formatting tags left open more than eight at a
/// time, and tags that a parser would pass over are comments, and from which the words of comments, styles and scripts (but for
/// JSON-LD) are left out; NULL where nothing had to be changed. `*length` becomes the copy's. `*failed` is set where memory is
/// short.
///
/// MyHTML joins the text on both sides of a tag that it passes over, at a cost quadratic in their number.
/// HTML's rules for misnested formatting copy every open formatting element into each new paragraph, and a parser that
/// follows them spends time quadratic in the depth: a page of one megabyte could take minutes and gigabytes. Scripts are half of
/// many pages; nothing reads them.
uint8_t *dragoman_flatten(const uint8_t *bytes, size_t *length, uint32_t max_depth, int *failed);

#endif

#ifndef DRAGOMAN_LANGUAGE_ID_H
#define DRAGOMAN_LANGUAGE_ID_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The language of well-formed UTF-8 as a code such as "en" or "zh-Hant"; NULL where CLD2 is not sure of it.
/// The string is static.
const char *dragoman_language_of(const char *text, size_t length);

#ifdef __cplusplus
}
#endif

#endif

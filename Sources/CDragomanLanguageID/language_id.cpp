// CLD2's headers need <cstdio> before them.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

#include "dragoman_language_id.h"

extern "C" const char *dragoman_language_of(const char *text, size_t length) {
    const size_t limit = 1 << 16;
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(text, static_cast<int>(length < limit ? length : limit), true, &reliable);
    return reliable && language != CLD2::UNKNOWN_LANGUAGE ? CLD2::LanguageCode(language) : nullptr;
}

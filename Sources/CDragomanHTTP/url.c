#include <ctype.h>
#include <stdlib.h>

#include "dragoman_http.h"
#include "lazy_curl.h"

struct dragoman_url {
    CURLU *handle;
};

/* Writes the host in lower case. */
static int lower_host(CURLU *handle) {
    char *host = NULL;
    if (dragoman_curl()->curl_url_get(handle, CURLUPART_HOST, &host, 0) != CURLUE_OK) return 0;
    for (char *letter = host; *letter; letter++) *letter = (char)tolower((unsigned char)*letter);
    int done = dragoman_curl()->curl_url_set(handle, CURLUPART_HOST, host, 0) == CURLUE_OK;
    dragoman_curl()->curl_free(host);
    return done;
}

dragoman_url *dragoman_url_read(const char *base, const char *text) {
    dragoman_url *url = dragoman_curl() ? calloc(1, sizeof *url) : NULL;
    if (!url) return NULL;
    url->handle = dragoman_curl()->curl_url();
    const unsigned int flags = CURLU_URLENCODE | CURLU_DISALLOW_USER | CURLU_NON_SUPPORT_SCHEME;
    if (url->handle && (!base || dragoman_curl()->curl_url_set(url->handle, CURLUPART_URL, base, flags) == CURLUE_OK)
        && dragoman_curl()->curl_url_set(url->handle, CURLUPART_URL, text, flags) == CURLUE_OK
        && dragoman_curl()->curl_url_set(url->handle, CURLUPART_FRAGMENT, NULL, 0) == CURLUE_OK && lower_host(url->handle)) {
        return url;
    }
    dragoman_url_free(url);
    return NULL;
}

char *dragoman_url_copy(const dragoman_url *url, enum dragoman_url_part part) {
    static const CURLUPart parts[] = {CURLUPART_URL, CURLUPART_SCHEME, CURLUPART_HOST, CURLUPART_PORT, CURLUPART_PATH, CURLUPART_QUERY};
    char *text = NULL;
    unsigned int flags = part == DRAGOMAN_URL_PORT ? CURLU_DEFAULT_PORT : 0;
    return dragoman_curl()->curl_url_get(url->handle, parts[part], &text, flags) == CURLUE_OK ? text : NULL;
}

void dragoman_url_free_part(char *part) { dragoman_curl()->curl_free(part); }

void dragoman_url_free(dragoman_url *url) {
    if (!url) return;
    dragoman_curl()->curl_url_cleanup(url->handle);
    free(url);
}

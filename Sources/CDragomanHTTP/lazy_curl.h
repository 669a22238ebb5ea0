#ifndef DRAGOMAN_LAZY_CURL_H
#define DRAGOMAN_LAZY_CURL_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#undef curl_easy_setopt
#undef curl_easy_getinfo

/* libcurl brings thirty libraries with it. It is loaded when something is first fetched, so that all else starts at once and
   with some megabytes less. */
#define DRAGOMAN_CURL(F)                                                                                               \
    F(curl_easy_cleanup) F(curl_easy_getinfo) F(curl_easy_init) F(curl_easy_perform) F(curl_easy_setopt)               \
    F(curl_easy_strerror) F(curl_free) F(curl_getdate) F(curl_global_init) F(curl_slist_append) F(curl_slist_free_all) \
    F(curl_url) F(curl_url_cleanup) F(curl_url_get) F(curl_url_set)

struct dragoman_curl {
#define F(name) __typeof__(name) *name;
    DRAGOMAN_CURL(F)
#undef F
};

/* libcurl's functions; NULL where the library is not installed. */
const struct dragoman_curl *dragoman_curl(void);

#endif

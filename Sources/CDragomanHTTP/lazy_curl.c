#include "lazy_curl.h"

#include <dlfcn.h>
#include <pthread.h>

static struct dragoman_curl functions;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
#define F(name)                                                  \
    functions.name = (__typeof__(name) *)dlsym(library, #name); \
    if (!functions.name) return;
    DRAGOMAN_CURL(F)
#undef F
    is_loaded = functions.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

const struct dragoman_curl *dragoman_curl(void) {
    pthread_once(&once, load);
    return is_loaded ? &functions : NULL;
}

#include "dragoman_http.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lazy_curl.h"

/* The most header fields and bytes of them that one answer may have. */
#define MOST_FIELDS 200
#define MOST_FIELD_BYTES (256 << 10)
/* A body that unpacks to more than so many bytes, and so many times its size, is a bomb: no page packs like that. */
#define BOMB_BYTES (4u << 20)
#define BOMB_RATIO 100

struct field {
    char *name, *value;
};

struct dragoman_http_response {
    const dragoman_http_request *request;
    CURL *handle;
    enum dragoman_http_end end;
    char reason[CURL_ERROR_SIZE];
    long status;
    int sockets, refused, is_cut;
    uint8_t *body;
    size_t count, capacity;
    struct field fields[MOST_FIELDS];
    size_t field_count, field_bytes;
};

static void free_fields(dragoman_http_response *response) {
    for (size_t at = 0; at < response->field_count; at++) {
        free(response->fields[at].name);
        free(response->fields[at].value);
    }
    response->field_count = 0;
}

/* Opens the socket to the very address that will be connected to, if that is permitted. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    dragoman_http_response *response = context;
    int allowed = 0;
    if (purpose == CURLSOCKTYPE_IPCXN && address->family == AF_INET) {
        const struct sockaddr_in *in = (const void *)&address->addr;
        allowed = response->request->permits((const uint8_t *)&in->sin_addr, 4);
    } else if (purpose == CURLSOCKTYPE_IPCXN && address->family == AF_INET6) {
        const struct sockaddr_in6 *in = (const void *)&address->addr;
        allowed = response->request->permits((const uint8_t *)&in->sin6_addr, 16);
    }
    if (!allowed) {
        response->refused++;
        return CURL_SOCKET_BAD;
    }
    response->sockets++;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t stop(dragoman_http_response *response, enum dragoman_http_end end) {
    response->end = end;
    return 0;
}

static int is_bomb(const dragoman_http_response *response, size_t count) {
    curl_off_t received = 0;
    if (count <= BOMB_BYTES || dragoman_curl()->curl_easy_getinfo(response->handle, CURLINFO_SIZE_DOWNLOAD_T, &received) != CURLE_OK) return 0;
    return (curl_off_t)(count / BOMB_RATIO) > received;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    dragoman_http_response *response = context;
    size_t length = size * count;
    size_t limit = response->request->body_limit;
    if (length > limit - response->count) {
        if (!response->request->keeps_start) return stop(response, DRAGOMAN_HTTP_TOO_LARGE);
        response->is_cut = 1;
        length = limit - response->count;
    }
    if (is_bomb(response, response->count + length)) return stop(response, DRAGOMAN_HTTP_TOO_LARGE);
    if (response->count + length > response->capacity) {
        size_t capacity = response->capacity ? response->capacity * 2 : 64 << 10;
        while (capacity < response->count + length) capacity *= 2;
        if (capacity > limit) capacity = limit;
        uint8_t *grown = realloc(response->body, capacity);
        if (!grown) return stop(response, DRAGOMAN_HTTP_NO_MEMORY);
        response->body = grown;
        response->capacity = capacity;
    }
    memcpy(response->body + response->count, bytes, length);
    response->count += length;
    return response->is_cut ? 0 : length;
}

/* One coding that unpacks in little memory; stacked codings only make bombs stronger. */
static int is_known_coding(const char *value) {
    return strcasecmp(value, "gzip") == 0 || strcasecmp(value, "x-gzip") == 0 || strcasecmp(value, "deflate") == 0
        || strcasecmp(value, "identity") == 0 || strcasecmp(value, "utf-8") == 0 || *value == 0;
}

static size_t take_field(char *bytes, size_t size, size_t count, void *context) {
    dragoman_http_response *response = context;
    size_t length = size * count;
    response->field_bytes += length;
    if (response->field_bytes > MOST_FIELD_BYTES) return stop(response, DRAGOMAN_HTTP_BROKEN);
    if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0) {
        free_fields(response);
        return length;
    }
    const char *colon = memchr(bytes, ':', length);
    if (!colon) return length;
    if (response->field_count == MOST_FIELDS) return stop(response, DRAGOMAN_HTTP_BROKEN);
    const char *start = colon + 1, *end = bytes + length;
    while (start < end && isspace((unsigned char)*start)) start++;
    while (end > start && isspace((unsigned char)end[-1])) end--;
    struct field field = {strndup(bytes, (size_t)(colon - bytes)), strndup(start, (size_t)(end - start))};
    if (!field.name || !field.value) {
        free(field.name);
        free(field.value);
        return stop(response, DRAGOMAN_HTTP_NO_MEMORY);
    }
    for (char *letter = field.name; *letter; letter++) *letter = (char)tolower((unsigned char)*letter);
    int twice = strcmp(field.name, "content-encoding") == 0 && dragoman_http_field(response, "content-encoding");
    response->fields[response->field_count++] = field;
    if (strcmp(field.name, "content-encoding") == 0 && (twice || !is_known_coding(field.value))) {
        return stop(response, DRAGOMAN_HTTP_CODING);
    }
    if (strcmp(field.name, "transfer-encoding") == 0 && strcasecmp(field.value, "chunked") != 0
        && strcasecmp(field.value, "identity") != 0) {
        return stop(response, DRAGOMAN_HTTP_CODING);
    }
    long status = 0;
    dragoman_curl()->curl_easy_getinfo(response->handle, CURLINFO_RESPONSE_CODE, &status);
    if (status >= 200 && status < 300 && strcmp(field.name, "content-type") == 0 && response->request->wants
        && !response->request->wants(field.value)) {
        return stop(response, DRAGOMAN_HTTP_MEDIA);
    }
    return length;
}

/* Bytes on the wire that unpack to nothing are bounded as well. */
static int watch(void *context, curl_off_t total, curl_off_t now, curl_off_t up_total, curl_off_t up_now) {
    (void)total, (void)up_total, (void)up_now;
    dragoman_http_response *response = context;
    if (now > (curl_off_t)response->request->body_limit && !response->request->keeps_start) {
        response->end = DRAGOMAN_HTTP_TOO_LARGE;
        return 1;
    }
    return 0;
}

static enum dragoman_http_end end_of(CURLcode code, const dragoman_http_response *response) {
    if (response->end != DRAGOMAN_HTTP_DONE) return response->end;
    if (response->is_cut) return DRAGOMAN_HTTP_DONE;
    switch (code) {
    case CURLE_OK: return DRAGOMAN_HTTP_DONE;
    case CURLE_COULDNT_RESOLVE_HOST: case CURLE_URL_MALFORMAT: return DRAGOMAN_HTTP_NO_HOST;
    case CURLE_COULDNT_CONNECT:
        return response->refused && !response->sockets ? DRAGOMAN_HTTP_REFUSED : DRAGOMAN_HTTP_NO_CONNECTION;
    case CURLE_UNSUPPORTED_PROTOCOL: return DRAGOMAN_HTTP_REFUSED;
    case CURLE_OPERATION_TIMEDOUT: return DRAGOMAN_HTTP_TIMEOUT;
    case CURLE_FILESIZE_EXCEEDED: return DRAGOMAN_HTTP_TOO_LARGE;
    case CURLE_OUT_OF_MEMORY: return DRAGOMAN_HTTP_NO_MEMORY;
    case CURLE_SSL_CONNECT_ERROR: case CURLE_PEER_FAILED_VERIFICATION: case CURLE_SSL_CERTPROBLEM: case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE: case CURLE_SSL_ISSUER_ERROR: case CURLE_SSL_INVALIDCERTSTATUS:
        return DRAGOMAN_HTTP_TLS;
    default: return DRAGOMAN_HTTP_BROKEN;
    }
}

static int set_options(CURL *handle, dragoman_http_response *response, struct curl_slist *fields) {
    const dragoman_http_request *request = response->request;
    CURLcode failed = 0;
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_URL, request->url);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_USERAGENT, request->user_agent);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_HTTPHEADER, fields);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_PROXY, "");
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, request->total_milliseconds);
    if (!request->keeps_start) {
        failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->body_limit);
    }
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, response->reason);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, response);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_WRITEDATA, response);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_field);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_HEADERDATA, response);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watch);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_XFERINFODATA, response);
    failed |= dragoman_curl()->curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    return failed == 0;
}

dragoman_http_response *dragoman_http_get(const dragoman_http_request *request) {
    dragoman_http_response *response = calloc(1, sizeof *response);
    if (!dragoman_curl()) {
        if (!response) return NULL;
        response->end = DRAGOMAN_HTTP_BROKEN;
        snprintf(response->reason, sizeof response->reason, "libcurl.so.4 is not installed");
        return response;
    }
    CURL *handle = dragoman_curl()->curl_easy_init();
    struct curl_slist *fields = NULL;
    int complete = response && handle;
    for (const char *const *line = request->headers; complete && line && *line; line++) {
        struct curl_slist *longer = dragoman_curl()->curl_slist_append(fields, *line);
        complete = longer != NULL;
        if (longer) fields = longer;
    }
    if (complete) {
        response->request = request;
        response->handle = handle;
        if (set_options(handle, response, fields)) {
            CURLcode code = dragoman_curl()->curl_easy_perform(handle);
            response->end = end_of(code, response);
            if (code != CURLE_OK && !*response->reason) {
                snprintf(response->reason, sizeof response->reason, "%s", dragoman_curl()->curl_easy_strerror(code));
            }
            dragoman_curl()->curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &response->status);
        } else {
            response->end = DRAGOMAN_HTTP_NO_MEMORY;
        }
        if (response->end != DRAGOMAN_HTTP_DONE) {
            free(response->body);
            response->body = NULL;
            response->count = 0;
        }
        response->request = NULL;
        response->handle = NULL;
    }
    dragoman_curl()->curl_slist_free_all(fields);
    if (handle) dragoman_curl()->curl_easy_cleanup(handle);
    if (!complete) {
        free(response);
        return NULL;
    }
    return response;
}

void dragoman_http_free(dragoman_http_response *response) {
    if (!response) return;
    free_fields(response);
    free(response->body);
    free(response);
}

enum dragoman_http_end dragoman_http_how(const dragoman_http_response *response) { return response->end; }
const char *dragoman_http_reason(const dragoman_http_response *response) { return response->reason; }
long dragoman_http_status(const dragoman_http_response *response) { return response->status; }
int dragoman_http_sockets(const dragoman_http_response *response) { return response->sockets; }

const uint8_t *dragoman_http_body(const dragoman_http_response *response, size_t *count) {
    *count = response->count;
    return response->body;
}

const char *dragoman_http_field(const dragoman_http_response *response, const char *name) {
    for (size_t at = response->field_count; at > 0; at--) {
        if (strcmp(response->fields[at - 1].name, name) == 0) return response->fields[at - 1].value;
    }
    return NULL;
}

int64_t dragoman_http_date(const char *text) { return dragoman_curl() ? (int64_t)dragoman_curl()->curl_getdate(text, NULL) : -1; }

#ifndef DRAGOMAN_HTTP_H
#define DRAGOMAN_HTTP_H

#include <stddef.h>
#include <stdint.h>

/// How a transfer ended. Values above 0 are failures.
enum dragoman_http_end {
    DRAGOMAN_HTTP_DONE,
    /// The address that was to be connected to is not permitted: nothing was sent.
    DRAGOMAN_HTTP_REFUSED,
    DRAGOMAN_HTTP_NO_HOST,
    DRAGOMAN_HTTP_NO_CONNECTION,
    DRAGOMAN_HTTP_TLS,
    DRAGOMAN_HTTP_TIMEOUT,
    /// More bytes than the limit, counted after decoding.
    DRAGOMAN_HTTP_TOO_LARGE,
    /// A content coding other than gzip or deflate, or more than one.
    DRAGOMAN_HTTP_CODING,
    /// A media type that the caller does not want.
    DRAGOMAN_HTTP_MEDIA,
    /// The answer is no HTTP, or ended before its time.
    DRAGOMAN_HTTP_BROKEN,
    DRAGOMAN_HTTP_NO_MEMORY
};

/// One GET request. All pointers are borrowed for the call.
typedef struct {
    /// Absolute, http or https.
    const char *url;
    const char *user_agent;
    /// Further header lines without line ends, ended by NULL.
    const char *const *headers;
    /// The most bytes of the decoded body.
    size_t body_limit;
    /// Whether a body beyond the limit is cut off there, and not refused.
    int keeps_start;
    long connect_milliseconds;
    long total_milliseconds;
    /// Whether the numeric address (4 or 16 bytes) may be connected to; asked for each address right before.
    int (*permits)(const uint8_t *address, size_t length);
    /// Whether a body of this Content-Type is wanted; NULL for any.
    int (*wants)(const char *media_type);
} dragoman_http_request;

typedef struct dragoman_http_response dragoman_http_response;

/// Sends the request and takes the answer; blocks. Redirects are not followed, proxies of the environment not used.
/// Returns NULL where memory is short. Free the response with dragoman_http_free.
dragoman_http_response *dragoman_http_get(const dragoman_http_request *request);
void dragoman_http_free(dragoman_http_response *response);

enum dragoman_http_end dragoman_http_how(const dragoman_http_response *response);
/// The library's words for a failure; "" where there is none.
const char *dragoman_http_reason(const dragoman_http_response *response);
long dragoman_http_status(const dragoman_http_response *response);
/// How many sockets were opened.
int dragoman_http_sockets(const dragoman_http_response *response);
const uint8_t *dragoman_http_body(const dragoman_http_response *response, size_t *count);
/// The value of a header field of the last answer, by its name in lower case; NULL where there is none.
const char *dragoman_http_field(const dragoman_http_response *response, const char *name);

/// Seconds since 1970 of a date as HTTP writes it; -1 where it is none.
int64_t dragoman_http_date(const char *text);

/// An address on the web, taken apart by the same code that connects to it.
typedef struct dragoman_url dragoman_url;
enum dragoman_url_part { DRAGOMAN_URL_WHOLE, DRAGOMAN_URL_SCHEME, DRAGOMAN_URL_HOST, DRAGOMAN_URL_PORT, DRAGOMAN_URL_PATH, DRAGOMAN_URL_QUERY };

/// Reads `text`, against `base` where that is not NULL. The fragment is dropped, dot segments are resolved, spaces and
/// bytes beyond ASCII in the path are escaped. NULL where it is no address, or holds a user name.
dragoman_url *dragoman_url_read(const char *base, const char *text);
/// A part as text; NULL where there is none. The port is there for the scheme's own as well. Free with
/// dragoman_url_free_part.
char *dragoman_url_copy(const dragoman_url *url, enum dragoman_url_part part);
void dragoman_url_free_part(char *part);
void dragoman_url_free(dragoman_url *url);

#endif

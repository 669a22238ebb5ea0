#include "dragoman_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <zlib.h>

struct dragoman_server {
    struct MHD_Daemon *daemon;
    dragoman_handler handler;
    void *context;
    size_t body_limit;
};

struct dragoman_response {
    struct MHD_Response *response;
    int status;
};

/// What is kept of a request between the calls of the library.
typedef struct {
    char *target;
    uint8_t *body;
    size_t length, room;
    /// The status that refuses it; 0 for none.
    int refusal;
    int started;
} exchange;

static void *remember_target(void *context, const char *uri, struct MHD_Connection *connection) {
    (void)context;
    (void)connection;
    exchange *this = calloc(1, sizeof *this);
    if (this && uri) this->target = strdup(uri);
    return this;
}

static void forget(void *context, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code) {
    (void)context;
    (void)connection;
    (void)code;
    exchange *this = *state;
    if (!this) return;
    free(this->target);
    free(this->body);
    free(this);
    *state = NULL;
}

void dragoman_respond(dragoman_response *response, int status, const uint8_t *body, size_t length, const char *headers) {
    if (response->response) return;
    response->response = MHD_create_response_from_buffer(length, (void *)body, MHD_RESPMEM_MUST_COPY);
    response->status = status;
    while (response->response && *headers) {
        const char *value = headers + strlen(headers) + 1;
        MHD_add_response_header(response->response, headers, value);
        headers = value + strlen(value) + 1;
    }
}

static enum MHD_Result refuse(struct MHD_Connection *connection, int status) {
    struct MHD_Response *response = MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
    if (!response) return MHD_NO;
    MHD_add_response_header(response, "Connection", "close");
    MHD_add_response_header(response, "Content-Security-Policy", "default-src 'none'");
    enum MHD_Result result = MHD_queue_response(connection, (unsigned)status, response);
    MHD_destroy_response(response);
    return result;
}

static const char *header(struct MHD_Connection *connection, const char *name) {
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/// The status that refuses a request by its head; 0 for none.
static int check_head(const dragoman_server *server, struct MHD_Connection *connection) {
    const char *length = header(connection, "Content-Length");
    const char *coding = header(connection, "Transfer-Encoding");
    // Two statements of where the body ends are how requests are smuggled.
    if (length && coding) return MHD_HTTP_BAD_REQUEST;
    if (coding && strcasecmp(coding, "chunked") != 0) return MHD_HTTP_NOT_IMPLEMENTED;
    if (length) {
        errno = 0;
        char *end = NULL;
        unsigned long long bytes = strtoull(length, &end, 10);
        if (errno || end == length || *end) return MHD_HTTP_BAD_REQUEST;
        if (bytes > server->body_limit) return MHD_HTTP_CONTENT_TOO_LARGE;
    }
    return 0;
}

static void append(exchange *this, const char *data, size_t size, size_t limit) {
    if (this->refusal || size == 0) return;
    if (size > limit - this->length) {
        this->refusal = MHD_HTTP_CONTENT_TOO_LARGE;
        return;
    }
    if (this->length + size > this->room) {
        size_t room = this->room ? this->room * 2 : 4096;
        while (room < this->length + size) room *= 2;
        uint8_t *body = realloc(this->body, room);
        if (!body) {
            this->refusal = MHD_HTTP_SERVICE_UNAVAILABLE;
            return;
        }
        this->body = body;
        this->room = room;
    }
    memcpy(this->body + this->length, data, size);
    this->length += size;
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *size, void **state) {
    (void)url;
    (void)version;
    dragoman_server *server = context;
    exchange *this = *state;
    if (!this || !this->target) return MHD_NO;
    if (!this->started) {
        this->started = 1;
        this->refusal = check_head(server, connection);
        // Refused before the body is asked for.
        if (this->refusal) return refuse(connection, this->refusal);
        return MHD_YES;
    }
    if (*size) {
        append(this, data, *size, server->body_limit);
        *size = 0;
        return MHD_YES;
    }
    if (this->refusal) return refuse(connection, this->refusal);
    dragoman_request request = {
        .method = method, .target = this->target, .host = header(connection, "Host"),
        .origin = header(connection, "Origin"), .cookie = header(connection, "Cookie"),
        .accept_encoding = header(connection, "Accept-Encoding"),
        .if_none_match = header(connection, "If-None-Match"), .content_type = header(connection, "Content-Type"),
        .body = this->body, .body_length = this->length,
    };
    dragoman_response response = {0};
    server->handler(server->context, &request, &response);
    if (!response.response) return refuse(connection, MHD_HTTP_INTERNAL_SERVER_ERROR);
    enum MHD_Result result = MHD_queue_response(connection, (unsigned)response.status, response.response);
    MHD_destroy_response(response.response);
    return result;
}

dragoman_server *dragoman_server_start(const char *address, uint16_t port, unsigned threads, unsigned connections,
                                       unsigned timeout_seconds, size_t body_limit, dragoman_handler handler,
                                       void *context) {
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(port)};
    if (inet_pton(AF_INET, address, &place.sin_addr) != 1) {
        errno = EINVAL;
        return NULL;
    }
    dragoman_server *server = calloc(1, sizeof *server);
    if (!server) return NULL;
    server->handler = handler;
    server->context = context;
    server->body_limit = body_limit;
    errno = 0;
    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD, port, NULL, NULL, answer, server,
        MHD_OPTION_SOCK_ADDR, &place, MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)32768,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, remember_target, NULL,
        MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
    if (!server->daemon) {
        int reason = errno;
        free(server);
        errno = reason;
        return NULL;
    }
    return server;
}

uint16_t dragoman_server_port(const dragoman_server *server) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info ? info->port : 0;
}

void dragoman_server_stop(dragoman_server *server) {
    MHD_stop_daemon(server->daemon);
    free(server);
}

size_t dragoman_gzip(const uint8_t *source, size_t length, uint8_t *target, size_t room) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    // 16 more than the window asks for gzip's head and tail; level 5 is near the best ratio at half the time.
    if (deflateInit2(&stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)source;
    stream.avail_in = (uInt)length;
    stream.next_out = target;
    stream.avail_out = (uInt)room;
    int result = deflate(&stream, Z_FINISH);
    size_t written = stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? written : 0;
}

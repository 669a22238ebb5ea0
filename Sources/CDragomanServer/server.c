#include "dragoman_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <zlib.h>

enum { most_streams = 256, stream_room = 64 << 10 };

/// An answer that stays open. Its connection sleeps while there is nothing to send.
typedef struct stream {
    struct dragoman_server *server;
    struct MHD_Connection *connection;
    struct stream *next;
    size_t length;
    int sleeps, ends;
    char waiting[stream_room];
} stream;

struct dragoman_server {
    struct MHD_Daemon *daemon;
    dragoman_handler handler;
    void *context;
    size_t body_limit;
    /// Guards `streams`, `stream_count`, `ending` and all that is in streams.
    pthread_mutex_t lock;
    stream *streams;
    unsigned stream_count;
    int ending;
};

struct dragoman_response {
    struct MHD_Response *response;
    int status;
    dragoman_server *server;
    struct MHD_Connection *connection;
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

static void add_headers(struct MHD_Response *response, const char *headers) {
    while (response && *headers) {
        const char *value = headers + strlen(headers) + 1;
        MHD_add_response_header(response, headers, value);
        headers = value + strlen(value) + 1;
    }
}

void dragoman_respond(dragoman_response *response, int status, const uint8_t *body, size_t length, const char *headers) {
    if (response->response) return;
    response->response = MHD_create_response_from_buffer(length, (void *)body, MHD_RESPMEM_MUST_COPY);
    response->status = status;
    add_headers(response->response, headers);
}

/// Gives what waits, or lets the connection sleep: one that returned nothing without sleeping would be asked again at once.
static ssize_t take_waiting(void *context, uint64_t position, char *target, size_t room) {
    (void)position;
    stream *this = context;
    dragoman_server *server = this->server;
    ssize_t result = 0;
    pthread_mutex_lock(&server->lock);
    if (this->length) {
        size_t taken = this->length < room ? this->length : room;
        memcpy(target, this->waiting, taken);
        this->length -= taken;
        memmove(this->waiting, this->waiting + taken, this->length);
        result = (ssize_t)taken;
    } else if (this->ends || server->ending) {
        result = MHD_CONTENT_READER_END_OF_STREAM;
    } else {
        this->sleeps = 1;
        MHD_suspend_connection(this->connection);
    }
    pthread_mutex_unlock(&server->lock);
    return result;
}

static void forget_stream(void *context) {
    stream *this = context;
    dragoman_server *server = this->server;
    pthread_mutex_lock(&server->lock);
    for (stream **at = &server->streams; *at; at = &(*at)->next) {
        if (*at != this) continue;
        *at = this->next;
        server->stream_count--;
        break;
    }
    pthread_mutex_unlock(&server->lock);
    free(this);
}

static void wake(stream *this) {
    if (!this->sleeps) return;
    this->sleeps = 0;
    MHD_resume_connection(this->connection);
}

static stream *open_stream(dragoman_server *server, struct MHD_Connection *connection) {
    stream *this = calloc(1, sizeof *this);
    if (!this) return NULL;
    this->server = server;
    this->connection = connection;
    pthread_mutex_lock(&server->lock);
    int refused = server->ending || server->stream_count >= most_streams;
    if (!refused) {
        this->next = server->streams;
        server->streams = this;
        server->stream_count++;
    }
    pthread_mutex_unlock(&server->lock);
    if (!refused) return this;
    free(this);
    return NULL;
}

void dragoman_respond_stream(dragoman_response *response, const char *headers) {
    if (response->response) return;
    stream *this = open_stream(response->server, response->connection);
    if (this) {
        // A first line at once, so that the other side sees that the stream is open.
        memcpy(this->waiting, ":\n\n", 3);
        this->length = 3;
        response->response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, take_waiting, this, forget_stream);
        if (!response->response) forget_stream(this);
        response->status = MHD_HTTP_OK;
    } else {
        response->response = MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
        response->status = MHD_HTTP_SERVICE_UNAVAILABLE;
    }
    add_headers(response->response, headers);
}

unsigned dragoman_server_publish(dragoman_server *server, const uint8_t *text, size_t length) {
    pthread_mutex_lock(&server->lock);
    for (stream *this = server->streams; this; this = this->next) {
        if (length > stream_room - this->length) {
            this->ends = 1;
        } else {
            memcpy(this->waiting + this->length, text, length);
            this->length += length;
        }
        wake(this);
    }
    unsigned count = server->stream_count;
    pthread_mutex_unlock(&server->lock);
    return count;
}

static enum MHD_Result refuse(struct MHD_Connection *connection, int status) {
    const char *words = status == MHD_HTTP_CONTENT_TOO_LARGE     ? "What was sent is too long.\n"
                        : status == MHD_HTTP_NOT_IMPLEMENTED     ? "This coding of a body is not understood.\n"
                        : status == MHD_HTTP_SERVICE_UNAVAILABLE ? "There is no room for more just now. Try again later.\n"
                        : status >= 500                          ? "The page could not be made.\n"
                                                                 : "The request is not clear about its length.\n";
    struct MHD_Response *response = MHD_create_response_from_buffer(strlen(words), (void *)words, MHD_RESPMEM_PERSISTENT);
    if (!response) return MHD_NO;
    MHD_add_response_header(response, "Content-Type", "text/plain; charset=utf-8");
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
        .authorization = header(connection, "Authorization"),
        .body = this->body, .body_length = this->length,
    };
    dragoman_response response = {.server = server, .connection = connection};
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
    pthread_mutex_init(&server->lock, NULL);
    errno = 0;
    server->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, port, NULL, NULL, answer, server,
        MHD_OPTION_SOCK_ADDR, &place, MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)32768,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, remember_target, NULL,
        MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
    if (!server->daemon) {
        int reason = errno;
        pthread_mutex_destroy(&server->lock);
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
    // Connections that sleep would never end.
    pthread_mutex_lock(&server->lock);
    server->ending = 1;
    for (stream *this = server->streams; this; this = this->next) wake(this);
    pthread_mutex_unlock(&server->lock);
    MHD_stop_daemon(server->daemon);
    pthread_mutex_destroy(&server->lock);
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

#ifndef DRAGOMAN_SERVER_H
#define DRAGOMAN_SERVER_H

#include <stddef.h>
#include <stdint.h>

/// An HTTP/1.1 server over libmicrohttpd, whose variadic interface Swift cannot call.
typedef struct dragoman_server dragoman_server;

/// One request, complete with its body; all of it is the server's and lasts as long as the call.
typedef struct {
    const char *method;
    /// Path and query as they stood on the line of the request, not decoded.
    const char *target;
    /// Headers; NULL where the request has none of the name.
    const char *host, *origin, *cookie, *accept_encoding, *if_none_match, *content_type, *authorization;
    const uint8_t *body;
    size_t body_length;
} dragoman_request;

/// To be filled by `dragoman_respond`.
typedef struct dragoman_response dragoman_response;

/// Answers a request, on one of the server's threads: must call `dragoman_respond` once.
typedef void (*dragoman_handler)(void *context, const dragoman_request *request, dragoman_response *response);

/// Gives the answer; everything is copied. `headers` holds names and values, each ended by a zero byte, and an empty name at the end.
void dragoman_respond(dragoman_response *response, int status, const uint8_t *body, size_t length, const char *headers);

/// Answers with a stream of events that stays open: what `dragoman_server_publish` is given goes to it. 503 where there are too many.
void dragoman_respond_stream(dragoman_response *response, const char *headers);

/// Starts a server.
///
/// `address` is an IPv4 address to listen on; `port` may be 0 for any free one. Bodies of more than `body_limit` bytes are refused
/// with 413 before they are read. NULL where the port is taken or may not be used; errno says why.
dragoman_server *dragoman_server_start(const char *address, uint16_t port, unsigned threads, unsigned connections,
                                       unsigned timeout_seconds, size_t body_limit, dragoman_handler handler,
                                       void *context);

/// The port it listens on.
uint16_t dragoman_server_port(const dragoman_server *server);

/// Sends text to every open stream; one that has not taken the last 64 KB is closed. May be called on any thread.
///
/// Gives the number of streams.
unsigned dragoman_server_publish(dragoman_server *server, const uint8_t *text, size_t length);

/// Lets requests under way end, then closes all connections.
void dragoman_server_stop(dragoman_server *server);

/// `source` compressed as gzip into `target`, which has room for `room` bytes; the number of bytes, or 0 where it does not fit.
size_t dragoman_gzip(const uint8_t *source, size_t length, uint8_t *target, size_t room);

#endif

"""Strains a running `dragoman serve`: idle, slow, endless and broken clients. Others must be served meanwhile, and its memory stays flat.

Usage: strain.py PORT PID. Prints a line for each step; ends with 1 at the first that fails.
"""

import resource
import socket
import sys
import time

PORT, PID = int(sys.argv[1]), int(sys.argv[2])
HOST = f"127.0.0.1:{PORT}"
HEAD = f"Host: {HOST}\r\n"


def memory():
    """Resident memory of the server, in MB."""
    with open(f"/proc/{PID}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def connected():
    client = socket.create_connection(("127.0.0.1", PORT), timeout=10)
    client.settimeout(10)
    return client


def answer(request, patient=True):
    """The first line of the answer to raw bytes; empty where the server hung up without a word."""
    client = connected()
    try:
        try:
            client.sendall(request)
        except OSError:
            pass  # It may hang up before all is sent; what it said stands all the same.
        got = b""
        while b"\r\n" not in got:
            part = client.recv(4096)
            if not part:
                break
            got += part
        return got.split(b"\r\n")[0].decode("latin-1")
    except (ConnectionResetError, TimeoutError) as error:
        return "" if isinstance(error, ConnectionResetError) else "no answer"
    finally:
        client.close()


def served(label):
    start = time.monotonic()
    line = answer(f"GET /deals HTTP/1.1\r\n{HEAD}Connection: close\r\n\r\n".encode())
    assert "200" in line, f"{label}: {line}"
    return (time.monotonic() - start) * 1000


def refused(label, request, *statuses):
    line = answer(request)
    assert line == "" or any(f" {status} " in line + " " for status in statuses), f"{label}: {line}"
    served(label)


def main():
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    for _ in range(20):
        served("before")
    calm = memory()
    idle = [connected() for _ in range(1000)]
    for client in idle[:500]:
        client.sendall(b"GET / HTTP/1.1\r\nHost: ")  # half of them in the midst of a request
    slowest = max(served("idle clients") for _ in range(10))
    strained = memory()
    assert strained - calm < 48, f"1,000 idle connections took {strained - calm:.0f} MB"
    print(f"1,000 idle connections: {strained - calm:.1f} MB more, a page in at most {slowest:.0f} ms", flush=True)
    for client in idle:
        client.close()
    served("after idle clients")

    slow = [connected() for _ in range(50)]
    request = f"GET /deals HTTP/1.1\r\n{HEAD}Connection: close\r\n\r\n".encode()
    for place in range(0, len(request), 8):
        for client in slow:
            client.sendall(request[place : place + 8])
        served("slow clients") if place % 64 == 0 else None
    assert all(b"200" in client.recv(64) for client in slow), "a slow client was not served"
    print("50 slow clients were served, and others meanwhile", flush=True)

    big = 40 << 20
    refused("a body that says it is too long", f"POST /add HTTP/1.1\r\n{HEAD}Content-Length: {big}\r\n\r\n".encode(), 413)
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    refused("a body without end", f"POST /add HTTP/1.1\r\n{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode() + chunk * 40 + b"0\r\n\r\n", 413, 403)
    refused("a head without end", f"GET / HTTP/1.1\r\n{HEAD}".encode() + b"X: " + b"y" * 100_000, 413, 431, 400)
    refused("many headers", f"GET / HTTP/1.1\r\n{HEAD}".encode() + b"X: y\r\n" * 20_000 + b"\r\n", 413, 431, 400)
    refused("an address without end", b"GET /" + b"a" * 60_000 + f" HTTP/1.1\r\n{HEAD}\r\n".encode(), 414, 431, 400, 413)
    for path in ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/deals/..\\..\\x", "//etc/passwd", "/style.css/../../x"]:
        refused(path, f"GET {path} HTTP/1.1\r\n{HEAD}Connection: close\r\n\r\n".encode(), 400, 404)
    refused("no words at all", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc" * 100 + b"\r\n\r\n", 400, 501, 505)
    refused("two lengths", f"POST /add HTTP/1.1\r\n{HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".encode(), 400)
    print("bodies, heads and addresses that are too long or broken were refused", flush=True)

    streams = [connected() for _ in range(300)]
    for stream in streams:
        stream.sendall(f"GET /events HTTP/1.1\r\n{HEAD}\r\n".encode())
    lines = [stream.recv(64).split(b"\r\n")[0] for stream in streams]
    taken = sum(b" 200 " in line for line in lines)
    assert taken == 256 and sum(b" 503 " in line for line in lines) == 44, f"{taken} streams were taken, of 256 that may be"
    served("with streams")
    for stream in streams:
        stream.close()
    print("256 streams of events stand open, more are told to come later", flush=True)
    for _ in range(200):
        served("at last")
    print(f"memory: {calm:.0f} MB before, {memory():.0f} MB after", flush=True)
    assert memory() - calm < 96, "memory has grown"


try:
    main()
except (AssertionError, OSError) as error:
    print(f"FAILED: {error}", flush=True)
    sys.exit(1)

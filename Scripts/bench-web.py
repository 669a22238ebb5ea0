"""Measures the pages of `dragoman serve` on a large ledger, beside datasette serving the same file.

Usage: bench-web.py LEDGER DATASETTE. Prints JSON: the time of each page when it is asked for the first time, and requests a second with 64
connections, kept alive, for 5 seconds each, only to 127.0.0.1. `uncached` asks for another address each time, so that no answer that is
kept can be given; datasette keeps none.
"""

import json
import re
import subprocess
import sys
import time
import urllib.request

LEDGER, DATASETTE = sys.argv[1], sys.argv[2]
SECONDS, CONNECTIONS, THREADS = 5, 64, 1


def get(address):
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        body = answer.read()
    return (time.perf_counter() - start) * 1000, body.decode("utf-8", "replace")


def rate(address, script=None):
    command = ["wrk", "-t", str(THREADS), "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", address]
    if script:
        command[1:1] = ["-s", script]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in text, f"{address}: {text}"
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))


def wait(address):
    for _ in range(200):
        try:
            return get(address)
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


def main():
    own = subprocess.Popen([".build/release/dragoman", "serve", "--quiet", "--port", "8497", "--ledger", LEDGER], stdout=subprocess.DEVNULL)
    other = subprocess.Popen([DATASETTE, "serve", LEDGER, "--port", "8498"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        base, rival = "http://127.0.0.1:8497", "http://127.0.0.1:8498"
        wait(base + "/health")
        name = LEDGER.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        wait(rival + "/")
        deal = re.search(r'href="/deals/(\w+)"', get(base + "/deals")[1]).group(1)
        article = re.search(r'href="/articles/(\w+)"', get(base + "/articles")[1]).group(1)
        first = {}
        for path in ["/", "/deals", f"/deals/{deal}", "/articles", f"/articles/{article}", "/stories", "/outlets", "/timeline",
                     "/deals?view=board", "/deals?kind=supply", "/search?q=plant", "/disagreements", "/health"]:
            # Each time another address: what is kept from before does not count.
            times = [get(f"{base}{path}{'&' if '?' in path else '?'}try={number}")[0] for number in range(5)]
            first[path.replace(deal, "ID").replace(article, "ID")] = round(sorted(times)[2], 1)
        with open(".build/bench/uncached.lua", "w") as script:
            script.write('local n = 0\nrequest = function()\n  n = n + 1\n  return wrk.format("GET", wrk.path .. "?n=" .. n)\nend\n')
        result = {"articles": json.loads(get(base + "/health.json")[1])["articles"], "page_ms": first}
        for label, mine, theirs in [
            ("deal page", f"/deals/{deal}", f"/{name}/deals/{deal}"),
            ("JSON of deals", "/deals.json?limit=50", f"/{name}/deals.json?_size=50&_sort_desc=first_day"),
        ]:
            status = get(rival + theirs)
            assert status[1], theirs
            figures = {"kept": rate(base + mine), "datasette": rate(rival + theirs)}
            if "?" not in mine:
                figures["uncached"] = rate(base + mine, ".build/bench/uncached.lua")
            figures["times"] = figures["kept"] / figures["datasette"]
            result[label] = {key: round(value, 1) for key, value in figures.items()}
        print(json.dumps(result, indent=2))
    finally:
        own.terminate()
        other.terminate()
        own.wait()
        other.wait()


main()

#!/usr/bin/env bash
# Requests a second of `dragoman serve` and of datasette on the same SQLite file, in one run, on the loopback with 64 connections.
# LEDGER=FILE takes a ledger; else one of COUNT (20000) made articles is made. Needs wrk (Debian) and installs datasette into .venv.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=Scripts/common.sh
source Scripts/common.sh
command -v wrk >/dev/null || fail "wrk was not found" "On Debian: apt-get install wrk"
datasette=.venv/datasette
if [ ! -x "$datasette/bin/datasette" ]; then
    say "installing datasette into $datasette, to measure against"
    python3 -m venv "$datasette" || fail "python3 -m venv does not work" "On Debian: apt-get install python3-venv"
    "$datasette/bin/python" -m pip install --quiet --disable-pip-version-check datasette==0.65.5 ||
        fail "datasette could not be installed" "Is the network there?"
fi
ledger=${LEDGER:-.build/bench/web.db}
mkdir -p .build/bench
[ -e "$ledger" ] || .build/release/ledger-bench "$ledger" "${COUNT:-20000}" Samples >/dev/null
exec python3 Scripts/bench-web.py "$ledger" "$datasette/bin/datasette" "$@"

#!/usr/bin/env bash
# A ledger of the bundled samples, opened in the browser until Ctrl-C. PORT=NUMBER takes another port; `--screens` takes the pictures
# of the README instead, `--screens FOLDER` those of every page.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=Scripts/common.sh
source Scripts/common.sh
dragoman=.build/release/dragoman
ledger=.build/demo/ledger.db
mkdir -p "$(dirname "$ledger")"

# Made anew, and always the same: nothing of an earlier demonstration is in the pictures.
rm -f "$ledger"*
SOURCE_DATE_EPOCH=1732406400 "$dragoman" add --ledger "$ledger" Samples
if [ "${1:-}" != --screens ]; then
    say "Ctrl-C ends it"
    exec "$dragoman" serve --open --port "${PORT:-8420}" --ledger "$ledger"
fi
"$dragoman" serve --quiet --port 0 --ledger "$ledger" >.build/demo/address &
server=$!
trap 'kill $server' EXIT
for _ in $(seq 100); do [ -s .build/demo/address ] && break || sleep 0.1; done
address=$(cat .build/demo/address)
[ -n "$address" ] || fail "dragoman serve did not start" "Look at its message above."
if [ -n "${2:-}" ]; then
    mkdir -p "$2"
    bash Scripts/browser.sh Scripts/screens.py "$address" "$2" --all
else
    mkdir -p Docs/screens
    bash Scripts/browser.sh Scripts/screens.py "$address" Docs/screens
fi

#!/usr/bin/env bash
# The main job on the bundled samples: read one, put all into a ledger, list the deals.
set -euo pipefail
cd "$(dirname "$0")/.."
dragoman=.build/release/dragoman
ledger=.build/samples/ledger.db
mkdir -p "$(dirname "$ledger")"

show() {
    printf '\n$ dragoman %s\n\n' "$*"
    DRAGOMAN_LEDGER=$ledger "$dragoman" "$@"
}

rm -f "$ledger"*
show read Samples/sobol-1-agency.txt
show add Samples
show deals
echo
echo "Next: $dragoman read FILE, $dragoman --help, Docs/tutorial.md"

#!/usr/bin/env bash
# Scores the release build on the gold sets that stand beside the repository, in ../shared: pages, claims, who says what,
# times and factuality, names. Prints every figure with its bound and the change since the last commit, and writes the
# errors to .build/evaluate/errors.md. `--record` writes the scores to Floors.json, `--report FILE` the errors elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
source Scripts/common.sh
gold=${DRAGOMAN_GOLD:-../shared}
[ -d "$gold/gold/deals" ] || fail "there are no gold sets in $gold" "Put them beside the repository, or name their folder: DRAGOMAN_GOLD=FOLDER make evaluate"
dragoman=${DRAGOMAN_PROGRAM:-.build/release/dragoman}
work=.build/evaluate
mkdir -p "$work"
if [ -d "$gold/gold/pages" ]; then
    python3 Scripts/evaluate-pages.py "$gold" "$PWD/$dragoman page --batch" "$@"
fi
cp "$gold/seed/article.txt" "$work/seed.txt"
"$dragoman" claims --jsonl "$work/seed.txt" >"$work/seed.jsonl"
"$dragoman" claims --jsonl "$gold"/gold/deals/articles/en-*.txt >"$work/deals-en.jsonl"
python3 Scripts/compare-names.py "$gold/gold/names" --json "$work/names.json"
python3 Scripts/evaluate.py "$gold" "$dragoman" "$work" "$@"

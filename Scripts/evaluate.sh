#!/usr/bin/env bash
# Scores the release build on the gold sets that stand beside the repository, in ../shared: pages, names, claims, who says what,
# time expressions and factuality. Prints every figure with its bound and the change since the last commit, and writes the
# errors to .build/evaluate/errors.md. `--record` writes the scores to Floors.json, `--report FILE` the errors elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
source Scripts/common.sh
gold=${DRAGOMAN_GOLD:-../shared}
[ -d "$gold/gold/deals" ] || fail "there are no gold sets in $gold" "Put them beside the repository, or name their folder: DRAGOMAN_GOLD=FOLDER make evaluate"
dragoman=${DRAGOMAN_PROGRAM:-.build/release/dragoman}
work=.build/evaluate
mkdir -p "$work"
rm -f "$work"/{names,summaries,rouge}.json
status=0
if [ -d "$gold/gold/pages" ]; then
    python3 Scripts/evaluate-pages.py "$gold" "$(realpath "$dragoman") page --batch" "$@" || status=1
fi
if [ -d "$gold/gold/names" ]; then
    python3 Scripts/compare-names.py "$gold/gold/names" --json "$work/names.json"
fi
cp "$gold/seed/article.txt" "$work/seed.txt"
"$dragoman" claims --jsonl "$work/seed.txt" >"$work/seed.jsonl"
# Each article with its day of publication, which its words do not say and relative dates count from.
rm -rf "$work/deals"
mkdir "$work/deals"
python3 - "$gold/gold/deals/articles" "$work/deals" <<'END'
import glob, json, os, sys
for path in glob.glob(f'{sys.argv[1]}/en-*.json'):
    with open(path, encoding='utf8') as file:
        day = json.load(file)['published']
    with open(path[:-5] + '.txt', encoding='utf8') as file:
        text = file.read()
    with open(f'{sys.argv[2]}/{os.path.basename(path)[:-5]}.txt', 'w', encoding='utf8') as file:
        file.write((f'Date: {day}\n\n' if day else '') + text)
END
"$dragoman" claims --jsonl "$work"/deals/en-*.txt >"$work/deals-en.jsonl"
python3 Scripts/summaries.py "$gold" "$dragoman" "$work" --json "$work/summaries.json" || status=1
if [ -d "$gold/gold/pages" ]; then
    python3 Scripts/rouge.py "$gold" "$dragoman" "$work" --json "$work/rouge.json"
fi
python3 Scripts/evaluate.py "$gold" "$dragoman" "$work" "$@" || status=1
exit $status

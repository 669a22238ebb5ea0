#!/usr/bin/env bash
# Scores the claims and the pages of the release build on the gold sets that stand beside the repository, in ../shared, and holds them
# against Floors.json. `--record` writes the scores there. Predictions stay in .build/evaluate for a closer look.
set -euo pipefail
cd "$(dirname "$0")/.."
source Scripts/common.sh
gold=${DRAGOMAN_GOLD:-../shared}
[ -d "$gold/gold/deals" ] || fail "there are no gold sets in $gold" "Put them beside the repository, or name their folder: DRAGOMAN_GOLD=FOLDER make evaluate"
dragoman=.build/release/dragoman
work=.build/evaluate
mkdir -p "$work"
if [ -d "$gold/gold/pages" ]; then
    python3 Scripts/evaluate-pages.py "$gold" "$PWD/$dragoman page --batch" "$@"
fi
cp "$gold/seed/article.txt" "$work/seed.txt"
"$dragoman" claims --jsonl "$work/seed.txt" >"$work/seed.jsonl"
"$dragoman" claims --jsonl "$gold"/gold/deals/articles/en-*.txt >"$work/deals-en.jsonl"
python3 "$gold/gold/deals/score.py" --json "$gold/seed" "$work/seed.jsonl" >"$work/seed.json"
python3 "$gold/gold/deals/score.py" --json --only en- "$gold/gold/deals" "$work/deals-en.jsonl" >"$work/deals-en.json"
python3 Scripts/compare-names.py "$gold/gold/names" --json "$work/names.json"
python3 - "$work" "$@" <<'PYTHON'
import json, sys
sys.path.insert(0, 'Scripts')
import figures
work, measured = sys.argv[1], {}
for name in ('seed', 'deals-en'):
    with open(f'{work}/{name}.json', encoding='utf8') as file:
        result = json.load(file)['all']
    measured[f'{name}.claim'] = round(result['claim']['f1'], 3)
    measured[f'{name}.stage'] = round(result['stage_accuracy'], 3)
    measured[f'{name}.source'] = round(result['source']['f1'], 3)
    print('%s: slots F1 %.3f, deals B3 F1 %.3f' % (name, result['slot']['f1'], result['deal_b3']['f1']))
with open(f'{work}/names.json', encoding='utf8') as file:
    measured.update(json.load(file))
sys.exit(0 if figures.hold(measured, '--record' in sys.argv) else 1)
PYTHON

#!/bin/bash
# bench-language.sh [TEXT]: speed of the language engine against spaCy 3.8 on one core, in one run on one machine.
#
# TEXT: a file of paragraphs, one a line; without it, the text of the golden test, many times over.
# DRAGOMAN_SHARED: the folder that holds reference/speed_spacy.py (default ../shared).
# DRAGOMAN_MODEL: the model folder (default .models/en_core_web_sm-3.8.0).
# DRAGOMAN_PYTHON: a Python with spaCy 3.8; without it one is set up in .venv with pinned versions.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${DRAGOMAN_SHARED:-../shared}
model=${DRAGOMAN_MODEL:-.models/en_core_web_sm-3.8.0}
[ -f "$model/config.cfg" ] || { echo "bench-language: no model in $model; run 'make setup' or set DRAGOMAN_MODEL" >&2; exit 2; }
[ -f "$shared/reference/speed_spacy.py" ] || { echo "bench-language: no reference/speed_spacy.py in $shared; set DRAGOMAN_SHARED" >&2; exit 2; }

python=${DRAGOMAN_PYTHON:-.venv/bin/python}
if [ ! -x "$python" ]; then
    python3 -m venv .venv
    .venv/bin/pip install --quiet 'spacy==3.8.18' 'thinc==8.3.14' 'numpy==2.4.6'
    python=.venv/bin/python
fi

text=${1:-}
if [ -z "$text" ]; then
    text=$(mktemp)
    trap 'rm -f "$text"' EXIT
    for _ in $(seq 60); do cat Tests/DragomanLanguageTests/Golden/sentences.txt; done > "$text"
fi

swift build -c release --product dragoman-bench >&2
spacy=$("$python" "$shared/reference/speed_spacy.py" "$model" "$text")
echo "spaCy: $spacy"
base=$(sed -E 's/.* ([0-9]+) words\/s CPU.*/\1/' <<< "$spacy")
for kernel in portable avx2 avx512; do
    line=$(DRAGOMAN_KERNEL=$kernel taskset -c 0 .build/release/dragoman-bench "$model" "$text" 2>&1) || { echo "$kernel: not on this machine"; continue; }
    rate=$(sed -E 's/.* ([0-9]+) words\/s CPU \(median.*/\1/' <<< "$line")
    echo "$line"
    awk -v k="$kernel" -v a="$rate" -v b="$base" 'BEGIN { printf "  %s: %.1f times spaCy\n", k, a / b }'
done

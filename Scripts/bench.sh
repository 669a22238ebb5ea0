#!/usr/bin/env bash
# Measures parity with spaCy and speed against it on one core, in the same run, and holds them against Floors.json.
# `--record` writes the figures there. Texts: TEXTS=FILE, one paragraph a line; else made of the gold sets in ../shared.
# Then the reading of pages against trafilatura. spaCy and trafilatura run in .venv, which is made once through pip; DRAGOMAN_PYTHON uses an interpreter that has them.
set -euo pipefail
cd "$(dirname "$0")/.."
source Scripts/common.sh
gold=${DRAGOMAN_GOLD:-../shared}
model=${DRAGOMAN_MODEL:-$model_folder}
work=.build/bench
mkdir -p "$work"

python=${DRAGOMAN_PYTHON:-.venv/bin/python}
if ! "$python" -c 'import spacy' 2>/dev/null; then
    [ -z "${DRAGOMAN_PYTHON:-}" ] || fail "$DRAGOMAN_PYTHON has no spaCy" "Install it there: pip install 'spacy>=3.8,<3.9'"
    say "installing spaCy into .venv, to measure against"
    python3 -m venv .venv || fail "python3 -m venv does not work" "On Debian: apt-get install python3-venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        'spacy==3.8.18' 'thinc==8.3.14' 'numpy==2.4.6' ||
        fail "spaCy could not be installed" "Is the network there?"
fi

texts=${TEXTS:-$work/texts.txt}
[ -e "$texts" ] || python3 Scripts/bench-texts.py "$gold" "$texts"
export DRAGOMAN_MODEL=$model
python3 Scripts/bench.py "$python" "$gold" "$texts" "$work" "$@"
python3 Scripts/bench-claims.py "$model" "$texts" "$@"

if [ -d "$gold/gold/pages" ]; then
    if ! "$python" -c 'import trafilatura' 2>/dev/null; then
        say "installing trafilatura, to measure against"
        "$python" -m pip install --quiet --disable-pip-version-check 'trafilatura==2.3.1' 'lxml_html_clean' ||
            fail "trafilatura could not be installed" "Is the network there?"
    fi
    python3 Scripts/bench-pages.py "$python" "$gold" "$work" "$@"
fi

python3 Scripts/bench-export.py .build/release/export-bench "$work" "$@"

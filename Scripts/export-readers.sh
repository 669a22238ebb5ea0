#!/usr/bin/env bash
# Runs a Python script with the readers of the exports' formats, which are installed once from PyPI into .venv/readers.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=Scripts/common.sh
source Scripts/common.sh

readers=.venv/readers
packages=(followthemoney==4.11.2 networkx==3.6.1 rdflib==7.6.0 rispy==0.10.0 bibtexparser==2.1.0 feedparser==6.0.14 icalendar==7.3.0 jsonschema==4.26.0)
wanted="${packages[*]}"
if [ "$(cat "$readers/installed" 2>/dev/null)" != "$wanted" ]; then
    say "installing the readers of the exports into $readers"
    python3 -m venv "$readers" || fail "python3 -m venv does not work" "On Debian: apt-get install python3-venv"
    "$readers/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}" ||
        fail "the readers of the exports could not be installed" "Is the Python package index reached?"
    printf '%s' "$wanted" >"$readers/installed"
fi
exec "$readers/bin/python" "$@"

#!/usr/bin/env bash
# Checks the form of sources and scripts. `make lint` goes on to a build that holds warnings to be errors.
set -euo pipefail
cd "$(dirname "$0")/.."
swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks
for script in Scripts/*.sh .ci/run; do
    bash -n "$script"
done
if command -v shellcheck >/dev/null; then shellcheck -x Scripts/*.sh .ci/run; fi
# Tables made of others' work: always held to their digests, and made anew where their sources are there.
tables=.build/tables/bin/python
if [ ! -x "$tables" ] && [ -d /usr/share/unicode/cldr/common ]; then
    python3 -m venv .build/tables && .build/tables/bin/pip install -q cleanco==2.3 ||
        echo "lint: cleanco could not be installed"
fi
[ -x "$tables" ] || tables=python3
"$tables" Scripts/make-tables.py --check
echo "lint: the form is clean"

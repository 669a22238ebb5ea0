#!/usr/bin/env bash
# Checks the form of sources and scripts. The build before it (`make lint`) has held warnings to be errors.
set -euo pipefail
cd "$(dirname "$0")/.."
swift format lint --strict --parallel --recursive Package.swift Sources Tests
for script in Scripts/*.sh .ci/run; do
    bash -n "$script"
done
if command -v shellcheck >/dev/null; then shellcheck -x Scripts/*.sh .ci/run; fi
echo "lint: clean"

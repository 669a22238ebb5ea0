#!/usr/bin/env bash
# Writes Docs/read.svg, the picture of real output in the README: what the release build prints for a bundled sample.
set -euo pipefail
cd "$(dirname "$0")/.."
arguments=(read Samples/sobol-1-agency.txt)
COLUMNS=96 .build/release/dragoman --color always "${arguments[@]}" |
    python3 Scripts/terminal-svg.py "dragoman ${arguments[*]}" >Docs/read.svg
echo "wrote Docs/read.svg"

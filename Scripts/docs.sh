#!/usr/bin/env bash
# Writes what is made from the program and from Floors.json: Docs/commands.md and the table of figures in README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
.build/debug/dragoman manual --format markdown >Docs/commands.md
python3 Scripts/figures.py readme

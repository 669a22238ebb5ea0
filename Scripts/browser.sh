#!/usr/bin/env bash
# Runs a Python script that drives the system's Chromium through Playwright, which is installed once from PyPI into .venv/browser
# together with axe-core, the checker of accessibility.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=Scripts/common.sh
source Scripts/common.sh

browser=.venv/browser
packages=(playwright==1.65.2 axe-playwright-python==0.1.8)
wanted="${packages[*]}"
[ -x /usr/bin/chromium ] || fail "there is no /usr/bin/chromium" "On Debian: apt-get install chromium"
if [ "$(cat "$browser/installed" 2>/dev/null)" != "$wanted" ]; then
    say "installing Playwright into $browser"
    python3 -m venv "$browser" || fail "python3 -m venv does not work" "On Debian: apt-get install python3-venv"
    "$browser/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}" ||
        fail "Playwright could not be installed" "Is the Python package index reached?"
    printf '%s' "$wanted" >"$browser/installed"
fi
exec "$browser/bin/python" "$@"

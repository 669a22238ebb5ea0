#!/usr/bin/env python3
"""make-unicode-tables.py > Sources/CLanguage/unicode_tables.c: what Python 3.11 says of every Unicode scalar.

spaCy's features and rules are made with Python's string methods, so the runtime must class scalars as that Python does
(Unicode 14), whatever version the Swift library carries."""
import re, sys, unicodedata

assert unicodedata.unidata_version == '14.0.0', 'run this with Python 3.11'
SCALARS = [i for i in range(0x110000) if not 0xD800 <= i < 0xE000]
word, decimal = re.compile(r'\w'), re.compile(r'\d')


def after(c):  # a sigma is final after this scalar at the start of a text
    return (c + 'Σ').lower()[-1] == 'ς'


def through(c):  # a sigma is final where this scalar stands between it and a letter
    return ('A' + c + 'Σ').lower()[-1] == 'ς'


CLASSES = [('alpha', str.isalpha), ('upper', str.isupper), ('digit', str.isdigit),
           ('decimal', lambda c: bool(decimal.match(c))), ('word', lambda c: bool(word.match(c))), ('space', str.isspace),
           ('cased', after), ('ignorable', lambda c: through(c) and not after(c))]

print('/* Made by Scripts/make-unicode-tables.py from Python 3.11 (Unicode 14); do not edit. */\n#include "CLanguage.h"\n')
for name, test in CLASSES:
    ranges = []
    for i in SCALARS:
        if test(chr(i)):
            if ranges and ranges[-1][1] == i - 1: ranges[-1][1] = i
            else: ranges.append([i, i])
    print(f'static const uint32_t {name}[][2] = {{')
    line = '   '
    for a, b in ranges:
        item = f' {{0x{a:X}, 0x{b:X}}},'
        if len(line) + len(item) > 118: print(line); line = '   '
        line += item
    print(line + '\n};\n')
print('#define RANGES(x) ((dl_ranges){x, sizeof x / sizeof x[0]})\n')
print('dl_ranges dl_unicode_ranges(dl_class kind) {\n    switch (kind) {')
for name, _ in CLASSES: print(f'        case DL_{name.upper()}: return RANGES({name});')
print('        default: return (dl_ranges){0, 0};\n    }\n}\n')
runs = []
for i in SCALARS:
    low = chr(i).lower()
    if len(low) != 1: assert i == 0x130; continue
    d = ord(low) - i
    if not d: continue
    if runs and runs[-1][3] == d:
        a, b, s, _ = runs[-1]
        if (a == b and i - b in (1, 2)) or (a != b and i - b == s): runs[-1][1:3] = [i, i - b]; continue
    runs.append([i, i, 1, d])
print('static const dl_lower_run runs[] = {')
line = '   '
for a, b, s, d in runs:
    item = f' {{0x{a:X}, 0x{b:X}, {s}, {d}}},'
    if len(line) + len(item) > 118: print(line); line = '   '
    line += item
print(line + '\n};\n')
print('const dl_lower_run *dl_lower_runs(long *count) {\n    *count = sizeof runs / sizeof runs[0];\n    return runs;\n}')

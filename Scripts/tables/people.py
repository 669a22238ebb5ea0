"""Names of persons: given names in many scripts, short forms, titles.

From rigour (PyPI, MIT; its names of persons come from Wikidata, CC0) and nicknames (PyPI, Apache-2.0)."""
import csv

from .common import MADE, MATCHING, NAMES, SCRIPTS, bare, constant, folded, folder, own_sections, script
from .firms import RIGOUR_VERSION

NICKNAMES_VERSION = '1.0.1'


def known_names():
    """Given names the project's own tables have, folded."""
    own = {folded(word) for _, words in own_sections(NAMES / 'given-names.txt') for word in words}
    return own | {folded(word) for _, words in own_sections(MATCHING / 'nicknames.txt') for word in words}


def given_names():
    """Forms of one given name, a name a line: those that one of the own tables' names begins, in the scripts of matching."""
    known, rows = known_names(), set()
    for line in (folder('rigour') / 'data/names/persons.txt').read_text(encoding='utf8').splitlines():
        forms, found, _ = line.partition(' => ')
        if not found:
            continue
        kept = []
        for form in (form.strip() for form in forms.split(',')):
            # A single syllable or letter stands for too many names.
            good = form.isalpha() and script(form) in SCRIPTS and len(form) > (1 if script(form) in ('HANGUL', 'CJK') else 2)
            if good and form not in kept:
                kept.append(form)
        latin = [form for form in kept if script(form) == 'LATIN']
        if any(folded(form) in known for form in latin) and len({script(form) for form in kept}) > 1:
            rows.add(', '.join(latin + [form for form in kept if form not in latin]))
    return ('# Given names in several scripts and languages, a name a line. ' + MADE % f'rigour {RIGOUR_VERSION} (Wikidata, CC0)' + '\n'
            + ''.join(f'{row}\n' for row in sorted(rows)))


def nicknames():
    """English short forms, the full name first, as in nicknames.txt."""
    forms = {}
    with (folder('nicknames') / 'names.csv').open(encoding='utf8') as file:
        for row in csv.DictReader(file):
            full, short = row['name1'].strip(), row['name2'].strip()
            if full.isalpha() and short.isalpha() and min(len(full), len(short)) > 1:
                forms.setdefault(full, []).append(short)
    own = {}
    for group in own_groups():
        for name in group:
            own.setdefault(name, set()).update(group)
    out = ['# Short forms of English given names that nicknames.txt does not have. ' + MADE % f'nicknames {NICKNAMES_VERSION}' + '\n']
    for full in sorted(forms):
        new = sorted({short for short in forms[full] if folded(short) not in own.get(folded(full), ())})
        if new:
            out.append(', '.join([full] + new) + '\n')
    return ''.join(out)


def own_groups():
    """The groups of names of nicknames.txt, folded."""
    for line in (MATCHING / 'nicknames.txt').read_text(encoding='utf8').splitlines():
        if line and line[0] != '#':
            for group in line.split(';'):
                yield [folded(name) for name in group.split(',')]


def titles():
    """Titles before a person's name, words of one class as in words.txt."""
    prefixes = constant(folder('rigour') / 'data/names/data.py', 'PERSON_NAME_PREFIXES')
    own = {bare(word) for _, words in own_sections(MATCHING / 'words.txt') for word in words}
    # Family names and ordinary words of names.
    left = {'count', 'private', 'the', 'chair', 'laird', 'sr', 'director', 'company', 'grand', 'duke', 'prince', 'princess', 'king', 'queen'}
    found = set()
    for form in prefixes:
        key = bare(form)
        if len(folded(form).split()) == 1 and len(key) > 2 and key not in own and key not in left and script(form) in SCRIPTS:
            found.add(form.strip('.'))
    return ('# Titles that words.txt does not have. ' + MADE % f'rigour {RIGOUR_VERSION}' + '\n\n@title\n' + ', '.join(sorted(found)) + '\n')

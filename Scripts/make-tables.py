#!/usr/bin/env python3
"""Makes the tables of names that come from the work of others, and holds them to what their sources say.

    make-tables.py            write the tables and their digests
    make-tables.py --check    make them in memory and name each that differs from the one committed
    make-tables.py --digests  only hold the committed tables to their digests; needs no source

Sources, each of a pinned version: Unicode CLDR (Debian unicode-cldr-core) for countries, territories, currencies and first-level
regions in twelve scripts; cleanco, rigour and nicknames (PyPI) for legal forms, words of firms' names, given names, short forms and
titles. Their licences stand in THIRD-PARTY.md. What the project's own tables say goes first: what is made only adds to them, and
gives way where it clashes (fields "weak", sections "@more", files "-more.txt")."""
import hashlib
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

sys.path.insert(0, __file__.rsplit('/', 1)[0])
from tables import firms, people, places  # noqa: E402
from tables.common import MATCHING, NAMES, ROOT  # noqa: E402

DIGESTS = ROOT / 'Packs/DIGESTS'
PACKAGES = {'cleanco': firms.CLEANCO_VERSION, 'rigour': firms.RIGOUR_VERSION, 'nicknames': people.NICKNAMES_VERSION}
TABLES = {
    NAMES / 'cldr-countries.txt': places.countries,
    NAMES / 'cldr-regions.txt': places.regions,
    MATCHING / 'legal-forms-more.txt': firms.legal_forms,
    MATCHING / 'translations-more.txt': firms.translations,
    MATCHING / 'given-names.txt': people.given_names,
    MATCHING / 'nicknames-more.txt': people.nicknames,
    MATCHING / 'words-more.txt': people.titles,
}


def missing_source():
    """None where all sources are there in the pinned version, else what is missing, in words."""
    status = subprocess.run(['dpkg-query', '-W', '-f', '${Version}', 'unicode-cldr-core'], capture_output=True, text=True)
    if status.stdout != places.VERSION:
        return f'unicode-cldr-core {places.VERSION} is not installed'
    for name, wanted in PACKAGES.items():
        try:
            if version(name) != wanted:
                return f'{name} is {version(name)}, not {wanted}'
        except PackageNotFoundError:
            return f'{name} {wanted} is not installed'
    return None


def digest(text):
    return hashlib.sha256(text.encode('utf8')).hexdigest()


def hold_digests():
    """Whether each committed table has its digest."""
    said = dict(reversed(line.split('  ', 1)) for line in DIGESTS.read_text(encoding='utf8').splitlines() if line[:1] != '#')
    good = True
    for path in TABLES:
        name = str(path.relative_to(ROOT))
        if not path.exists() or digest(path.read_text(encoding='utf8')) != said.get(name):
            print(f'{name} is not what Scripts/make-tables.py made: run it again instead of editing the table')
            good = False
    return good


def main():
    if sys.argv[1:] == ['--packages']:
        return print(' '.join(f'{name}=={wanted}' for name, wanted in PACKAGES.items()))
    if sys.argv[1:] == ['--digests']:
        sys.exit(0 if hold_digests() else 1)
    missing = missing_source()
    if sys.argv[1:] == ['--check']:
        good = hold_digests()
        if missing:
            print(f'tables: NOT regenerated, {missing}; only their digests were checked')
            sys.exit(0 if good else 1)
        for path, make in TABLES.items():
            if not path.exists() or path.read_text(encoding='utf8') != make():
                print(f'{path.relative_to(ROOT)} differs from what its source gives: run Scripts/make-tables.py')
                good = False
        print('tables: regenerated from their sources' + (', no difference' if good else ''))
        sys.exit(0 if good else 1)
    if sys.argv[1:]:
        sys.exit(__doc__)
    if missing:
        packages = ' '.join(f'{name}=={wanted}' for name, wanted in PACKAGES.items())
        sys.exit(f'{missing}: apt-get install unicode-cldr-core; pip install --no-deps {packages}')
    lines = ['# SHA-256 of the tables that Scripts/make-tables.py makes.']
    for path, make in TABLES.items():
        text = make()
        path.write_text(text, encoding='utf8')
        lines.append(f'{digest(text)}  {path.relative_to(ROOT)}')
        print(f'{path.relative_to(ROOT)}: {len(text.splitlines())} lines, {len(text.encode())} bytes')
    DIGESTS.write_text('\n'.join(lines) + '\n', encoding='utf8')


if __name__ == '__main__':
    main()

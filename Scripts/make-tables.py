#!/usr/bin/env python3
"""Makes the tables of names that come from the work of others, and holds them to what their sources say.

    make-tables.py            write the tables and their digests
    make-tables.py --check    make them in memory and name each that differs from the one committed
    make-tables.py --digests  only hold the committed tables to their digests; needs no source

Sources, each of a pinned version: Unicode CLDR (Debian unicode-cldr-core) for countries, territories, currencies and first-level
regions in twelve scripts; cleanco (PyPI) for legal forms. Their licences stand in THIRD-PARTY.md. What the project's own tables
say goes first: a generated spelling only adds to them, and gives way where it clashes (fields "weak" and sections "@more")."""
import hashlib
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ROOT / 'Packs/world/names'
MATCHING = ROOT / 'Packs/world/matching'
DIGESTS = ROOT / 'Packs/DIGESTS'
CLDR = Path('/usr/share/unicode/cldr/common')
CLDR_VERSION, CLEANCO_VERSION = '41-0.1', '2.3'

# Languages whose names of countries are taken, so that every script of the trade has one.
COUNTRY_LANGUAGES = ('en ru uk be bg sr kk ky mk mn tg ar fa ps ur el he ka hy ko ja zh zh_Hant '
                     'fr de es it pt tr az uz tk pl cs sk ro hu nl sv fi hr id vi').split()
REGION_LANGUAGES = 'ru ar fa el he ka hy ko ja zh'.split()
# Where there are more regions than this they are communes, of no use for trade.
MOST_REGIONS = 60
LARGE = {'RU', 'TR', 'TH', 'US', 'VN'}
HEAD = '# Made by Scripts/make-tables.py from %s; change it there. The format is described in Docs/names.md.\n'


def have_sources():
    """None where all sources are there in the pinned version, else what is missing, in words."""
    status = subprocess.run(['dpkg-query', '-W', '-f', '${Version}', 'unicode-cldr-core'], capture_output=True, text=True)
    if status.stdout != CLDR_VERSION:
        return f'unicode-cldr-core {CLDR_VERSION} is not installed'
    try:
        from importlib.metadata import version
        import cleanco  # noqa: F401
        if version('cleanco') != CLEANCO_VERSION:
            return f'cleanco is {version("cleanco")}, not {CLEANCO_VERSION}'
    except ImportError:
        return f'cleanco {CLEANCO_VERSION} is not installed'
    return None


def elements(path, tag):
    """(attributes, text) of the elements of one name, without a full parse: CLDR keeps one to a line."""
    if not path.exists():
        return
    for match in re.finditer(rf'<{tag} ([^>]*?)>([^<]*)</{tag}>', path.read_text(encoding='utf8')):
        yield dict(re.findall(r'(\w+)="([^"]*)"', match[1])), match[2].replace('&amp;', '&').strip()


def usable(name):
    return bool(name) and not re.search(r'[,،;=|#?@()\[\]/↑]', name) and len(name.encode()) <= 200 and any(c.isalpha() for c in name)


def is_latin(name):
    return any('LATIN' in unicodedata.name(c, '') for c in name)


def folded(name):
    plain = unicodedata.normalize('NFKD', name.casefold().replace('ı', 'i'))
    return ' '.join(re.sub(r'[^\w]+', ' ', ''.join(c for c in plain if not unicodedata.combining(c))).split())


def own_lines(*types):
    """(type, name, spellings, fields) of each entry in the project's own tables."""
    for path in sorted(NAMES.glob('*.txt')):
        text = path.read_text(encoding='utf8')
        if path.name.startswith('cldr-'):
            continue
        kind, defaults = None, []
        for line in text.splitlines():
            line = re.sub(r'(^|\s)#.*', '', line).strip()
            if not line:
                continue
            parts = [part.strip() for part in line.split('|')]
            fields = [tuple(part.split(' ', 1)) for part in parts[1:] if ' ' in part]
            if line.startswith('@'):
                kind, defaults = parts[0][1:], fields
            elif kind in types:
                for item in parts[0].split(','):
                    spellings = [s.strip().rstrip('?').strip() for s in item.split('=')]
                    yield kind, spellings[0], spellings, dict(defaults + fields)


def spellings(pairs):
    """Spellings in the order of their languages, each once; one in another Latin language counts only in context."""
    seen, out = set(), []
    for language, name in pairs:
        if not usable(name) or folded(name) in seen or not folded(name):
            continue
        seen.add(folded(name))
        out.append(name + ('?' if language != 'en' and is_latin(name) else ''))
    return out


def currencies():
    """The code of today's currency of each country."""
    text = (CLDR / 'supplemental/supplementalData.xml').read_text(encoding='utf8')
    found = {}
    for region in re.finditer(r'<region iso3166="(\w\w)">(.*?)</region>', text, re.S):
        for attributes in re.findall(r'<currency ([^>]*)/>', region[2]):
            said = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
            if 'to' not in said and said.get('tender') != 'false':
                found.setdefault(region[1], said['iso4217'])
    return found


def countries():
    names = {language: {} for language in COUNTRY_LANGUAGES}
    for language in COUNTRY_LANGUAGES:
        for said, name in elements(CLDR / f'main/{language}.xml', 'territory'):
            # Short and variant names are in use as well; codes of three digits are continents.
            if re.fullmatch('[A-Z]{2}', said['type']) and said['type'] not in ('EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'):
                names[language].setdefault(said['type'], []).append(name)
    own = {fields['iso']: name for _, name, _, fields in own_lines('country') if 'iso' in fields}
    money, more, new = currencies(), [], []
    for code in sorted(names['en']):
        pairs = [(language, name) for language in COUNTRY_LANGUAGES for name in names[language].get(code, [])
                 if not (language == 'en' and re.fullmatch('[A-Z.]+', name))]
        found = spellings(pairs)
        currency = f' | currency {money[code]}' if code in money else ''
        if code in own:
            more.append(f'{code} = {" = ".join(found)}{currency}')
        elif found:
            new.append(f'{" = ".join(found)} | iso {code}{currency}')
    return (HEAD % f'Unicode CLDR {CLDR_VERSION}' + '# Countries in many languages, with their currencies (ISO 4217); the first word is the '
            'code (ISO 3166-1).\n@more country | source cldr\n' + '\n'.join(more)
            + '\n# Territories that the project\'s own table does not have.\n@country | source cldr | weak\n' + '\n'.join(new) + '\n')


def regions():
    names = {language: {} for language in ['en'] + REGION_LANGUAGES}
    for language in names:
        for said, name in elements(CLDR / f'subdivisions/{language}.xml', 'subdivision'):
            names[language].setdefault(said['type'], name)
    by_name, codes = {}, {}
    for _, name, all_names, fields in own_lines('country'):
        for one in all_names:
            codes[one] = fields.get('iso')
    for _, name, all_names, fields in own_lines('place'):
        for one in all_names:
            by_name[codes.get(fields.get('country')), folded(one)] = name
    per_country = {}
    for code in names['en']:
        if sum(code in names[language] for language in REGION_LANGUAGES) >= 8:
            per_country.setdefault(code[:2].upper(), []).append(code)
    out, taken = [HEAD % f'Unicode CLDR {CLDR_VERSION}' + '# First-level regions of countries, with their codes (ISO 3166-2).\n'], {}
    known_countries = {code for code in codes.values() if code}
    for country in sorted(per_country):
        if country not in known_countries or (len(per_country[country]) > MOST_REGIONS and country not in LARGE):
            continue
        more, new = [], []
        for code in sorted(per_country[country]):
            found = spellings([(language, names[language][code]) for language in names if code in names[language]])
            if not found or not is_latin(found[0]):
                continue
            iso = f'{country}-{code[2:].upper()}'
            own = by_name.get((country, folded(found[0])))
            if own:
                more.append(f'{own} = {" = ".join(s for s in found if folded(s) != folded(own))} | iso {iso}')
            else:
                ident = re.sub(r' ', '-', folded(found[0]))
                new.append(f'{found[0]}? = {" = ".join(found[1:])} | iso {iso} | id place/{iso.lower()}-{ident}')
        if more:
            out.append('@more place | source cldr\n' + '\n'.join(line for line in more) + '\n')
        if new:
            out.append(f'@place | source cldr | weak | country {country}\n' + '\n'.join(new) + '\n')
    return ''.join(out)


# cleanco's types, by the headings of legal-forms.txt.
KINDS = {
    'Joint Stock / Unlimited': 'joint stock', 'Corporation': 'corporation', 'Limited': 'limited',
    'Limited Liability Company': 'limited', 'Private Company': 'limited', 'General Partnership': 'partnership',
    'Limited Liability Limited Partnership': 'partnership', 'Limited Liability Partnership': 'partnership',
    'Limited Partnership': 'partnership',
}


def legal_forms():
    import cleanco.termdata as data

    def key(form):
        return re.sub(r'[\W_]+', '', folded(form).replace(' ', ''))

    own, bare = set(), set()
    for line in (MATCHING / 'legal-forms.txt').read_text(encoding='utf8').splitlines():
        if line and line[0] not in '#@':
            own |= {key(form) for form in line.split(',')}
    kind_of = {}
    for kind, heading in KINDS.items():
        for form in data.terms_by_type[kind]:
            kind_of.setdefault(key(form), heading)
    by_kind = {}
    for country, forms in sorted(data.terms_by_country.items()):
        for form in forms:
            # Two letters without dots are too often a word or initials of something else.
            good = key(form) and key(form) not in own | bare and kind_of.get(key(form)) and form.isascii()
            if good and (len(key(form)) > 2 or '.' in form) and len(key(form)) > 1:
                bare.add(key(form))
                by_kind.setdefault(kind_of[key(form)], []).append((form.strip(), country))
    out = ['# Legal forms that legal-forms.txt does not have. Made by Scripts/make-tables.py from cleanco ' + CLEANCO_VERSION
           + ' (MIT); change it there.\n']
    for kind in sorted(by_kind):
        out.append(f'\n@{kind}\n')
        for country in sorted({country for _, country in by_kind[kind]}):
            out.append(f'# {country}\n' + ', '.join(sorted(form for form, where in by_kind[kind] if where == country)) + '\n')
    return ''.join(out)


TABLES = {
    NAMES / 'cldr-countries.txt': countries,
    NAMES / 'cldr-regions.txt': regions,
    MATCHING / 'legal-forms-more.txt': legal_forms,
}


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
    if sys.argv[1:] == ['--digests']:
        sys.exit(0 if hold_digests() else 1)
    missing = have_sources()
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
        sys.exit(f'{missing}: apt-get install unicode-cldr-core; pip install cleanco=={CLEANCO_VERSION}')
    lines = ['# SHA-256 of the tables that Scripts/make-tables.py makes.']
    for path, make in TABLES.items():
        text = make()
        path.write_text(text, encoding='utf8')
        lines.append(f'{digest(text)}  {path.relative_to(ROOT)}')
        print(f'{path.relative_to(ROOT)}: {len(text.splitlines())} lines, {len(text.encode())} bytes')
    DIGESTS.write_text('\n'.join(lines) + '\n', encoding='utf8')


if __name__ == '__main__':
    main()

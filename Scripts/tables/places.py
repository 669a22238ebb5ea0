"""Countries, currencies and first-level regions, from Unicode CLDR (Debian unicode-cldr-core)."""
import re
from pathlib import Path

from .common import HEAD, folded, is_latin, own_lines, usable

CLDR = Path('/usr/share/unicode/cldr/common')
VERSION = '41-0.1'

# Languages whose names of countries are taken, so that every script of the trade has one.
COUNTRY_LANGUAGES = ('en ru uk be bg sr kk ky mk mn tg ar fa ps ur el he ka hy ko ja zh zh_Hant '
                     'fr de es it pt tr az uz tk pl cs sk ro hu nl sv fi hr id vi').split()
REGION_LANGUAGES = 'ru ar fa el he ka hy ko ja zh'.split()
# Where there are more regions than this they are communes, of no use for trade.
MOST_REGIONS = 60
LARGE = {'RU', 'TR', 'TH', 'US', 'VN'}


def elements(path, tag):
    """(attributes, text) of the elements of one name, without a full parse: CLDR keeps one to a line."""
    if not path.exists():
        return
    for match in re.finditer(rf'<{tag} ([^>]*?)>([^<]*)</{tag}>', path.read_text(encoding='utf8')):
        yield dict(re.findall(r'(\w+)="([^"]*)"', match[1])), match[2].replace('&amp;', '&').strip()


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
    return (HEAD % f'Unicode CLDR {VERSION}' + '# Countries in many languages, with their currencies (ISO 4217); the first word is the '
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
    out, taken = [HEAD % f'Unicode CLDR {VERSION}' + '# First-level regions of countries, with their codes (ISO 3166-2).\n'], {}
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

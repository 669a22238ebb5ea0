"""Words of firms' names: legal forms of all countries, words that mean the same, numbers in words.

From cleanco and rigour (both PyPI, MIT). What the project's own tables say of a word goes first."""
import re
from collections import Counter

from .common import MADE, MATCHING, SCRIPTS, bare, constant, folded, folder, own_sections, own_words, script

CLEANCO_VERSION, RIGOUR_VERSION = '2.3', '1.8.2'

# cleanco's types and rigour's generic types, by the headings of legal-forms.txt.
CLEANCO_KINDS = {
    'Joint Stock / Unlimited': 'joint stock', 'Corporation': 'corporation', 'Limited': 'limited',
    'Limited Liability Company': 'limited', 'Private Company': 'limited', 'General Partnership': 'partnership',
    'Limited Liability Limited Partnership': 'partnership', 'Limited Liability Partnership': 'partnership',
    'Limited Partnership': 'partnership',
}
RIGOUR_KINDS = {
    'JSC': 'joint stock', 'LLC': 'limited', 'LP': 'partnership', 'GP': 'partnership', 'LLP': 'partnership',
    'SOE': 'state enterprise', 'NGO': 'foundation',
}
# Words that rigour counts among forms and that are ordinary words of names.
NO_FORMS = {'company', 'companies', 'firm', 'enterprise', 'trust', 'fund', 'union', 'association', 'institute', 'institution', 'society',
            'club', 'federation', 'center', 'centre', 'agency', 'bureau', 'organization', 'organisation', 'committee', 'council', 'office'}


def legal_forms():
    import cleanco.termdata as cleanco
    org_types = constant(folder('rigour') / 'data/names/org_types.py', 'ORG_TYPES')
    seen = {bare(form) for _, forms in own_sections(MATCHING / 'legal-forms.txt') for form in forms}
    ordinary = {bare(word) for table in ('words', 'translations') for _, words in own_sections(MATCHING / f'{table}.txt') for word in words}
    kind_of, by_kind = {}, {}
    for kind, heading in CLEANCO_KINDS.items():
        for form in cleanco.terms_by_type[kind]:
            kind_of.setdefault(bare(form), heading)

    def take(form, kind, origin):
        key = bare(form)
        # Two letters without dots are too often a word or initials of something else.
        if kind and key and key not in seen and len(key) > 1 and (len(key) > 2 or '.' in form or not form.isascii()):
            seen.add(key)
            by_kind.setdefault(kind, {}).setdefault(origin, []).append(form.strip())

    for country, forms in sorted(cleanco.terms_by_country.items()):
        for form in forms:
            if form.isascii():
                take(form, kind_of.get(bare(form)), f'{country} (cleanco)')
    for kind in org_types:
        heading = RIGOUR_KINDS.get(kind.get('generic'))
        for form in [kind.get('display'), kind.get('compare')] + kind['aliases']:
            form = re.sub(r'\s+', ' ', form or '').strip()
            words = folded(form).split()
            # A single long word in lower case is a word of a language, not a form: one slip there, and a name is lost.
            if not words or len(words) > 6 or re.search(r'[,;=|#@()\[\]&]', form) or script(form) not in SCRIPTS:
                continue
            if bare(form) in ordinary or words[0] in NO_FORMS or set(words) & NO_FORMS and heading == 'foundation':
                continue
            if heading == 'foundation' and len(words) < 2:
                continue
            take(form, heading, 'several countries (rigour)')
    out = ['# Legal forms that legal-forms.txt does not have. ' + MADE % f'cleanco {CLEANCO_VERSION} and rigour {RIGOUR_VERSION}' + '\n']
    for kind in sorted(by_kind):
        out.append(f'\n@{kind}\n')
        for origin in sorted(by_kind[kind]):
            out.append(f'# {origin}\n' + ', '.join(sorted(by_kind[kind][origin])) + '\n')
    return ''.join(out)


def translations():
    """One meaning a line; a word that has several meanings, or one in the own table, is left out."""
    data = folder('rigour') / 'data/names/data.py'
    own = {bare(word) for table in ('translations', 'words', 'legal-forms', 'numbers')
           for _, words in own_sections(MATCHING / f'{table}.txt') for word in words}
    own |= {bare(part) for word in own_words('translations') for part in word.split()}
    rows = []
    for key, forms in sorted({**constant(data, 'ORG_SYMBOLS'), **constant(data, 'ORG_DOMAINS')}.items()):
        words = {folded(form): form.casefold() for form in forms
                 if len(folded(form).split()) == 1 and '.' not in form and script(form) in SCRIPTS and len(bare(form)) > 2 - (script(form) == 'CJK')}
        rows.append((key, words))
    common = Counter(word for _, words in rows for word in words)
    out = ['# Words of firms\' names that mean the same, one meaning a line, which translations.txt does not have. '
           + MADE % f'rigour {RIGOUR_VERSION}' + '\n']
    for key, words in rows:
        kept = sorted(form for word, form in words.items() if common[word] == 1 and bare(word) not in own)
        if len(kept) > 1:
            out.append(', '.join(kept) + '\n')
    return ''.join(out)

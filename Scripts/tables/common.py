"""What all makers of tables share: where tables stand, which names can be used, what the project's own tables say."""
import ast
import importlib.util
import re
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ROOT / 'Packs/world/names'
MATCHING = ROOT / 'Packs/world/matching'
MADE = 'Made by Scripts/make-tables.py from %s; change it there.'
HEAD = '# ' + MADE + ' The format is described in Docs/names.md.\n'

# Scripts that matching has sounds or readings for.
SCRIPTS = ('LATIN', 'CYRILLIC', 'ARABIC', 'HEBREW', 'GREEK', 'GEORGIAN', 'ARMENIAN', 'HANGUL', 'KATAKANA', 'HIRAGANA', 'CJK')


def folder(package):
    """Where an installed package of PyPI stands; it need not be importable, its data are only read."""
    return Path(importlib.util.find_spec(package).origin).parent


def constant(path, name):
    """The value of a constant of a module of data."""
    for line in ast.parse(path.read_text(encoding='utf8')).body:
        if isinstance(line, ast.AnnAssign) and line.target.id == name:
            return ast.literal_eval(line.value)
    raise SystemExit(f'{path.name} has no {name}')


def script(name):
    """The first word of the Unicode name of the name's first letter; None where there is no letter."""
    return next((unicodedata.name(c, '?').split()[0] for c in name if c.isalpha()), None)


def is_latin(name):
    return any('LATIN' in unicodedata.name(c, '') for c in name)


def usable(name):
    return bool(name) and not re.search(r'[,،;=|#?@()\[\]/↑]', name) and len(name.encode()) <= 200 and any(c.isalpha() for c in name)


def folded(name):
    plain = unicodedata.normalize('NFKD', name.casefold().replace('ı', 'i'))
    return ' '.join(re.sub(r'[^\w]+', ' ', ''.join(c for c in plain if not unicodedata.combining(c))).split())


def bare(name):
    """The folded letters alone."""
    return re.sub(r'[\W_]+', '', folded(name))


def own_sections(path):
    """(heading, words) of a table of words: headings as after "@", "" before the first."""
    heading = ''
    for line in path.read_text(encoding='utf8').splitlines():
        if line.startswith('@'):
            heading = line[1:].strip()
        elif line and not line.startswith('#'):
            yield heading, [word.strip() for word in re.split('[,;]', line) if word.strip()]


def own_words(table):
    """All words of a table of matching."""
    return [word for _, words in own_sections(MATCHING / f'{table}.txt') for word in words]


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

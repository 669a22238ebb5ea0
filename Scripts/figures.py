"""The figures in Floors.json: held against what was measured, recorded, and brought into README.md.

    figures.py readme      writes the table of figures into README.md
"""
import json
import subprocess
import sys

FILE = 'Floors.json'
BEGIN, END = '<!-- figures -->', '<!-- /figures -->'


def load():
    with open(FILE, encoding='utf8') as file:
        return json.load(file)


def committed():
    """What was measured when Floors.json was last committed, by id; nothing outside a repository."""
    shown = subprocess.run(['git', 'show', f'HEAD:{FILE}'], capture_output=True, check=False)
    if shown.returncode:
        return {}
    return {figure['id']: figure['measured'] for figure in json.loads(shown.stdout)['figures']}


def bound(figure):
    word = 'atLeast' if 'atLeast' in figure else 'atMost'
    return word, figure[word]


def show(number, unit):
    if number is None:
        return 'not measured yet'
    text = f'{number:g}'
    if not unit and isinstance(number, float) and number <= 1:
        text = max(f'{number:.2f}', f'{number:.3f}'.rstrip('0'), key=len)
    return f'{text} {unit}'.strip()


def hold(measured, record):
    """Prints measured values beside their bounds; returns whether all hold. `measured` maps ids to numbers."""
    floors, good, before = load(), True, committed()
    print(f'{"figure":58} {"measured":>10} {"change":>8} {"bound":>16}')
    for figure in floors['figures']:
        value = measured.get(figure['id'])
        if value is None:
            continue
        word, limit = bound(figure)
        holds = value >= limit if word == 'atLeast' else value <= limit
        good &= holds
        limit = ('at least ' if word == 'atLeast' else 'at most ') + show(limit, figure['unit'])
        old = before.get(figure['id'])
        change = '' if old is None else f'{value - old:+.3f}'.rstrip('0').rstrip('.') if value != old else '='
        print(f'{figure["what"]:58} {show(value, figure["unit"]):>10} {change:>8} {limit:>16}'
              f'{"" if holds else "   FALLS SHORT"}')
        figure['measured'] = value
    if record:
        lines = [json.dumps(figure, ensure_ascii=False) for figure in floors['figures']]
        lines = ['    { ' + line[1:-1] + ' }' for line in lines]
        about = json.dumps(floors['about'], ensure_ascii=False)
        with open(FILE, 'w', encoding='utf8') as file:
            file.write('{\n  "about": ' + about + ',\n  "figures": [\n' + ',\n'.join(lines) + '\n  ]\n}\n')
        print(f'recorded in {FILE}; now: make docs')
    return good


def table():
    rows = ['| what | measured | promised | by |', '|---|---|---|---|']
    for figure in load()['figures']:
        word, limit = bound(figure)
        promised = ('at least ' if word == 'atLeast' else 'at most ') + show(limit, figure['unit'])
        rows.append(f'| {figure["what"]} | {show(figure["measured"], figure["unit"])} | {promised} | `{figure["by"]}` |')
    return '\n'.join(rows)


def readme():
    with open('README.md', encoding='utf8') as file:
        text = file.read()
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    with open('README.md', 'w', encoding='utf8') as file:
        file.write(f'{head}{BEGIN}\n{table()}\n{END}{tail}')


if __name__ == '__main__':
    if sys.argv[1:] != ['readme']:
        sys.exit(__doc__)
    readme()

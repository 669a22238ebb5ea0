"""Rouge of summaries beside the plain beginning, on the English articles of the fundus set whose publishers give a summary of their own.

    rouge.py GOLD PROGRAM WORK [--json FILE]

The reference is the publisher's standfirst or summary, which is written to be read before the article, not instead of it, and is often near to its
beginning: the plain beginning is hard to beat on such references. ROUGE-1, ROUGE-2 and ROUGE-L, F1, words in lower case, no stemming. Of several versions of a
site each article counts once. Articles of fewer than eight sentences are left out: hardly anything is to be chosen there.
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys

ENGLISH = set('the of and to in that is for on was with as at by it be from has have are said this not an'.split())


def words(text):
    return re.findall(r'[a-z0-9]+', text.lower())


def f1(hit, one, other):
    return 0.0 if not hit else 2 * hit / (one + other)


def ngrams(tokens, n):
    return collections.Counter(tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1))


def rouge(summary, reference):
    a, b = words(summary), words(reference)
    scores = []
    for n in (1, 2):
        x, y = ngrams(a, n), ngrams(b, n)
        scores.append(f1(sum((x & y).values()), sum(x.values()), sum(y.values())))
    row = [0] * (len(b) + 1)
    for left in a:
        before = 0
        for j, right in enumerate(b, 1):
            before, row[j] = row[j], before + 1 if left == right else max(row[j], row[j - 1])
    return scores + [f1(row[-1], len(a), len(b))]


def articles(gold):
    sys.path.insert(0, os.path.join(gold, 'gold', 'pages'))
    import score
    folder = score.ensure('fundus') + '/tests/resources/parser/test_data'
    for name in sorted(glob.glob(f'{folder}/*/*.json')):
        with open(name, encoding='utf8') as file:
            versions = json.load(file)
        for version, value in sorted(versions.items()):
            body = value.get('body') or {} if isinstance(value, dict) else {}
            reference = ' '.join(body.get('summary') or [])
            paragraphs = [p for section in body.get('sections') or [] for p in section.get('paragraphs') or []]
            tokens = words(' '.join(paragraphs))
            if not reference or len(tokens) < 150 or sum(t in ENGLISH for t in tokens) < 0.2 * len(tokens):
                continue
            yield os.path.basename(name)[:-5] + version, value.get('title') or '', reference, paragraphs


def read(program, file, count):
    out = subprocess.run([program, 'read', file, '--sentences', str(count), '--json'], capture_output=True, check=False)
    if out.returncode not in (0, 1):
        sys.exit(out.stderr.decode())
    return [s['text'] for s in json.loads(out.stdout)['summary']]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('gold')
    arguments.add_argument('program')
    arguments.add_argument('work')
    arguments.add_argument('--json')
    options = arguments.parse_args()
    sums = collections.defaultdict(lambda: [0.0] * 3)
    number = 0
    for name, title, reference, paragraphs in articles(options.gold):
        file = f'{options.work}/rouge-article.txt'
        with open(file, 'w', encoding='utf8') as out:
            out.write('\n\n'.join([title.replace('\n', ' ')] + [p.replace('\n', ' ') for p in paragraphs]) + '\n')
        everything = read(options.program, file, 100)
        if len(everything) < 8:
            continue
        number += 1
        for count in (1, 3):
            for kind, chosen in (('own', read(options.program, file, count)), ('lead', everything[:count])):
                for i, value in enumerate(rouge(' '.join(chosen), reference)):
                    sums[kind, count][i] += value
    found = {}
    for (kind, count), values in sorted(sums.items()):
        means = [value / max(number, 1) for value in values]
        print(f'{"plain beginning" if kind == "lead" else "dragoman":16}{count} sentences: '
              + ', '.join(f'ROUGE-{n} {m:.3f}' for n, m in zip('12L', means)))
        found[f'rouge.{kind}.{count}'] = round(means[0], 3)
    print(f'{number} articles')
    if options.json:
        with open(options.json, 'w', encoding='utf8') as out:
            json.dump(found, out)


if __name__ == '__main__':
    main()

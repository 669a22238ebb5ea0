"""Figures of summaries: what they cover of the gold claims, and that every sentence stands in its source byte for byte.

    summaries.py GOLD PROGRAM WORK [--json FILE] [--missed]

A claim is covered where at least half the bytes of its evidence lie in sentences of the summary. The gold articles have more claims than five,
so each is also read cut: its paragraphs from the first on, as long as they make no more than five claims. Beside the program stands what the same number of
sentences could cover at most (chosen one by one with the gold in hand).
"""
import argparse
import glob
import json
import os
import subprocess
import sys

LEANING = {'he', 'she', 'it', 'they', 'his', 'her', 'its', 'their', 'this', 'these', 'those'}
COUNTS = (1, 3, 5, 10)


def find(text, words):
    at = text.find(words.encode())
    return (at, at + len(words.encode())) if at >= 0 else None


def covered(evidence, sentences):
    shared = sum(max(0, min(evidence[1], end) - max(evidence[0], start)) for start, end in sentences)
    return 2 * shared >= evidence[1] - evidence[0]


def hits(evidence, sentences):
    return sum(covered(e, sentences) for e in evidence)


def read(program, file, count):
    out = subprocess.run([program, 'read', file, '--sentences', str(count), '--json'], capture_output=True, check=False)
    if out.returncode not in (0, 1):
        sys.exit(out.stderr.decode())
    return json.loads(out.stdout)['summary']


def cut(text, evidence):
    """The beginning of an article, in whole paragraphs, with at most five claims; nothing where it has none."""
    end = 0
    at = text.find(b'\n\n') + 2
    while at > 1:
        after = text.find(b'\n\n', at)
        stop = len(text) if after < 0 else after
        if sum(e[0] < stop for e in evidence) > 5:
            break
        end = stop
        at = after + 2
    kept = [e for e in evidence if e[1] <= end]
    return (text[:end] + b'\n', kept) if kept else (b'', [])


def best(evidence, sentences, count):
    """How many claims `count` sentences cover, each taken for covering most beside those before."""
    chosen = []
    for _ in range(count):
        left = [s for s in sentences if s not in chosen]
        if not left:
            break
        chosen.append(max(left, key=lambda s: hits(evidence, chosen + [s])))
    return hits(evidence, chosen)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('gold')
    arguments.add_argument('program')
    arguments.add_argument('work')
    arguments.add_argument('--json')
    arguments.add_argument('--missed', action='store_true')
    options = arguments.parse_args()
    articles = []
    for name in sorted(glob.glob(f'{options.gold}/gold/deals/articles/en-*.json')) + [f'{options.gold}/seed/seed.json']:
        with open(name, encoding='utf8') as file:
            claims = json.load(file)['claims']
        path = name[:-5] + '.txt' if os.path.exists(name[:-5] + '.txt') else f'{options.gold}/seed/article.txt'
        with open(path, 'rb') as file:
            text = file.read()
        evidence = [e for e in (find(text, claim['evidence']) for claim in claims) if e]
        articles.append(('many' if len(evidence) > 5 else 'few', path, text, evidence))
        short, kept = cut(text, evidence)
        if kept and len(evidence) > 5:
            path = f'{options.work}/cut-{os.path.basename(path)}'
            with open(path, 'wb') as file:
                file.write(short)
            articles.append(('few', path, short, kept))
    totals, inexact, leaning, sentences = {}, 0, 0, 0
    for size, path, text, evidence in articles:
        everything = [r for r in (find(text, s['text']) for s in read(options.program, path, 100)) if r]
        for count in COUNTS:
            chosen = read(options.program, path, count)
            if len(chosen) > count:
                sys.exit(f'{path}: {len(chosen)} sentences instead of {count}')
            sentences += len(chosen)
            places = [find(text, s['text']) for s in chosen]
            inexact += places.count(None)
            places = [p for p in places if p]
            for s, (start, _) in zip(chosen, places):
                first = (s['text'].lstrip('"“‘\'').split() or [''])[0].lower().strip(',’\'')
                if first in LEANING and not s['opening'] and not any(0 <= start - end <= 3 for _, end in places):
                    leaning += 1
                    if options.missed:
                        print('leans:', os.path.basename(path), s['text'][:90])
            row = totals.setdefault((size, count), [0, 0, 0])
            for i, value in enumerate((hits(evidence, places), best(evidence, everything, count), len(evidence))):
                row[i] += value
            if options.missed and size == 'few' and count == 3:
                for e in evidence:
                    if not covered(e, places):
                        print('missed:', os.path.basename(path), text[e[0]:e[1]].decode()[:110])
    for (size, count), (hit, most, total) in sorted(totals.items()):
        label = 'up to five claims' if size == 'few' else 'more claims'
        print(f'{label:18}{count:3} sentences: {hit:4} of {total} claims, {hit / max(total, 1):.3f}; at most {most / max(total, 1):.3f}')
    print(f'{sentences} sentences, {inexact} not in their source byte for byte, {leaning} begin with a pronoun without the sentence before')
    if options.json:
        few, many = totals.get(('few', 3), [0, 0, 1]), totals.get(('many', 3), [0, 0, 1])
        with open(options.json, 'w', encoding='utf8') as file:
            json.dump({'summary.coverage': round(few[0] / few[2], 3), 'summary.all': round(many[0] / many[2], 3),
                       'summary.inexact': inexact}, file)
    sys.exit(1 if inexact else 0)


if __name__ == '__main__':
    main()

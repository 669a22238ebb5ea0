"""Figures of summaries: what they cover of the gold claims, and that every sentence stands in its source byte for byte.

    summaries.py GOLD PROGRAM [--json FILE]

A claim is covered where at least half the bytes of its evidence lie in sentences of the summary. Articles of up to five claims count for
the promised figure; those of more are reported beside it. Beside the program's own sentences the first ones of the text are scored.
"""
import argparse
import glob
import json
import os
import subprocess
import sys

LEANING = {'he', 'she', 'it', 'they', 'his', 'her', 'its', 'their', 'this', 'these', 'those'}


def find(text, words):
    at = text.find(words.encode())
    return (at, at + len(words.encode())) if at >= 0 else None


def covered(evidence, sentences):
    shared = sum(max(0, min(evidence[1], end) - max(evidence[0], start)) for start, end in sentences)
    return 2 * shared >= evidence[1] - evidence[0]


def page(program, file, count):
    out = subprocess.run([program, 'read', file, '--sentences', str(count), '--json'], capture_output=True, check=False)
    if out.returncode not in (0, 1):
        sys.exit(out.stderr.decode())
    return json.loads(out.stdout)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('gold')
    arguments.add_argument('program')
    arguments.add_argument('--json')
    arguments.add_argument('--missed', action='store_true')
    options = arguments.parse_args()
    files = sorted(glob.glob(f'{options.gold}/gold/deals/articles/en-*.json')) + [f'{options.gold}/seed/seed.json']
    totals, inexact, leaning, sentences = {}, 0, 0, 0
    for name in files:
        gold = json.load(open(name))
        file = name[:-5] + '.txt'
        if not os.path.exists(file):
            file = f'{options.gold}/seed/article.txt'
        text = open(file, 'rb').read()
        evidence = [find(text, claim['evidence']) for claim in gold['claims']]
        evidence = [e for e in evidence if e]
        for count in (1, 3, 5, 10):
            chosen = page(options.program, file, count)['summary']
            # The article's text may have other white space than the file: sentences are looked up in the file.
            ranges = [r for r in (find(text, s['text']) for s in chosen) if r]
            if len(chosen) > count:
                sys.exit(f'{name}: {len(chosen)} sentences instead of {count}')
            for s in chosen:
                sentences += 1
                inexact += find(text, s['text']) is None
                first = s['text'].lstrip('"“‘\'').split()[0].lower().strip(',’\'') if s['text'].split() else ''
                if first in LEANING and not s['opening']:
                    start = (find(text, s['text']) or (0, 0))[0]
                    before = any(r[1] <= start <= r[1] + 3 for r in ranges)
                    leaning += not before
                    if options.missed and not before:
                        print('leans:', os.path.basename(file), s['text'][:80])
            size = 'few' if len(evidence) <= 5 else 'many'
            hit, total = totals.get((size, count), (0, 0))
            hits = sum(covered(e, ranges) for e in evidence)
            totals[size, count] = (hit + hits, total + len(evidence))
            if options.missed and size == 'few' and count == 3:
                for e in evidence:
                    if not covered(e, ranges):
                        print('missed:', os.path.basename(file), text[e[0]:e[1]].decode()[:110])
    for (size, count), (hit, total) in sorted(totals.items()):
        print(f'{"up to five claims" if size == "few" else "more claims":20}{count:3} sentences: {hit} of {total} claims, {hit / max(total, 1):.3f}')
    print(f'{sentences} sentences, {inexact} not in their source byte for byte, {leaning} begin with a pronoun whose sentence before is missing')
    if options.json:
        few = totals.get(('few', 3), (0, 0))
        both = [sum(t[i] for (s, c), t in totals.items() if c == 3) for i in (0, 1)]
        json.dump({'summary.coverage': few[0] / max(few[1], 1), 'summary.coverage-all': both[0] / max(both[1], 1),
                   'summary.inexact': inexact}, open(options.json, 'w'))
    sys.exit(1 if inexact else 0)


if __name__ == '__main__':
    main()

"""Figures of the gold sets and a report of the errors, for evaluate.sh.

    evaluate.py GOLD PROGRAM WORK [--record] [--report FILE]

GOLD is the folder with gold/deals, gold/events and seed; WORK holds the claims of both sets as seed.jsonl and
deals-en.jsonl. The scorer of claims is the gold's own.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, 'Scripts')
import figures  # noqa: E402
import meantime  # noqa: E402

FOLDS = 5


def scorer(gold):
    sys.path.insert(0, os.path.join(gold, 'gold', 'deals'))
    import score
    return score


def f1(right, predicted, wanted):
    return 2 * right / max(predicted + wanted, 1)


def claims(score, gold, work):
    """The scorer's figures of both sets, those of each fold, and the errors of the English articles."""
    found, folds, errors = {}, [], []
    for name, folder, only in (('seed', f'{gold}/seed', ''), ('deals-en', f'{gold}/gold/deals', 'en-')):
        aliases = score.load_alias_sets(folder)
        predictions = score.load_pred(f'{work}/{name}.jsonl')
        articles = [a for a in score.load_gold(folder) if a['id'].startswith(only)]
        total = score.Total()
        parts = [score.Total() for _ in range(FOLDS)]
        for number, article in enumerate(articles):
            names = score.Names(aliases)
            for claim in article['claims']:
                for written, others in (claim.get('aliases') or {}).items():
                    names.add([written] + score.lst(others))
            wanted, ours = article['claims'], predictions.get(article['id'], [])
            pairs, gold_slots, our_slots = score.pair_article(wanted, ours, names)
            for one in (total, parts[number % FOLDS]):
                one.add(article['id'], wanted, ours, pairs, gold_slots, our_slots)
            if only:
                errors += differences(score, article['id'], wanted, ours, pairs, gold_slots, our_slots)
        found[name] = total.result()
        if only:
            folds = [part.result() for part in parts]
    return found, folds, errors


def differences(score, article, wanted, ours, pairs, gold_slots, our_slots):
    rows = []
    good = [(i, j, hits) for i, j, hits, counts in pairs if counts]
    for i, j, hits in good:
        for slot in score.SLOTS:
            if hits[slot] < max(len(gold_slots[i][slot]), len(our_slots[j][slot])):
                rows.append({'article': article, 'what': slot, 'gold': shown(gold_slots[i][slot]),
                             'ours': shown(our_slots[j][slot]), 'words': wanted[i].get('evidence', '')})
    paired = ({i for i, _, _ in good}, {j for _, j, _ in good})
    for i, claim in enumerate(wanted):
        if i not in paired[0]:
            rows.append({'article': article, 'what': 'missed claim', 'gold': line(claim), 'ours': '-',
                         'words': claim.get('evidence', '')})
    for j, claim in enumerate(ours):
        if j not in paired[1]:
            rows.append({'article': article, 'what': 'claim too many', 'gold': '-',
                         'ours': line(claim) + ' by ' + claim.get('rule', '?'), 'words': claim.get('evidence', '')})
    return rows


def shown(values):
    return '; '.join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in values) or '-'


def line(claim):
    parties = ' > '.join('/'.join(claim.get(role) or []) or '-' for role in ('actor', 'counterpart', 'place'))
    return f'{claim.get("kind")} {claim.get("stage")} {parties}'


def speech(score, gold, program):
    """Speaker and chain of the words that carry each gold claim, as `dragoman quotes` has them: speech without claims."""
    right = predicted = wanted = 0
    errors = []
    aliases = score.load_alias_sets(f'{gold}/gold/deals')
    for path in sorted(glob.glob(f'{gold}/gold/deals/articles/en-*.txt')):
        with open(path[:-4] + '.json', encoding='utf8') as file:
            article = json.load(file)
        with open(path, encoding='utf8') as file:
            text = file.read()
        quotes = json.loads(subprocess.run([program, 'quotes', '--json', path], capture_output=True).stdout or '[]')
        place = meantime.places(meantime.ask(program, 'read', '--stop-after', 'article', '--json', path), text)
        for quote in quotes:
            quote['where'] = set()
            for part in quote['content'] + ([quote['reporting']] if quote['reporting'] else []):
                quote['where'] |= {place[byte] for byte in range(*part['range']) if byte in place}
        for claim in article['claims']:
            names = score.Names(aliases)
            for written, others in (claim.get('aliases') or {}).items():
                names.add([written] + score.lst(others))
            start = text.find(claim['evidence'])
            stretch = set(range(start, start + len(claim['evidence'])))
            over = [q for q in quotes if 3 * len(q['where'] & stretch) >= 2 * len(stretch)]
            best = min(over, key=lambda q: len(q['where'])) if over else {}
            ours = {'speaker': [k for k in [score.speaker_key(best.get('speaker'))] if k], 'via': best.get('via', [])}
            good = score.slot_values(claim)
            for slot in ('speaker', 'via'):
                hits = score.max_bipartite(good[slot], ours[slot], names.match)
                right += hits
                predicted += len(ours[slot])
                wanted += len(good[slot])
                if hits < max(len(good[slot]), len(ours[slot])):
                    errors.append({'article': article['id'], 'what': f'{slot} of the words', 'gold': shown(good[slot]),
                                   'ours': shown(ours[slot]), 'words': claim['evidence']})
    return f1(right, predicted, wanted), errors


def cell(words):
    return ' '.join(str(words).split()).replace('|', '\\|')


def write(path, errors, folds, measured):
    """The errors as a table for each article, the most frequent sorts first."""
    counts = {}
    for error in errors:
        counts[error['what']] = counts.get(error['what'], 0) + 1
    with open(path, 'w', encoding='utf8') as file:
        file.write('# Errors on the development gold\n\nEvery figure:\n\n| figure | measured |\n|---|---|\n')
        file.write(''.join(f'| {name} | {value} |\n' for name, value in measured.items()))
        file.write('\nFive folds of the English articles:\n\n| fold | claim P | claim R | claim F1 | stage | source F1 |\n'
                   '|---|---|---|---|---|---|\n')
        for number, fold in enumerate(folds, 1):
            claim = fold['claim']
            file.write(f'| {number} | {claim["p"]:.3f} | {claim["r"]:.3f} | {claim["f1"]:.3f} | '
                       f'{fold["stage_accuracy"]:.3f} | {fold["source"]["f1"]:.3f} |\n')
        file.write('\nErrors by sort:\n\n| sort | number |\n|---|---|\n')
        file.write(''.join(f'| {what} | {count} |\n' for what, count in sorted(counts.items(), key=lambda x: -x[1])))
        article = None
        for error in sorted(errors, key=lambda e: (e['article'], e['what'])):
            if error['article'] != article:
                article = error['article']
                file.write(f'\n## {article}\n\n| what | gold | ours | words |\n|---|---|---|---|\n')
            file.write(f'| {error["what"]} | {cell(error["gold"])} | {cell(error["ours"])} | {cell(error["words"])} |\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('work')
    parser.add_argument('--record', action='store_true')
    parser.add_argument('--report', metavar='FILE')
    options = parser.parse_args()
    score = scorer(options.gold)
    results, folds, errors = claims(score, options.gold, options.work)
    measured = {}
    for name, result in results.items():
        measured[f'{name}.claim'] = round(result['claim']['f1'], 3)
        measured[f'{name}.precision'] = round(result['claim']['p'], 3)
        measured[f'{name}.stage'] = round(result['stage_accuracy'], 3)
        measured[f'{name}.slot'] = round(result['slot']['f1'], 3)
        measured[f'{name}.source'] = round(result['source']['f1'], 3)
        measured[f'{name}.deals'] = round(result['deal_b3']['f1'], 3)
    value, more = speech(score, options.gold, options.program)
    measured['deals-en.speech'] = round(value, 3)
    errors += more
    events = f'{options.gold}/gold/events/meantime_dev.jsonl'
    if os.path.exists(events):
        with open(events, encoding='utf8') as file:
            rows = [json.loads(text) for text in file if text.strip()]
        found = meantime.read(options.program, rows, f'{options.work}/meantime')
        measured['meantime.times'] = round(meantime.score_times(rows, found, errors)['value_f1'], 3)
        measured['meantime.factuality'] = round(meantime.score_events(rows, found, errors)['factuality'], 3)
    for name in ('names', 'summaries', 'rouge'):
        found = Path(options.work) / f'{name}.json'
        if found.exists():
            measured.update(json.loads(found.read_text(encoding='utf8')))
    holds = figures.hold(measured, options.record)
    print('claims F1 by fifths of the articles: ' + ', '.join('%.3f' % fold['claim']['f1'] for fold in folds))
    report = options.report or f'{options.work}/errors.md'
    write(report, errors, folds, measured)
    print(f'{len(errors)} errors in {report}')
    return 0 if holds else 1


if __name__ == '__main__':
    sys.exit(main())

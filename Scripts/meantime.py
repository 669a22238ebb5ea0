"""Scores `dragoman events` on MEANTIME: values of time expressions, and factuality of the events both sides see.

    meantime.py GOLD.jsonl PROGRAM WORK [--errors FILE] [--json]

Writes the gold texts as articles to WORK, reads them with PROGRAM, and compares. MEANTIME annotates time expressions
in the first sentences of a text only, so those beyond the last annotated line are left out on both sides. A line is a
sentence. Events without certainty, polarity or time in the gold are left out.
"""
import argparse
import collections
import json
import os
import subprocess

FIELDS = ('certainty', 'polarity', 'time')


def read(program, rows, work):
    """What the program says of each text, with byte ranges turned into character ranges."""
    os.makedirs(work, exist_ok=True)
    found = {}
    for row in rows:
        path = os.path.join(work, row['id'] + '.txt')
        with open(path, 'w', encoding='utf8') as file:
            file.write(row['text'].replace('\n', '\n\n'))
        result = ask(program, 'events', '--jsonl', path)
        place = places(ask(program, 'read', '--stop-after', 'article', '--json', path), row['text'])
        for name in ('events', 'times'):
            kept = [item for item in result[name] if item['range'][0] in place]
            for item in kept:
                start = place[item['range'][0]]
                item['range'] = [start, start + len(item['text'])]
            result[name] = kept
        found[row['id']] = result
    return found


def ask(*words):
    return json.loads(subprocess.run(words, capture_output=True, check=False).stdout)


def places(article, text):
    """The character of the gold text for each byte of the article's text."""
    place, cursor = {}, 0
    for block in article['blocks']:
        start = text.find(block['text'], cursor)
        if start < 0:
            continue
        byte = block['range'][0]
        for offset, character in enumerate(block['text']):
            place[byte] = start + offset
            byte += len(character.encode('utf8'))
        cursor = start + len(block['text'])
    return place


def score_times(rows, found, errors):
    right = predicted = gold = met = 0
    for row in rows:
        lines = row['text'].split('\n')
        last = max([t['sent'] for t in row['timexes'] if t['sent'] is not None], default=0)
        limit = sum(len(line) + 1 for line in lines[:last + 1])
        wanted = [t for t in row['timexes'] if t['start'] is not None]
        ours = [t for t in found[row['id']]['times'] if t['range'][0] < limit]
        # The line that dates the text is read as the day of publication.
        stated = [t for t in wanted if t['sent'] == 1 and t['text'] == lines[1].strip()]
        for time in stated[:1]:
            wanted.remove(time)
            gold += 1
            met += 1
            predicted += 1
            right += found[row['id']].get('published') == time['value']
        gold += len(wanted)
        predicted += len(ours)
        used = set()
        for time in wanted:
            best = None
            for index, mine in enumerate(ours):
                start, end = mine['range']
                if index in used or start >= time['end'] or end <= time['start']:
                    continue
                fit = ((start, end) == (time['start'], time['end']), min(end, time['end']) - max(start, time['start']))
                if best is None or fit > best[0]:
                    best = (fit, index)
            mine = None
            if best:
                used.add(best[1])
                met += 1
                mine = ours[best[1]]
                right += mine['value'] == time['value']
            if mine is None or mine['value'] != time['value']:
                errors.append({'article': row['id'], 'what': 'time', 'gold': time['value'],
                               'ours': mine['value'] if mine else '-',
                               'words': around(row['text'], time['start'], time['end'])})
        for index, mine in enumerate(ours):
            if index not in used:
                errors.append({'article': row['id'], 'what': 'time', 'gold': '-', 'ours': mine['value'],
                               'words': around(row['text'], *mine['range'])})
    precision, recall = right / max(predicted, 1), right / max(gold, 1)
    return {'value_precision': precision, 'value_recall': recall,
            'value_f1': 2 * precision * recall / max(precision + recall, 1e-9), 'found': met / max(gold, 1),
            'value_of_found': right / max(met, 1), 'gold': gold, 'predicted': predicted}


def score_events(rows, found, errors):
    seen = right = gold = 0
    parts = collections.Counter()
    for row in rows:
        ours = found[row['id']]['events']
        for event in row['events']:
            if event['start'] is None or not all(event.get(field) for field in FIELDS):
                continue
            gold += 1
            mine = [e for e in ours if e['range'][0] < event['end'] and e['range'][1] > event['start']]
            if not mine:
                continue
            seen += 1
            same = [e for e in mine if e['lemma'] == event.get('pred')] or mine
            best = same[0]
            for field in FIELDS:
                parts[field] += best[field] == event[field]
            good = all(best[field] == event[field] for field in FIELDS)
            right += good
            if not good:
                errors.append({'article': row['id'], 'what': 'factuality',
                               'gold': ' '.join(event[field] for field in FIELDS),
                               'ours': ' '.join(best[field] for field in FIELDS),
                               'words': around(row['text'], event['start'], event['end'])})
    result = {field: parts[field] / max(seen, 1) for field in FIELDS}
    result.update(factuality=right / max(seen, 1), seen=seen, gold=gold)
    return result


def around(text, start, end):
    before, after = text[max(0, start - 60):start], text[end:end + 40]
    return f'{before}[{text[start:end]}]{after}'.replace('\n', ' / ')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('work')
    parser.add_argument('--errors', metavar='FILE', help='write the errors as JSON')
    parser.add_argument('--json', action='store_true', help='print one JSON object')
    options = parser.parse_args()
    with open(options.gold, encoding='utf8') as file:
        rows = [json.loads(line) for line in file if line.strip()]
    found, errors = read(options.program, rows, options.work), []
    result = {'times': score_times(rows, found, errors), 'events': score_events(rows, found, errors)}
    if options.errors:
        with open(options.errors, 'w', encoding='utf8') as file:
            json.dump(errors, file, ensure_ascii=False, indent=1)
    if options.json:
        print(json.dumps(result))
        return
    for name, values in result.items():
        print(name, ', '.join(f'{key} {value:.3f}' if isinstance(value, float) else f'{key} {value}'
                              for key, value in values.items()))


if __name__ == '__main__':
    main()

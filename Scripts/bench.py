"""Runs the measurements of `make bench`: bench.py PYTHON_WITH_SPACY SHARED TEXTS WORK [--record] [--speed]

--speed leaves parity out, which takes some minutes.
"""
import os
import re
import subprocess
import sys

sys.path.insert(0, 'Scripts')
import figures

python, shared, texts, work = sys.argv[1:5]
model = os.environ['DRAGOMAN_MODEL']
bench = '.build/release/dragoman-bench'
dragoman = '.build/release/dragoman'
kernels = ['avx512', 'avx2']


def one_core(command, **options):
    return subprocess.run(['taskset', '-c', '0'] + command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def parity():
    """Differing tokens of a million over all fields, as the reference script counts them."""
    rows = os.path.join(work, 'analysis.jsonl')
    with open(rows, 'wb') as file:
        subprocess.run([bench, model, texts, '--rows'], check=True, stdout=file)
    result = subprocess.run([python, f'{shared}/reference/parity.py', model, texts, rows], stdout=subprocess.PIPE, text=True)
    print(result.stdout.rstrip())
    rate = re.search(r'differing tokens per million: ([\d.]+)', result.stdout)
    return float(rate[1]) if rate else None


def sample():
    """Every fifth paragraph of the texts, as a file of its own: enough to measure speed by."""
    path = os.path.join(work, 'speed.txt')
    with open(texts, encoding='utf8') as source, open(path, 'w', encoding='utf8') as target:
        target.writelines(line for number, line in enumerate(source) if number % 5 == 0)
    return path


def speed(texts):
    """Words a second of processor time of spaCy and of each instruction set, best of three each, in turns; peak memory; time to load."""
    best, memory, load = {}, 0.0, []
    for _ in range(3):
        line = one_core([python, f'{shared}/reference/speed_spacy.py', model, texts])
        rate = int(re.search(r'(\d+) words/s CPU', line)[1])
        best['spacy'] = max(best.get('spacy', 0), rate)
        for name in kernels:
            try:
                line = one_core([bench, model, texts, '1'], env={**os.environ, 'DRAGOMAN_KERNEL': name})
            except subprocess.CalledProcessError:
                print(f'{name}: not on this machine')
                continue
            found = re.search(r'([\d]+) words/s CPU.* ([\d.]+) ms median.* RSS (\d+) MiB', line)
            best[name] = max(best.get(name, 0), int(found[1]))
            memory = max(memory, int(found[3]))
            load.append(float(found[2]))
    return best, memory, min(load)


def articles(texts, size=8):
    """The paragraphs of the texts as articles of `size` each, in files of their own."""
    folder = os.path.join(work, 'articles')
    os.makedirs(folder, exist_ok=True)
    with open(texts, encoding='utf8') as source:
        lines = [line.strip() for line in source if line.strip()]
    paths = []
    for number in range(0, len(lines), size):
        paths.append(os.path.join(folder, f'{number // size:05}.txt'))
        with open(paths[-1], 'w', encoding='utf8') as target:
            target.write('\n\n'.join(lines[number:number + size]) + '\n')
    return paths


def claims(texts):
    """Articles a second of processor time from text to claims, loading included, and of spaCy, which gives no claims."""
    paths = articles(texts)
    best, spacy = 0, 0
    for _ in range(3):
        line = one_core([python, f'{shared}/reference/speed_spacy.py', model, texts])
        words, rate = int(re.search(r'^(\d+) words', line)[1]), int(re.search(r'(\d+) words/s CPU', line)[1])
        spacy = max(spacy, rate / words * len(paths))
        start = os.times()
        one_core([dragoman, 'claims', '--jsonl', '--model', model] + paths)
        end = os.times()
        spent = end.children_user + end.children_system - start.children_user - start.children_system
        best = max(best, len(paths) / spent)
    return best, spacy


def main():
    measured = {} if '--speed' in sys.argv else {'parity.differing': parity()}
    best, memory, load = speed(sample())
    for name, rate in best.items():
        print(f'{name}: {rate:.0f} words a second on one core')
    for name in kernels:
        if name in best:
            measured[f'speed.{name}'] = round(best[name] / best['spacy'], 1)
    ours, theirs = claims(sample())
    print(f'claims: {ours:.0f} articles a second on one core, spaCy alone {theirs:.0f}')
    measured['speed.claims'] = round(ours / theirs, 1)
    measured['memory.peak'] = round(memory, 1)
    measured['load.time'] = round(load, 1)
    return 0 if figures.hold(measured, '--record' in sys.argv) else 1


if __name__ == '__main__':
    sys.exit(main())

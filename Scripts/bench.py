"""Runs the measurements of `make bench`: bench.py PYTHON_WITH_SPACY SHARED TEXTS WORK [--record]"""
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, 'Scripts')
import figures

python, shared, texts, work = sys.argv[1:5]
model = os.environ['DRAGOMAN_MODEL']
dragoman = '.build/release/dragoman'
kernels = ['avx512', 'avx2']


def one_core(command, **options):
    return subprocess.run(['taskset', '-c', '0'] + command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def parity():
    """Differing tokens of a million over all fields, as the reference script counts them."""
    rows = os.path.join(work, 'analysis.jsonl')
    with open(rows, 'wb') as file:
        subprocess.run([dragoman, 'analyze', texts, '--jsonl'], check=True, stdout=file)
    result = subprocess.run([python, f'{shared}/reference/parity.py', model, texts, rows], stdout=subprocess.PIPE, text=True)
    print(result.stdout.rstrip())
    rate = re.search(r'differing tokens per million: ([\d.]+)', result.stdout)
    return float(rate[1]) if rate else None


def speed():
    """Words a second of spaCy and of each instruction set, best of three each, one after the other in the same run."""
    best, memory, load = {}, 0.0, []
    for _ in range(3):
        line = one_core([python, f'{shared}/reference/speed_spacy.py', model, texts])
        rate = int(re.search(r'(\d+) words/s wall', line)[1])
        best['spacy'] = max(best.get('spacy', 0), rate)
        for name in kernels:
            try:
                line = one_core([dragoman, 'analyze', texts, '--measure'], env={**os.environ, 'DRAGOMAN_KERNEL': name})
            except subprocess.CalledProcessError:
                print(f'{name}: not on this machine')
                continue
            result = json.loads(line)
            best[name] = max(best.get(name, 0), result['words_per_second'])
            memory = max(memory, result['peak_mib'])
            load.append(result['load_ms'])
    return best, memory, min(load)


def main():
    measured = {'parity.differing': parity()}
    best, memory, load = speed()
    for name, rate in best.items():
        print(f'{name}: {rate:.0f} words a second on one core')
    for name in kernels:
        if name in best:
            measured[f'speed.{name}'] = round(best[name] / best['spacy'], 1)
    measured['memory.peak'] = round(memory, 1)
    measured['load.time'] = round(load, 1)
    return 0 if figures.hold(measured, '--record' in sys.argv) else 1


if __name__ == '__main__':
    sys.exit(main())

"""Measures the reading of claims: bench-claims.py MODEL TEXTS [--record]

The time that ten times as many rules cost a text to which the further ones cannot apply; the growth of time with the size of made
hostile texts, and the longest time for one of a megabyte, from its analysis to its claims.
"""
import re
import subprocess
import sys

sys.path.insert(0, 'Scripts')
import figures

model, texts = sys.argv[1:3]


def bench(*arguments):
    lines = subprocess.run(['taskset', '-c', '0', '.build/release/claims-bench', *arguments],
                           check=True, text=True, capture_output=True).stdout
    print(lines, end='')
    return lines


def main():
    rules = re.search(r'([\d.e-]+) times', bench('rules', model, 'Packs', texts))
    hostile = re.search(r'hostile: at most ([\d.e-]+) s, growth ([\d.e-]+)', bench('hostile', model, 'Packs'))
    measured = {
        'claims.rules': round(float(rules[1]), 2),
        'claims.hostile': round(float(hostile[1]), 2),
        'claims.growth': round(float(hostile[2]), 2),
    }
    return 0 if figures.hold(measured, '--record' in sys.argv) else 1


if __name__ == '__main__':
    sys.exit(main())

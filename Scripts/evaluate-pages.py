"""Scores the reading of pages: evaluate-pages.py SHARED COMMAND [--record]

COMMAND answers batches as `dragoman page --batch` does. The sets are those of gold/pages in the folder SHARED.
"""
import re
import subprocess
import sys

sys.path.insert(0, 'Scripts')
import figures

shared, command = sys.argv[1:3]


def scores(name):
    """The line that score.py prints for a set."""
    script = f'{shared}/gold/pages/score.py'
    result = subprocess.run([sys.executable, script, '--batch', command, '--sets', name], check=True, text=True, stdout=subprocess.PIPE)
    print(result.stdout.rstrip())
    return result.stdout


def number(pattern, line):
    return round(float(re.search(pattern, line)[1]), 3)


def main():
    measured = {'pages.htmldate': number(r' Acc ([\d.]+)', scores('htmldate'))}
    for name in ('trafilatura', 'fundus'):
        line = scores(name)
        measured[f'pages.{name}.text'] = number(r' F1 ([\d.]+)', line)
        measured[f'pages.{name}.title'] = number(r'title ([\d.]+)', line)
        measured[f'pages.{name}.author'] = number(r'author P [\d.]+ R [\d.]+ F1 ([\d.]+)', line)
        measured[f'pages.{name}.date'] = number(r'date acc ([\d.]+)', line)
    return 0 if figures.hold(measured, '--record' in sys.argv) else 1


if __name__ == '__main__':
    sys.exit(main())

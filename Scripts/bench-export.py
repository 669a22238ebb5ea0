"""Memory of exporting 100,000 deals, against that of 10,000: it must not grow with the rows.

    bench-export.py BENCH WORK [--record]

BENCH is the program export-bench; WORK keeps the two made ledgers.
"""
import json
import os
import subprocess
import sys

sys.path.insert(0, 'Scripts')
import figures  # noqa: E402

FORMATS = ['jsonl', 'csv', 'rss', 'ical', 'ntriples', 'gexf']


def main():
    bench, work = sys.argv[1], sys.argv[2]
    peaks = {}
    for count in (10_000, 100_000):
        ledger = f'{work}/export-{count}.db'
        if not os.path.exists(ledger):
            made = subprocess.run([bench, 'make', ledger + '.part', str(count)], capture_output=True, text=True, check=True)
            if int(made.stdout) != count:
                sys.exit(f'{made.stdout.strip()} deals were made instead of {count}')
            for end in ('-wal', '-shm'):
                if os.path.exists(ledger + '.part' + end):
                    os.remove(ledger + '.part' + end)
            os.rename(ledger + '.part', ledger)
        for form in FORMATS:
            done = subprocess.run([bench, 'write', ledger, form], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
            told = json.loads(done.stderr)
            if told['rows'] != count:
                sys.exit(f"{form}: {told['rows']} rows instead of {count}")
            peaks[form, count] = told['mib']
            print(f"{form:10}{count:8} rows  {told['mib']:7.1f} MiB  {told['seconds']:6.1f} s")
    most = max(peaks[form, 100_000] for form in FORMATS if form != 'gexf')
    growth = max(peaks[form, 100_000] - peaks[form, 10_000] for form in FORMATS if form != 'gexf')
    measured = {'export.memory': round(most, 1), 'export.growth': round(growth, 1)}
    sys.exit(0 if figures.hold(measured, '--record' in sys.argv) else 1)


if __name__ == '__main__':
    main()

"""Measures the reading of pages: bench-pages.py PYTHON_WITH_TRAFILATURA SHARED WORK [--record]

Speed on one core against trafilatura's text-only mode, the same pages in the same run, best of three in turns; peak memory with
one page at a time; growth of time with the size of a page; the longest time for a made hostile page of one megabyte.
"""
import glob
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, 'Scripts')
import figures

python, shared, work = sys.argv[1:4]
bench = '.build/release/page-bench'
PEER = '''
import resource, sys, trafilatura
pages = [open(line.strip(), 'rb').read() for line in open(sys.argv[1])]
for page in pages[:3]: trafilatura.extract(page)
start = resource.getrusage(resource.RUSAGE_SELF)
for page in pages: trafilatura.extract(page)
end = resource.getrusage(resource.RUSAGE_SELF)
print(end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime)
'''


def one_core(command, **options):
    return subprocess.run(['taskset', '-c', '0'] + command, check=True, text=True, capture_output=True, **options)


def pages():
    """Every fifth page of the trafilatura set, which score.py unpacks."""
    sys.path.insert(0, f'{shared}/gold/pages')
    import score
    return [item['path'] for item in score.SETS['trafilatura']()][::5]


def main():
    paths = pages()
    names = os.path.join(work, 'pages.txt')
    with open(names, 'w', encoding='utf8') as file:
        file.writelines(path + '\n' for path in paths)
    requests = ''.join(json.dumps({'id': str(number), 'path': path}) + '\n' for number, path in enumerate(paths))
    own, peer, memory = [], [], []
    for _ in range(3):
        line = one_core([bench, 'batch'], input=requests).stderr
        found = re.search(r'([\d.e-]+) s CPU, peak ([\d.]+) MiB', line)
        own.append(float(found[1]))
        memory.append(float(found[2]))
        peer.append(float(one_core([python, '-c', PEER, names]).stdout))
    print(f'{len(paths)} pages: {len(paths) / min(own):.0f} a second on one core, trafilatura {len(paths) / min(peer):.1f}')
    largest = max(glob.glob('Samples/*.html') or paths, key=os.path.getsize)
    lines = one_core([bench, 'scale', largest]).stdout
    print(lines, end='')
    times = [float(found) for found in re.findall(r'([\d.]+) ms', lines)]
    hostile = one_core([bench, 'hostile']).stdout
    print(hostile, end='')
    measured = {
        'pages.speed': round(min(peer) / min(own), 1),
        'pages.memory': round(max(memory), 1),
        'pages.growth': round(times[3] / times[1] / 4, 2),
        'pages.hostile': round(float(re.search(r'([\d.e-]+) s', hostile)[1]), 2),
    }
    return 0 if figures.hold(measured, '--record' in sys.argv) else 1


if __name__ == '__main__':
    sys.exit(main())

#!/usr/bin/env python3
"""Draws the course of Benchmarks/ledger-bench: milliseconds for one article over the size of the ledger.

    ledger-svg.py < RESULT.json > Docs/ledger-scale.svg
"""
import json
import sys

result = json.load(sys.stdin)
course = result['course']
width, height, left, bottom, top = 720, 300, 60, 40, 40
most = max(course) * 1.15
step = next(s for s in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50) if most / s <= 6)


def x(portions):
    return left + (width - left - 20) * portions / max(1, len(course))


def y(value):
    return height - bottom - (height - bottom - top) * value / most


print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">')
print('<title>Milliseconds to add one article, by the number of articles in the ledger</title>')
print(f'<rect width="{width}" height="{height}" fill="#fff"/>')
print(f'<text x="{left}" y="22" font-size="14">Milliseconds to add one article, by articles in the ledger</text>')
value = 0
while value <= most:
    print(f'<line x1="{left}" x2="{width - 20}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#ddd"/>')
    print(f'<text x="{left - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:g}</text>')
    value += step
for tenth in range(0, len(course) + 1, max(1, len(course) // 5)):
    print(f'<text x="{x(tenth):.1f}" y="{height - bottom + 18}" text-anchor="middle">{tenth * 1000:,}</text>')
points = ' '.join(f'{x(i + 0.5):.1f},{y(v):.1f}' for i, v in enumerate(course))
print(f'<polyline points="{points}" fill="none" stroke="#1f5fa8" stroke-width="1.5"/>')
print('</svg>')

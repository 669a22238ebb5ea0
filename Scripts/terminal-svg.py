"""Draws what a command printed as an SVG picture of a terminal: terminal-svg.py COMMAND <OUTPUT >PICTURE

Understands the codes that Dragoman writes: bold, dim, six colors and off.
"""
import re
import sys
from xml.sax.saxutils import escape

CHARACTER, LINE, MARGIN, TOP = 8.4, 19, 18, 44
STYLE = {'1': 'font-weight="bold" fill="#ffffff"', '2': 'fill="#8b949e"', '31': 'fill="#ff7b72"',
         '32': 'fill="#7ee787"', '33': 'fill="#e3b341"', '34': 'fill="#79c0ff"', '35': 'fill="#d2a8ff"', '36': 'fill="#56d4dd"'}


def spans(line, open_code):
    """The SVG spans of a line, and the code still open at its end."""
    drawn, column = [], 0
    for part in re.split(r'(\x1b\[\d+m)', line):
        code = re.fullmatch(r'\x1b\[(\d+)m', part)
        if code:
            open_code = None if code[1] == '0' else code[1]
            continue
        # A run of spaces ends a span: each span has its place, whatever the font makes of spaces.
        for word in re.finditer(r'\S+(?: \S+)*', part):
            x, length = MARGIN + (column + word.start()) * CHARACTER, len(word[0]) * CHARACTER
            drawn.append(
                f'<tspan x="{x:.1f}" textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs" '
                f'{STYLE.get(open_code, "")}>{escape(word[0])}</tspan>')
        column += len(part)
    return ''.join(drawn), column, open_code


def main():
    lines = [f'\x1b[2m$\x1b[0m \x1b[1m{sys.argv[1]}\x1b[0m', ''] + sys.stdin.read().rstrip('\n').split('\n')
    rows, widest, code = [], 0, None
    for number, line in enumerate(lines):
        drawn, width, code = spans(line, code)
        widest = max(widest, width)
        if drawn:
            rows.append(f'<text y="{TOP + (number + 1) * LINE}" xml:space="preserve">{drawn}</text>')
    width, height = 2 * MARGIN + widest * CHARACTER, TOP + (len(lines) + 1) * LINE
    dots = ''.join(f'<circle cx="{20 + 20 * n}" cy="20" r="6" fill="{c}"/>' for n, c in enumerate(['#ff5f57', '#febc2e', '#28c840']))
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" role="img" '
        f'aria-label="Terminal: {escape(sys.argv[1])}">\n<rect width="100%" height="100%" rx="10" fill="#0d1117"/>\n{dots}\n'
        '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14" fill="#c9d1d9">\n'
        + '\n'.join(rows) + '\n</g>\n</svg>')


if __name__ == '__main__':
    main()

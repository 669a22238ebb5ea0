"""Makes a text of a million tokens and more for `make bench`, one paragraph a line: bench-texts.py GOLD FILE

Takes what stands in the gold sets (news, press articles, web pages' visible words) and ends with messy Unicode.
"""
import glob
import html
import io
import json
import re
import sys
import tarfile

WORDS = 1_000_000
MESS = [
    'Zażółć gęślą jaźń — 45\u202f000 авто за €1.2bn (≈\u00a0₹108 crore)… “yes”, ‘no’, don’t, can’t’ve!',
    'e\u0301te\u0301 cafe\u0301 naïve ﬁnance Ⅳ ½ ٤٥٬٠٠٠ ۴۵۰۰۰ 四万五千 \u200bzero\u200bwidth\u200b 👩\u200d🔧🚗🇮🇷🇷🇺',
    'http://example.org/a?b=c&d=%20#e user@example.org #saipa @lada_ru $1,234.56 -3.5% 10:30p.m. 20/03/2023 :-) :D ^_^',
    '\u00a0\u2003 tabs\tand  double  spaces   trailing \u3000',
    'U.S.-made e-bikes vs. well-known “state-of-the-art” systems…and/or 5G/LTE; A.B.C. Co., Ltd.’s CEO—Mr. O’Neil-Smith',
]


def news(gold):
    for path in sorted(glob.glob(f'{gold}/stories/*.jsonl') + glob.glob(f'{gold}/events/*.jsonl')):
        for line in open(path, encoding='utf8'):
            yield from json.loads(line)['text'].split('\n')
    for path in sorted(glob.glob(f'{gold}/deals/articles/*.txt')):
        yield from open(path, encoding='utf8').read().split('\n')


def pages(gold):
    """The visible words of pages that look English, roughly: this is text to be analyzed, not an extraction."""
    for path in sorted(glob.glob(f'{gold}/pages/*.tar.xz')):
        with tarfile.open(path) as archive:
            for member in archive:
                if not member.name.endswith(('.html', '.htm')):
                    continue
                page = archive.extractfile(member).read().decode('utf8', 'replace')
                page = re.sub(r'(?is)<(script|style|noscript|svg)\b.*?</\1>|<!--.*?-->', ' ', page)
                for part in re.split(r'(?i)</?(?:p|div|li|h\d|td|tr|br|ul|section|article)\b[^>]*>', page):
                    text = html.unescape(re.sub(r'<[^>]*>', ' ', part))
                    text = re.sub(r'[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+', ' ', text).strip()
                    if len(text) > 25 and not re.search(r'\b(der|die|und|ist|les|des|que|del|nie|van)\b', text):
                        yield text[:4000]


def main():
    gold, target = sys.argv[1] + '/gold', sys.argv[2]
    seen, words = set(), 0
    with io.open(target, 'w', encoding='utf8', newline='\n') as file:
        for source in (news(gold), pages(gold)):
            for line in source:
                line = line.strip('\r')
                if line in seen or words > WORDS:
                    continue
                seen.add(line)
                words += len(line.split())
                file.write(line + '\n')
        for number in range(400):
            file.write(MESS[number % len(MESS)] + f' {number * 37}\n')
    print(f'{words} words in {target}', file=sys.stderr)


if __name__ == '__main__':
    main()

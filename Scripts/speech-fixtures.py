#!/usr/bin/env python3
"""Analyse the texts of Tests/DragomanClaimsTests/Speech/Fixtures/cases.txt with spaCy and write cases.jsonl beside it.

usage: speech-fixtures.py MODEL-FOLDER

One line a paragraph: {"case": name, "tokens": [...], "ents": [...], "chunks": [...]}, the form `dragoman analyze --jsonl` prints.
"""
import json
import pathlib
import re
import sys

import spacy

HERE = pathlib.Path(__file__).resolve().parent.parent / "Tests/DragomanClaimsTests/Speech/Fixtures"


def cases():
    name = None
    for line in (HERE / "cases.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("== "):
            name = line[3:]
        elif name and line and not re.match(r"(#|@ |\w = )", line):
            yield name, re.sub(r"\[\w:|\]", "", line)


def main():
    nlp = spacy.load(sys.argv[1])
    with open(HERE / "cases.jsonl", "w", encoding="utf8") as out:
        for name, text in cases():
            doc = nlp(text)
            row = {
                "case": name,
                "tokens": [
                    {"text": t.text, "idx": t.idx, "norm": t.norm_, "tag": t.tag_, "pos": t.pos_, "morph": "",
                     "head": t.head.i, "dep": t.dep_, "lemma": t.lemma_, "sent": bool(t.is_sent_start),
                     "ent": f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else ""} for t in doc],
                "ents": [[e.start, e.end, e.label_] for e in doc.ents],
                "chunks": [],
            }
            print(json.dumps(row, ensure_ascii=False, separators=(",", ":")), file=out)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""make-golden.py MODEL_DIR: what spaCy 3.8 says of Tests/DragomanLanguageTests/Golden/sentences.txt, into rows.jsonl.

Needs spaCy 3.8.18 (pip install spacy==3.8.18); MODEL_DIR is the folder that holds config.cfg."""
import json, sys
from pathlib import Path
import spacy

golden = Path(__file__).resolve().parent.parent / 'Tests/DragomanLanguageTests/Golden'
nlp = spacy.load(sys.argv[1])
lines = (golden / 'sentences.txt').read_text(encoding='utf8').split('\n')[:-1]
with open(golden / 'rows.jsonl', 'w', encoding='utf8', newline='\n') as out:
    for doc in nlp.pipe(lines):
        row = {'tokens': [dict(text=t.text, idx=t.idx, norm=t.norm_, tag=t.tag_, pos=t.pos_, morph=str(t.morph), head=t.head.i,
                               dep=t.dep_, lemma=t.lemma_, sent=bool(t.is_sent_start),
                               ent=(t.ent_iob_ + '-' + t.ent_type_) if t.ent_type_ else '') for t in doc],
               'ents': [[e.start, e.end, e.label_] for e in doc.ents], 'chunks': [[c.start, c.end] for c in doc.noun_chunks]}
        out.write(json.dumps(row, ensure_ascii=False, separators=(',', ':')) + '\n')

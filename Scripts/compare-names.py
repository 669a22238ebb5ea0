#!/usr/bin/env python3
"""Measures `dragoman names match --batch` beside nomenklatura's logic-v2, in one run, on the development pairs of names.

  compare-names.py GOLD_FOLDER [--venv FOLDER] [--json FILE] [--alone]

GOLD_FOLDER holds the four *_dev.jsonl files. nomenklatura (MIT) is installed from PyPI into the venv where it is not there yet.
F1 of Dragoman at its own threshold (`same`), of nomenklatura at 0.7, its default; the best threshold of each stands beside it.
--json writes the figures for Floors.json; --alone leaves nomenklatura out, as happens too where it cannot be installed.
Speed is of names-bench, and of nomenklatura's compare over entities that are already made, both on one core."""
import json, subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETS = ["namebench_dev", "trade_dev", "translit_russian_dev", "translit_arabic_dev"]
IDS = {"namebench_dev": "bench", "trade_dev": "trade", "translit_russian_dev": "russian", "translit_arabic_dev": "arabic"}
SAME = 0.55

THEIRS = r'''
import json, sys, time
from followthemoney import EntityProxy, model
from nomenklatura.matching import LogicV2
from nomenklatura.matching import ScoringConfig
def entity(n, name, schema):
    return EntityProxy.from_dict({"id": n, "schema": schema, "properties": {"name": [name]}})
rows = [json.loads(l) for l in sys.stdin]
config = LogicV2.default_config()
for n, r in enumerate(rows):  # ids differ: names are cached by id
    r["e"] = entity("a%d" % n, r["a"], r.get("schema", "LegalEntity")); r["f"] = entity("b%d" % n, r["b"], r.get("schema", "LegalEntity"))
start = time.perf_counter()
scores = [LogicV2.compare(r["e"], r["f"], config).score for r in rows]
spent = time.perf_counter() - start
print(json.dumps({"scores": scores, "rate": len(rows) / spent}))
'''


def f1(gold, scores, threshold):
    hits = sum(g and s >= threshold for g, s in zip(gold, scores))
    return 2 * hits / max(1, sum(gold) + sum(s >= threshold for s in scores))


def best(gold, scores):
    return max((f1(gold, scores, t), t) for t in sorted(set(scores)))


def has_nomenklatura(venv, python):
    """Whether it is there, or could be installed."""
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    if subprocess.run([python, "-c", "import nomenklatura"], capture_output=True).returncode == 0:
        return True
    if subprocess.run([python, "-m", "pip", "install", "--quiet", "nomenklatura"]).returncode:
        print("nomenklatura could not be installed: Dragoman is measured alone")
        return False
    return True


def main():
    gold = Path(sys.argv[1])
    venv = Path(sys.argv[sys.argv.index("--venv") + 1] if "--venv" in sys.argv else ROOT / ".build/nomenklatura")
    python = venv / "bin/python"
    alone = "--alone" in sys.argv or not has_nomenklatura(venv, python)
    figures = {}
    packs = [str(ROOT / "Packs/world"), str(ROOT / "Packs/automotive")]
    for name in SETS:
        text = (gold / f"{name}.jsonl").read_text(encoding="utf8")
        rows = [json.loads(line) for line in text.splitlines()]
        truth = [bool(r["match"]) for r in rows]
        ours = subprocess.run([ROOT / ".build/release/dragoman", "names", "match", "--batch", "--packs", ROOT / "Packs"], input=text,
                              capture_output=True, text=True, check=True)
        scores = [json.loads(line)["score"] for line in ours.stdout.splitlines()]
        rate = subprocess.run([ROOT / ".build/release/names-bench", "pairs", *packs], input=text, capture_output=True, text=True,
                              check=True).stdout.split()[0]
        own = f1(truth, scores, SAME)
        figures["names." + IDS[name]] = round(own, 3)
        figures["names.speed"] = min(figures.get("names.speed", int(rate)), int(rate))
        line = "%-22s Dragoman F1 %.3f (best %.3f at %.2f), %s pairs/s" % (name, own, *best(truth, scores), rate)
        strong = [i for i, row in enumerate(rows) if row.get("quality") == "STRONG"]
        if strong:
            figures["names.strong"] = round(f1([truth[i] for i in strong], [scores[i] for i in strong], SAME), 3)
            line += ", STRONG %.3f" % figures["names.strong"]
        if not alone:
            theirs = subprocess.run([python, "-c", THEIRS], input=text, capture_output=True, text=True)
            if theirs.returncode:
                sys.exit(theirs.stderr)
            answer = json.loads(theirs.stdout)
            line += "; nomenklatura F1 %.3f (best %.3f at %.2f), %d pairs/s" % (
                f1(truth, answer["scores"], .7), *best(truth, answer["scores"]), answer["rate"])
        print(line, flush=True)
    if "--json" in sys.argv:
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(figures), encoding="utf8")


main()

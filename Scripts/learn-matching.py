#!/usr/bin/env python3
"""Fits Packs/world/matching/weights.txt to labelled pairs of names: one logistic model for persons, one for firms.

  learn-matching.py GOLD_FOLDER [--write]

Needs numpy and a release build of names-bench. Every set weighs the same; an L2 penalty and the signs that the figures have by
their meaning (a loss never speaks for a match) hold the weights back. Prints F1 by five-fold cross-validation and on all."""
import json, subprocess, sys
from pathlib import Path
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
SETS = ["namebench_dev", "trade_dev", "translit_russian_dev", "translit_arabic_dev"]
SHARE = {"namebench_dev": 1.6, "trade_dev": 0.8, "translit_russian_dev": 1.0, "translit_arabic_dev": 1.0}
SURE = {"STRONG": 8.0, "WEAK": 0.5}  # how sure the labellers were
FREE = {"bias", "otherScript", "joined", "nickname", "nearness", "oneWord", "initial"}
# Weights that are set, not fitted: the labels take funds of two numbers for one fund, and the pairs hold
# too few patronymics and legal forms.
SET = {"numberContradiction": -6.0, "patronymic": -2.0, "legal": -5.5}


def figures(gold):
    rows = []
    packs = [str(ROOT / "Packs/world"), str(ROOT / "Packs/automotive")]
    for name in SETS:
        text = (gold / f"{name}.jsonl").read_bytes()
        out = subprocess.run([ROOT / ".build/release/names-bench", "features", *packs], input=text, capture_output=True, check=True)
        for one, two in zip(text.splitlines(), out.stdout.splitlines()):
            rows.append((name, json.loads(one), json.loads(two)))
    return rows


def fit(x, y, weight, names, ridge, rounds=6000):
    w = np.zeros(x.shape[1])
    w[0] = 2.0
    top = np.array([np.inf if n in FREE else 0.0 for n in names])
    fixed = np.array([SET.get(n, np.nan) for n in names])
    w = np.where(np.isnan(fixed), w, fixed)
    m = v = np.zeros_like(w)
    for t in range(1, rounds + 1):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        g = x.T @ (weight * (p - y)) / weight.sum() + ridge * np.r_[0.0, w[1:]]
        m, v = .9 * m + .1 * g, .999 * v + .001 * g * g
        w = np.minimum(w - .03 * (m / (1 - .9 ** t)) / (np.sqrt(v / (1 - .999 ** t)) + 1e-9), top)
        w = np.where(np.isnan(fixed), w, fixed)
    return w


def f1(y, p):
    hit = (y & p).sum()
    return 2 * hit / max(1, y.sum() + p.sum()), hit / max(1, p.sum())


def main():
    rows = figures(Path(sys.argv[1]))
    names = [k for k in rows[0][2] if k not in ("id", "decided", "score")]
    x = np.array([[r[2][n] for n in names] for r in rows])
    y = np.array([bool(r[1]["match"]) for r in rows])
    firm = np.array([r[1]["schema"] != "Person" for r in rows])
    decided = np.array([np.nan if r[2]["decided"] is None else r[2]["decided"] for r in rows])
    sets = np.array([r[0] for r in rows])
    counts = {s: (sets == s).sum() for s in SETS}
    weight = np.array([SHARE[s] * 500 / counts[s] for s in sets])
    weight *= np.array([SURE.get(r[1].get("quality"), 1.0) for r in rows])
    # Rows that share a name or an item stay in one fold.
    key = [str(r[1]["id"]).replace(":n", ":") if s.startswith("translit") else min(r[1]["a"], r[1]["b"]) for r, s in zip(rows, sets)]
    fold = np.array([sum(ord(c) * (i + 7) for i, c in enumerate(k)) % 5 for k in key])
    ridge = float(sys.argv[sys.argv.index("--ridge") + 1]) if "--ridge" in sys.argv else 2e-4

    def scores(train, test):
        out, models = np.zeros(test.sum()), []
        for kind in (False, True):
            # Pairs that a set weight decides would only push the others about.
            # Firms' names in two scripts are few: those of persons teach what scripts do to sounds there too.
            lent = np.char.startswith(sets, "translit") if kind else np.zeros(len(rows), bool)
            use = train & ((firm == kind) | lent) & np.isnan(decided) & ~((x[:, [names.index(n) for n in SET]] > 0).any(axis=1))
            models.append(fit(x[use], y[use], np.where(lent, .3, 1)[use] * weight[use], names, ridge if not kind else 2 * ridge))
            here = firm[test] == kind
            out[here] = 1 / (1 + np.exp(-np.clip(x[test][here] @ models[-1], -30, 30)))
        return np.where(np.isnan(decided[test]), out, decided[test]), models

    held = np.zeros(len(rows))
    for k in range(5):
        held[fold == k], _ = scores(fold != k, fold == k)
    full, models = scores(fold >= 0, fold >= 0)
    for title, p in (("five-fold", held), ("on all", full)):
        for t in (.5, .55, .6, .7):
            print(title, "at", t, "; ".join("%s F1 %.3f P %.3f" % (s, *f1(y[sets == s], p[sets == s] >= t)) for s in SETS))
        strong = np.array([r[1].get("quality") == "STRONG" for r in rows])
        print("  STRONG F1 %.3f P %.3f" % f1(y[strong], p[strong] >= .55), "wrong:", [(r[1]["a"], r[1]["b"], round(q, 2)) for r, q, s, t in zip(rows, p, strong, y) if s and (q >= .55) != t])
    if "--errors" in sys.argv:
        for r, p, t in zip(rows, held, y):
            if (p >= .55) != t and not (r[0].startswith("translit") and "--all" not in sys.argv):
                print("+" if t else "-", "%.2f" % p, r[0][:6], r[1]["a"], "|", r[1]["b"], {k: round(v, 2) for k, v in r[2].items() if k not in ("id", "bias", "score") and v})
    for n, *w in zip(names, *models):
        print("%-24s %7.2f %7.2f" % (n, *w))
    if "--write" in sys.argv:
        lines = ["# How much each figure of a comparison weighs in the score (log odds). Made by Scripts/learn-matching.py; change it there."]
        lines += [f"{kind} {n} {w[i]:.3f}" for kind, w in zip(("person", "firm"), models) for i, n in enumerate(names)]
        (ROOT / "Packs/world/matching/weights.txt").write_text("\n".join(lines) + "\n", encoding="utf8")


main()

#!/usr/bin/env python3
"""Learns Packs/world/matching/sound-costs.txt from pairs of names in two scripts.

  learn-sounds.py GOLD_FOLDER [--write]

GOLD_FOLDER holds translit_russian_dev.jsonl and translit_arabic_dev.jsonl (Wikidata names, CC0). Costs begin at a table made by
hand (below) and move along the gradient of a logistic loss through the cheapest alignment, held back by an L2 penalty towards the
table, so that rare sounds stay where they were. Prints F1 by five-fold cross-validation and on all pairs. Needs only Python."""
import json, math, random, re, sys, unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "Packs/world/matching"
SOUNDS = "aeiouEAWYbpdtgkqfvwszmnlrhxGSZCJcTDyNK456jXQBPVH8'71"
NUMBER = {c: i for i, c in enumerate(SOUNDS)}
N = len(SOUNDS)
# Sounds that may stand for each other, and what it costs within a set, in units of a consonant.
ALIKE = [("aAeE", .15), ("eiEYy", .15), ("ouW", .15), ("ao", .2), ("aeiou", .35), ("iYy'", .15), ("uWwvV", .2), ("aeiouEAWY", .45),
         ("bp", .35), ("bvBV", .4), ("pfP", .4), ("fvV", .3), ("dt8TD", .4), ("TtsD", .3), ("DdzT8", .3), ("kq4gG6", .35), ("kq4K", .1),
         ("xhHKkGq", .35), ("xhH", .1), ("gG6", .1), ("gGhHx", .4), ("6JjZ", .2), ("jJyxhZ6i", .3), ("jy", .1), ("szS5c", .4),
         ("sc5SCk4", .35), ("5scC", .2), ("SKC", .25), ("CcTt", .45), ("4kJc", .45), ("ZzJQSj", .35), ("QzJ", .15), ("XksSZzgx", .45),
         ("7sSzXxkK", .2), ("Nn1", .15), ("nm", .5), ("rl", .6), ("1ngy", .4), ("8dz", .15), ("vwWuV", .2), ("Bbv", .1), ("PpfV", .1),
         ("'A", .1), ("AaeEiou", .25), ("5J", .15), ("4J", .3), ("5j", .15), ("4j", .3), ("SZ", .25), ("CJS5", .3), ("xK", .1)]


def rules():
    table = {}
    for line in (HERE / "sounds.txt").read_text(encoding="utf8").splitlines():
        if line[:1] in ("#", "@", ""):
            continue
        for item in line.split(","):
            left, right = (part.strip() for part in item.split("="))
            start, letters, ahead, end = re.match(r"(\^?)([^($]*)(?:\((.*)\))?(\$?)$", left).groups()
            table[start + letters + (ahead or "") + end] = (right, len(letters))
    return table


RULES = rules()
LONGEST = max(map(len, RULES))


def fold(word):
    """The sounds of a word, as SoundTable.swift folds it."""
    text = ""
    for c in unicodedata.normalize("NFC", word.lower()):
        text += c if c in RULES else "".join(x for x in unicodedata.normalize("NFD", c) if unicodedata.category(x)[0] == "L")
    text, at, out = "^" + text + "$", 1, ""
    while at < len(text) - 1:
        best = None
        for start in ([0, 1] if at == 1 else [at]):
            for length in range(LONGEST, 0, -1):
                key = text[start:start + length]
                if start + length <= len(text) and RULES.get(key, ("", 0))[1] and (not best or length > best[0]):
                    best = (length, *RULES[key])
                    break
        if best:
            out += best[1]
        at += best[2] if best else 1
    return re.sub(r"(.)\1+", r"\1", out)


def encode(word):
    if word.startswith("ال") and len(word) > 4:
        word = word[2:]
    return [NUMBER[c] for c in fold(word)]


def by_hand():
    swap = [[1.0] * N for _ in range(N)]
    for letters, cost in ALIKE:
        for a in letters:
            for b in letters:
                swap[NUMBER[a]][NUMBER[b]] = min(swap[NUMBER[a]][NUMBER[b]], cost)
    drop = [.8] * N
    for letters, cost in (("aeiouAWY", .35), ("hyHw", .35), ("E'", .1)):
        for c in letters:
            drop[NUMBER[c]] = cost
    for i in range(N):
        swap[i][i] = 0.0
    unwritten = list(drop)
    for c in "aeiou":
        unwritten[NUMBER[c]] = .3
    return swap, [drop, unwritten]


def align(a, b, swap, drop):
    """Cheapest cost and its steps: (i, j) for a swap, (i, -1) for a drop."""
    table = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        table[i + 1][0] = table[i][0] + drop[x]
    for j, y in enumerate(b):
        table[0][j + 1] = table[0][j] + drop[y]
    for i, x in enumerate(a):
        above, row = table[i], table[i + 1]
        for j, y in enumerate(b):
            row[j + 1] = min(above[j] + swap[x][y], above[j + 1] + drop[x], row[j] + drop[y])
    i, j, steps = len(a), len(b), []
    while i or j:
        here = table[i][j]
        if i and j and abs(here - table[i - 1][j - 1] - swap[a[i - 1]][b[j - 1]]) < 1e-9:
            steps.append((a[i - 1], b[j - 1]))
            i, j = i - 1, j - 1
        elif i and abs(here - table[i - 1][j] - drop[a[i - 1]]) < 1e-9:
            steps.append((a[i - 1], -1))
            i -= 1
        else:
            steps.append((b[j - 1], -1))
            j -= 1
    return table[-1][-1], steps


def likeness(pair, swap, drops):
    a, b, _, kind = pair
    cost, _ = align(a, b, swap, drops[kind])
    return 1 - cost / max(.05, sum(drops[kind][c] for c in a) + sum(drops[kind][c] for c in b))


def train(pairs, rounds=10, rate=.1, hold=.1, slope=12.0):
    start, start_drops = by_hand()
    swap, drops, middle = [row[:] for row in start], [row[:] for row in start_drops], .78
    rnd, pairs = random.Random(1), list(pairs)
    for _ in range(rounds):
        rnd.shuffle(pairs)
        for at in range(0, len(pairs), 50):
            gs = [[0.0] * N for _ in range(N)]
            gd = [[0.0] * N for _ in range(2)]
            for a, b, match, kind in pairs[at:at + 50]:
                drop = drops[kind]
                cost, steps = align(a, b, swap, drop)
                whole = max(.05, sum(drop[c] for c in a) + sum(drop[c] for c in b))
                push = (match - 1 / (1 + math.exp(-slope * (1 - cost / whole - middle)))) * slope
                for x, y in steps:
                    if y < 0:
                        gd[kind][x] -= push / whole
                    elif x != y:
                        gs[x][y] -= push / whole
                        gs[y][x] -= push / whole
                for c in a + b:
                    gd[kind][c] += push * cost / whole / whole
                middle -= .0005 * push * rate
            for i in range(N):
                for j in range(N):
                    if i != j:
                        swap[i][j] = min(1.3, max(.02, swap[i][j] + rate * (gs[i][j] / 12 - hold * (swap[i][j] - start[i][j]))))
                for kind in (0, 1):
                    drops[kind][i] = min(1.0, max(.03, drops[kind][i] + rate * (gd[kind][i] / 12 - hold * (drops[kind][i] - start_drops[kind][i]))))
    return swap, drops


def best(scored):
    scored, total = sorted(scored, reverse=True), sum(m for _, m in scored)
    hits, top = 0, (0.0, 0.0)
    for k, (score, match) in enumerate(scored, 1):
        hits += match
        top = max(top, (2 * hits / (k + total), score))
    return top


def main():
    gold, pairs, folds = Path(sys.argv[1]), [], []
    for name in ("russian", "arabic"):
        for line in (gold / f"translit_{name}_dev.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            pairs.append((encode(row["a"]), encode(row["b"]), int(row["match"]), int(name == "arabic")))
            folds.append(int(row["id"].split(":")[1].strip("n")) * 2654435761 // 128 % 5)
    sets = {"russian": 0, "arabic": 1}

    def report(title, scores):
        for name, kind in sets.items():
            print(title, name, "F1 %.3f at %.3f" % best([(s, p[2]) for s, p in zip(scores, pairs) if p[3] == kind]), end="; ")
        print("both F1 %.3f at %.3f" % best([(s, p[2]) for s, p in zip(scores, pairs)]), flush=True)

    report("by hand:", [likeness(p, *by_hand()) for p in pairs])
    held = [0.0] * len(pairs)
    for fold_number in range(5):
        model = train([p for p, f in zip(pairs, folds) if f != fold_number])
        for i, (p, f) in enumerate(zip(pairs, folds)):
            if f == fold_number:
                held[i] = likeness(p, *model)
    report("five-fold:", held)
    swap, drops = train(pairs)
    report("on all:", [likeness(p, swap, drops) for p in pairs])
    if "--write" not in sys.argv:
        return
    lines = ["# What it costs to take one sound for another (swap), or to leave one out (drop; \"unwritten\" where one of the two scripts",
             "# leaves vowels unwritten), in thousandths of a consonant. Swaps that are not listed cost 1000.",
             "# Made by Scripts/learn-sounds.py from Wikidata's name pairs (CC0); change it there."]
    for i in range(N):
        for j in range(i + 1, N):
            if round(swap[i][j] * 1000) != 1000:
                lines.append(f"swap {SOUNDS[i]} {SOUNDS[j]} {round(swap[i][j] * 1000)}")
    for word, drop in zip(("drop", "unwritten"), drops):
        lines += [f"{word} {SOUNDS[i]} {round(drop[i] * 1000)}" for i in range(N)]
    (HERE / "sound-costs.txt").write_text("\n".join(lines) + "\n", encoding="utf8")


main()

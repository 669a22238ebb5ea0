#!/usr/bin/env python3
"""Learn how alike two articles of one story are; write Sources/DragomanLedger/Stories/Story{Words,Weights}.swift.

    learn-stories.py [--write] GOLD      GOLD is the folder with stories/, pages/ and events/; needs numpy

What is learned: in how many texts each common word stands (from English pages, news texts and the stories), and two
logistic models. The first says of a pair of texts whether they may belong together; the second, within a group so
found, weighs words by how they set the group's texts apart. Without --write only the five-fold scores are printed:
folds are of whole topics, weights and thresholds are learned on four folds and tried on the fifth.
The steps are those of StoryProfile.swift, StoryLikeness.swift and StoryGrouping.swift; keep them alike.
"""
import collections
import gzip
import html
import json
import math
import random
import re
import sys
import tarfile
from pathlib import Path

import numpy as np

WORD = re.compile(r"[^\W_]+", re.U)
LEAD = 60
KEYS = 24
LINK = 0.3
LOOSE = 0.15
# In a group of fewer texts too little sets them apart: what the first model says counts too, alone in a group of two.
FEW = 6
# Words that every Russian text has; there are too few Russian texts here to count them.
RUSSIAN = """и в не на что с по как это а из за от к до для о об при со также что быть был была было были есть будет он
она оно они его ее их ему ей им мы вы я нас вас нам который которая которое которые которых которой которого этот эта
эти этого этой тот та те того той так же бы или но если когда чтобы уже еще более может могут только после между через
под над без во все всех всего свой своих года году год лет тысяч млн млрд компания компании сообщил сообщила сообщили
заявил отметил словам сказал рассказал""".split()


def stem(word):
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    for end in ("ing", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= 4 and not word.endswith("ss"):
            return word[: -len(end)]
    return word


class Text:
    def __init__(self, row):
        self.id, self.story, self.topic = row["id"], row["cluster"], row["topic"]
        words = WORD.findall(row["text"])
        small = {word for word in words if word[0].islower()}
        kept = [word for word in words if len(word) > 1 or word.isdigit()]
        self.all = collections.Counter(stem(word.lower()) for word in kept)
        self.names = collections.Counter(
            stem(word.lower()) for word in kept if word[0].isupper() and word.lower() not in small)
        self.numbers = collections.Counter(word for word in kept if word[0].isdigit())
        self.lead = collections.Counter(stem(word.lower()) for word in kept[:LEAD])


def background(gold):
    """How many English texts hold each word, and how many texts there are."""
    counts, texts = collections.Counter(), 0

    def count(words):
        nonlocal texts
        counts.update({stem(word.lower()) for word in words if not word[0].isdigit() and len(word) > 1})
        texts += 1

    for archive in sorted((gold / "pages").glob("*.tar.xz")):
        with tarfile.open(archive) as pages:
            for member in pages:
                if not re.search(r"\.(html|htm|gz)$", member.name):
                    continue
                data = pages.extractfile(member).read()
                if member.name.endswith(".gz"):
                    data = gzip.decompress(data)
                page = data[:2_000_000].decode("utf8", "replace")
                body = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", part))
                                for part in re.findall(r"<p\b[^>]*>(.*?)</p>", page, re.S | re.I))
                words = WORD.findall(body)
                function = sum(word.lower() in ("the", "of", "and", "to") for word in words)
                if len(words) >= 80 and function >= 0.08 * len(words):
                    count(words)
    for line in (gold / "events" / "meantime_dev.jsonl").open(encoding="utf8"):
        count(WORD.findall(json.loads(line)["text"]))
    return counts, texts


def rarity(counts, total):
    """Weights in steps of a quarter, as they are shipped; words of fewer than six texts count as unknown."""
    unknown = math.log((total + 1) / 0.5)
    table = {word: max(0.0, round(4 * math.log((total + 1) / (n + 0.5))) / 4)
             for word, n in counts.items() if n >= 6}
    table.update({word: 0.25 for word in RUSSIAN})
    return lambda word: table.get(word, unknown), table, unknown


def rows(bags, weight):
    vocabulary, lines = {}, []
    for bag in bags:
        lines.append({word: (1 + math.log(n)) * weight(word) for word, n in bag.items()})
        for word in bag:
            vocabulary.setdefault(word, len(vocabulary))
    matrix = np.zeros((len(lines), max(1, len(vocabulary))), np.float32)
    for index, line in enumerate(lines):
        for word, value in line.items():
            matrix[index, vocabulary[word]] = value
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    matrix /= lengths
    return matrix @ matrix.T


def first_features(texts, weight):
    return np.stack([
        rows([t.all for t in texts], weight), rows([t.names for t in texts], lambda word: weight(word) ** 2),
        rows([t.numbers for t in texts], lambda word: 1 if len(word) < 2 else 2),
        rows([t.lead for t in texts], weight)], -1)


def local(bags, weight):
    spread = collections.Counter()
    for bag in bags:
        spread.update(set(bag))
    return rows(bags, lambda word: math.log(len(bags) / spread[word]) * math.sqrt(weight(word)) if spread[word] > 1 else 0)


def second_features(texts, group, first, weight):
    chosen = first[np.ix_(group, group)]
    return np.concatenate([chosen[..., [0, 2, 3]], np.stack([
        local([texts[i].all for i in group], weight), local([texts[i].names for i in group], weight)], -1)], -1)


def chance(features, weights):
    return 1 / (1 + np.exp(-np.clip(features @ weights[:-1] + weights[-1], -30, 30)))


def learn(x, y, importance):
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    b = np.zeros(z.shape[1])
    ridge = 1e-3 * importance.sum() * np.diag(np.r_[np.ones(len(b) - 1), 0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        step = np.linalg.solve((z * (importance * p * (1 - p))[:, None]).T @ z + ridge + 1e-9 * np.eye(len(b)),
                               z.T @ (importance * (p - y)) + ridge @ b)
        b -= step
        if np.abs(step).max() < 1e-7:
            break
    return np.r_[b[:-1] / spread, b[-1] - (b[:-1] * mean / spread).sum()]


def blended(first, second):
    share = min(1.0, (len(first) - 2) / (FEW - 2))
    return share * second + (1 - share) * first


def average_link(chances, threshold):
    joined = chances.astype(float).copy()
    np.fill_diagonal(joined, -1)
    groups = [[i] for i in range(len(joined))]
    while len(joined) > 1:
        i, j = divmod(int(np.argmax(joined)), len(joined))
        if joined[i, j] < threshold:
            break
        row = (joined[i] * len(groups[i]) + joined[j] * len(groups[j])) / (len(groups[i]) + len(groups[j]))
        joined[i], joined[:, i], joined[i, i] = row, row, -1
        joined[j], joined[:, j] = -1, -1
        groups[i] += groups[j]
        groups[j] = []
    return [sorted(group) for group in groups if group]


def loose_groups(texts, members, chances, weight):
    """Groups of `members` linked through index keys, then joined loosely."""
    keys = [set(sorted(texts[i].all, key=lambda w: (-(1 + math.log(texts[i].all[w])) * weight(w), w))[:KEYS])
            for i in members]
    parent = list(range(len(members)))

    def root(at):
        while parent[at] != at:
            at = parent[at]
        return at

    for a in range(len(members)):
        for b in range(a):
            if chances[members[a], members[b]] >= LINK and len(keys[a] & keys[b]) >= 2:
                parent[root(a)] = root(b)
    fields = collections.defaultdict(list)
    for a, member in enumerate(members):
        fields[root(a)].append(member)
    found = []
    for field in fields.values():
        for group in average_link(chances[np.ix_(field, field)], LOOSE):
            found.append([field[i] for i in group])
    return found


def bcubed(texts, members, label):
    both, gold, found = collections.Counter(), collections.Counter(), collections.Counter()
    for i in members:
        both[texts[i].story, label[i]] += 1
        gold[texts[i].story] += 1
        found[label[i]] += 1
    p = sum(n * n / found[f] for (_, f), n in both.items()) / len(members)
    r = sum(n * n / gold[g] for (g, _), n in both.items()) / len(members)
    return p, r, 2 * p * r / (p + r)


def train(texts, members, table):
    weight = table[0]
    first = first_features(texts, weight)
    a, b = np.triu_indices(len(members), 1)
    a, b = np.array(members)[a], np.array(members)[b]
    story = np.array([t.story for t in texts])
    topic = np.array([t.topic for t in texts])
    one = learn(first[a, b], (story[a] == story[b]).astype(float), np.where(topic[a] == topic[b], 1.0, 0.02))
    chances = chance(first, one)
    x, y = [], []
    for group in loose_groups(texts, members, chances, weight):
        upper = np.triu_indices(len(group), 1)
        x.append(second_features(texts, group, first, weight)[upper])
        y.append((story[group][:, None] == story[group][None])[upper])
    x, y = np.concatenate(x), np.concatenate(y).astype(float)
    two = learn(x, y, np.ones(len(y)))
    scores = {t: bcubed(texts, members, cluster(texts, members, first, chances, two, weight, t))[2]
              for t in np.arange(0.3, 0.71, 0.05)}
    return first, one, two, max(scores, key=scores.get), scores


def cluster(texts, members, first, chances, two, weight, threshold):
    label = {}
    for number, group in enumerate(loose_groups(texts, members, chances, weight)):
        second = chance(second_features(texts, group, first, weight), two)
        for part in average_link(blended(chances[np.ix_(group, group)], second), threshold):
            for i in part:
                label[group[i]] = (number, part[0])
    return label


def add_stories(counts, total, texts, members):
    counts = collections.Counter(counts)
    stories = collections.defaultdict(set)
    for i in members:
        stories[texts[i].story] |= {word for word in texts[i].all if not word[0].isdigit()}
    for words in stories.values():
        counts.update(words)
    return rarity(counts, total + len(stories))


def swift(table, unknown, one, two, threshold, folder):
    classes = collections.defaultdict(list)
    for word, value in table.items():
        if re.fullmatch(r"[a-zа-я]+", word):
            classes[value].append(word)
    lines = []
    for value in sorted(classes):
        line = f"{value:g}"
        for word in sorted(classes[value]):
            if len(line) + len(word) + 1 > 108:
                lines.append(line)
                line = f"{value:g}"
            line += " " + word
        lines.append(line)
    head = "// Made by Scripts/learn-stories.py; not to be edited by hand.\n\n"
    body = "\n".join("        " + line for line in lines)
    (folder / "StoryWords.swift").write_text(
        head + "/// How rare the common words of the press are.\nenum StoryWords {\n"
        "    /// The rarity of a word that is not in the table.\n"
        f"    static let unknown: Float = {unknown:.4f}\n\n"
        "    /// Lines of words with their rarity, the logarithm of the inverse part of texts that hold them, in steps of a\n"
        "    /// quarter: English stems counted in some four hundred texts, and frequent Russian words.\n"
        f'    static let table = """\n{body}\n        """\n}}\n', encoding="utf8")
    show = lambda weights: ", ".join(f"{w:.4f}" for w in weights)
    (folder / "StoryWeights.swift").write_text(
        head + "/// What two articles have in common, weighed as learned from stories.\nenum StoryWeights {\n"
        "    /// Words, names, numbers, opening words, constant: whether two articles may belong together.\n"
        f"    static let first: [Float] = [{show(one)}]\n"
        "    /// Words, numbers, opening words, words and names that set the group's articles apart, constant.\n"
        f"    static let second: [Float] = [{show(two)}]\n"
        "    /// In a group of fewer articles too little sets them apart: what the first model says counts too, alone in one of two.\n"
        f"    static let few = {FEW}\n"
        "    /// From which chance on two articles are linked, and a group is looked at as a whole.\n"
        f"    static let link: Float = {LINK}\n"
        "    /// From which mean chance on groups are joined in the first step.\n"
        f"    static let loose: Float = {LOOSE}\n"
        "    /// From which mean chance on groups are one story.\n"
        f"    static let story: Float = {threshold:.2f}\n}}\n", encoding="utf8")


def main():
    gold = Path([a for a in sys.argv[1:] if not a.startswith("--")][0])
    texts = [Text(json.loads(line)) for line in (gold / "stories" / "ecbplus_dev.jsonl").open(encoding="utf8")]
    counts, total = background(gold)
    topics = sorted({t.topic for t in texts}, key=int)
    random.Random(7).shuffle(topics)
    fold = {topic: index % 5 for index, topic in enumerate(topics)}
    labels, thresholds = {}, []
    for number in range(5):
        seen = [i for i, t in enumerate(texts) if fold[t.topic] != number]
        unseen = [i for i, t in enumerate(texts) if fold[t.topic] == number]
        table = add_stories(counts, total, texts, seen)
        first, one, two, threshold, _ = train(texts, seen, table)
        label = cluster(texts, unseen, first, chance(first, one), two, table[0], threshold)
        print("fold %d threshold %.2f B-cubed P %.3f R %.3f F %.3f" % (number, threshold, *bcubed(texts, unseen, label)))
        labels.update({i: (number, part) for i, part in label.items()})
        thresholds.append(threshold)
    print("five folds B-cubed P %.3f R %.3f F %.3f" % bcubed(texts, range(len(texts)), labels))
    if "--write" in sys.argv:
        table = add_stories(counts, total, texts, range(len(texts)))
        _, one, two, best, scores = train(texts, list(range(len(texts))), table)
        print({round(float(t), 2): round(float(s), 3) for t, s in scores.items()}, "weights", one, two)
        folder = Path(__file__).resolve().parent.parent / "Sources/DragomanLedger/Stories"
        swift(table[1], table[2], one, two, float(np.median(thresholds)), folder)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Learns which values of two accounts contradict each other: data/compare/contest.tsv (figures),
data/compare/name_contest.tsv (names) and data/compare/name_rivals.tsv (rivals: two names, by all
accounts).

    tools/contest/train.py BUILD/bin/contest_features figures|names|rivals OUT.tsv STORY.json… [--cross]

From the stories as they are, and from copies of them with planted differences; rivals from the odds
that models of names give stories they were not made from. --cross prints what is found in stories
left out of the training. Needs Debian's python3-numpy. Deterministic.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import tempfile

import numpy as np
from boost import Boost
from plant import Planter, read_entities

COPIES = 12            # of each story, with other differences planted
PLANTED_WEIGHT = 0.3   # of a planted pair
TREES = {"figures": 300, "names": 150, "rivals": 150}
THINNED = {"figures": 1, "names": 4}  # of the pairs that do not differ one in so many is learnt from
DIFFERENT = {"differ", "update", "attributed", "broader", "planted"}
FOLDS = 5


class Rows:
    def __init__(self, text):
        lines = [line.split("\t") for line in text.splitlines()]
        self.names = lines[0][5:]
        lines = lines[1:]
        self.story = np.array([line[0].split("~")[0] for line in lines])
        self.values = [(line[0], line[1], line[2]) for line in lines]
        self.verdict = [line[3] for line in lines]
        self.fact = [line[4] for line in lines]
        self.rows = np.array([line[5:] for line in lines], dtype=float)
        self.truth = np.array([v in DIFFERENT for v in self.verdict], dtype=float)

    def add(self, other):
        self.story = np.concatenate([self.story, other.story])
        self.values += other.values
        self.verdict += other.verdict
        self.fact += other.fact
        self.rows = np.vstack([self.rows, other.rows])
        self.truth = np.concatenate([self.truth, other.truth])


def features(tool, kind, paths, *model):
    done = subprocess.run([tool, kind, *model, *map(str, paths)], capture_output=True, text=True,
                          check=False)
    return Rows(done.stdout)


def write(path, names, model):
    with open(path, "w", encoding="utf-8") as file:
        file.write("# Made by tools/contest/train.py; see contest.md.\n")
        file.write("\t".join(["features", *names]) + "\n")
        file.write(f"base\t{model.base:.6g}\n")
        file.write("\n".join(model.lines()) + "\n")


def plant_all(paths, folder, entities):
    rng = random.Random(7)
    out = []
    for path in paths:
        story = json.loads(path.read_text(encoding="utf-8"))
        for number in range(COPIES):
            planted = Planter(entities, rng).plant(story)
            if planted:
                out.append(pathlib.Path(folder) / f"{path.stem}~{number}.json")
                out[-1].write_text(json.dumps(planted, ensure_ascii=False), encoding="utf-8")
    return out


def learn(kind, real, planted, use_real, use_planted):
    thinned = THINNED[kind]
    use_real = use_real & ((real.truth > 0) | (np.arange(len(real.truth)) % thinned == 0))
    rows = np.vstack([real.rows[use_real], planted.rows[use_planted]])
    truth = np.concatenate([real.truth[use_real], planted.truth[use_planted]])
    weight = np.concatenate([np.where(real.truth[use_real] > 0, 1, thinned),
                             np.full(use_planted.sum(), PLANTED_WEIGHT)])
    return Boost(TREES[kind]).fit(rows, truth, weight)


def told(real, odds, least):
    """Facts told, right ones, facts of the gold found: pairs that share a value are one fact."""
    head = {}

    def find(x):
        head.setdefault(x, x)
        while head[x] != x:
            x = head[x]
        return x

    chosen = [k for k in range(len(odds)) if odds[k] >= least]
    for k in chosen:
        story, a, b = real.values[k]
        head[find((story, a))] = find((story, b))
    facts = collections.defaultdict(set)
    for k in chosen:
        facts[find(real.values[k][:2])].add((real.values[k][0], real.fact[k], real.verdict[k]))
    right = [f for f in facts.values() if any(v[2] in DIFFERENT for v in f)]
    return len(facts), len(right)


def folds_of(stories):
    order = sorted(set(stories))
    random.Random(3).shuffle(order)
    return {story: n % FOLDS for n, story in enumerate(order)}


def cross_odds(real, fold, learn_without):
    folds = np.array([fold[s] for s in real.story])
    odds = np.empty(len(real.truth))
    for n in range(FOLDS):
        odds[folds == n] = learn_without(n, folds).odds(real.rows[folds == n])
    return odds


def learn_values(kind, tool, paths, root):
    """The rows, and how to learn from those outside a fold (-1: from all)."""
    with tempfile.TemporaryDirectory() as folder:
        copies = plant_all(paths, folder, read_entities(root / "data" / "entities"))
        real, planted = features(tool, kind, paths), features(tool, kind, copies)
    is_planted = np.array([v == "planted" for v in planted.verdict])

    def learn_without(n, folds):
        others = np.array([fold[s] if s in fold else FOLDS for s in planted.story])
        return learn(kind, real, planted, folds != n, is_planted & (others != n))

    fold = folds_of(real.story)
    return real, fold, learn_without


def learn_rivals(tool, paths, root):
    names, fold, learn_names = learn_values("names", tool, paths, root)
    folds = np.array([fold[s] for s in names.story])
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(FOLDS):
            table = pathlib.Path(folder) / f"{n}.tsv"
            write(table, names.names, learn_names(n, folds))
            apart = [path for path in paths if fold.get(path.stem) == n]
            parts.append(features(tool, "rivals", apart, table))
    real = parts[0]
    for part in parts[1:]:
        real.add(part)

    def learn_without(n, folds):
        return Boost(TREES["rivals"], depth=2).fit(real.rows[folds != n], real.truth[folds != n],
                                                   np.ones((folds != n).sum()))

    return real, fold, learn_without


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("kind", choices=["figures", "names", "rivals"])
    parser.add_argument("out")
    parser.add_argument("stories", nargs="+", type=pathlib.Path)
    parser.add_argument("--cross", action="store_true")
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    if options.kind == "rivals":
        real, fold, learn_without = learn_rivals(options.tool, options.stories, root)
    else:
        real, fold, learn_without = learn_values(options.kind, options.tool, options.stories, root)
    if options.cross:
        odds = cross_odds(real, fold, learn_without)
        for least in np.arange(-1, 3.6, 0.5):
            print("odds {:.2f}: {} facts told, {} right".format(least, *told(real, odds, least)))
    write(options.out, real.names, learn_without(-1, np.zeros(len(real.truth))))
    print(f"{len(real.truth)} pairs, {int(real.truth.sum())} of them differ")


if __name__ == "__main__":
    main()

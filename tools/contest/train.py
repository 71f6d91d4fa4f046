#!/usr/bin/env python3
"""Learns which values of two accounts contradict each other: data/compare/contest.tsv (figures) and
data/compare/name_contest.tsv (names).

    tools/contest/train.py BUILD/bin/contest_features figures|names OUT.tsv STORY.json… [--cross]

From the stories as they are, and from copies of them with planted differences. --cross prints what
is found in stories left out of the training. Needs Debian's python3-numpy. Deterministic.
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
TREES = {"figures": 300, "names": 150}
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


def features(tool, kind, paths):
    done = subprocess.run([tool, kind, *map(str, paths)], capture_output=True, text=True,
                          check=False)
    return Rows(done.stdout)


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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("kind", choices=["figures", "names"])
    parser.add_argument("out")
    parser.add_argument("stories", nargs="+", type=pathlib.Path)
    parser.add_argument("--cross", action="store_true")
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    with tempfile.TemporaryDirectory() as folder:
        paths = plant_all(options.stories, folder, read_entities(root / "data" / "entities"))
        real = features(options.tool, options.kind, options.stories)
        planted = features(options.tool, options.kind, paths)
    is_planted = np.array([v == "planted" for v in planted.verdict])
    if options.cross:
        stories = sorted(set(real.story))
        random.Random(3).shuffle(stories)
        fold = {story: n % FOLDS for n, story in enumerate(stories)}
        folds = np.array([fold[s] for s in real.story])
        others = np.array([fold.get(s, -1) for s in planted.story])
        odds = np.empty(len(real.truth))
        for n in range(FOLDS):
            model = learn(options.kind, real, planted, folds != n, is_planted & (others != n))
            odds[folds == n] = model.odds(real.rows[folds == n])
        for least in np.arange(0.5, 3.6, 0.5):
            print("odds {:.2f}: {} facts told, {} right".format(least, *told(real, odds, least)))
    model = learn(options.kind, real, planted, np.ones(len(real.truth), bool), is_planted)
    with open(options.out, "w", encoding="utf-8") as file:
        file.write("# Made by tools/contest/train.py; see contest.md.\n")
        file.write("\t".join(["features", *real.names]) + "\n")
        file.write(f"base\t{model.base:.6g}\n")
        file.write("\n".join(model.lines()) + "\n")
    print(f"{len(real.truth)} pairs, {int(real.truth.sum())} of them differ;"
          f" {int(is_planted.sum())} planted")


if __name__ == "__main__":
    main()

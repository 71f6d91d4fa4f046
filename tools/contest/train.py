#!/usr/bin/env python3
"""Learns which values of two accounts contradict each other: data/compare/contest.tsv (figures),
data/compare/name_contest.tsv (names), and two values by all accounts: data/compare/figure_rivals.tsv
(figure_rivals) and data/compare/name_rivals.tsv (rivals); two clauses that tell the outcome of one matter:
data/compare/outcome_contest.tsv (outcomes). And which names of two accounts are one:
data/compare/same_name.tsv (cast); what one account has alone: data/compare/alone.tsv (singles); which
sentences state the same, and which contradict each other: data/compare/same_statement.tsv (statements) and
data/compare/contrary.tsv (contraries).

    tools/contest/train.py BUILD/bin/contest_features KIND OUT.tsv STORY.json… [--cross]

From the stories as they are, from what two of their accounts alone would be, and from copies with
planted differences; rivals from the odds that models of figures or names give stories they were not made from. --cross prints what is found in stories
left out of the training. Needs Debian's python3-numpy. Deterministic.
"""
import argparse
import collections
import copy
import hashlib
import json
import pathlib
import random
import subprocess
import tempfile

import numpy as np
from boost import Boost
from parts import parts_of
from plant import Planter, read_entities

COPIES = 6             # of each story, with other differences planted
PARTS = 2              # of each story, of two accounts
PLANTED_WEIGHT = {"figures": 0.3, "names": 0.2, "figure_rivals": 0.1, "rivals": 0.1}
BOOST = {  # trees, their depth, how much of each counts, and the part of the rows that it is grown from
    "figures": (400, 4, 0.05, 0.5), "figure_rivals": (300, 2, 0.05, 0.5),
    "names": (400, 4, 0.05, 0.5), "rivals": (300, 2, 0.05, 0.5), "cast": (400, 4, 0.05, 0.5),
    "outcomes": (200, 3, 0.05, 0.5), "singles": (100, 2, 0.05, 0.5), "statements": (200, 2, 0.05, 0.5), "contraries": (400, 4, 0.05, 0.5)}
VALUES = {"figure_rivals": "figures", "rivals": "names"}  # whose odds rivals are seen by
THINNED = {"figures": 1, "names": 4}  # of the pairs that do not differ one in so many is learnt from
PART_WEIGHT = 0.5      # of what one of two accounts alone has
UNLISTED_WEIGHT = 0.2  # of what the gold does not list: had others it, too, it would as a rule
CAST = "tests/golds/cast.tsv"
STATEMENTS = ("tests/golds/statements.tsv", "tests/golds/synopsis_news/statements.tsv")
CONTRARY = "contrary"  # the feature: something is told otherwise; what stands behind it tells in what
PARTLY_WEIGHT = 0.5    # of sentences that share a side clause only
FREE, FREE_WEIGHT = "synopsis_free", 2  # contraries of stories that are told freely, and so more like news
CAST_THINNED, KNOWN_WEIGHT = 4, 0.3  # of pairs that are not one; pairs of names that are known
DIFFERENT = {"differ", "update", "attributed", "broader", "planted"}
FOLDS = 5


def story_of(name):
    """Of a copy ("~") or a part (".") the story that it was made from."""
    return name.split("~")[0].split(".")[0]


class Rows:
    def __init__(self, text):
        lines = [line.split("\t") for line in text.splitlines()]
        self.names = lines[0][5:]
        lines = lines[1:]
        self.story = np.array([story_of(line[0]) for line in lines])
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

    def only(self, chosen):
        """The chosen rows."""
        chosen = np.flatnonzero(chosen)
        out = copy.copy(self)
        out.story, out.rows, out.truth = self.story[chosen], self.rows[chosen], self.truth[chosen]
        for name in ("values", "verdict", "fact"):
            setattr(out, name, [getattr(self, name)[k] for k in chosen])
        return out


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


def part_all(paths, folder):
    rng = random.Random(11)
    out = []
    for path in paths:
        story = json.loads(path.read_text(encoding="utf-8"))
        for number, part in enumerate(parts_of(story, PARTS, rng)):
            out.append(pathlib.Path(folder) / f"{path.stem}.{number}.json")
            out[-1].write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")
    return out


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
                             np.full(use_planted.sum(), PLANTED_WEIGHT[kind])])
    return Boost(*BOOST[kind]).fit(rows, truth, weight)


def whole(real):
    """The rows of whole stories."""
    return np.array(["." not in value[0] for value in real.values])


def told(real, odds, least):
    """Facts told, right ones: pairs that share a value are one fact."""
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


def print_told(real, odds, first, last):
    for name, chosen in (("stories", whole(real)), ("two accounts", ~whole(real))):
        rows = real.only(chosen)
        for least in np.arange(first, last, 0.5):
            print("{}: odds {:.2f}: {} facts told, {} right".format(
                name, least, *told(rows, odds[chosen], least)))


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


def learn_values(kind, tool, paths, copies):
    """The rows, and how to learn from those outside a fold (-1: from all)."""
    real, planted = features(tool, kind, paths), features(tool, kind, copies)
    is_planted = np.array([v == "planted" for v in planted.verdict])

    def learn_without(n, folds):
        others = np.array([fold[s] if s in fold else FOLDS for s in planted.story])
        return learn(kind, real, planted, folds != n, is_planted & (others != n))

    fold = folds_of(real.story)
    return real, fold, learn_without


def learn_rivals(kind, tool, paths, copies):
    values, fold, learn_of = learn_values(VALUES[kind], tool, paths, copies)
    folds = np.array([fold[s] for s in values.story])
    rows = None
    with tempfile.TemporaryDirectory() as folder:
        for n in range(FOLDS):
            table = pathlib.Path(folder) / f"{n}.tsv"
            write(table, values.names, learn_of(n, folds))
            apart = [path for path in [*paths, *copies] if fold.get(story_of(path.stem)) == n]
            part = features(tool, kind, apart, table)
            if rows is None:
                rows = part
            else:
                rows.add(part)
    is_copy = np.array(["~" in value[0] for value in rows.values])
    planted = rows.only(is_copy & np.array([v == "planted" for v in rows.verdict]))
    real = rows.only(~is_copy)
    real.truth[[v == "broader" for v in real.verdict]] = 0  # which of the two is told is no error

    def learn_without(n, folds):
        others = np.array([fold[s] for s in planted.story])
        use, use_planted = folds != n, others != n
        return Boost(*BOOST[kind]).fit(
            np.vstack([real.rows[use], planted.rows[use_planted]]),
            np.concatenate([real.truth[use], planted.truth[use_planted]]),
            np.concatenate([np.ones(use.sum()),
                            np.full(use_planted.sum(), PLANTED_WEIGHT[kind])]))

    return real, fold, learn_without


def read_cast(path):
    """Per story: of each account and name the number of what it names."""
    out = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            story, number, account, name = line.split("\t")
            out[story][f"{account}|{name}"] = int(number)
    return out


def learn_cast(tool, paths, gold):
    """Pairs of names of two accounts, and how to learn from those outside a fold (-1: from all)."""
    real = features(tool, "cast", paths)
    numbers = [[gold[story].get(name) for name in (a, b)] for story, a, b in real.values]
    known = np.array([verdict != "?" for verdict in real.verdict])
    real.truth = np.array([a is not None and a == b for a, b in numbers], dtype=float)
    listed = np.array([a is not None and b is not None for a, b in numbers])
    kept = (real.truth > 0) | (np.cumsum(listed) % CAST_THINNED == 0)
    weight = np.where(real.truth > 0, 1, CAST_THINNED) * np.where(known, KNOWN_WEIGHT, 1)

    def learn_without(n, folds):
        use = listed & kept & (folds != n)
        return Boost(*BOOST["cast"]).fit(real.rows[use], real.truth[use], weight[use])

    return real, listed & ~known, learn_without


def make_cast(options, gold):
    real, asked, learn_without = learn_cast(options.tool, options.stories, gold)
    if options.cross:
        odds = cross_odds(real, folds_of(real.story), learn_without)
        for least in np.arange(-1, 3.1, 0.5):
            told = asked & (odds >= least)
            right = real.truth[told].sum()
            print("odds {:.2f}: precision {:.3f}, recall {:.3f}".format(
                least, right / told.sum(), right / real.truth[asked].sum()))
    write(options.out, real.names, learn_without(-1, np.zeros(len(real.truth))))
    print(f"{int(asked.sum())} pairs of names, {int(real.truth[asked].sum())} are one")


def make_outcomes(options, parts):
    """Without planted copies: an outcome is not easily planted."""
    real = features(options.tool, "outcomes", [*options.stories, *parts])
    real.truth[[v == "broader" for v in real.verdict]] = 0
    known = np.array([v != "near" for v in real.verdict])

    def learn_without(n, folds):
        use = known & (folds != n)
        return Boost(*BOOST["outcomes"]).fit(real.rows[use], real.truth[use], np.ones(use.sum()))

    if options.cross:
        print_told(real, cross_odds(real, folds_of(real.story), learn_without), -2.5, 2.1)
    write(options.out, real.names, learn_without(-1, np.zeros(len(real.truth))))
    print(f"{len(real.truth)} pairs, {int(real.truth.sum())} of them differ")


def make_singles(options, parts):
    """What the gold does not list counts little, and as alone."""
    real = features(options.tool, "singles", [*options.stories, *parts])
    real.truth = np.array([v != "shared" for v in real.verdict], dtype=float)
    listed = np.array([v != "-" for v in real.verdict])
    is_whole = whole(real)
    weight = np.where(is_whole, 1, PART_WEIGHT) * np.where(listed, 1, UNLISTED_WEIGHT)

    def learn_without(n, folds):
        use = folds != n
        return Boost(*BOOST["singles"]).fit(real.rows[use], real.truth[use], weight[use])

    if options.cross:
        odds = cross_odds(real, folds_of(real.story), learn_without)
        for least in (-9, *np.arange(0.5, 2.6, 0.25)):
            told = is_whole & (odds >= least)
            print("odds {:.2f}: {} told, {} right; {} not listed".format(
                least, int((told & listed).sum()), int(real.truth[told & listed].sum()),
                int((told & ~listed).sum())))
        slope, base = platt(odds[is_whole & listed], real.truth[is_whole & listed])
        print(f"right: {slope:.2f} odds + {base:.2f}")
    write(options.out, real.names, learn_without(-1, np.zeros(len(real.truth))))
    print(f"{int(listed.sum())} facts, {int(real.truth[listed].sum())} of them alone, "
          f"{int((~listed).sum())} not listed")


def read_statements(paths):
    """Per story and two sentences what a reader said of them (the letters stand in the files)."""
    out = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                story, a, b, letter = line.split("\t")
                out[story, a, b] = letter
    return out


def without_words(sentence):
    """As sentences of news stand in the file."""
    account, words = sentence.split("|", 1)
    return account + "|" + hashlib.sha256(words.encode()).hexdigest()[:8]


def judged_of(gold, real):
    """What readers said of each pair, or None."""
    out = []
    for story, a, b in real.values:
        a, b = a.strip(), b.strip()
        out.append(gold.get((story, a, b)) or gold.get((story, without_words(a), without_words(b))))
    return out


def make_statements(options, gold):
    """From the pairs that readers have judged; where two readers disagree it is half true."""
    real = features(options.tool, "statements", options.stories)
    judged = judged_of(gold, real)
    real = real.only(np.array([letters is not None for letters in judged]))
    judged = [letters for letters in judged if letters is not None]
    near = real.names.index(CONTRARY) + 1  # in what it is told otherwise is not asked
    real.names, real.rows = real.names[:near], real.rows[:, :near]
    real.truth = share_of(judged, "S")
    weight = 1 - (1 - PARTLY_WEIGHT) * share_of(judged, "P")
    learn_statements(options, real, weight, -1)


def make_contraries(options, gold):
    """Sentences that have two sides of a difference in them by the story's gold, or contradict each other
    as readers judged; not those that have an update, two claimants or a wider value in them."""
    real = features(options.tool, "statements", options.stories)
    judged = judged_of(gold, real)
    known = np.array([letters is not None for letters in judged])
    clear = np.array([verdict in ("differ", "same", "-") for verdict in real.verdict])
    differ = np.array([float(verdict == "differ") for verdict in real.verdict])
    real.truth = np.where(known, share_of(judged, "C"), differ)
    free = {path.stem for path in options.stories if path.parent.name == FREE}
    weight = np.array([FREE_WEIGHT if story in free else 1 for story in real.story])
    use = known | clear
    learn_statements(options, real.only(use), weight[use], CONTRARY)


def share_of(judged, letter):
    return np.array([letters.count(letter) / len(letters) if letters else 0 for letters in judged])


def learn_statements(options, real, weight, asked):
    """`asked`: the feature without which the program does not ask, or -1."""
    def learn_without(n, folds):
        use = folds != n
        return Boost(*BOOST[options.kind]).fit(real.rows[use], real.truth[use], weight[use])

    if options.cross:
        odds = cross_odds(real, folds_of(real.story), learn_without)
        if asked != -1:
            odds[real.rows[:, real.names.index(asked)] == 0] = -9
        for least in np.arange(-1, 2.6, 0.25):
            told = odds >= least
            print(f"odds {least:.2f}: {int(told.sum())} told, {real.truth[told].sum():.0f} right")
        slope, base = platt(odds[odds > -9], real.truth[odds > -9])
        print(f"right: {slope:.2f} odds + {base:.2f}")
    write(options.out, real.names, learn_without(-1, np.zeros(len(real.truth))))
    print(f"{len(real.truth)} pairs, {real.truth.sum():.0f} of them")


def platt(odds, truth):
    """The curve 1 / (1 + exp(-slope odds - base)) through what was told (Newton's steps)."""
    rows = np.stack([odds, np.ones(len(odds))], 1)
    at = np.array([1.0, 0.0])
    for _ in range(20):
        chance = 1 / (1 + np.exp(-rows @ at))
        at += np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows, rows.T @ (truth - chance))
    return at


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("kind", choices=[*BOOST])
    parser.add_argument("out")
    parser.add_argument("stories", nargs="+", type=pathlib.Path)
    parser.add_argument("--cross", action="store_true")
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    if options.kind == "cast":
        make_cast(options, read_cast(root / CAST))
        return
    if options.kind in ("statements", "contraries"):
        make = make_statements if options.kind == "statements" else make_contraries
        make(options, read_statements([root / path for path in STATEMENTS]))
        return
    with tempfile.TemporaryDirectory() as folder:
        parts = part_all(options.stories, folder)
        if options.kind in ("outcomes", "singles"):
            {"outcomes": make_outcomes, "singles": make_singles}[options.kind](options, parts)
            return
        copies = plant_all(options.stories, folder, read_entities(root / "data" / "entities"))
        of_kind = learn_rivals if options.kind in VALUES else learn_values
        real, fold, learn_without = of_kind(options.kind, options.tool,
                                            [*options.stories, *parts], copies)
    if options.cross:
        odds = cross_odds(real, fold, learn_without)
        print_told(real, odds, -1, 3.6)
    write(options.out, real.names, learn_without(-1, np.zeros(len(real.truth))))
    print(f"{len(real.truth)} pairs, {int(real.truth.sum())} of them differ")


if __name__ == "__main__":
    main()

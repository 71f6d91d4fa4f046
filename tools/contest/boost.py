"""Gradient-boosted decision trees of a fixed small depth for yes-or-no questions (Friedman 2001,
with second-order leaf values as in XGBoost), each of them grown from a part of the rows and features
(Friedman 2002)."""
import numpy as np

BINS, SMOOTH, LEAST = 32, 2.0, 20  # of a feature; of a leaf's value; rows of a leaf
LEVELS = 4  # of a tree in the table: one that is less deep is filled up
SEED = 1


class Boost:
    def __init__(self, trees, depth, rate, part):
        """`part` of the rows and of the features is drawn for each tree."""
        self.count, self.depth, self.rate, self.part = trees, depth, rate, part

    def fit(self, rows, truth, weight):
        self.edges = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]))
                      for column in rows.T]
        bins = self.bins(rows)
        share = (weight * truth).sum() / weight.sum()
        self.base = float(np.log(share / (1 - share)))
        odds = np.full(len(rows), self.base)
        self.trees = []
        draw = np.random.RandomState(SEED)
        for _ in range(self.count):
            chance = 1 / (1 + np.exp(-odds))
            slope, bend = weight * (truth - chance), weight * chance * (1 - chance)
            drawn = np.flatnonzero(draw.rand(len(rows)) < self.part)
            self.drawn = draw.rand(rows.shape[1]) < self.part
            tree = self.grow(bins, slope, bend, drawn, 0)
            odds += self.values(tree, bins)
            self.trees.append(tree)
        return self

    def bins(self, rows):
        return np.stack([np.searchsorted(e, rows[:, k], side="left")
                         for k, e in enumerate(self.edges)], 1)

    def grow(self, bins, slope, bend, index, depth):
        g, h = slope[index].sum(), bend[index].sum()
        leaf = self.rate * g / (h + SMOOTH)
        if depth == self.depth or len(index) < 2 * LEAST:
            return leaf
        best, split = 1e-6, None
        for k, edges in enumerate(self.edges):
            if len(edges) == 0 or not self.drawn[k]:
                continue
            b = bins[index, k]
            size = len(edges) + 1
            gs = np.bincount(b, slope[index], size).cumsum()[:-1]
            hs = np.bincount(b, bend[index], size).cumsum()[:-1]
            rows = np.bincount(b, minlength=size).cumsum()[:-1]
            gain = gs**2 / (hs + SMOOTH) + (g - gs)**2 / (h - hs + SMOOTH) - g * g / (h + SMOOTH)
            gain[(rows < LEAST) | (len(index) - rows < LEAST)] = -1
            if gain.max() > best:
                best, split = gain.max(), (k, int(gain.argmax()))
        if split is None:
            return leaf
        below = bins[index, split[0]] <= split[1]
        return (split, self.grow(bins, slope, bend, index[below], depth + 1),
                self.grow(bins, slope, bend, index[~below], depth + 1))

    def values(self, tree, bins):
        if not isinstance(tree, tuple):
            return np.full(len(bins), tree)
        (k, b), low, high = tree
        out = np.empty(len(bins))
        below = bins[:, k] <= b
        out[below] = self.values(low, bins[below])
        out[~below] = self.values(high, bins[~below])
        return out

    def odds(self, rows):
        bins = self.bins(rows)
        return self.base + sum(self.values(tree, bins) for tree in self.trees)

    def lines(self):
        """A line a tree: its splits as feature:threshold, level by level, then its leaves."""
        for tree in self.trees:
            level, splits = [tree], []
            for _ in range(LEVELS):
                below = []
                for node in level:
                    if isinstance(node, tuple):
                        (k, b), low, high = node
                        splits.append(f"{k}:{self.edges[k][b]:.6g}")
                        below += [low, high]
                    else:
                        splits.append("0:inf")
                        below += [node, node]
                level = below
            yield "\t".join(["tree", *splits, *(f"{leaf:.5g}" for leaf in level)])

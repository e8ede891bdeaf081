"""Metrics of coreference: how far found clusters of mentions are those of gold. Gold mentions on both sides.

MUC: Vilain et al. (MUC-6, 1995): links kept. B3: Bagga and Baldwin (1998): overlap mention by mention. CEAFe: Luo
(2005) with his similarity phi4, clusters aligned one to one. CoNLL: their mean (Pradhan et al. 2012). Every figure is a
sum over clusters or mentions, kept by the group (a topic) of its first mention, so that groups can be resampled.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rashomon.evaluation.assignment import assign
from rashomon.evaluation.scores import Score, ratio_score

Clusters = Sequence[frozenset[str]]

METRICS = ("MUC", "B3", "CEAFe")


@dataclass(frozen=True, slots=True)
class Tally:
    """Numerators and denominators of recall and precision that one group adds to one metric."""

    right_gold: float = 0.0
    gold: float = 0.0
    right_found: float = 0.0
    found: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        """Add two groups."""
        return Tally(
            self.right_gold + other.right_gold,
            self.gold + other.gold,
            self.right_found + other.right_found,
            self.found + other.found,
        )

    @property
    def f1(self) -> float:
        """Give the harmonic mean of recall and precision in percent."""
        recall = self.right_gold / self.gold if self.gold else 0.0
        precision = self.right_found / self.found if self.found else 0.0
        return 200.0 * recall * precision / (recall + precision) if recall + precision else 0.0


Tallies = Mapping[str, Tally]
"""Group -> its tally."""


def tally_muc(gold: Clusters, found: Clusters, group: Mapping[str, str]) -> Tallies:
    """Count links: a cluster of n mentions has n - 1, less one for every further piece that the other side cuts it in.

    Args:
        gold: clusters of gold.
        found: ours, over the same mentions.
        group: mention -> group.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for key, right, all_ in _links(gold, found, group):
        tallies[key] += Tally(right_gold=right, gold=all_)
    for key, right, all_ in _links(found, gold, group):
        tallies[key] += Tally(right_found=right, found=all_)
    return dict(tallies)


def _links(clusters: Clusters, others: Clusters, group: Mapping[str, str]) -> Iterator[tuple[str, float, float]]:
    home = _home(others)
    for cluster in clusters:
        pieces = {home.get(mention, -1) for mention in cluster}
        loose = sum(1 for mention in cluster if mention not in home)
        cut = len(pieces) + max(0, loose - 1)
        yield group[min(cluster)], float(len(cluster) - cut), float(len(cluster) - 1)


def tally_b3(gold: Clusters, found: Clusters, group: Mapping[str, str]) -> Tallies:
    """Count for every mention the share of its cluster that stands with it on the other side too."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    homes = _home(gold), _home(found)
    for mention in sorted(homes[0].keys() | homes[1].keys()):
        one = gold[homes[0][mention]] if mention in homes[0] else frozenset({mention})
        other = found[homes[1][mention]] if mention in homes[1] else frozenset({mention})
        shared = len(one & other)
        tallies[group[mention]] += Tally(shared / len(one), 1.0, shared / len(other), 1.0)
    return dict(tallies)


def tally_ceafe(gold: Clusters, found: Clusters, group: Mapping[str, str]) -> Tallies:
    """Count the similarity phi4 = 2|K & R| / (|K| + |R|) of clusters under the best one-to-one alignment."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for cluster in gold:
        tallies[group[min(cluster)]] += Tally(gold=1.0)
    for cluster in found:
        tallies[group[min(cluster)]] += Tally(found=1.0)
    for left, right in assign(_similarities(gold, found)):
        alike = _phi4(gold[left], found[right])
        tallies[group[min(gold[left])]] += Tally(right_gold=alike)
        tallies[group[min(found[right])]] += Tally(right_found=alike)
    return dict(tallies)


def _similarities(gold: Clusters, found: Clusters) -> dict[tuple[int, int], float]:
    home = _home(found)
    met = Counter((at, home[mention]) for at, one in enumerate(gold) for mention in one if mention in home)
    return {(left, right): _phi4(gold[left], found[right]) for left, right in met}


def _phi4(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _home(clusters: Clusters) -> dict[str, int]:
    return {mention: at for at, cluster in enumerate(clusters) for mention in cluster}


def conll_scores(name: str, gold: Clusters, found: Clusters, group: Mapping[str, str], shown: str = "") -> list[Score]:
    """Make the figures "MUC F1", "B3 F1", "CEAFe F1" and their mean "CoNLL F1".

    Args:
        name: name of the set.
        gold: clusters of gold, single mentions among them.
        found: ours, over the same mentions.
        group: mention -> what is resampled for the interval.
        shown: what stands before the name of each figure ("HUMAN ").
    """
    tallied = {
        "MUC": tally_muc(gold, found, group),
        "B3": tally_b3(gold, found, group),
        "CEAFe": tally_ceafe(gold, found, group),
    }
    groups = sorted(set(group.values()))
    mentions = sum(len(cluster) for cluster in gold)

    def f1_of(names: Sequence[str], some: Iterable[str]) -> float:
        chosen = list(some)
        return sum(sum((tallied[n].get(g, Tally()) for g in chosen), Tally()).f1 for n in names) / len(names)

    chosen = [(f"{metric} F1", (metric,)) for metric in METRICS] + [("CoNLL F1", METRICS)]
    return [ratio_score(name, shown + figure, groups, partial(f1_of, names), mentions) for figure, names in chosen]

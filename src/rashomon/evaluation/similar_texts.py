"""Texts that tell of the same news: tf-idf over words and word pairs, average linkage down to a threshold.

Nothing of a gold set but its texts is looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import log, sqrt

_RARE = 1.5  # how much a rare word counts more than a common one: its inverse frequency to this power
_CLOSE = 0.13  # mean cosine from which two clusters are one; below it half of all news of one sort run together

Vector = Mapping[str, float]


def cluster_texts(words: Mapping[str, Sequence[str]], close: float = _CLOSE) -> dict[str, str]:
    """Cluster texts.

    Args:
        words: name of a text -> its content words in their order.
        close: mean cosine from which two clusters are one.

    Returns:
        Name -> the cluster, called by the text that sorts first in it.
    """
    alike = _similarities(_vectors(words))
    return _link_on_average(sorted(words), alike, close)


def _vectors(words: Mapping[str, Sequence[str]]) -> dict[str, Vector]:
    counts = {
        name: Counter([*told, *(f"{one} {other}" for one, other in pairwise(told))]) for name, told in words.items()
    }
    held = Counter(word for count in counts.values() for word in count)
    return {name: _unit(count, held, len(counts)) for name, count in counts.items()}


def _unit(count: Counter[str], held: Mapping[str, int], texts: int) -> Vector:
    weights = {word: (1 + log(n)) * log(texts / held[word]) ** _RARE for word, n in count.items() if held[word] > 1}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _similarities(vectors: Mapping[str, Vector]) -> dict[str, dict[str, float]]:
    """Give the cosine of every two texts that share a word, both ways."""
    holding: dict[str, list[str]] = defaultdict(list)
    found: dict[str, dict[str, float]] = {name: {} for name in vectors}
    for name in sorted(vectors):
        sums: dict[str, float] = defaultdict(float)
        for word, weight in vectors[name].items():
            for other in holding[word]:
                sums[other] += weight * vectors[other][word]
            holding[word].append(name)
        for other, value in sums.items():
            found[name][other] = found[other][name] = value
    return found


def _link_on_average(names: Sequence[str], alike: dict[str, dict[str, float]], close: float) -> dict[str, str]:
    """Join the two closest clusters until none are close (UPGMA); the means are kept up as clusters grow."""
    members = {name: [name] for name in names}
    waiting = [(-value, one, other) for one in names for other, value in alike[one].items() if one < other]
    heapify(waiting)
    while waiting and -waiting[0][0] >= close:
        value, one, other = heappop(waiting)
        if one in members and other in members and alike[one].get(other) == -value:
            sizes = len(members[one]), len(members[other])
            members[one] += members.pop(other)
            for third in sorted((alike[one].keys() | alike[other].keys()) & members.keys() - {one}):
                mean = _mean(alike[third].get(one, 0.0), alike[third].get(other, 0.0), *sizes)
                alike[one][third] = alike[third][one] = mean
                heappush(waiting, (-mean, min(one, third), max(one, third)))
    return {name: min(found) for found in members.values() for name in found}


def _mean(one: float, other: float, size: int, other_size: int) -> float:
    return (size * one + other_size * other) / (size + other_size)

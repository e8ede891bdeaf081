"""F1 by class for sets where every item has one class: weighted by support, and the plain mean.

As scikit-learn's `precision_recall_fscore_support` computes `average="weighted"` and `"macro"` over the classes of
gold, which is what the CASE 2021 task 2 scorer calls.
"""

import random
from collections import Counter
from collections.abc import Callable, Sequence

from rashomon.evaluation.scores import Score

_ROUNDS = 1000
Pair = tuple[str, str]


def weighted_f1(pairs: Sequence[Pair]) -> float:
    """Give the mean of the classes' F1, each weighted by its number of gold items, in percent."""
    gold = Counter(label for label, _ in pairs)
    return 100.0 * sum(gold[label] * value for label, value in _f1_by_class(pairs).items()) / max(1, len(pairs))


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Give the plain mean of the classes' F1, over the classes that gold has, in percent."""
    values = _f1_by_class(pairs)
    return 100.0 * sum(values.values()) / max(1, len(values))


def _f1_by_class(pairs: Sequence[Pair]) -> dict[str, float]:
    gold, found = Counter(label for label, _ in pairs), Counter(label for _, label in pairs)
    right = Counter(label for label, other in pairs if label == other)
    return {label: 2 * right[label] / (gold[label] + found[label]) for label in gold}


def class_score(name: str, metric: str, pairs: Sequence[Pair], figure: Callable[[Sequence[Pair]], float]) -> Score:
    """Make a figure of (gold class, found class) pairs with the percentile bootstrap over items.

    Args:
        name: of the set.
        metric: of the figure.
        pairs: gold and found class, one pair an item.
        figure: what is computed from them.
    """
    if len(pairs) < 2:
        return Score(name, metric, figure(pairs), None, None, len(pairs))
    chance = random.Random(0)
    values = sorted(figure(chance.choices(pairs, k=len(pairs))) for _ in range(_ROUNDS))
    low, high = values[int(0.025 * _ROUNDS)], values[int(0.975 * _ROUNDS) - 1]
    return Score(name, metric, figure(pairs), low, high, len(pairs))

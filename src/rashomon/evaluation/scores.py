"""Scores with bootstrap intervals: rates in percent over counts that are kept by document."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.records import to_json

_ROUNDS = 1000
_CLUSTERS = 500


@dataclass(frozen=True, slots=True)
class Score:
    """One figure.

    Attributes:
        set: name of the gold set.
        metric: name of the metric.
        value: the figure; rates in percent (0-100).
        low: lower end of the bootstrap 95% interval (documents resampled, 1,000 rounds, fixed seed), or None.
        high: its upper end, or None.
        n: number of gold items it rests on.
    """

    set: str
    metric: str
    value: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Miss:
    """One item that was missed, or found where gold has none.

    Attributes:
        set: name of the gold set.
        metric: the metric that it counts against.
        document: name of the document.
        kind: "missing" or "extra".
        text: the words.
        note: what is needed to see why.
    """

    set: str
    metric: str
    document: str
    kind: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one document adds to a figure: items right (a part of one may be), items found, items in gold."""

    right: float
    found: int
    gold: int


def f1_score(name: str, metric: str, counts: Sequence[Counts]) -> Score:
    """Make an F1 figure: harmonic mean of right/found and right/gold (van Rijsbergen 1979), micro-averaged."""
    return _score(name, metric, counts, _f1, sum(c.gold for c in counts))


def recall_score(name: str, metric: str, counts: Sequence[Counts]) -> Score:
    """Make a recall figure: right/gold."""
    return _score(name, metric, counts, lambda right, _, gold: _rate(right, gold), sum(c.gold for c in counts))


def precision_score(name: str, metric: str, counts: Sequence[Counts]) -> Score:
    """Make a precision figure: right/found."""
    return _score(name, metric, counts, lambda right, found, _: _rate(right, found), sum(c.found for c in counts))


def plain_score(name: str, metric: str, value: float, n: int) -> Score:
    """Make a figure that has no interval (a speed)."""
    return Score(name, metric, value, None, None, n)


def to_row(score: Score) -> dict[str, Any]:
    """Turn a score into the row that `--format jsonl` prints: set, metric, value, low, high, n."""
    row: dict[str, Any] = to_json(score)
    return {key: round(value, 2) if isinstance(value, float) else value for key, value in row.items()}


Rate = Callable[[float, int, int], float]


def _f1(right: float, found: int, gold: int) -> float:
    return _rate(2 * right, found + gold)


def _rate(right: float, total: int) -> float:
    return 100.0 * right / total if total else 0.0


def _score(name: str, metric: str, counts: Sequence[Counts], rate: Rate, n: int) -> Score:
    value = rate(*_total(counts))
    low, high = _interval(counts, rate)
    return Score(name, metric, value, low, high, n)


def _total(counts: Sequence[Counts]) -> tuple[float, int, int]:
    return sum(c.right for c in counts), sum(c.found for c in counts), sum(c.gold for c in counts)


def _interval(counts: Sequence[Counts], rate: Rate) -> tuple[float | None, float | None]:
    """Give the 2.5th and 97.5th percentile over resampled documents (Efron's percentile bootstrap).

    Many documents are first dealt into 500 clusters, so that the time does not grow with the set.
    """
    if len(counts) < 2:
        return None, None
    clusters = [_total(counts[k::_CLUSTERS]) for k in range(min(_CLUSTERS, len(counts)))]
    chance = random.Random(0)
    values = sorted(
        rate(*(sum(column) for column in zip(*chance.choices(clusters, k=len(clusters)), strict=True)))
        for _ in range(_ROUNDS)
    )
    return values[int(0.025 * _ROUNDS)], values[int(0.975 * _ROUNDS) - 1]


def ratio_score(name: str, metric: str, groups: Sequence[str], rate: Callable[[Sequence[str]], float], n: int) -> Score:
    """Make a figure that is a function of groups (topics), which are resampled for its interval.

    Args:
        name: name of the set.
        metric: name of the metric.
        groups: all groups.
        rate: gives the figure over some groups, each as often as it stands there.
        n: number of gold items.
    """
    if len(groups) < 2:
        return Score(name, metric, rate(groups), None, None, n)
    chance = random.Random(0)
    values = sorted(rate(chance.choices(groups, k=len(groups))) for _ in range(_ROUNDS))
    return Score(name, metric, rate(groups), values[int(0.025 * _ROUNDS)], values[int(0.975 * _ROUNDS) - 1], n)

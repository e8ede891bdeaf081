"""Which incidents are most worth a person's look, and why in words."""

from collections.abc import Iterable, Mapping
from math import log10

from rashomon.store.overview import LightIncident

# Points for each reason: what would mislead a reader most comes first.
_CONTESTED = 3.0
_DENIED = 1.5
_LONE_FIGURE = 1.2
_HARD_LINK = 2.0
_LONE = 0.4
_HIGH = 10
_SURE = 0.6


def rank(
    rows: Iterable[LightIncident], figures: Mapping[str, tuple[str, float]], scores: Mapping[str, float]
) -> list[tuple[LightIncident, list[str]]]:
    """Give incidents with their reasons, the most worth a look first; those without any reason are left out.

    Args:
        rows: incidents that nobody accepted.
        figures: incident -> measure and greatest number told.
        scores: incident -> least score of a link of its claims' places and actors, in [0, 1].
    """
    found = []
    for row in rows:
        reasons = list(_reasons(row, figures.get(row.id), scores.get(row.id)))
        if reasons:
            found.append((sum(points for points, _ in reasons), row, [words for _, words in reasons]))
    found.sort(key=lambda one: (-one[0], one[1].id))
    return [(row, words) for _, row, words in found]


def _reasons(row: LightIncident, figure: tuple[str, float] | None, score: float | None) -> Iterable[tuple[float, str]]:
    if row.status == "contested":
        yield _CONTESTED, "voices contradict each other"
    if row.status == "denied":
        yield _DENIED, "it is denied"
    if row.origins <= 1 and figure is not None and figure[1] >= _HIGH:
        yield _LONE_FIGURE * log10(figure[1]), f"{figure[1]:,.12g} {figure[0]}, on one origin"
    elif row.origins <= 1:
        yield _LONE, "one origin"
    if score is not None and score < _SURE:
        yield _HARD_LINK * (1 - score), f"a place or an actor was hard to tell (score {score:.2f})"

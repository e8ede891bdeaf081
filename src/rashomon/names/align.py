"""The words of two names laid side by side."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from rashomon.lexicon.names import NameTable
from rashomon.names.fold import consonants, sound

_CACHE = 1 << 16
_INITIAL = 0.9
_SERVANT = 0.85


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of two names fit.

    Attributes:
        left_over: words of the left name that fit nothing.
        right_over: words of the right name that fit nothing.
        product: product of the fits found, in [0, 1].
        share: share of the shorter name's words that fit.
        ordered: whether the words that fit stand in the same order on both sides.
    """

    left_over: tuple[str, ...]
    right_over: tuple[str, ...]
    product: float
    share: float
    ordered: bool


def align(left: tuple[str, ...], right: tuple[str, ...], table: NameTable, least: float = 0.0) -> Alignment:
    """Pair the words of two names, best fit first, each at most once; fits up to `least` are none."""
    fits = sorted(
        (-fit, abs(i - j), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (fit := fit_words(table.variants.get(one, one), table.variants.get(other, other))) > least
    )
    pairs: list[tuple[int, int]] = []
    product = 1.0
    used_left, used_right = set[int](), set[int]()
    for cost, _, i, j in fits:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((i, j))
            product *= -cost
    rights = [j for _, j in sorted(pairs)]
    return Alignment(
        left_over=tuple(word for i, word in enumerate(left) if i not in used_left),
        right_over=tuple(word for j, word in enumerate(right) if j not in used_right),
        product=product,
        share=len(pairs) / max(1, min(len(left), len(right))),
        ordered=rights == sorted(rights),
    )


@lru_cache(_CACHE)
def fit_words(left: str, right: str) -> float:
    """Say how well two folded words can be one, in [0, 1]; 0 = not at all. Symmetric."""
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return _INITIAL if left[0] == right[0] else 0.0
    one, other = sound(left), sound(right)
    if one == other:
        return 0.97
    if one.startswith("abd") != other.startswith("abd") and one.removeprefix("abd") == other.removeprefix("abd"):
        return _SERVANT
    return _near(one, other, consonants(left) == consonants(right), min(len(left), len(right)))


def _near(one: str, other: str, same_consonants: bool, length: int) -> float:
    distance = OSA.distance(one, other, score_cutoff=2)
    if same_consonants and distance <= (1 if length < 6 else 2):
        return 0.93
    if distance == 1 and length >= 4:
        return 0.88 if length >= 7 else 0.82
    return 0.75 if distance == 2 and length >= 8 else 0.0

"""The words of two names laid side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from rashomon.names.fold import consonants, sound

Fit = Callable[[str, str], float]

_CACHE = 1 << 16
_INITIAL = 0.9
_SERVANT = 0.85
_VOWELS = frozenset("aiu")
_ENDING = 0.6  # "Aleksandr" and "Aleksandra": a man and a woman
_UNLIKE = 0.34  # likeness in letters under which no two words sound alike: a cheap look before a dear one
_SHORT = 5  # letters under which a vowel at the end makes another name ("Khan", "Hani")


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


def align(left: tuple[str, ...], right: tuple[str, ...], fit: Fit) -> Alignment:
    """Pair the words of two names, equal ones first, then the best fit, each at most once; a fit of 0 is none.

    Args:
        left: words of one name.
        right: words of the other.
        fit: says how well two words that are not equal fit, in [0, 1]; symmetric.
    """
    if left == right:
        return Alignment((), (), 1.0, 1.0, True)
    pairs = _equal(left, right)
    product = 1.0
    if len(pairs) < len(left) and len(pairs) < len(right):
        product = _fitting(left, right, pairs, fit)
    used = set(pairs.values())
    rights = [pairs[i] for i in sorted(pairs)]
    return Alignment(
        left_over=tuple([word for i, word in enumerate(left) if i not in pairs]),
        right_over=tuple([word for j, word in enumerate(right) if j not in used]),
        product=product,
        share=len(pairs) / max(1, min(len(left), len(right))),
        ordered=rights == sorted(rights),
    )


def _equal(left: tuple[str, ...], right: tuple[str, ...]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for i, word in enumerate(left):
        if word in right:
            found = [j for j, other in enumerate(right) if other == word and j not in used]
            if found:
                pairs[i] = found[0] if len(found) == 1 else min(found, key=lambda j: abs(i - j))
                used.add(pairs[i])
    return pairs


def _fitting(left: tuple[str, ...], right: tuple[str, ...], pairs: dict[int, int], fit: Fit) -> float:
    """Pair what is left, best fit first, and give the product of the fits."""
    used = set(pairs.values())
    others = [(j, other) for j, other in enumerate(right) if j not in used]
    fits = [
        (-value, abs(i - j), i, j)
        for i, word in enumerate(left)
        if i not in pairs
        for j, other in others
        if (value := fit(word, other))
    ]
    product = 1.0
    for cost, _, i, j in sorted(fits):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
            product *= -cost
    return product


@lru_cache(_CACHE)
def fit_words(left: str, right: str) -> float:
    """Say how well two folded words of persons' names can be one, in [0, 1]; 0 = not at all. Symmetric."""
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return _INITIAL if left[0] == right[0] else 0.0
    if OSA.normalized_similarity(left, right) < _UNLIKE:
        return 0.0
    one, other = sound(left), sound(right)
    if one == other:
        return 0.97
    if one.startswith("abd") != other.startswith("abd") and one.removeprefix("abd") == other.removeprefix("abd"):
        return _SERVANT
    distance = OSA.distance(one, other, score_cutoff=2)
    return _near(left, right, one, other, distance) if distance <= 2 else 0.0


def _near(left: str, right: str, one: str, other: str, distance: int) -> float:
    length = min(len(left), len(right))
    if consonants(left) == consonants(right):
        if length < _SHORT and (one.startswith(other) or other.startswith(one)):
            return 0.0
        if _is_woman(one, other):
            return _ENDING
        if distance <= (1 if length < 6 else 2):
            return 0.93
    if distance == 1 and length >= 4:
        return 0.88 if length >= 7 else 0.82
    return 0.75 if distance == 2 and length >= 8 else 0.0


def _is_woman(one: str, other: str) -> bool:
    """Say whether one word is the other with an "a" behind its last consonant."""
    shorter, longer = sorted((one, other), key=len)
    return longer == f"{shorter}a" and shorter[-1] not in _VOWELS

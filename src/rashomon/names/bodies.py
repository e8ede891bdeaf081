"""Whether two names of organisations, groups or states can be one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from rashomon.lexicon.names import NameTable
from rashomon.names.align import align, fit_words
from rashomon.names.fold import PARTICLES, consonants, fold
from rashomon.names.numbers import read_numbers
from rashomon.names.score import NameScore, differ

_CACHE = 1 << 15
_STRICT = 0.85  # words of organisations are words of the language: two letters make another one
_APART = 0.6
_LEAST = 0.8
_NEAR = 0.78  # another letter or another number: near, but bodies are one from 0.8 on only
_PART = 0.75
_ENDING = re.compile(r"a?n|i|i?an|e?s")  # "Tigray" and "Tigrayan", "Iraq" and "Iraqi", "Force" and "Forces"
_ENDING_LENGTH = 4
_OF = ("of", "for")  # "Front of the North" is the Front's full name, "Front in the North" a part of it
_IN = ("in",)
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_ABBREVIATED = 4  # letters of an abbreviation before a name ("UN World Food Programme")


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a body's name.

    Attributes:
        words: those that tell, numbers as digits.
        all: those with articles and particles between them, but without legal forms.
        capitals: short words printed in capitals, in lower case.
    """

    words: tuple[str, ...]
    all: tuple[str, ...]
    capitals: tuple[str, ...]


def compare_bodies(left: str, right: str, table: NameTable) -> NameScore:
    """Compare two names of bodies that are not the same letters."""
    one, other = read_body(left, table), read_body(right, table)
    if "".join(one.words) == "".join(other.words):
        return NameScore(0.97, "the same but for form and articles")
    if _initials(left, one, other) or _initials(right, other, one):
        return NameScore(0.8, "the initials of the other")
    found = align(one.words, other.words, fit_body_words)
    if found.left_over and found.right_over:
        if _written_apart(one.words, other.words):
            return NameScore(0.85, "the same sounds, written in other pieces")
        share = len(found.left_over) + len(found.right_over)
        total = len(one.words) + len(other.words)
        return NameScore(min(_APART, (1 - share / total) * found.product), f"differ in {differ(found)}")
    if not found.left_over and not found.right_over:
        return NameScore(found.product, "all words fit")
    extra = found.left_over or found.right_over
    return _one_side_more(extra, one if found.left_over else other, found.product, table)


def _one_side_more(extra: tuple[str, ...], longer: Body, product: float, table: NameTable) -> NameScore:
    """Judge words on one side only: most make another body, a branch or a part of it."""
    words = " ".join(extra)
    shared = len(longer.words) - len(extra)
    if any(word.isdigit() for word in extra) or _behind(longer.all, _IN).intersection(extra):
        return NameScore(_APART * product, f"{words} on one side only makes another one")
    if all(word in table.kinds or (word in longer.capitals and longer.words[0] == word) for word in extra):
        return NameScore(0.9 * product, f"but for {words}")
    if shared > 1 and _behind(longer.all, _OF).issuperset(extra):
        return NameScore(0.85 * product, f"{words} left out")
    return NameScore(_PART * product, f"{words} on one side only may be a part or another one")


@lru_cache(_CACHE)
def read_body(name: str, table: NameTable) -> Body:
    """Cut a body's name into its words."""
    folded = fold(_DOTTED.sub(_undotted, name) if "." in name else name)
    every = read_numbers(folded.split(), table)
    kept = tuple([word for word in every if word not in table.legal_forms]) or every
    capitals = _capitals(name)
    telling = [word for word in kept if word in capitals or not (word in table.articles or word in PARTICLES)]
    variants = table.body_variants
    return Body(tuple([variants.get(word, word) for word in telling or kept]), kept, capitals)


def _capitals(name: str) -> tuple[str, ...]:
    """Give the short words printed in capitals, in lower case; none where the whole name is."""
    if name.isupper():
        return ()
    return tuple([word.lower() for word in name.split() if word.isupper() and 1 < len(word) <= _ABBREVIATED])


def _behind(words: tuple[str, ...], prepositions: tuple[str, ...]) -> frozenset[str]:
    at = next((i for i, word in enumerate(words) if i and word in prepositions), len(words))
    return frozenset(words[at + 1 :])


def _undotted(found: re.Match[str]) -> str:
    return found[0].replace(".", "")


@lru_cache(_CACHE)
def fit_body_words(left: str, right: str) -> float:
    """Say how well two words of bodies' names fit, in [0, 1]; 0 = not at all. Symmetric."""
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    if len(shorter) < 2:
        return _NEAR if shorter.isdigit() and longer.isdigit() and len(longer) == 1 else 0.0
    if not (left.isalpha() and right.isalpha()):
        return _NEAR if OSA.distance(left, right, score_cutoff=1) == 1 else 0.0
    if longer.startswith(shorter) and _ENDING.fullmatch(longer[len(shorter) :]) and len(shorter) >= _ENDING_LENGTH:
        return 0.93
    if shorter.endswith("y") and longer == f"{shorter[:-1]}ies":
        return 0.93
    value = fit_words(left, right)
    return value if value > _STRICT else _NEAR if value > _LEAST else 0.0


def _written_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) == len(other):
        return False
    left, right = "".join(one), "".join(other)
    return consonants(left) == consonants(right) and fit_words(left, right) > _STRICT


def _initials(printed: str, short: Body, long: Body) -> bool:
    """Say whether one printed word in capitals spells the first letters of the other name."""
    letters = printed.replace(".", "").replace("the ", "")
    if len(short.words) != 1 or not letters.isupper() or not 2 <= len(letters) <= 8 or len(long.words) < 2:
        return False
    return letters.lower() in ("".join([word[0] for word in words]) for words in (long.words, long.all))

"""Whether two names can be one: a score with its reason, the same from both sides."""

from dataclasses import dataclass
from functools import lru_cache

from rashomon.lexicon import Lexicon
from rashomon.lexicon.names import NameTable
from rashomon.names.align import Alignment, align
from rashomon.names.fold import fold
from rashomon.names.parts import person_tokens
from rashomon.records import ActorKind

_CACHE = 1 << 15


@dataclass(frozen=True, slots=True)
class NameScore:
    """How well two names fit one actor.

    Attributes:
        value: in [0, 1]; from 0.7 on they are one unless other evidence speaks against it.
        why: the reason in words.
    """

    value: float
    why: str


_DIFFERENT = 0.3
_ONE_WORD = 0.45
_FATHER = 0.6
_STRICT = 0.8  # words of organisations are words of the language: two letters make another one


def compare_names(left: str, right: str, kind: ActorKind, lexicon: Lexicon) -> NameScore:
    """Compare two names of actors of one kind; symmetric.

    A middle name that stands on one side only may be a father's: such a pair stays under the threshold. So does a pair
    that shares a single word (a bare surname).

    Args:
        left: name as printed.
        right: the other.
        kind: what both are; unknown is treated like an organisation unless both look alike as persons.
        lexicon: for the words that count for nothing in a name.
    """
    first, second = sorted((left, right))
    return _compared(first, second, kind is ActorKind.PERSON, lexicon.names)


@lru_cache(_CACHE)
def _compared(left: str, right: str, person: bool, table: NameTable) -> NameScore:
    if fold(left) == fold(right):
        return NameScore(1.0, "the same name")
    if fold(left).replace(" ", "") == fold(right).replace(" ", ""):
        return NameScore(0.98, "the same letters")
    return _persons(left, right, table) if person else _organisations(left, right, table)


def _persons(left: str, right: str, table: NameTable) -> NameScore:
    one, other = person_tokens(left, table), person_tokens(right, table)
    if not one or not other:
        return NameScore(0.0, "no name")
    found = align(one, other, table)
    if found.left_over and found.right_over:
        return NameScore(_DIFFERENT * found.share, f"differ in {_differ(found)}")
    if not found.left_over and not found.right_over:
        return _all_matched(found, len(one))
    longer, shorter = (one, other) if found.left_over else (other, one)
    return _one_side_more(found, longer, shorter, table)


def _differ(found: Alignment) -> str:
    return f"{' '.join(found.left_over)} / {' '.join(found.right_over)}"


def _all_matched(found: Alignment, count: int) -> NameScore:
    value = found.product if found.ordered else found.product * 0.97
    if count == 1:
        return NameScore(0.9 * value, "one name each")
    return NameScore(value, "all names fit" if found.ordered else "all names fit in another order")


def _one_side_more(found: Alignment, longer: tuple[str, ...], shorter: tuple[str, ...], table: NameTable) -> NameScore:
    extra = found.left_over or found.right_over
    if len(shorter) == 1:
        return NameScore(_ONE_WORD, "one name only")
    if all(len(word) == 1 or _patronymic(word, table) for word in extra):
        return NameScore(0.93 * found.product, "but for an initial or a patronymic")
    if len(shorter) > 2:
        return NameScore(0.85 * found.product, f"three names fit, {' '.join(extra)} left out")
    if extra and longer[0] not in extra and longer[-1] not in extra:
        return NameScore(_FATHER, f"{' '.join(extra)} on one side only may be a father")
    if longer[-1] in extra and longer[0] not in extra:
        return NameScore(0.78 * found.product, f"last name {' '.join(extra)} left out")
    return NameScore(0.72 * found.product, f"first name {' '.join(extra)} left out")


def _patronymic(word: str, table: NameTable) -> bool:
    return any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in table.patronymics)


@lru_cache(_CACHE)
def _organisation_tokens(name: str, table: NameTable) -> tuple[str, ...]:
    words = [word for word in fold(name).split() if word not in table.articles]
    kept = [word for word in words if word not in table.legal_forms]
    return tuple(kept or words)


def _organisations(left: str, right: str, table: NameTable) -> NameScore:
    one, other = _organisation_tokens(left, table), _organisation_tokens(right, table)
    if "".join(one) == "".join(other):
        return NameScore(0.97, "the same but for form and articles")
    if _initials(left, one, other) or _initials(right, other, one):
        return NameScore(0.8, "the initials of the other")
    found = align(one, other, table, _STRICT)
    weights = [_weight(word, table) for word in (*found.left_over, *found.right_over)]
    total = sum(_weight(word, table) for word in (*one, *other)) or 1.0
    share = sum(weights) / total
    if found.left_over and found.right_over:
        return NameScore(min(0.6, (1 - share) * found.product), f"differ in {_differ(found)}")
    why = "all words fit" if not weights else f"{' '.join(found.left_over or found.right_over)} left out"
    return NameScore((1 - share) * found.product, why)


def _initials(printed: str, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether one printed word in capitals spells the first letters of the other name."""
    letters = printed.replace(".", "")
    if len(short) != 1 or not letters.isupper() or not 2 <= len(letters) <= 8 or len(long) < 2:
        return False
    return letters.lower() == "".join(word[0] for word in long)


def _weight(word: str, table: NameTable) -> float:
    return 0.5 if word in table.generic else 1.0

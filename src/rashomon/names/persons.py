"""Whether two names of persons can be one."""

from functools import lru_cache

from rashomon.lexicon.names import NameTable
from rashomon.names.align import Alignment, align, fit_words
from rashomon.names.parts import person_tokens
from rashomon.names.score import NameScore, differ

_CACHE = 1 << 15
_DIFFERENT = 0.3
_ONE_WORD = 0.45
_FATHER = 0.6
_FIRST = 0.66  # a first name on one side only may be the son's


def compare_persons(left: str, right: str, table: NameTable) -> NameScore:
    """Compare two persons' names that are not the same letters."""
    one, other = read_person(left, table), read_person(right, table)
    if not one or not other:
        return NameScore(0.0, "no name")
    if table.fixed.issuperset(one) and table.fixed.issuperset(other):
        return _fixed(one, other)
    found = align(one, other, fit_words)
    if found.left_over and found.right_over:
        return NameScore(_DIFFERENT * found.share, f"differ in {differ(found)}")
    if not found.left_over and not found.right_over:
        return _all_matched(found, len(one))
    longer, shorter = (one, other) if found.left_over else (other, one)
    return _one_side_more(found, longer, shorter, table)


@lru_cache(_CACHE)
def read_person(name: str, table: NameTable) -> tuple[str, ...]:
    """Cut a person's name into its words, each in the spelling that stands for its variants."""
    variants = table.variants
    words = tuple([variants.get(word, word) for word in person_tokens(name, table)])
    called = words[1:] if len(words) > 2 and words[0] in table.addresses else words
    return called if table.fixed.issuperset(called) else words


def _fixed(one: tuple[str, ...], other: tuple[str, ...]) -> NameScore:
    """Compare names of which every word tells, and its place: nobody leaves one out, and no two are spellings."""
    if one == other:
        return NameScore(0.97, "the same but for titles")
    return NameScore(_DIFFERENT, "names of which every word and its place tells")


def _all_matched(found: Alignment, count: int) -> NameScore:
    value = found.product if found.ordered else found.product * 0.97
    if count == 1:
        return NameScore(0.9 * value, "one name each")
    return NameScore(value, "all names fit" if found.ordered else "all names fit in another order")


def _one_side_more(found: Alignment, longer: tuple[str, ...], shorter: tuple[str, ...], table: NameTable) -> NameScore:
    extra = found.left_over or found.right_over
    if len(shorter) == 1:
        return NameScore(_ONE_WORD, "one name only")
    if all(_says_nothing(word, shorter, table) for word in extra):
        return NameScore(0.93 * found.product, "but for an initial, a title or a patronymic")
    if longer[0] in extra and not table.light.issuperset(_leading(longer, extra)):
        return NameScore(_FIRST * found.product, f"first name {longer[0]} on one side only")
    if len(shorter) > 2:
        return NameScore(0.8 * found.product, f"three names fit, {' '.join(extra)} left out")
    if longer[0] not in extra and longer[-1] not in extra:
        return NameScore(_FATHER, f"{' '.join(extra)} on one side only may be a father")
    side = "last" if longer[-1] in extra else "first"
    return NameScore(0.78 * found.product, f"{side} name {' '.join(extra)} left out")


def _leading(longer: tuple[str, ...], extra: tuple[str, ...]) -> tuple[str, ...]:
    end = next((i for i, word in enumerate(longer) if word not in extra), len(longer))
    return longer[:end]


def _says_nothing(word: str, shorter: tuple[str, ...], table: NameTable) -> bool:
    """Say whether a word may be left out: an initial, one that stands twice, a title, a patronymic."""
    if len(word) == 1 or word in shorter or word in table.inside:
        return True
    return any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in table.patronymics)

"""Whether two names can be one: a score with its reason, the same from both sides."""

from functools import lru_cache

from rashomon.lexicon import Lexicon
from rashomon.lexicon.names import NameTable
from rashomon.names.align import fit_words
from rashomon.names.bodies import compare_bodies, fit_body_words, read_body
from rashomon.names.fold import consonants, fold, sound
from rashomon.names.parts import person_tokens
from rashomon.names.persons import compare_persons, read_person
from rashomon.names.score import NameScore
from rashomon.records import ActorKind

_CACHE = 1 << 15
_GENERIC = 0.5


def compare_names(left: str, right: str, kind: ActorKind, lexicon: Lexicon) -> NameScore:
    """Compare two names of actors of one kind; symmetric.

    A middle name that stands on one side only may be a father's, a first name the son's: such a pair stays under the
    threshold. So does a pair that shares a single word (a bare surname), and a body that bears another number, point of
    the compass or head noun than the other.

    Args:
        left: name as printed.
        right: the other.
        kind: what both are; all but persons are bodies.
        lexicon: for the words that count for nothing in a name.
    """
    person = kind is ActorKind.PERSON
    if left <= right:
        return _compared(left, right, person, lexicon.names)
    return _compared(right, left, person, lexicon.names)


@lru_cache(_CACHE)
def _compared(left: str, right: str, person: bool, table: NameTable) -> NameScore:
    one, other = fold(left), fold(right)
    if not person and one in table.generic and other in table.generic:
        return NameScore(_GENERIC, "a word that many bodies are called by")
    if one == other:
        return NameScore(1.0, "the same name")
    if one.replace(" ", "") == other.replace(" ", ""):
        return NameScore(0.98, "the same letters")
    return compare_persons(left, right, table) if person else compare_bodies(left, right, table)


_MEMORIES = (
    _compared, fold, sound, consonants, person_tokens, fit_words, read_person, read_body, fit_body_words
)  # fmt: skip


def forget_names() -> None:
    """Empty all memories of names and pairs: a measurement of new names starts so."""
    for memory in _MEMORIES:
        memory.cache_clear()

"""Which numbers count nothing, and which are an age or an amount of money."""

from dataclasses import dataclass

from rashomon.extract.figures.numbers import Read, Words, is_change
from rashomon.lexicon import Lexicon
from rashomon.records import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMES = frozenset({"ORG", "PERSON", "PLACE", "EVENT", "WORK"})
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_OLDEST, _YOUNGEST_BARE = 110, 10


@dataclass(frozen=True, slots=True)
class NumberKind:
    """What a number is: its measure ("" a count, "age", "money"), its first token and one past its last."""

    measure: str
    first: int
    end: int


def find_kind(words: Words, first: int, read: Read, lexicon: Lexicon) -> NumberKind | None:
    """Say what the number that begins at token `first` is; None: it counts nothing.

    Args:
        words: the sentence.
        first: its first token, modifiers included.
        read: the number.
        lexicon: words of numbers and times.
    """
    end = read.end
    age = _age_end(words, end, read)
    if age is not None:
        return NumberKind("age", first, age)
    if words.low(first - 1) in words.table.currencies or words.low(end) in words.table.currency_words:
        signed = words.low(first - 1) in words.table.currencies
        return NumberKind("money", first - 1 if signed else first, end if signed else end + 1)
    if _is_measured(words, end) or _is_label(words, first, end) or _is_date(words, first, read, lexicon):
        return None
    return None if _is_glued(words, first, end) or _is_pronoun(words, first, read) else NumberKind("", first, end)


def _token(words: Words, index: int) -> Token:
    return words.annotated.tokens[index]


def _age_end(words: Words, end: int, read: Read) -> int | None:
    """Read "32-year-old", "32 years old", and a bare number between commas behind a person's name."""
    behind = end + 1 if words.low(end) == "-" else end
    first = words.low(behind)
    if first in words.table.ages:
        return behind + 1
    if first in words.table.age_units:
        behind += 2 if words.low(behind + 1) == "-" else 1
        return behind + 1 if words.low(behind) == words.table.age_word else None
    person = _is_bare_age(words, end) and read.low is not None and _YOUNGEST_BARE < read.low < _OLDEST
    return end if person or words.low(end - 2) in words.table.ages else None


def _is_bare_age(words: Words, end: int) -> bool:
    pair = (words.low(end - 2), words.low(end))
    if end < 3 or not (pair == ("(", ")") or (pair[0] == "," and pair[1] in {",", ".", ")"})):
        return False
    entity = words.annotated.entity_at[end - 3]
    return entity >= 0 and words.annotated.entities[entity].label == "PERSON"


def _is_measured(words: Words, end: int) -> bool:
    """Say whether a noun of measure or a share stands behind the number ("40 days", "12 km", "15 percent")."""
    if end >= words.last:
        return False
    low, behind = words.low(end), end + 1 if words.low(end) == "-" else end
    if low in words.table.percents or words.low(behind) + " " + words.low(behind + 1) in words.table.percents:
        return True
    return words.low(behind) in words.table.uncounted or (
        behind < words.last and _token(words, behind).lemma in words.table.uncounted
    )


def _is_label(words: Words, first: int, end: int) -> bool:
    """Say whether the number names what stands before it ("Article 5", "Highway 1")."""
    before = words.low(first - 1)
    if first == 0 or not before:
        return False
    token, head = _token(words, first - 1), _token(words, end - 1).head
    labelled = before.rstrip(".") in words.table.labels and not _counts_behind(words, end)
    if _in_name(words, end - 1) and not _counts_behind(words, end):
        return True
    return labelled or (head == first - 1 and token.upos in _NOUNS and token.end + 1 == _token(words, first).start)


def _in_name(words: Words, index: int) -> bool:
    """Say whether the number is part of a longer name ("the Group of 77")."""
    entity = words.annotated.entity_at[index]
    if entity < 0:
        return False
    found = words.annotated.entities[entity]
    return found.label in _NAMES and found.last - found.first > 1


def _counts_behind(words: Words, end: int) -> bool:
    number = _token(words, end - 1)
    return number.deprel == "nummod" and number.head >= end


def _is_date(words: Words, first: int, read: Read, lexicon: Lexicon) -> bool:
    """Say whether the number is a day, a year or a time of day."""
    end, times = read.end, lexicon.times
    around = {words.low(first - 1).rstrip("."), words.low(end).rstrip(".")}
    if around & times.months.keys():
        return True
    entity = words.annotated.entity_at[end - 1]
    label = words.annotated.entities[entity].label if entity >= 0 and not is_change(words, first - 1) else ""
    number = words.low(end - 1)
    if number.isdigit() and len(number) == 4 and _FIRST_YEAR <= int(number) <= _LAST_YEAR:
        return label == "DATE" or not _is_year_like_count(words, end)
    return label in {"DATE", "TIME"} and not _counts_behind(words, end)


def _is_year_like_count(words: Words, end: int) -> bool:
    number = _token(words, end - 1)
    head = _token(words, number.head)
    if number.deprel == "nummod" and head.index >= end:
        return head.xpos == "NNS"
    return number.deprel in {"obj", "nsubj:pass"}


def _is_glued(words: Words, first: int, end: int) -> bool:
    """Say whether signs stick to the number: "9/11", "AK-47", "18:01", "#5", "+93"."""
    text, start, stop = words.annotated.text, _token(words, first).start, _token(words, end - 1).end
    before, behind = text[start - 1 : start], text[stop : stop + 2]
    glued_before = before in {"/", ":", "#", "+", "-", "–", "."}
    return glued_before or behind[:1] in {"/", "°"} or (behind[:1] in {":", "."} and behind[1:].isdigit())


def _is_pronoun(words: Words, first: int, read: Read) -> bool:
    """Say whether "one" stands for a thing already named ("a new one"); who is harmed is counted ("killing one")."""
    alone = read.end - first == 1 and read.low == 1 == read.high and words.low(first).isalpha()
    return alone and not _counts_behind(words, read.end) and not _is_harmed(words, first)


def _is_harmed(words: Words, index: int) -> bool:
    """Say whether a bare "one" suffers: "detained one", "one of them was killed", "shot him and one of his men"."""
    described = any(True for _ in words.annotated.dependents(index, "det", "amod", "acl", "nummod"))
    token = _token(words, index)
    while token.deprel == "conj" and token.head < token.index and words.low(index + 1) in words.table.partitives:
        token = _token(words, token.head)
    return token.deprel in {"obj", "nsubj:pass"} and not described

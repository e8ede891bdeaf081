"""Trims the model's spans to the name alone."""

from collections.abc import Iterator

from rashomon.annotate.naming.words import Words
from rashomon.lexicon.naming import NamingTable
from rashomon.records import Entity

_NAMES = frozenset({"PERSON", "ORG", "PLACE", "NORP"})
_MARKS = frozenset('"“”„«»‘()[]{}—–:;,…!?/|•') | {"--", "``", "''", "’", "'", "...", "*", "#"}
_BREAKS = frozenset('"“”„«»()[]{}—–:;…|•') | {"--", "``", "''"}


def trim(words: Words, entity: Entity, table: NamingTable) -> Iterator[Entity]:
    """Trim one span, broken at commas; nothing if no name is left in it. Numbers and times stay as they are."""
    if entity.label not in _NAMES:
        if entity.label != "EVENT" or words.tokens[entity.first].text[:1].isupper():
            yield entity
        return
    first = entity.first
    for comma in [i for i in range(entity.first, entity.last) if words.lows[i] in {",", ";"}] + [entity.last]:
        if first < comma and (found := _trim_part(words, first, comma, entity, table)) is not None:
            yield found
        first = comma + 1


def _trim_part(words: Words, first: int, last: int, entity: Entity, table: NamingTable) -> Entity | None:
    first, last = _unbroken(words, first, last)
    first, last = _strip(words, first, last, entity.label, table)
    if first >= last:
        return None
    first, last = _whole(words, first, last, table)
    low = words.lows[first:last]
    if all(word.strip(".") in table.calendar or not word[:1].isalpha() for word in low):
        return None
    if not any(words.named[i] and words.tokens[i].upos != "PRON" for i in range(first, last)):
        return None
    label = "PERSON" if entity.label == "NORP" and _is_full_name(words, first, last, table) else entity.label
    return Entity(first, last, label, entity.rule)


def _is_full_name(words: Words, first: int, last: int, table: NamingTable) -> bool:
    """Say whether what the model takes for a people is a name and a surname: no known people, no plural, two words."""
    inside = range(first, last)
    return (
        2 <= last - first <= 3
        and not words.titled[first]
        and all(words.tokens[i].xpos == "NNP" and words.lows[i] not in table.peoples for i in inside)
        and words.lows[last - 1] not in table.institutions
    )


def _unbroken(words: Words, first: int, last: int) -> tuple[int, int]:
    """Keep the first stretch that no quotation mark, bracket or dash breaks."""
    while first < last and words.lows[first] in _MARKS:
        first += 1
    end = first
    while end < last and words.lows[end] not in _BREAKS and not _is_loose_hyphen(words, end):
        end += 1
    return first, end


def _is_loose_hyphen(words: Words, index: int) -> bool:
    """Say whether a hyphen stands between spaces, for a dash ("Valley Wire - Rebels flee")."""
    spaced = 0 < index < len(words.lows) - 1 and words.lows[index] == "-"
    return spaced and not words.glued(index) and not words.glued(index + 1)


def _strip(words: Words, first: int, last: int, label: str, table: NamingTable) -> tuple[int, int]:
    while first < last and (words.lows[first] in table.leading or words.lows[first] in _MARKS or (
        label == "PERSON" and _title(words, first, table) and last - first > 1)):  # fmt: skip
        first += 1
    while last > first and (words.lows[last - 1] in table.trailing or words.lows[last - 1] in _MARKS):
        last -= 1
    while label in {"PERSON", "ORG"} and last - first > 1 and _hangs_on(words, last - 1):
        last -= 1
    if (
        label in {"PLACE", "PERSON"}
        and last - first > 1
        and words.tokens[last - 1].text.islower()
        and words.lows[last - 1] in table.places
    ):
        last -= 1
    return first, last


def _hangs_on(words: Words, last: int) -> bool:
    """Say whether a last word is no part of the name ("al-Qaeda days"); "Ministry of defence" keeps its own."""
    return not words.named[last] and words.lows[last].isalpha() and words.lows[last - 1] not in {"of", "for", "the"}


def _title(words: Words, index: int, table: NamingTable) -> bool:
    low = words.lows[index].rstrip(".")
    return low in table.titles or low in table.soft_titles


def _whole(words: Words, first: int, last: int, table: NamingTable) -> tuple[int, int]:
    """Take in what a hyphen ties to the name ("Mazar" -> "Mazar-i-Sharif"), but not "Taliban-led"."""
    while last + 1 < len(words.lows) and words.lows[last] == "-" and words.glued(last) and words.glued(last + 1):
        if words.named[last + 1]:
            last += 2
        elif words.lows[last + 1] in table.particles and last + 3 < len(words.lows) and words.lows[last + 2] == "-":
            last += 4
        else:
            break
    while first >= 2 and words.lows[first - 1] == "-" and words.glued(first) and words.glued(first - 1):
        if not words.named[first - 2] and words.lows[first - 2] not in table.particles:
            break
        first -= 2
    return first, last

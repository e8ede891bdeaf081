"""The order of the name rules, and what wins: rules over the model, the document over the sentence.

1. trim      the model's spans without articles, titles, marks; calendar words and lower-case stretches dropped
2. rules     countries and peoples, organisations, places, titled persons
3. memory    a name told by a rule is told so wherever it stands; surnames of known full names; near misses
4. places    names that a gazetteer knows, after a preposition of place or in a list with a place
"""

from collections.abc import Callable, Iterable, Sequence

from rashomon.annotate.naming.memory import NameMemory, mend_near_misses
from rashomon.annotate.naming.rules import (
    Register,
    find_abbreviations,
    find_countries,
    find_organisations,
    find_places,
    find_registered,
    find_titled,
)
from rashomon.annotate.naming.trim import trim
from rashomon.annotate.naming.words import Words, find_runs, make_words
from rashomon.lexicon.annotating import NamingTable
from rashomon.records import Entity, Sentence, Token


def find_entities(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    model: Iterable[Entity],
    table: NamingTable,
    register: Register,
    known_place: Callable[[str], bool],
) -> tuple[Entity, ...]:
    """Mend the model's entities.

    Args:
        tokens: the document's tokens.
        sentences: its sentences.
        model: what the model found, in order.
        table: words of the language.
        register: names of known organisations.
        known_place: says whether a name is that of a place.

    Returns:
        entities in order, not overlapping.
    """
    words = make_words(tokens, sentences, table)
    runs = list(find_runs(words, table))
    # 1. trim
    trimmed = [e for raw in model for e in trim(words, raw, table) if not _is_headline_word(words, e)]
    # 2. rules
    strong = _strong(words, runs, trimmed, table, register)
    cover = _Cover(len(tokens))
    cover.add_all(strong)
    # 3. memory
    memory = NameMemory(words, runs, strong, trimmed, table)
    cover.add_all(memory.occurrences())
    # 4. places
    persons = _parts_of_persons(words, [*strong, *trimmed])
    nameable = [run for run in runs if _may_be_place(words, run, persons, table)]
    cover.add_all(_known_places(words, nameable, cover, table.locatives - table.directions, known_place))
    cover.add_all(entity for raw in trimmed if (entity := memory.relabel(raw)) is not None)
    cover.add_all(memory.occurrences(inside=True))
    cover.add_all(_known_places(words, nameable, cover, table.locatives, known_place))
    cover.add_all(_listed_places(words, nameable, cover, known_place))
    return mend_near_misses(words, cover.entities())


def _is_headline_word(words: Words, entity: Entity) -> bool:
    """Say whether a name in a line with every word capitalised holds a word that is none elsewhere."""
    inside = words.titled[entity.first] and entity.label in {"PERSON", "ORG", "PLACE", "NORP"}
    return inside and any(words.lows[i] in words.plain for i in range(entity.first, entity.last))


def _strong(
    words: Words, runs: list[tuple[int, int]], model: Iterable[Entity], table: NamingTable, register: Register
) -> tuple[Entity, ...]:
    """Apply the rules; a country or people inside a longer organisation of the model's is left to it."""
    countries = list(find_countries(words, table))
    longer = [e for e in model if _is_whole(words, e, table)]
    strong = _Cover(len(words.tokens))
    strong.add_all(e for e in countries if e.last - e.first > 1)
    strong.add_all(find_organisations(words, runs, table))
    strong.add_all(find_registered(words, register))
    strong.add_all(find_places(words, runs, table))
    strong.add_all(find_titled(words, runs, table))
    strong.add_all(
        e for e in countries if not any(o.first <= e.first and e.last <= o.last and _size(o) > _size(e) for o in longer)
    )
    strong.add_all(find_abbreviations(words, [*strong.entities(), *model]))
    return strong.entities()


def _is_whole(words: Words, entity: Entity, table: NamingTable) -> bool:
    """Say whether a longer span of the model's keeps a country's name inside it ("Bank of Kenya", "Northern Mali")."""
    if entity.label == "PLACE":
        return all(words.named[entity.first : entity.last]) and words.lows[entity.first] not in table.peoples
    return entity.label == "ORG" and words.lows[entity.last - 1] not in table.peoples


def _size(entity: Entity) -> int:
    return entity.last - entity.first


class _Cover:
    """Entities that do not overlap: who comes first stays."""

    def __init__(self, count: int) -> None:
        self._taken = bytearray(count)
        self._found: list[Entity] = []

    def add_all(self, entities: Iterable[Entity]) -> None:
        for entity in entities:
            if not any(self._taken[entity.first : entity.last]):
                self._taken[entity.first : entity.last] = b"\x01" * (entity.last - entity.first)
                self._found.append(entity)

    def free(self, first: int, last: int) -> bool:
        return not any(self._taken[first:last])

    def entities(self) -> tuple[Entity, ...]:
        return tuple(sorted(self._found, key=lambda entity: entity.first))


def _known_places(
    words: Words,
    runs: list[tuple[int, int]],
    cover: _Cover,
    before: frozenset[str],
    known: Callable[[str], bool],
) -> Iterable[Entity]:
    """Find the names that the gazetteer knows after one of the words `before`; longer names need none."""
    for first, last in runs:
        led = first > 0 and words.lows[first - 1] in before
        if not (led or (last - first > 1 and not words.titled[first])) or not cover.free(first, last):
            continue
        if known(_text(words, first, last)):
            yield Entity(first, last, "PLACE", "gazetteer")


def _listed_places(
    words: Words, runs: list[tuple[int, int]], cover: _Cover, known: Callable[[str], bool]
) -> Iterable[Entity]:
    """Find known names in one list with a place ("in Asmar, Nari and Dangam") or before the place that holds them."""
    places = {entity.last: entity for entity in cover.entities() if entity.label == "PLACE"}
    starts = {entity.first for entity in places.values()}
    for first, last in runs:
        if not cover.free(first, last) or words.titled[first]:
            continue
        after_place = words.lows[first - 1] in {",", "and", "or"} and _before_joint(words, first) in places
        in_place = last + 1 < len(words.lows) and words.lows[last] == "," and last + 1 in starts
        if (after_place or in_place) and known(_text(words, first, last)):
            found = Entity(first, last, "PLACE", "gazetteer, in a list")
            places[last] = found
            yield found


def _before_joint(words: Words, first: int) -> int:
    """Give the end of what stands before a comma, "and" or both; -1 if the sentence begins there."""
    at = first
    while (
        at > 0
        and words.lows[at - 1] in {",", "and", "or"}
        and words.tokens[at - 1].sentence == words.tokens[first].sentence
    ):
        at -= 1
    return at if at > 0 and words.tokens[at - 1].sentence == words.tokens[first].sentence else -1


def _text(words: Words, first: int, last: int) -> str:
    text = words.tokens[first].text
    for token in words.tokens[first + 1 : last]:
        text += token.text if words.glued(token.index) else f" {token.text}"
    return text


def _parts_of_persons(words: Words, entities: Iterable[Entity]) -> frozenset[str]:
    """Give the words of all persons' names: none of them alone is a place for a gazetteer's sake."""
    return frozenset(low for e in entities if e.label == "PERSON" for low in words.lows[e.first : e.last])


def _may_be_place(words: Words, run: tuple[int, int], persons: frozenset[str], table: NamingTable) -> bool:
    """Say whether a gazetteer is asked for a run: no calendar word, title, common word or person's name."""
    first, last = run
    lows = words.lows[first:last]
    if any(low.rstrip(".") in table.calendar or low in table.peoples for low in lows):
        return False
    if last - first > 1:
        return lows[0].rstrip(".") not in table.titles
    low = lows[0].rstrip(".")
    generic = low in table.notions or low in table.institutions or low in table.titles or low in table.soft_titles
    return not generic and low not in persons and low not in words.plain

"""The order of the name rules, and what wins: rules over the model, the document over the sentence.

1. trim      the model's spans without articles, titles, marks; calendar words and lower-case stretches dropped
2. rules     countries and peoples, organisations, places, titled persons
3. memory    a name told by a rule, or shown by its place in a sentence to be a known place, is told so wherever it
             stands; surnames of known full names; near misses
4. places    names that a gazetteer knows, after a preposition of place or in a list with a place
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from rashomon.annotate.naming.cover import Cover, size
from rashomon.annotate.naming.gazetteer import known_places, listed_places, may_be_place, parts_of_persons, told_places
from rashomon.annotate.naming.memory import NameMemory, mend_near_misses
from rashomon.annotate.naming.roads import find_ends
from rashomon.annotate.naming.rules import (
    Register,
    find_abbreviations,
    find_countries,
    find_formed,
    find_given,
    find_organisations,
    find_places,
    find_registered,
    find_titled,
)
from rashomon.annotate.naming.trim import trim
from rashomon.annotate.naming.words import Words, find_runs, make_words
from rashomon.lexicon.naming import NamingTable
from rashomon.records import Entity, Sentence, Token

_NAMED = frozenset({"PERSON", "ORG", "PLACE", "NORP"})


def find_entities(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    model: Iterable[Entity],
    table: NamingTable,
    register: Register,
    known_place: Callable[[str], bool],
    common: Callable[[str], bool] = lambda low: False,
) -> tuple[Entity, ...]:
    """Mend the model's entities.

    Args:
        tokens: the document's tokens.
        sentences: its sentences.
        model: what the model found, in order.
        table: words of the language.
        register: names of known organisations.
        known_place: says whether a name is that of a place.
        common: says whether a lower-case word is a verb, adjective or adverb of the language.

    Returns:
        entities in order, not overlapping.
    """
    words = make_words(tokens, sentences, table)
    runs = list(find_runs(words, table))
    # 1. trim
    trimmed = _trimmed(words, model, table, common)
    # 2. rules
    strong = _strong(words, runs, trimmed, table, register)
    persons = parts_of_persons(words, [*strong, *trimmed])
    nameable = [run for run in runs if may_be_place(words, run, persons, table, common)]
    unsure = {e.first for e in trimmed if e.label == "PERSON"}
    told = told_places(words, nameable, strong, table, known_place, unsure)
    # 3. memory
    memory = NameMemory(words, runs, (*strong, *told), trimmed, table)
    cover = Cover(len(tokens))
    cover.add_all((*strong, *memory.occurrences()))
    # 4. places
    sure = [run for run in nameable if run[0] not in unsure or words.lows[run[0] - 1] == "and"]
    _add_places(cover, words, table.locatives - table.directions, (nameable, sure), known_place)
    _add_shown(cover, memory, trimmed)
    _add_places(cover, words, table.locatives, (nameable, nameable), known_place)
    return mend_near_misses(words, cover.entities())


def _add_places(
    cover: Cover,
    words: Words,
    locatives: frozenset[str],
    runs: tuple[list[tuple[int, int]], list[tuple[int, int]]],
    known_place: Callable[[str], bool],
) -> None:
    """Add known places: of the first runs those behind a preposition, of the second those in a list with a place."""
    cover.add_all(known_places(words, runs[0], cover, locatives, known_place))
    cover.add_all(listed_places(words, runs[1], cover, known_place))


def _add_shown(cover: Cover, memory: NameMemory, trimmed: Iterable[Entity]) -> None:
    """Add what the model found and the document shows to be otherwise, then names inside longer runs."""
    cover.add_all(entity for raw in trimmed if (entity := memory.relabel(raw)) is not None)
    cover.add_all(memory.occurrences(inside=True))


def _trimmed(words: Words, model: Iterable[Entity], table: NamingTable, common: Callable[[str], bool]) -> list[Entity]:
    """Trim the model's spans; common words of a line in capitals are no names."""
    trimmed = [e for raw in model for e in trim(words, raw, table)]
    printed = {words.lows[e.first] for e in trimmed if not words.titled[e.first] and not words.firsts[e.first]}
    return [e for e in trimmed if not _is_headline_word(words, e, table, common, printed)]


def _is_headline_word(
    words: Words, entity: Entity, table: NamingTable, common: Callable[[str], bool], printed: Collection[str]
) -> bool:
    """Say whether a capital is all that makes a name of common words: mostly in a line with every word capitalised.

    `printed` holds the first words of the names that stand in running text.
    """
    if entity.label not in _NAMED:
        return False
    low, single = words.lows[entity.first], entity.last - entity.first == 1
    if single and low in table.notions and entity.label != "PLACE":
        return True
    if not words.titled[entity.first]:
        return False
    if any(words.lows[i] in words.plain for i in range(entity.first, entity.last)):
        return True
    return single and low not in printed and (common(low) or low in table.institutions or low in table.notions)


def _strong(
    words: Words, runs: list[tuple[int, int]], model: Iterable[Entity], table: NamingTable, register: Register
) -> tuple[Entity, ...]:
    """Apply the rules; a country or people inside a longer organisation of the model's is left to it."""
    countries = list(find_countries(words, table))
    longer = [e for e in model if _is_whole(words, e, table)]
    strong = Cover(len(words.tokens))
    strong.add_all(e for e in countries if e.last - e.first > 1)
    formed = tuple(find_formed(words, runs, table))
    strong.add_all(e for e in formed if words.lows[e.first] in table.waters)
    registered = tuple(find_registered(words, register))
    # In a line of capitals a body's word inside a run makes no name of all of it ("Hill Front Takes Town").
    strong.add_all(e for e in registered if words.lows[e.last - 1] in table.institutes)
    strong.add_all(find_ends(words, runs, table))
    strong.add_all(find_organisations(words, runs, table))
    strong.add_all(registered)
    strong.add_all(find_places(words, runs, table))
    strong.add_all(formed)
    strong.add_all(find_titled(words, runs, table))
    strong.add_all(find_given(words, runs, table))
    strong.add_all(
        e for e in countries if not any(o.first <= e.first and e.last <= o.last and size(o) > size(e) for o in longer)
    )
    strong.add_all(find_abbreviations(words, [*strong.entities(), *model]))
    return strong.entities()


def _is_whole(words: Words, entity: Entity, table: NamingTable) -> bool:
    """Say whether a longer span of the model's keeps a country's name inside it ("Bank of Kenya", "Northern Mali")."""
    if entity.label == "PLACE":
        return all(words.named[entity.first : entity.last]) and words.lows[entity.first] not in table.peoples
    return entity.label == "ORG" and words.lows[entity.last - 1] not in table.peoples

"""Names that a gazetteer knows: places only with support beside them, for half of all words are a town somewhere."""

from collections.abc import Callable, Collection, Iterable

from rashomon.annotate.naming.cover import Cover, size
from rashomon.annotate.naming.words import Words
from rashomon.lexicon.naming import NamingTable
from rashomon.records import Entity

_APPOSITION = 6  # tokens after a name in which the noun of its apposition stands


def known_places(
    words: Words,
    runs: list[tuple[int, int]],
    cover: Cover,
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


def told_places(
    words: Words,
    runs: list[tuple[int, int]],
    strong: Iterable[Entity],
    table: NamingTable,
    known: Callable[[str], bool],
    unsure: Collection[int],
) -> Iterable[Entity]:
    """Find the known names that their surroundings show to be places, whatever the model takes them for elsewhere.

    Led by "in" or "near", the object of a verb of taking and leaving, told by an apposition ("Asmar, a town of ..."),
    or in one list with a place. `unsure` holds the first tokens of what the model takes for persons.
    """
    cover = Cover(len(words.tokens))
    cover.add_all(strong)
    shown = [run for run in runs if _is_shown(words, run, table, run[0] in unsure)]
    cover.add_all(
        Entity(first, last, "PLACE", "gazetteer")
        for first, last in shown
        if cover.free(first, last) and known(_text(words, first, last))
    )
    cover.add_all(listed_places(words, runs, cover, known))
    return (entity for entity in cover.entities() if entity.rule.startswith("gazetteer"))


def _is_shown(words: Words, run: tuple[int, int], table: NamingTable, unsure: bool) -> bool:
    first, last = run
    head = words.tokens[last - 1]
    if first > 0 and words.lows[first - 1] in table.locatives - table.directions:
        return True
    if words.titled[first]:
        return False
    verb = words.tokens[head.head]
    takers = table.takers - table.holders if unsure else table.takers
    taken = {"obj"} if unsure else {"obj", "nsubj:pass"}
    if head.deprel in taken and verb.upos == "VERB" and verb.lemma in takers:
        return True
    following = words.tokens[last : last + _APPOSITION]
    return any(t.deprel == "appos" and t.head == head.index and t.lemma in table.places for t in following)


def listed_places(
    words: Words, runs: list[tuple[int, int]], cover: Cover, known: Callable[[str], bool]
) -> Iterable[Entity]:
    """Find known names in one list with a place ("in Asmar, Nari and Dangam") or before the place that holds them."""
    places = {entity.last for entity in cover.entities() if entity.label == "PLACE"}
    starts = {entity.first for entity in cover.entities() if entity.label == "PLACE"}
    for first, last in runs:
        if not cover.free(first, last) or words.titled[first]:
            continue
        listed = words.tokens[last - 1].deprel in {"conj", "appos"} and _before_joint(words, first) in places
        held = last + 1 < len(words.lows) and words.lows[last] == "," and last + 1 in starts
        if (listed or held) and known(_text(words, first, last)):
            places.add(last)
            yield Entity(first, last, "PLACE", "gazetteer, in a list")


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


def parts_of_persons(words: Words, entities: Iterable[Entity]) -> frozenset[str]:
    """Give the words of all persons' full and titled names: none of them alone is a place for a gazetteer's sake."""
    full = (e for e in entities if e.label == "PERSON" and (size(e) > 1 or e.rule == "title"))
    return frozenset(low for e in full for low in words.lows[e.first : e.last])


def may_be_place(
    words: Words,
    run: tuple[int, int],
    persons: frozenset[str],
    table: NamingTable,
    common: Callable[[str], bool],
) -> bool:
    """Say whether a gazetteer is asked for a run: no calendar word, title, common word or person's name."""
    first, last = run
    lows = words.lows[first:last]
    if any(low.rstrip(".") in table.calendar or low in table.peoples for low in lows):
        return False
    if last - first > 1:
        return lows[0].rstrip(".") not in table.titles
    low = lows[0].rstrip(".")
    generic = low in table.notions or low in table.institutions or low in table.titles or low in table.soft_titles
    return not generic and low not in persons and low not in words.plain and not common(low)

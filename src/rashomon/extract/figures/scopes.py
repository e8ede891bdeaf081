"""Totals, parts and additions: "16 people, including six children", "three of them", "two more"."""

from dataclasses import dataclass, replace

from rashomon.extract.figures.numbers import Words
from rashomon.extract.parts import FoundFigure
from rashomon.records import Scope

_MODIFIERS = frozenset({"DET", "ADV"})


def settle_scopes(words: Words, first: int, figures: list[FoundFigure]) -> list[FoundFigure]:
    """Mark parts and additions among the figures of a sentence that begins at token `first`.

    A part counts what its total counts: it takes over the total's noun, so that who is told to be killed is so of both.
    """
    settled: list[FoundFigure] = []
    for found in figures:
        settled.append(_settle(words, first, _spot(words, found), settled))
    return settled


@dataclass(frozen=True, slots=True)
class _Spot:
    """A figure with its tokens: `first` to `end` (exclusive)."""

    first: int
    end: int
    found: FoundFigure


def _spot(words: Words, found: FoundFigure) -> _Spot:
    tokens, first, end = words.annotated.tokens, found.number, found.number + 1
    while first > 0 and tokens[first - 1].start >= found.figure.start:
        first -= 1
    while end < words.last and tokens[end].end <= found.figure.end:
        end += 1
    return _Spot(first, end, found)


def _settle(words: Words, first: int, spot: _Spot, before: list[FoundFigure]) -> FoundFigure:
    found, total = spot.found, _total(words, first, spot, before)
    if total is not None:
        return _as_part(words, found, total)
    if found.figure.scope is Scope.TOTAL and _is_addition(words, spot):
        return replace(found, figure=replace(found.figure, scope=Scope.ADDITION))
    return found


def _total(words: Words, first: int, spot: _Spot, before: list[FoundFigure]) -> FoundFigure | None:
    """Give the total that a figure is part of, if the words say that it is part of one."""
    totals = [one for one in before if one.figure.scope is not Scope.PART]
    if not totals or _is_value(words, spot.found) or _is_value(words, totals[-1]):
        return None
    if any(_ends_with(words, spot.first, phrase) for phrase in words.table.part_before):
        return totals[-1]
    if any(_begins_with(words, spot.end, phrase) for phrase in words.table.part_after):
        return totals[-1]
    return totals[0] if _heads_total(words, first, spot, totals) else None


def _is_value(words: Words, found: FoundFigure) -> bool:
    measure = words.table.measures.get(found.figure.measure)
    return measure is not None and measure.kind == "value"


def _ends_with(words: Words, index: int, phrase: tuple[str, ...]) -> bool:
    while index > 0 and words.annotated.tokens[index - 1].upos in _MODIFIERS:
        index -= 1
    first = index - len(phrase)
    return first >= 0 and all(words.low(first + offset) == word for offset, word in enumerate(phrase))


def _begins_with(words: Words, index: int, phrase: tuple[str, ...]) -> bool:
    return all(words.low(index + offset) == word for offset, word in enumerate(phrase))


def _heads_total(words: Words, first: int, spot: _Spot, totals: list[FoundFigure]) -> bool:
    """Read "of the 50 wounded, 12 ...": the total heads the sentence, and a comma parts it from the figure."""
    opened = words.low(first) in words.table.part_from and len(totals) == 1
    return opened and words.low(spot.first - 1) == ","


def _as_part(words: Words, found: FoundFigure, total: FoundFigure) -> FoundFigure:
    measure, told = found.figure.measure, words.table.measures.get(found.figure.measure)
    if told is not None and told.kind == "casualty":
        return found
    inherited = words.table.measures.get(total.figure.measure)
    if inherited is not None and (inherited.kind == "casualty" or not measure):
        measure = total.figure.measure
    noun = total.noun if total.noun is not None else total.number
    return replace(found, figure=replace(found.figure, measure=measure, scope=Scope.PART), noun=noun)


def _is_addition(words: Words, spot: _Spot) -> bool:
    if words.low(spot.end) in words.table.addition_after:
        return True
    return spot.first > 0 and words.low(spot.first - 1) in words.table.addition_before

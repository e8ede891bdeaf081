"""Texts that tell the past in its order: whether a text does, and the year that a yearless date of it belongs to."""

import re

from rashomon.extract.times.calendar import make_years
from rashomon.extract.times.resolve import Meant
from rashomon.extract.times.values import Between, Bounded, Fixed, Match, Shifted, Value, Weekday, Yearless
from rashomon.records import Annotated, Document, Grain

# A text tells the past when it names so many years before the one of its publication, and they prevail: fewer where
# nothing in it counts from the day of publication.
_NARRATIVE_YEARS = 5
_FEW_YEARS = 2
_YEARS_A_DAY = 3
# A lone year so far ahead is an outlook, not the story's next year.
_AHEAD_YEARS = 2
_HEADING_WORDS = 9
_OPENING_WORDS = 4
_YEAR_LINE = re.compile(r"^[ \t]*(1\d{3}|20\d{2})[ \t]*$", re.MULTILINE)
_COARSE = frozenset({Grain.YEAR, Grain.DECADE, Grain.RANGE})


def find_year_lines(text: str) -> tuple[tuple[int, Fixed], ...]:
    """Give (offset, year) of every line that holds a year alone: the chapters of a chronicle."""
    found = ((line.start(), make_years(int(line[1]), 1)) for line in _YEAR_LINE.finditer(text))
    return tuple((start, year) for start, year in found if year is not None)


def is_narrative(
    annotated: Annotated,
    matches: list[tuple[int, Match]],
    chapters: tuple[tuple[int, Fixed], ...],
    document: Document,
) -> bool:
    """Say whether a text tells a past of its own, so that "in March" is no March near publication."""
    years = [match.value.start.year for _, match in matches if isinstance(match.value, Fixed)]
    years += [year.start.year for _, year in chapters]
    near = sum(_is_near(match.value) and not _is_quoted(annotated, first) for first, match in matches)
    needed = max(_NARRATIVE_YEARS, near * _YEARS_A_DAY) if near else _FEW_YEARS
    if document.published is None or document.published.start is None:
        return len(years) > needed
    old = sum(year < document.published.start.year - 1 for year in years)
    return old > needed and old * 2 > len(years)


def _is_near(value: Value) -> bool:
    """Say whether a value counts from the day of publication."""
    return isinstance(value, Weekday) or (isinstance(value, Shifted) and not value.narrated)


def _is_quoted(annotated: Annotated, index: int) -> bool:
    start = annotated.tokens[index].start
    return any(quote.start <= start < quote.end for quote in annotated.quotes)


def is_heading(annotated: Annotated, index: int) -> bool:
    """Say whether a token stands in a short line without a full stop: "Campaign of 1905"."""
    sentence = annotated.sentences[annotated.tokens[index].sentence]
    last = annotated.tokens[sentence.last - 1]
    return sentence.last - sentence.first < _HEADING_WORDS and last.text not in {".", "!", "?"}


def told_after(value: Value, meant: Meant | None) -> Fixed | None:
    """Give the time that a following "the next day" counts from: not one that merely opens or bounds a stretch."""
    if meant is None or (isinstance(value, Bounded) and value.side != "to"):
        return None
    if meant.told is not None:
        return meant.told
    return None if meant.start is None or meant.end is None else Fixed(meant.start, meant.end, meant.grain)


class Story:
    """Where a narrative is: the time by which a yearless date is read.

    A day or a month moves it anywhere; a lone year only a little ahead, or where it stands as a heading.
    """

    def __init__(
        self, annotated: Annotated, chapters: tuple[tuple[int, Fixed], ...], matches: list[tuple[int, Match]]
    ) -> None:
        self._annotated = annotated
        self._chapters = list(chapters)
        self._matches = matches
        self._aside: Fixed | None = None
        self._era = next((match.value for _, match in matches if isinstance(match.value, Fixed)), None)

    def at(self, position: int) -> Fixed | None:
        """Give the time at which the story is when it comes to an expression.

        "January and February 1937" lends its year to the first.
        """
        first, match = self._matches[position]
        while self._chapters and self._chapters[0][0] < self._annotated.tokens[first].start:
            self._era = self._chapters.pop(0)[1]
        if isinstance(match.value, Yearless) and position + 1 < len(self._matches):
            start, following = self._matches[position + 1]
            if start == match.end + 1 and isinstance(following.value, Fixed):
                return make_years(following.value.start.year, 1)
        return self._era

    def go_on(self, told: Fixed | None, value: Value, first: int) -> None:
        """Take in the next time told, which stands at a token.

        A leap of years that nothing confirms is an aside ("by 2007 it had ..."), unless it opens its sentence.
        """
        heading = is_heading(self._annotated, first)
        if told is None or (isinstance(value, Between) and not heading):
            return
        sure = heading or self._opens(first) or self._era is None
        if sure or self._is_near(told, self._era) or self._is_near(told, self._aside):
            if sure or told.grain not in _COARSE or self._is_next(told):
                self._era = told
            self._aside = None
        else:
            self._aside = told

    def _opens(self, first: int) -> bool:
        sentence = self._annotated.sentences[self._annotated.tokens[first].sentence]
        return first - sentence.first < _OPENING_WORDS

    def _is_near(self, told: Fixed, other: Fixed | None) -> bool:
        return other is not None and abs(told.start.year - other.start.year) <= 1

    def _is_next(self, told: Fixed) -> bool:
        ahead = 0 if self._era is None else told.start.year - self._era.start.year
        return told.grain is Grain.YEAR and 0 < ahead <= _AHEAD_YEARS

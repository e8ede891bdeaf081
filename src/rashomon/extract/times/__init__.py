"""Times: every time expression of a document with the days that it means.

1. read: the grammar finds expressions and what they say (grammar, dates, relative).
2. look: does the sentence look back or ahead (tense).
3. resolve: what is said becomes days, counted from publication or from the time told before (resolve).
"""

from datetime import date, timedelta

from rashomon.extract.parts import FoundTime
from rashomon.extract.times.grammar import read_value
from rashomon.extract.times.line import Line
from rashomon.extract.times.resolve import Meant, Setting, resolve
from rashomon.extract.times.tense import find_look
from rashomon.extract.times.values import (
    Beside,
    Bounded,
    Fixed,
    Length,
    Match,
    Shifted,
    Value,
    Weekday,
    Window,
    Yearless,
    YearlessSeason,
)
from rashomon.extract.times.written import write_value
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Document, Grain, TimeBasis, TimeSpan

# A text tells the past when it names so many years before the one of its publication, and they prevail.
_NARRATIVE_YEARS = 5
_UNIT_GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR, "decade": Grain.DECADE}


def find_times(annotated: Annotated, document: Document, lexicon: Lexicon) -> tuple[FoundTime, ...]:
    """Find all time expressions of a document.

    A relative time of an undated document is found but stays unresolved (start, end and basis None), and so does a
    duration. A lone month, a weekday and their like mean the most recent one unless the sentence looks ahead.

    Args:
        annotated: the document as tokens.
        document: gives the day of publication.
        lexicon: words of times and numbers.

    Returns:
        The times in text order; they do not overlap.
    """
    matches = _read(annotated, lexicon)
    spoken = document.published.start if document.published is not None else None
    dateline = document.published is not None and document.published.basis is TimeBasis.DATELINE
    setting = Setting(
        spoken=spoken,
        basis=TimeBasis.DATELINE if dateline else TimeBasis.PUBLICATION,
        told=None,
        narrative=_is_narrative(matches, document),
        look="",
        windows=lexicon.times.windows,
    )
    return tuple(_resolve_all(annotated, matches, setting, lexicon))


def _read(annotated: Annotated, lexicon: Lexicon) -> list[tuple[int, Match]]:
    """Find (index of the first token, match) of all expressions."""
    lows = tuple([_low(token.text) for token in annotated.tokens])
    starts = lexicon.times.starts | lexicon.figures.words.keys()
    found: list[tuple[int, Match]] = []
    for sentence in annotated.sentences:
        line, index = Line(annotated, lows, sentence.last, lexicon.times, lexicon.figures), sentence.first
        while index < sentence.last:
            low = lows[index]
            match = read_value(line, index) if low in starts or low[0] in "0123456789'’" or "-" in low[3:6] else None
            if match is not None:
                found.append((index, match))
            index = index + 1 if match is None else match.end
    return found


def _low(text: str) -> str:
    return text.lower().rstrip(".") or text


def _is_narrative(matches: list[tuple[int, Match]], document: Document) -> bool:
    years = [match.value.start.year for _, match in matches if isinstance(match.value, Fixed)]
    if document.published is None or document.published.start is None:
        return len(years) > _NARRATIVE_YEARS
    old = sum(year < document.published.start.year - 1 for year in years)
    return old > _NARRATIVE_YEARS and old * 2 > len(years)


def _resolve_all(
    annotated: Annotated, matches: list[tuple[int, Match]], setting: Setting, lexicon: Lexicon
) -> list[FoundTime]:
    found, told = [], None
    for first, match in matches:
        head = _head(annotated, first, match.end)
        look = find_look(annotated, head, lexicon)
        here = Setting(setting.spoken, setting.basis, told, setting.narrative, look, setting.windows)
        meant = resolve(match.value, here)
        told = _told_after(match.value, meant) or told
        span = _span(annotated, first, match, meant, here)
        found.append(FoundTime(first, match.end, head, span, write_value(match.value, meant)))
    return found


def _told_after(value: Value, meant: Meant | None) -> Fixed | None:
    """Give the time that a following "the next day" counts from: not one that merely opens or bounds a stretch."""
    if meant is None or (isinstance(value, Bounded) and value.side != "to"):
        return None
    if meant.told is not None:
        return meant.told
    return None if meant.start is None or meant.end is None else Fixed(meant.start, meant.end, meant.grain)


def _head(annotated: Annotated, first: int, end: int) -> int:
    """Give the token whose head lies outside the expression: the syntactic head."""
    for index in range(first, end):
        head = annotated.tokens[index].head
        if (not first <= head < end or head == index) and annotated.tokens[index].upos not in {"ADP", "PUNCT", "DET"}:
            return index
    return end - 1


def _span(annotated: Annotated, first: int, match: Match, meant: Meant | None, setting: Setting) -> TimeSpan:
    words = annotated.words(first, match.end)
    if meant is None:
        return TimeSpan(None, None, _grain_of(match.value), None, words)
    end = meant.end
    if setting.spoken is not None and end is not None and meant.start is not None and setting.look != "ahead":
        following = setting.spoken + timedelta(days=1)
        end = following if meant.start < following < end else end
    return TimeSpan(meant.start, end, meant.grain, meant.basis, words, _anchor_day(meant, setting))


def _anchor_day(meant: Meant, setting: Setting) -> date | None:
    if meant.basis in {TimeBasis.PUBLICATION, TimeBasis.DATELINE}:
        return setting.spoken
    return setting.told.start if meant.basis is TimeBasis.NARRATED and setting.told is not None else None


def _grain_of(value: Value) -> Grain:
    match value:
        case Yearless(first=None):
            return Grain.MONTH
        case YearlessSeason():
            return Grain.SEASON
        case Yearless() | Weekday():
            return Grain.DAY
        case Length() | Shifted() | Window() | Beside():
            return _UNIT_GRAINS.get(value.unit, Grain.RANGE)
        case _:
            return Grain.RANGE

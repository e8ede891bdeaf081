"""Times: every time expression of a document with the days that it means.

1. read: the grammar finds expressions and what they say (grammar, dates, relative).
2. look: does the sentence look back or ahead (tense).
3. resolve: what is said becomes days, counted from publication or from the time told before (resolve).
"""

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date, timedelta

from rashomon.extract.parts import FoundTime
from rashomon.extract.times.grammar import read_value
from rashomon.extract.times.line import Line
from rashomon.extract.times.narrative import Story, find_year_lines, is_narrative, told_after
from rashomon.extract.times.resolve import Meant, Setting, resolve
from rashomon.extract.times.tense import find_look
from rashomon.extract.times.values import (
    Aside,
    Beside,
    Fixed,
    Length,
    Match,
    Shifted,
    Value,
    Weekday,
    Window,
    Yearless,
    YearlessSeason,
    is_brief,
    is_then,
    tells_day,
)
from rashomon.extract.times.written import write_value
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Document, Grain, TimeBasis, TimeSpan

_UNIT_GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR, "decade": Grain.DECADE}
_NEAR = 2  # sentences back to which "since then" reaches


def find_times(annotated: Annotated, document: Document, lexicon: Lexicon) -> tuple[FoundTime, ...]:
    """Find all times of a document that may date what happens.

    A relative time of an undated document is found but stays unresolved (start, end and basis None). A lone month, a
    weekday and their like mean the most recent one unless the sentence looks ahead.

    Args:
        annotated: the document as tokens.
        document: gives the day of publication.
        lexicon: words of times and numbers.

    Returns:
        The times in text order; they do not overlap.
    """
    found = find_expressions(annotated, document, lexicon)
    return tuple(time for time, value in found if tells_day(value) and (time.span.resolved or not is_brief(value)))


def find_expressions(annotated: Annotated, document: Document, lexicon: Lexicon) -> tuple[tuple[FoundTime, Value], ...]:
    """Find all expressions of time, those too that date nothing: lengths, "now", "every week", a bare time of day.

    Args:
        annotated: the document as tokens.
        document: gives the day of publication.
        lexicon: words of times and numbers.

    Returns:
        The expressions in text order with what they say; they do not overlap.
    """
    matches = _read(annotated, lexicon)
    spoken = document.published.start if document.published is not None else None
    dateline = document.published is not None and document.published.basis is TimeBasis.DATELINE
    chapters = find_year_lines(annotated.text)
    setting = Setting(
        spoken=spoken,
        basis=TimeBasis.DATELINE if dateline else TimeBasis.PUBLICATION,
        told=None,
        narrative=is_narrative(annotated, matches, chapters, document),
        look="",
        windows=lexicon.times.windows,
    )
    return tuple(_resolve_all(annotated, matches, chapters, setting, lexicon))


def _read(annotated: Annotated, lexicon: Lexicon) -> list[tuple[int, Match]]:
    """Find (index of the first token, match) of all expressions."""
    lows = tuple([_low(token.text) for token in annotated.tokens])
    starts = lexicon.times.starts | lexicon.figures.words.keys() | lexicon.figures.before.keys()
    articles, inner = lexicon.times.articles, lexicon.times.length_adjectives
    found: list[tuple[int, Match]] = []
    for sentence in annotated.sentences:
        line, index = Line(annotated, lows, sentence.last, lexicon.times, lexicon.figures), sentence.first
        while index < sentence.last:
            low, match = lows[index], None
            if _may_start(low, starts):
                behind = line.low(index + 1)
                if low not in articles or behind in inner or (behind and _may_start(behind, starts)):
                    match = read_value(line, index)
            if match is not None:
                found.append((index, match))
            index = index + 1 if match is None else match.end
    return found


def _may_start(low: str, starts: Set[str]) -> bool:
    return low in starts or low[0] in "0123456789'’‘" or "-" in low[3:9]


def _low(text: str) -> str:
    return text.lower().rstrip(".") or text


def _resolve_all(
    annotated: Annotated,
    matches: list[tuple[int, Match]],
    chapters: tuple[tuple[int, Fixed], ...],
    setting: Setting,
    lexicon: Lexicon,
) -> Iterator[tuple[FoundTime, Value]]:
    story = Story(annotated, chapters, matches)
    told: Fixed | None = None
    told_in = -1
    for position, (first, match) in enumerate(matches):
        head = _head(annotated, first, match.end)
        sentence, look = annotated.tokens[first].sentence, find_look(annotated, head, lexicon)
        near = None if is_then(match.value) and sentence - told_in > _NEAR else told
        here = replace(setting, told=near, told_here=told_in == sentence, era=story.at(position), look=look)
        meant = resolve(match.value, here)
        after = told_after(match.value, meant)
        if after is not None and not isinstance(match.value, Aside) and not _holds(after, told):
            told, told_in = after, sentence
        story.go_on(after, match.value, first)
        span = _span(annotated, first, match, meant, here)
        yield FoundTime(first, match.end, head, span, write_value(match.value, meant)), match.value


def _holds(wider: Fixed, told: Fixed | None) -> bool:
    """Say whether a time only tells the month or year of the day told before ("the third this month")."""
    inside = told is not None and wider.start <= told.start and told.end <= wider.end
    return inside and told is not None and told.grain is Grain.DAY and wider.grain is not Grain.DAY


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
        case Length() | Shifted() | Window() | Beside() | Aside():
            return _UNIT_GRAINS.get(value.unit, Grain.RANGE)
        case _:
            return Grain.RANGE

"""What a page says of itself: title, author, and the day of publication with what it rests on. Never a guess."""

import re
from collections.abc import Iterator
from datetime import date

from rashomon.ingest.alone import HeadTables
from rashomon.ingest.days import FoundDay, find_days, settle_day, year_for
from rashomon.ingest.headers import HEADER, find_headers
from rashomon.ingest.lines import Line
from rashomon.ingest.openings import Opening, find_bulletin_day, find_stated_day, without_day
from rashomon.ingest.page import Page
from rashomon.ingest.stamps import day_span
from rashomon.ingest.trouble import make_issue
from rashomon.ingest.zones import Zoned
from rashomon.lexicon.furniture import Furniture
from rashomon.records import Grain, Issue, TimeBasis, TimeSpan, ZoneKind

# How much of a page is searched for evidence on an ambiguous day.
_EVIDENCE = 20_000
_HEADER = 800
_TITLES = 3
_LEAD = re.compile(
    r"^(?:(?:posted |published |submitted |written |reported |report )?by|authors?|"
    r"from our (?:special )?correspondent)\s*:?\s+",
    re.IGNORECASE,
)
_NAMES = re.compile(r"^(.{3,80}?)(?:\s*[|–—(]|\s+-\s|,? (?:in|for|at|of|on|is|was|reports?|writes?)\b|, (?!and\b)|$)")


def find_title(text: str, zoned: Zoned) -> str | None:
    """Give the first headline, white space folded, or None."""
    zone = next((zone for zone in zoned.zones if zone.kind is ZoneKind.HEADLINE and zone.rule != "subhead"), None)
    return None if zone is None else " ".join(text[zone.start : zone.end].split()).strip("#*_ ") or None


def find_byline(text: str, zoned: Zoned) -> str | None:
    """Give the author's name without "By" and what follows the name, or None."""
    for zone in zoned.zones:
        if zone.kind is ZoneKind.BYLINE:
            printed = " ".join(text[zone.start : zone.end].split())
            after = re.split(r"(?i)\b(?:by|authors?|written by)\s*:?\s+(?=[A-Z])", printed, maxsplit=1)[-1]
            found = _NAMES.match(_LEAD.sub("", after))
            return found[1].strip(" ,") if found else None
    return None


def find_published(
    page: Page, zoned: Zoned, tables: HeadTables, country: str | None
) -> tuple[TimeSpan | None, tuple[Issue, ...]]:
    """Find the day that was stated beside the page, or that the page states itself.

    The page's own words are read in this order: a line of its own, beside the author, fused to the text, the dateline.
    A month or a year alone is no day: everything after would count relative days from its first one.

    Args:
        page: the text, its name, and what was stated beside it.
        zoned: its zones.
        tables: words and register.
        country: country of the outlet, which may tell the order of day and month, or None.

    Returns:
        The day with its basis and the Issues met; None with the Issue `document-undated` where nothing states one.
    """
    stated = page.published
    if stated is not None and stated.grain is Grain.DAY:
        return stated, ()
    name = page.name
    ambiguous: list[Issue] = []
    for day, basis in _candidates(zoned, page.text, tables):
        settled = settle_day(day, page.text[:_EVIDENCE], tables.furniture, country)
        if settled is None and not day.options:
            settled = year_for(day.month, day.day, _head(page.text, zoned), tables.furniture)
        if settled is not None and _lies_in(settled, stated):
            return day_span(settled, basis, day.text), ()
        ambiguous.extend(() if settled is not None else (_unsettled(name, day),))
    return None, (*ambiguous, make_issue("document-undated", name, _undated(name, stated, zoned, tables)))


def _head(text: str, zoned: Zoned) -> str:
    """Give what stands above the report: a year told in the report is not the year of its publication."""
    first = next((zone.start for zone in zoned.zones if zone.kind is ZoneKind.BODY), len(text))
    return text[: min(first, _HEADER)]


def _lies_in(day: date, stated: TimeSpan | None) -> bool:
    """Say whether a day lies in the month or year that was stated beside the page."""
    return stated is None or stated.start is None or stated.end is None or stated.start <= day < stated.end


def _undated(name: str, stated: TimeSpan | None, zoned: Zoned, tables: HeadTables) -> str:
    month = (
        stated.text
        if stated is not None
        else next((header.month for header in find_headers(zoned.lines, zoned.kinds, tables) if header.month), "")
    )
    known = f"only {month!r}, no day," if month else "nothing in it"
    return f"{name}: {known} says when it was published; relative days stay open: state published in sources.csv"


def _unsettled(name: str, day: FoundDay) -> Issue:
    if day.options:
        both = " or ".join(option.isoformat() for option in day.options)
        message = f"the day {day.text!r} of {name} may be {both}; state published in sources.csv"
        return make_issue("date-ambiguous", name, message)
    message = f"the day {day.text!r} of {name} has no year; state published in sources.csv"
    return make_issue("date-without-year", name, message)


def _candidates(zoned: Zoned, text: str, tables: HeadTables) -> Iterator[tuple[FoundDay, TimeBasis]]:
    """Give the days that may be the day of publication, the surest first; an update's day comes last."""
    updates: list[FoundDay] = []
    furniture = tables.furniture
    for line, kind in zip(zoned.lines, zoned.kinds, strict=True):
        if kind.rule in {"stated-day", HEADER} or kind.zone is ZoneKind.BYLINE:
            day = _day_of(line, furniture) if kind.rule != HEADER else next(find_days(line.text, furniture), None)
            if day is not None and _is_update(line, furniture):
                updates.append(day)
            elif day is not None:
                yield day, TimeBasis.STATED
    yield from _opening_days(zoned)
    titles = [line for line, kind in zip(zoned.lines, zoned.kinds, strict=True) if kind.zone is ZoneKind.HEADLINE]
    bulletins = (find_bulletin_day(line, furniture) for line in titles[:_TITLES])
    yield from ((day, TimeBasis.STATED) for day in (*bulletins, *updates) if day is not None)


def _day_of(line: Line, furniture: Furniture) -> FoundDay | None:
    from_line = find_stated_day(line, furniture)
    if from_line is not None or without_day(line, furniture) == line.text:
        return from_line
    return next((day for day in find_days(line.text, furniture) if day.options), None)


def _opening_days(zoned: Zoned) -> Iterator[tuple[FoundDay, TimeBasis]]:
    opening: Opening | None = zoned.opening
    if opening is not None and opening.day is not None:
        yield opening.day, TimeBasis.DATELINE if opening.rule == "dateline" else TimeBasis.STATED
    if zoned.stamp is not None:
        yield zoned.stamp, TimeBasis.STATED


def _is_update(line: Line, furniture: Furniture) -> bool:
    return any(line.text.lower().startswith(word) for word in furniture.updated_words)

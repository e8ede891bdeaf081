"""Finds calendar days in a page's header and says which day an ambiguous one is, if the page tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.lexicon.furniture import Furniture

# A written day this close before publication speaks for it; later ones speak against.
_NEAR_DAYS = 10


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day as printed.

    Attributes:
        start: offset in the searched text.
        end: one past the last.
        text: the words.
        options: the days it may be: one if clear, two if day and month may be exchanged, none without a year.
        month: month number, or 0 if open.
        day: day of the month, or 0 if open.
    """

    start: int
    end: int
    text: str
    options: tuple[date, ...]
    month: int = 0
    day: int = 0


def find_days(text: str, furniture: Furniture) -> Iterator[FoundDay]:
    """Give every calendar day printed in a text, in order; impossible ones (31 June) are left out."""
    for found in furniture.day.finditer(text):
        day = _read(found, furniture)
        if day is not None:
            yield day


def settle_day(day: FoundDay, text: str, furniture: Furniture, country: str | None = None) -> date | None:
    """Choose between exchanged day and month by the page's other evidence.

    Other numeric days of the page that allow one order only decide first; then the side on which more written-out days
    of the page lie close before; then the custom of the outlet's country.

    Args:
        day: a found day with a year.
        text: the page, or its first part.
        furniture: the page language.
        country: ISO 3166-1 alpha-2 of the outlet's seat, or None.

    Returns:
        The day, or None if the page does not tell.
    """
    if len(day.options) < 2:
        return day.options[0] if day.options else None
    orders = {_order(found) for found in furniture.day.finditer(text)} - {None}
    if len(orders) == 1:
        return day.options[0 if orders == {"day"} else 1]
    near = [_support(option, text, furniture) for option in day.options]
    if near[0] == near[1]:
        return None if country is None or country in furniture.month_first else day.options[0]
    return day.options[0 if near[0] > near[1] else 1]


def year_for(month: int, day: int, text: str, furniture: Furniture) -> date | None:
    """Give the year to a day without one by another day or a release number near it in the page's header.

    Returns:
        The day, or None if the header names no fitting year or two.
    """
    stated = {(option.year, option.month) for found in find_days(text, furniture) for option in found.options}
    stated |= {(int(found[1]), int(found[2])) for found in _RELEASE.finditer(text)}
    days = {
        candidate
        for year, other in stated
        for candidate in _days_of((year - 1, year, year + 1), month, day)
        if abs((candidate.year - year) * 12 + candidate.month - other) <= 1
    }
    return days.pop() if len(days) == 1 else None


_RELEASE = re.compile(r"\b((?:19|20)\d\d)[-/](0[1-9]|1[0-2])(?:[-/][A-Z]{1,3}[-/]\d+|\b(?![-/]?\d))")


def _days_of(years: tuple[int, ...], month: int, day: int) -> Iterator[date]:
    for year in years:
        made = _make(year, month, day)
        if made is not None:
            yield made


def _read(found: re.Match[str], furniture: Furniture) -> FoundDay | None:
    if found["y3"]:
        options = _options(found["y3"], found["n3"], found["e3"])
    elif found["y4"]:
        # Written day first in most of the world, month first in some: both stay open.
        options = _by_weekday(_both(found), found["weekday"], furniture)
    else:
        return _worded(found, furniture)
    return FoundDay(found.start(), found.end(), found[0], options) if options else None


def _worded(found: re.Match[str], furniture: Furniture) -> FoundDay | None:
    first = found["m1"] is not None
    month = furniture.months[(found["m1"] if first else found["m2"]).lower()]
    day = int(found["d1"] if first else found["d2"])
    year = found["y1"] if first else found["y2"] or found["y5"]
    if _make(2024, month, day) is None:
        return None
    options = () if year is None else _options(year, str(month), str(day))
    return FoundDay(found.start(), found.end(), found[0], options, month, day)


def _both(found: re.Match[str]) -> tuple[date, ...]:
    made = (*_options(found["y4"], found["b4"], found["a4"]), *_options(found["y4"], found["a4"], found["b4"]))
    return tuple(dict.fromkeys(made))


def _by_weekday(options: tuple[date, ...], word: str | None, furniture: Furniture) -> tuple[date, ...]:
    """Keep the option that falls on the weekday printed beside it, if one does."""
    if word is None:
        return options
    fitting = tuple(option for option in options if option.weekday() == furniture.weekdays[word.lower()])
    return fitting or options


def _options(year: str, month: str, day: str) -> tuple[date, ...]:
    made = _make(int(year), int(month), int(day))
    return () if made is None else (made,)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _order(found: re.Match[str]) -> str | None:
    """Say which order a numeric day proves, if any."""
    if not found["y4"]:
        return None
    first, second = int(found["a4"]), int(found["b4"])
    if (first > 12) == (second > 12):
        return None
    return "day" if first > 12 else "month"


def _support(option: date, text: str, furniture: Furniture) -> int:
    """Count the written-out days of a page that lie close before an option, in its year where none is said."""
    return sum(
        timedelta(0) <= option - day <= timedelta(_NEAR_DAYS)
        for found in find_days(text, furniture)
        if found.month
        for day in (found.options or tuple(_days_of((option.year,), found.month, found.day)))
    )

"""Rules for days, months and weekdays by name or number."""

import re

from rashomon.extract.times.calendar import make_day, make_days, make_month
from rashomon.extract.times.clock import with_daypart
from rashomon.extract.times.line import Line, read_ordinal
from rashomon.extract.times.values import Match, Value, Weekday, Yearless
from rashomon.extract.times.years import read_year_number

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_DAYS = re.compile(r"(\d{1,2})[-–](\d{1,2})$")


def read_numeric(line: Line, index: int) -> Match | None:
    """Read "2021-08-20", "24.08.2021", "20/08/2021"; a day that may also be a month is left alone."""
    text, start = line.annotated.text, line.token(index).start
    if found := _YEAR_FIRST.match(text, start):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _YEAR_LAST.match(text, start):
        year, day, month = int(found[4]), int(found[1]), int(found[3])
        if found[2] != "." and day <= 12 and month <= 12 and day != month:
            return None
        day, month = (month, day) if month > 12 else (day, month)
    else:
        return None
    end, value = line.token_end(found.end(), index), make_day(year, month, day)
    return Match(end, value) if end is not None and value is not None else None


def read_date(line: Line, index: int) -> Match | None:
    """Read a date with the month by name: days, month, year in any order, with or without the weekday."""
    behind = index
    if line.low(index) in line.times.weekdays:
        behind = line.skip(line.skip(index + 1, frozenset({","})), line.times.articles)
    if line.low(behind) in line.times.months:
        return _month_first(line, behind)
    return _day_first(line, line.skip(behind, line.times.articles))


def _month_first(line: Line, index: int) -> Match | None:
    if not line.token(index).text[0].isupper() or line.label(index) == "PERSON":
        return None
    month = line.times.months[line.low(index)]
    days = _read_days(line, line.skip(index + 1, line.times.articles))
    if days is None:
        year = read_year_number(line, line.skip(index + 1, line.times.year_links))
        if year is not None:
            return Match(year[0], make_month(year[1], month))
        return Match(index + 1, Yearless(month)) if _is_month(line, index) else None
    return _with_year(line, days[0], month, days[1], days[2])


def _day_first(line: Line, index: int) -> Match | None:
    days = _read_days(line, index)
    if days is None:
        return None
    month = line.skip(days[0], line.times.of_words)
    if line.low(month) not in line.times.months or not line.token(month).text[0].isupper():
        return None
    return _with_year(line, month + 1, line.times.months[line.low(month)], days[1], days[2])


def _with_year(line: Line, index: int, month: int, first: int, last: int) -> Match | None:
    year = read_year_number(line, line.skip(index, line.times.year_links))
    if year is None:
        return Match(index, Yearless(month, first, last))
    days = make_days(year[1], month, first, last)
    return Match(year[0], days) if days is not None else None


def _is_month(line: Line, index: int) -> bool:
    """Say whether a lone month word is a month."""
    low, before = line.low(index), line.low(index - 1)
    if low not in line.times.doubtful_months:
        return True
    is_name = line.token(index).upos not in {"VERB", "AUX"}
    if before in line.times.articles and line.token(index + 1).upos in {"ADP", "PART"}:
        return False
    return is_name and (before in line.times.prepositions or before in line.times.shifts)


def _read_days(line: Line, index: int) -> tuple[int, int, int] | None:
    """Read the days of a month: (index behind them, first, last)."""
    if both := _DAYS.match(line.low(index)):
        return index + 1, int(both[1]), int(both[2])
    first = _day_number(line, index)
    if first is None or line.counts(index):
        return None
    end, last = index + 1, first
    while line.low(end) in line.times.joiners or line.low(end) == ",":
        listed = line.low(end) == "," and line.low(end + 1) in line.times.joiners
        if listed and last == first:
            break
        behind = line.skip(end + 2 if listed else end + 1, line.times.articles)
        following = _day_number(line, behind)
        if following is None or following <= last or line.counts(behind) or _begins_date(line, behind, end):
            break
        end, last = behind + 1, following
    return end, first, last


def _begins_date(line: Line, index: int, joiner: int) -> bool:
    """Say whether a number behind a comma begins something else ("on 5 May, 12 men ...")."""
    return line.low(joiner) == "," and line.low(index + 1) not in (line.times.months.keys() | line.times.joiners)


def _day_number(line: Line, index: int) -> int | None:
    low = line.low(index)
    number = int(low) if low.isdigit() and len(low) <= 2 else read_ordinal(line, index)
    if number is not None:
        return number if 1 <= number <= 31 else None
    return line.times.ordinals.get(low) if line.token(index).text.islower() else None


def read_weekday(line: Line, index: int) -> Match | None:
    """Read a day of the week, with the part of the day behind it."""
    low = line.low(index)
    day = line.times.weekdays.get(low)
    if day is None or not line.token(index).text[0].isupper():
        return None
    if low in line.times.doubtful_weekdays and line.low(index + 1) != ",":
        return None
    if line.label(index) in {"PERSON", "ORG"} and _is_named(line, index):
        return None
    return with_daypart(line, index + 1, Weekday(day))


def _is_named(line: Line, index: int) -> bool:
    """Say whether a name's other words stand around a weekday ("Ruby Tuesday"); a common noun is none."""
    entity = line.annotated.entity_at[index]
    beside = (other for other in (index - 1, index + 1) if 0 <= other < line.last)
    return any(line.annotated.entity_at[o] == entity and line.token(o).text[0].isupper() for o in beside)


def read_holiday(line: Line, index: int) -> Match | None:
    """Read "Christmas Eve", "New Year's Day 2015": a day of the year by its name."""
    for phrase, (month, day) in line.times.holidays.get(line.low(index), ()):
        if all(line.low(index + offset) == word for offset, word in enumerate(phrase)):
            return _with_year(line, index + len(phrase), month, day, day)
    return None


def month_of(line: Line, low: str, year: tuple[int, int] | None) -> Value:
    """Give the month of a name, of the year read behind it or without one."""
    month = line.times.months[low]
    return Yearless(month) if year is None else make_month(year[1], month)

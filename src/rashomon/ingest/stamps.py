"""Reads a date written for machines (a sidecar, page markup, JSON): ISO 8601 or an e-mail date, to UTC days."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from rashomon.records import Grain, TimeBasis, TimeSpan

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?$")


def read_stamp(text: str, basis: TimeBasis) -> TimeSpan | None:
    """Read a date or a timestamp; a timestamp with a zone gives its UTC day, one without the day it names.

    Args:
        text: "2021-08-20", "2021-08-20T18:01:00+01:00", "Fri, 20 Aug 2021 17:01:00 GMT", "2021-08" or "2021".
        basis: where it was found.

    Returns:
        The day (or month, or year), or None if the words are no such date.
    """
    text = text.strip()
    coarse = _MONTH.match(text)
    if coarse:
        return _coarse(text, int(coarse[1]), coarse[2], basis)
    moment = _moment(text)
    if moment is None:
        return None
    day = moment.astimezone(UTC).date() if moment.tzinfo else moment.date()
    return day_span(day, basis, text)


def day_span(day: date, basis: TimeBasis, text: str) -> TimeSpan:
    """Make the span of one day."""
    return TimeSpan(day, day + timedelta(days=1), Grain.DAY, basis, text)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _coarse(text: str, year: int, month: str | None, basis: TimeBasis) -> TimeSpan | None:
    try:
        start = date(year, int(month or 1), 1)
    except ValueError:
        return None
    if month is None:
        return TimeSpan(start, date(year + 1, 1, 1), Grain.YEAR, basis, text)
    after = date(year + start.month // 12, start.month % 12 + 1, 1)
    return TimeSpan(start, after, Grain.MONTH, basis, text)

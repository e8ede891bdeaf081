"""The value of a time in the writing of TIMEX2 and TIMEX3 (ISO 8601 with the extensions of TimeML)."""

from datetime import date, timedelta

from rashomon.extract.times.resolve import Meant
from rashomon.extract.times.values import (
    Aside,
    Between,
    Clocked,
    Fixed,
    Length,
    Part,
    Shifted,
    Unplaced,
    Value,
    Window,
    Yearless,
)
from rashomon.records import Grain

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE"}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_CENTURY_DAYS = 36_000


def write_value(value: Value, meant: Meant | None) -> str:  # noqa: PLR0911 - one return a kind of value
    """Write the value: "2021-08-20", "2021-W33", "2021-08", "2021-SP", "2021", "198", "P3D"; "" if unknown."""
    if isinstance(value, Length | Window):
        return write_length(value.unit, value.amount)
    if isinstance(value, Aside):
        return write_length(value.unit, abs(value.amount))
    if isinstance(value, Unplaced):
        return value.written
    if meant is None:
        return _write_unknown(value)
    if meant.start is not None and meant.end is not None:
        if isinstance(value, Between):
            return f"{_write_end(value.first, meant.start)}/{_write_end(value.last, meant.end - timedelta(days=1))}"
        if _tells_days(value):
            return f"{meant.start.isoformat()}/{(meant.end - timedelta(days=1)).isoformat()}"
    if meant.told is not None:
        return write_day(meant.told.start, meant.told.grain, meant.told.end) + meant.code
    return "" if meant.start is None else write_day(meant.start, meant.grain, meant.end) + meant.code


def _write_unknown(value: Value) -> str:
    if isinstance(value, Between) and isinstance(value.first, Unplaced) and isinstance(value.last, Unplaced):
        return f"{value.first.written}/{value.last.written}"
    if isinstance(value, Shifted) and value.amount is None:
        return write_length(value.unit, None)
    return f"XXXX-XX-XXT{value.code}" if isinstance(value, Clocked) else ""


def _tells_days(value: Value) -> bool:
    """Say whether several days of one month are told, each by its number."""
    if isinstance(value, Yearless):
        return value.last not in {None, value.first}
    return isinstance(value, Fixed) and value.grain is Grain.RANGE and (value.end - value.start).days < 31


def _write_end(value: Value, day: date) -> str:
    """Write one end of a range in the grain in which it was told."""
    match value:
        case Fixed():
            return write_day(value.start, value.grain, value.end)
        case Yearless(first=None):
            return write_day(day, Grain.MONTH)
        case Part():
            return _write_end(value.whole, day)
        case Unplaced():
            return value.written
        case _:
            return day.isoformat()


def write_day(start: date, grain: Grain, end: date | None = None) -> str:  # noqa: PLR0911 - one case a grain
    """Write the calendar unit of a grain that begins on a day."""
    match grain:
        case Grain.DAY:
            return start.isoformat()
        case Grain.RANGE:
            return _write_range(start, end)
        case Grain.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year:04}-W{week:02}"
        case Grain.MONTH:
            return f"{start.year:04}-{start.month:02}"
        case Grain.SEASON:
            year = start.year + 1 if start.month == 12 else start.year
            return f"{year:04}-{SEASONS.get(start.month, 'SU')}"
        case Grain.YEAR:
            return f"{start.year:04}"
        case Grain.DECADE:
            return f"{start.year // 10:03}"


def _write_range(start: date, end: date | None) -> str:
    """Write a century, a weekend, or the first day of another stretch."""
    days = 0 if end is None else (end - start).days
    if days > _CENTURY_DAYS:
        return f"{start.year // 100:02}"
    if days == 2 and start.isoweekday() == 6:
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}-WE"
    return start.isoformat()


def write_length(unit: str, amount: float | None) -> str:
    """Write a length: "P3D", "PT24H", "P2.5Y", "PXM" where the number is vague."""
    number = "X" if amount is None else f"{amount * 2 if unit == 'fortnight' else amount:g}"
    if unit in _CLOCK:
        return f"PT{number}{_CLOCK[unit]}"
    return f"P{number}{'W' if unit == 'fortnight' else _LETTERS.get(unit, 'X')}"

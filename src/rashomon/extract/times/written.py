"""The value of a time in the writing of TIMEX2 and TIMEX3 (ISO 8601 with the extensions of TimeML)."""

from datetime import date, timedelta

from rashomon.extract.times.resolve import Meant
from rashomon.extract.times.values import Between, Fixed, Length, Part, Shifted, Value, Window, Yearless
from rashomon.records import Grain

_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}
_CLOCK = {"hour": "H", "minute": "M"}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def write_value(value: Value, meant: Meant | None) -> str:
    """Write the value: "2021-08-20", "2021-W33", "2021-08", "2021-SP", "2021", "198", "P3D"; "" if unknown."""
    if isinstance(value, Length | Window):
        return _write_length(value.unit, value.amount)
    if isinstance(value, Between) and meant is not None and meant.start is not None and meant.end is not None:
        return f"{_write_end(value.first, meant.start)}/{_write_end(value.last, meant.end - timedelta(days=1))}"
    if meant is None:
        return _write_length(value.unit, value.amount) if isinstance(value, Shifted) and value.amount is None else ""
    if meant.told is not None:
        return write_day(meant.told.start, meant.told.grain)
    return "" if meant.start is None else write_day(meant.start, meant.grain)


def _write_end(value: Value, day: date) -> str:
    """Write one end of a range in the grain in which it was told."""
    match value:
        case Fixed():
            return write_day(value.start, value.grain)
        case Yearless(first=None):
            return write_day(day, Grain.MONTH)
        case Part():
            return _write_end(value.whole, day)
        case _:
            return day.isoformat()


def write_day(start: date, grain: Grain) -> str:
    """Write the calendar unit of a grain that begins on a day."""
    match grain:
        case Grain.DAY | Grain.RANGE:
            return start.isoformat()
        case Grain.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year:04}-W{week:02}"
        case Grain.MONTH:
            return f"{start.year:04}-{start.month:02}"
        case Grain.SEASON:
            year = start.year + 1 if start.month == 12 else start.year
            return f"{year:04}-{_SEASONS.get(start.month, 'SU')}"
        case Grain.YEAR:
            return f"{start.year:04}"
        case Grain.DECADE:
            return f"{start.year // 10:03}"


def _write_length(unit: str, amount: int | None) -> str:
    number = "X" if amount is None else str(amount * 2 if unit == "fortnight" else amount)
    if unit in _CLOCK:
        return f"PT{number}{_CLOCK[unit]}"
    return f"P{number}{'W' if unit == 'fortnight' else _LETTERS.get(unit, 'X')}"

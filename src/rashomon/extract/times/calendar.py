"""Days and intervals of days: pure arithmetic of the Gregorian calendar, half-open."""

from calendar import monthrange
from datetime import date, timedelta

from rashomon.extract.times.values import Fixed
from rashomon.records import Grain

_WEEK = 7
_SATURDAY = 5
_FAR_DAYS = 100_000


def make_day(year: int, month: int, day: int) -> Fixed | None:
    """Give the day, or None where the calendar has none such."""
    return make_days(year, month, day, day)


def make_days(year: int, month: int, first: int, last: int) -> Fixed | None:
    """Give the days `first` to `last` (both included) of a month, or None where the calendar has none such."""
    if not (date.min.year < year < date.max.year and 1 <= month <= 12 and first <= last):
        return None
    if not (first >= 1 and last <= monthrange(year, month)[1]):
        return None
    end = date(year, month, last) + timedelta(days=1)
    return Fixed(date(year, month, first), end, Grain.DAY if first == last else Grain.RANGE)


def make_month(year: int, month: int) -> Fixed:
    """Give a whole month; months below 1 and above 12 count into the years beside."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return Fixed(date(year, month, 1), following, Grain.MONTH)


def make_season(year: int, first: int, last: int) -> Fixed:
    """Give the months `first` to `last`; where they cross a new year, `year` is the one in which they end."""
    begins = make_month(year - 1 if first > last else year, first)
    return Fixed(begins.start, make_month(year, last).end, Grain.SEASON)


def slice_of(year: int, number: int, count: int) -> Fixed:
    """Give the `number`th (1: first) of `count` equal parts of a year, in whole months."""
    months = 12 // count
    begins = make_month(year, (number - 1) * months + 1)
    return Fixed(begins.start, make_month(year, number * months).end, Grain.RANGE)


def make_years(year: int, count: int) -> Fixed | None:
    """Give `count` years from `year` on (1: a year, 10: a decade), or None outside the calendar."""
    if not date.min.year < year < date.max.year - count:
        return None
    grain = {1: Grain.YEAR, 10: Grain.DECADE}.get(count, Grain.RANGE)
    return Fixed(date(year, 1, 1), date(year + count, 1, 1), grain)


def shift_unit(day: date, unit: str, amount: int) -> Fixed | None:  # noqa: PLR0911 - one case a unit
    """Give the calendar unit that lies `amount` units from the one that holds `day`."""
    match unit:
        case "day":
            return _days(day, amount, 1, Grain.DAY)
        case "hour" | "minute":
            return _days(day, 0, 1, Grain.DAY)
        case "week":
            return _days(day - timedelta(days=day.weekday()), amount * _WEEK, _WEEK, Grain.WEEK)
        case "weekend":
            return _days(day + timedelta(days=_SATURDAY - day.weekday()), amount * _WEEK, 2, Grain.RANGE)
        case "fortnight":
            return _days(day - timedelta(days=day.weekday()), amount * 2 * _WEEK, 2 * _WEEK, Grain.RANGE)
        case "month":
            return _month_away(day, amount)
        case "year":
            return make_years(day.year + amount, 1)
        case "decade":
            return make_years(day.year // 10 * 10 + amount * 10, 10)
        case _:
            return make_years((day.year - 1) // 100 * 100 + 1 + amount * 100, 100)


def step(day: date, unit: str, amount: int) -> date | None:
    """Give the day that lies `amount` units from `day`, or None outside the calendar."""
    if unit in {"hour", "minute"}:
        return day
    if unit in {"day", "week", "weekend", "fortnight"}:
        length = {"day": 1, "week": _WEEK, "weekend": _WEEK, "fortnight": 2 * _WEEK}[unit]
        found = _days(day, amount * length, 1, Grain.DAY)
        return None if found is None else found.start
    months = amount * {"month": 1, "year": 12, "decade": 120}.get(unit, 1200)
    if not 12 < day.year * 12 + months < (date.max.year - 1) * 12:
        return None
    month = make_month(day.year, day.month + months)
    return min(month.start + timedelta(days=day.day - 1), month.end - timedelta(days=1))


def third_of(whole: Fixed, third: str) -> Fixed:
    """Give the first, middle or last third of an interval."""
    length = (whole.end - whole.start).days
    cuts = {"first": (0, length / 3), "middle": (length / 3, 2 * length / 3), "last": (2 * length / 3, length)}
    begin, end = (round(cut) for cut in cuts[third])
    return Fixed(whole.start + timedelta(days=begin), whole.start + timedelta(days=max(end, begin + 1)), Grain.RANGE)


def _days(day: date, away: int, length: int, grain: Grain) -> Fixed | None:
    if abs(away) > _FAR_DAYS or not _FAR_DAYS < day.toordinal() < date.max.toordinal() - _FAR_DAYS - length:
        return None
    start = day + timedelta(days=away)
    return Fixed(start, start + timedelta(days=length), grain)


def _month_away(day: date, amount: int) -> Fixed | None:
    if not 12 < day.year * 12 + amount < (date.max.year - 1) * 12:
        return None
    return make_month(day.year, day.month + amount)

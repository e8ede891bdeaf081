"""From what a time expression says to the days it means, given the day of speaking and the time told before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.extract.times import calendar
from rashomon.extract.times.values import (
    Aside,
    Beside,
    Between,
    Bounded,
    Clocked,
    Fixed,
    Length,
    Part,
    Shifted,
    Slice,
    ThatUnit,
    Then,
    Unplaced,
    Value,
    Weekday,
    Window,
    Yearless,
    YearlessSeason,
)
from rashomon.extract.times.yearless import Look, in_story, nearest, of_year
from rashomon.records import Grain, TimeBasis

# "The evening" and "the month" are those of a day told shortly before publication.
_CLOSE = timedelta(days=7)
_WITHIN_DAY = frozenset({"hour", "minute", "second"})


@dataclass(frozen=True, slots=True)
class Meant:
    """Days meant: an interval, either side open, and what it rests on.

    `told` is the calendar unit named where the interval is another one: the year of "early 2021", of "since 2019".
    `code` is what the writing of the grain lacks: "TMO" of a morning, "-Q1" of a quarter.
    """

    start: date | None
    end: date | None
    grain: Grain
    basis: TimeBasis
    told: Fixed | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """From where a time is seen.

    Attributes:
        spoken: day of speaking, or None if unknown.
        basis: what the day of speaking rests on.
        told: the time told before, or None.
        narrative: the text tells the past: yearless dates belong to the year that it is at.
        era: the time that a narrative is at, or None.
        told_here: whether the time told before stands in the same sentence.
        look: whether the sentence looks back or ahead; "" if it does neither.
        windows: unit -> days that its bare plural means at most.
    """

    spoken: date | None
    basis: TimeBasis
    told: Fixed | None
    narrative: bool
    look: Look
    windows: Mapping[str, int]
    era: Fixed | None = None
    told_here: bool = False


def resolve(value: Value, setting: Setting) -> Meant | None:  # noqa: PLR0911, PLR0912 - one case a kind of value
    """Give the days that a value means, or None where nothing tells them."""
    match value:
        case Fixed():
            return Meant(value.start, value.end, value.grain, TimeBasis.STATED)
        case Yearless() | YearlessSeason():
            return _resolve_yearless(value, setting)
        case Weekday():
            return _resolve_weekday(value, setting)
        case Shifted():
            return _resolve_shifted(value, setting)
        case Window():
            return _resolve_window(value, setting)
        case Beside():
            return _resolve_beside(value, setting)
        case Part():
            return _resolve_part(value, setting)
        case Between():
            return _resolve_between(value, setting)
        case Bounded():
            return _resolve_bounded(value, setting)
        case Clocked():
            day = resolve(value.day, setting)
            return None if day is None else replace(day, code=f"T{value.code}")
        case ThatUnit():
            return _resolve_that(value, setting)
        case Slice():
            return _resolve_slice(value, setting)
        case Aside():
            shifted = Shifted(value.unit, value.amount, narrated=True)
            return _resolve_shifted(shifted, setting) if setting.told_here else None
        case Then():
            return _meant(setting.told, TimeBasis.NARRATED)
        case Length() | Unplaced():
            return None


def _meant(days: Fixed | None, basis: TimeBasis) -> Meant | None:
    return None if days is None else Meant(days.start, days.end, days.grain, basis)


def _resolve_yearless(value: Yearless | YearlessSeason, setting: Setting) -> Meant | None:
    spoken = setting.spoken
    if setting.narrative and setting.era is not None:
        if not value.shift:
            return _meant(in_story(value, setting.era), TimeBasis.NARRATED)
        spoken = setting.era.start
    if spoken is None:
        return None
    if value.shift == 0:
        return _meant(of_year(value, spoken.year), setting.basis)
    years = (of_year(value, year) for year in range(spoken.year - 8, spoken.year + 9))
    found = [days for days in years if days is not None]
    basis = setting.basis if spoken == setting.spoken else TimeBasis.NARRATED
    return _meant(nearest(value.shift, found, spoken, setting.look), basis)


def _resolve_weekday(value: Weekday, setting: Setting) -> Meant | None:
    spoken, basis = setting.spoken, setting.basis
    if setting.narrative and setting.told is not None and setting.told.grain in {Grain.DAY, Grain.WEEK}:
        spoken, basis = setting.told.start, TimeBasis.NARRATED
    if spoken is None:
        return None
    if value.shift == 0:
        away = value.day - spoken.weekday()
    elif value.shift == 1 or (value.shift is None and setting.look == "ahead"):
        away = (value.day - spoken.weekday()) % 7 or (7 if value.shift else 0)
    else:
        away = -((spoken.weekday() - value.day) % 7)
        if value.shift == -1 and away == 0:
            away = -7
    return _meant(calendar.shift_unit(spoken, "day", away), basis)


def _resolve_shifted(value: Shifted, setting: Setting) -> Meant | None:
    base, basis = (setting.spoken, setting.basis)
    if value.narrated:
        base, basis = _told_day(value, setting), TimeBasis.NARRATED
    if base is not None and value.narrated and value.unit in _WITHIN_DAY:
        return _meant(calendar.shift_unit(base, "day", 0), basis)
    if base is None or value.amount is None:
        return None
    if value.unit == "weekend" and not value.amount and setting.look != "ahead":
        days = calendar.shift_unit(base, value.unit, 0)
        return _meant(days if days is None or days.start <= base else calendar.shift_unit(base, value.unit, -1), basis)
    if value.unit in {"week", "fortnight", "month"} and value.narrated and value.amount:
        day = calendar.step(base, value.unit, value.amount)
        return None if day is None else _meant(calendar.shift_unit(day, value.unit, 0), basis)
    return _meant(calendar.shift_unit(base, value.unit, value.amount), basis)


def _told_day(value: Shifted, setting: Setting) -> date | None:
    """A day told before is needed to count days, any time to count years."""
    told = setting.told
    if told is None:
        return None
    coarse = {"day": 0, "hour": 0, "minute": 0, "week": 1, "fortnight": 1, "month": 2}.get(value.unit, 3)
    fine = {Grain.DAY: 0, Grain.WEEK: 1, Grain.MONTH: 2, Grain.SEASON: 3, Grain.YEAR: 3}.get(told.grain, 4)
    return told.start if fine <= coarse else None


def _resolve_window(value: Window, setting: Setting) -> Meant | None:
    spoken = setting.spoken
    if spoken is None:
        return None
    if value.amount is None:
        days = setting.windows.get(value.unit)
        edge = None if days is None else spoken + timedelta(days=days if value.ahead else -days)
    else:
        edge = calendar.step(spoken, value.unit, value.amount if value.ahead else -value.amount)
    if edge is None:
        return None
    start, end = sorted((spoken, edge))
    return Meant(start, end + timedelta(days=1), Grain.RANGE, setting.basis)


def _resolve_beside(value: Beside, setting: Setting) -> Meant | None:
    anchor = resolve(value.anchor, setting)
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    if value.amount is not None:
        days = calendar.step(anchor.start, value.unit, value.amount if value.after else -value.amount)
        return None if days is None else _meant(calendar.shift_unit(days, _fine(value.unit), 0), anchor.basis)
    window = timedelta(days=setting.windows.get(value.unit, 1))
    if value.after:
        return replace(anchor, start=anchor.end, end=anchor.end + window, grain=Grain.RANGE)
    return replace(anchor, start=anchor.start - window, end=anchor.start, grain=Grain.RANGE)


def _fine(unit: str) -> str:
    return unit if unit in {"day", "month", "year", "decade"} else "day"


def _resolve_part(value: Part, setting: Setting) -> Meant | None:
    whole = resolve(value.whole, setting)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    days = calendar.third_of(Fixed(whole.start, whole.end, whole.grain), value.third)
    told = Fixed(whole.start, whole.end, whole.grain)
    return replace(whole, start=days.start, end=days.end, grain=days.grain, told=whole.told or told)


def _resolve_between(value: Between, setting: Setting) -> Meant | None:
    last = resolve(value.last, setting)
    inner = setting
    if last is not None and last.start is not None and isinstance(value.first, Yearless | YearlessSeason):
        inner = replace(setting, era=Fixed(last.start, last.start, Grain.YEAR), narrative=True)
    first = resolve(value.first, inner)
    if first is None or last is None or first.start is None or last.end is None:
        return None
    basis = last.basis if first.basis is TimeBasis.NARRATED else first.basis
    return Meant(first.start, last.end, Grain.RANGE, basis) if first.start < last.end else None


def _resolve_bounded(value: Bounded, setting: Setting) -> Meant | None:
    inner = resolve(value.value, setting)
    if inner is None:
        return None
    if inner.told is None and inner.start is not None and inner.end is not None:
        inner = replace(inner, told=Fixed(inner.start, inner.end, inner.grain))
    match value.side:
        case "from":
            return replace(inner, end=None)
        case "to":
            return replace(inner, start=None)
        case "before":
            return replace(inner, start=None, end=inner.start)
        case "after":
            return replace(inner, start=inner.end, end=None)


def _resolve_that(value: ThatUnit, setting: Setting) -> Meant | None:
    """The unit of the time told before in a narrative or close to publication, else that of publication."""
    told, spoken = setting.told, setting.spoken
    close = told is not None and spoken is not None and timedelta(0) <= spoken - told.start <= _CLOSE
    if told is not None and (close or setting.narrative or spoken is None):
        base = _told_day(Shifted(value.unit, 0), setting)
        return None if base is None else _meant(calendar.shift_unit(base, value.unit, 0), TimeBasis.NARRATED)
    return None if spoken is None else _meant(calendar.shift_unit(spoken, value.unit, 0), setting.basis)


def _resolve_slice(value: Slice, setting: Setting) -> Meant | None:
    base = setting.era.start if setting.narrative and setting.era is not None else setting.spoken
    year = value.year if value.year is not None else None if base is None else base.year
    if year is None:
        return None
    days = calendar.slice_of(year, value.number, value.count)
    if value.year is None and setting.spoken is not None and setting.look != "ahead" and days.start > setting.spoken:
        days = calendar.slice_of(year - 1, value.number, value.count)
    basis = TimeBasis.STATED if value.year is not None else setting.basis
    letter = "Q" if value.count == 4 else "H"
    return Meant(
        days.start, days.end, Grain.RANGE, basis, calendar.make_years(days.start.year, 1), f"-{letter}{value.number}"
    )

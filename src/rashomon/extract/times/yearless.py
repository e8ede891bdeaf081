"""The year of a date that is told without one."""

from datetime import date, timedelta
from typing import Literal

from rashomon.extract.times import calendar
from rashomon.extract.times.values import Fixed, Yearless, YearlessSeason
from rashomon.records import Grain

Look = Literal["past", "ahead", ""]

# A yearless date of no told direction lies ahead if it is so many times nearer than the one past.
_PAST_COUNTS = 2
_FAR_BACK = timedelta(days=240)


def of_year(value: Yearless | YearlessSeason, year: int) -> Fixed | None:
    """Give the days of a date in a year, or None where the calendar has none such."""
    if isinstance(value, YearlessSeason):
        return calendar.make_season(year, value.first, value.last)
    if value.first is None:
        return calendar.make_month(year, value.month)
    return calendar.make_days(year, value.month, value.first, value.last or value.first)


def in_story(value: Yearless | YearlessSeason, era: Fixed) -> Fixed | None:
    """The year that the story is at, or the next one where the date would lead far back: a story goes on."""
    days, after = of_year(value, era.start.year), of_year(value, era.start.year + 1)
    fine = era.grain in {Grain.DAY, Grain.MONTH, Grain.WEEK}
    return after if fine and days is not None and era.start - days.start > _FAR_BACK else days


def nearest(shift: int | None, found: list[Fixed], spoken: date, look: Look) -> Fixed | None:
    """Choose among the same days of several years."""
    ahead = [days for days in found if days.start > spoken]
    past = [days for days in found if (days.end <= spoken if shift == -1 else days.start <= spoken)]
    if not ahead or not past:
        return None
    near = (ahead[0].start - spoken).days * _PAST_COUNTS < (spoken - past[-1].end).days
    return ahead[0] if shift == 1 or (shift is None and (look == "ahead" or (look == "" and near))) else past[-1]

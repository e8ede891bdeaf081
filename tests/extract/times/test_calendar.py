"""Days, months, seasons and thirds, at the edges of the calendar."""

from datetime import date

import pytest

from rashomon.extract.times.calendar import (
    make_day,
    make_days,
    make_month,
    make_season,
    make_years,
    shift_unit,
    step,
    third_of,
)
from rashomon.extract.times.values import Fixed
from rashomon.records import Grain


def test_a_day_that_no_calendar_has_is_none():
    assert make_day(2021, 2, 29) is None
    assert make_day(2021, 13, 1) is None
    assert make_days(2021, 3, 5, 3) is None


def test_months_count_into_the_years_beside():
    assert make_month(2021, 0).start == date(2020, 12, 1)
    assert make_month(2021, 13).end == date(2022, 2, 1)


def test_winter_belongs_to_the_year_in_which_it_ends():
    assert make_season(2021, 12, 2) == Fixed(date(2020, 12, 1), date(2021, 3, 1), Grain.SEASON)


@pytest.mark.parametrize(
    ("unit", "amount", "start", "end"),
    [
        ("day", -1, date(2021, 8, 19), date(2021, 8, 20)),
        ("week", -1, date(2021, 8, 9), date(2021, 8, 16)),
        ("month", -8, date(2020, 12, 1), date(2021, 1, 1)),
        ("year", -25, date(1996, 1, 1), date(1997, 1, 1)),
        ("decade", 0, date(2020, 1, 1), date(2030, 1, 1)),
        ("century", 0, date(2001, 1, 1), date(2101, 1, 1)),
    ],
)
def test_units_away(unit, amount, start, end):
    found = shift_unit(date(2021, 8, 20), unit, amount)
    assert found is not None
    assert (found.start, found.end) == (start, end)


def test_outside_the_calendar_is_none_and_no_error():
    assert shift_unit(date(2021, 8, 20), "year", -5000) is None
    assert shift_unit(date(2021, 8, 20), "week", -900_000) is None
    assert step(date(2021, 8, 20), "decade", -500) is None
    assert make_years(0, 1) is None


def test_a_step_of_months_stays_in_the_month():
    assert step(date(2021, 3, 31), "month", -1) == date(2021, 2, 28)


def test_thirds_cover_the_whole():
    year = Fixed(date(2021, 1, 1), date(2022, 1, 1), Grain.YEAR)
    first, middle, last = (third_of(year, third) for third in ("first", "middle", "last"))
    assert first.start == year.start
    assert first.end == middle.start
    assert middle.end == last.start
    assert last.end == year.end

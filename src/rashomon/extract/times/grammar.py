"""The grammar of times: from a token on, the longest expression and what it says."""

from collections.abc import Callable

from rashomon.extract.times import clock, dates, lengths, relative, vague, years
from rashomon.extract.times.calendar import make_years
from rashomon.extract.times.line import Line
from rashomon.extract.times.values import (
    Between,
    Bounded,
    Clocked,
    Fixed,
    Length,
    Match,
    Part,
    Shifted,
    Side,
    Slice,
    ThatUnit,
    Unplaced,
    Value,
    Weekday,
    Window,
    Yearless,
    YearlessSeason,
)
from rashomon.records import Grain

# Order settles ties only: the longest match wins.
_RULES: tuple[Callable[[Line, int], Match | None], ...] = (
    dates.read_numeric,
    dates.read_date,
    dates.read_weekday,
    dates.read_holiday,
    relative.read_deictic,
    relative.read_narrated,
    relative.read_shifted,
    relative.read_recent,
    relative.read_distance,
    relative.read_run_up,
    relative.read_that_unit,
    years.read_season,
    years.read_decade,
    years.read_year,
    years.read_short_year,
    years.read_slice,
    vague.read_ancient,
    vague.read_every,
    vague.read_reference,
    clock.read_clock,
    clock.read_daypart,
    lengths.read_length,
)
_SIDES: dict[str, Side] = {"from": "from", "to": "to", "before": "before", "after": "after"}


def read_value(line: Line, index: int) -> Match | None:
    """Read the time expression that begins at a token.

    Args:
        line: the sentence.
        index: document index of the token.

    Returns:
        The longest match, or None.
    """
    low = line.low(index)
    if low in line.times.between:
        found = _read_between(line, index)
        if found is not None:
            return found
    if low in line.times.bounds:
        bounded = _read_bounded(line, index)
        return bounded if bounded is not None else _read_single(line, index)
    return _read_qualified(line, index) or _read_range(line, index)


def _read_qualified(line: Line, index: int) -> Match | None:
    """Read a time with the words that say how exact it is meant: "about two years", "around March 1981"."""
    for phrase, _ in line.numbers.before.get(line.low(index), ()):
        if all(line.low(index + offset) == word for offset, word in enumerate(phrase)):
            inner = _read_single(line, index + len(phrase))
            if inner is not None and _qualifiable(line, phrase, inner.value):
                return inner
    return None


def _qualifiable(line: Line, phrase: tuple[str, ...], value: Value) -> bool:
    if isinstance(value, Length):
        return True
    counted = isinstance(value, Shifted) and value.amount is not None and abs(value.amount) > 1
    return counted or (phrase[0] in line.times.near and isinstance(value, Fixed | Yearless | YearlessSeason | Part))


def _read_bounded(line: Line, index: int) -> Match | None:
    behind = line.skip(index + 1, line.times.to_words) if line.low(index) in line.times.before else index + 1
    inner = _read_single(line, behind) or relative.read_anchor(line, behind) or relative.read_then(line, behind)
    if inner is None or isinstance(inner.value, Length | Window | Bounded | Unplaced):
        return None
    if line.low(inner.end) in line.times.possessives and not isinstance(inner.value, Fixed):
        return None  # "after Sunday's attack": the attack is Sunday's
    side = _SIDES[line.times.bounds[line.low(index)]]
    if side in {"before", "after"} and isinstance(inner.value, Clocked):
        # "Before dawn on Friday" is still Friday.
        return inner
    return Match(inner.end, Bounded(side, inner.value))


def _read_between(line: Line, index: int) -> Match | None:
    first = _read_single(line, index + 1)
    if first is None or line.low(first.end) not in line.times.joiners:
        return None
    last = _read_single(line, first.end + 1)
    if last is None or not _joinable(first.value, last.value):
        return None
    return Match(last.end, Between(first.value, last.value))


def _read_range(line: Line, index: int) -> Match | None:
    first = _read_single(line, index)
    if first is None or line.low(first.end) not in line.times.range_joiners:
        return first
    last = _read_single(line, first.end + 1)
    if last is None or not _joinable(first.value, last.value):
        return first
    return Match(last.end, Between(first.value, last.value))


def _joinable(first: Value, last: Value) -> bool:
    dated = (Fixed, Yearless, YearlessSeason, Weekday, Shifted, Part, Clocked)
    return isinstance(first, dated) and isinstance(last, dated)


def _read_single(line: Line, index: int) -> Match | None:
    best: Match | None = None
    if index >= line.last:
        return None
    for rule in _RULES:
        found = rule(line, index)
        if found is not None and (best is None or found.end > best.end):
            best = found
    for wider in (_read_part, _read_daypart_of):
        found = wider(line, index)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return None if best is None else _with_that_year(line, best)


def _with_that_year(line: Line, found: Match) -> Match:
    """Read "July 25 of that year", "later that day", "6 a.m. Friday"."""
    if isinstance(found.value, Yearless) and line.low(found.end) in line.times.of_words:
        year = relative.read_the_unit(line, found.end + 1)
        return found if year is None else Match(year.end, found.value)
    if isinstance(found.value, Clocked):
        return _with_day(line, found) if found.value.alone else found
    return _with_clock(line, found) if _is_day(found.value) else found


def _with_day(line: Line, found: Match) -> Match:
    """Read the day behind a time of day: "6 a.m. Friday"."""
    behind = line.skip(_place_end(line, found.end), line.times.clock_links)
    day = dates.read_weekday(line, behind) or dates.read_date(line, behind) or relative.read_deictic(line, behind)
    if day is None or not isinstance(found.value, Clocked) or isinstance(day.value, Clocked):
        return found
    return Match(day.end, Clocked(day.value, found.value.code))


def _with_clock(line: Line, found: Match) -> Match:
    """Read the time of day behind a day: "Friday at noon", "8 May, 1:00 AM"."""
    behind = line.skip(found.end, line.times.hour_links)
    time = clock.read_clock(line, behind) or clock.read_daypart(line, behind)
    if time is None or not isinstance(time.value, Clocked) or not time.value.alone or time.end > behind + 2:
        return found
    return Match(time.end, Clocked(found.value, time.value.code))


def _place_end(line: Line, index: int) -> int:
    """Skip the words of a place's time ("5 a.m. local time", "6 a.m. Baghdad time")."""
    return index + 2 if line.low(index + 1) in line.times.time_words else index


def _read_daypart_of(line: Line, index: int) -> Match | None:
    """Read "the night of 20 June 1791", "early on the morning of Friday"."""
    opened = clock.daypart_of(line, index)
    if opened is None:
        return None
    inner = _read_single(line, opened[0])
    if inner is None or not isinstance(inner.value, Fixed | Yearless | Weekday):
        return None
    return Match(inner.end, Clocked(inner.value, opened[1]))


def _read_part(line: Line, index: int) -> Match | None:
    """Read "early 2021", "mid-August", "the end of 2020", "late last year", "later in the month"."""
    start = line.skip(index, line.times.articles)
    low = line.low(start)
    third = line.times.parts.get(low)
    if third is None:
        return _read_hyphened(line, start)
    behind = start + 1
    linked = line.low(behind) in line.times.part_links
    if linked:
        behind += 1
    if line.low(behind) in line.times.parts:
        return None
    whole = _read_single(line, behind) or relative.read_the_unit(line, behind)
    if whole is None or not isinstance(whole.value, _PARTED):
        return None
    if isinstance(whole.value, Clocked | Unplaced) or _is_day(whole.value):
        return whole
    return Match(whole.end, Part(third, whole.value))


_PARTED = (Fixed, Yearless, YearlessSeason, Weekday, Shifted, Clocked, ThatUnit, Slice, Between, Unplaced)


def _is_day(value: Value) -> bool:
    if isinstance(value, Fixed):
        return value.grain is Grain.DAY
    if isinstance(value, Yearless):
        return value.first is not None and value.first == value.last
    return isinstance(value, Weekday) or (isinstance(value, Shifted) and value.unit == "day")


def _read_hyphened(line: Line, index: int) -> Match | None:
    """Read "mid-August", "mid-2007" where it is one token."""
    first, hyphen, rest = line.low(index).partition("-")
    if not hyphen or first not in line.times.parts:
        return None
    third = line.times.parts[first]
    if len(rest) == 4 and rest.isdigit():
        whole = make_years(int(rest), 1)
        return None if whole is None else Match(index + 1, Part(third, whole))
    if rest not in line.times.months:
        return None
    year = years.read_year_number(line, line.skip(index + 1, line.times.year_links))
    return Match(index + 1 if year is None else year[0], Part(third, dates.month_of(line, rest, year)))

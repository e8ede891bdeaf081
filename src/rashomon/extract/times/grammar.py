"""The grammar of times: from a token on, the longest expression and what it says."""

from collections.abc import Callable

from rashomon.extract.times import dates, relative
from rashomon.extract.times.line import Line
from rashomon.extract.times.values import (
    Between,
    Bounded,
    Fixed,
    Length,
    Match,
    Part,
    Shifted,
    Side,
    Value,
    Weekday,
    Window,
    Yearless,
    YearlessSeason,
)

# Order settles ties only: the longest match wins.
_RULES: tuple[Callable[[Line, int], Match | None], ...] = (
    dates.read_numeric,
    dates.read_date,
    dates.read_weekday,
    relative.read_deictic,
    relative.read_narrated,
    relative.read_shifted,
    relative.read_recent,
    relative.read_distance,
    relative.read_run_up,
    dates.read_season,
    dates.read_decade,
    dates.read_year,
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
    return _read_range(line, index)


def _read_bounded(line: Line, index: int) -> Match | None:
    behind = line.skip(index + 1, frozenset({"to"})) if line.low(index) == "prior" else index + 1
    inner = _read_single(line, behind) or relative.read_anchor(line, behind)
    if inner is None or isinstance(inner.value, Length | Window | Bounded):
        return None
    return Match(inner.end, Bounded(_SIDES[line.times.bounds[line.low(index)]], inner.value))


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
    dated = (Fixed, Yearless, YearlessSeason, Weekday, Shifted, Part)
    return isinstance(first, dated) and isinstance(last, dated)


def _read_single(line: Line, index: int) -> Match | None:
    best: Match | None = None
    if index >= line.last:
        return None
    for rule in _RULES:
        found = rule(line, index)
        if found is not None and (best is None or found.end > best.end):
            best = found
    part = _read_part(line, index)
    return part if part is not None and (best is None or part.end > best.end) else best


def _read_part(line: Line, index: int) -> Match | None:
    """Read "early 2021", "mid-August", "the end of 2020", "late last year"."""
    start = line.skip(index, line.times.articles)
    low = line.low(start)
    third = line.times.parts.get(low)
    if third is None:
        return _read_hyphened(line, start)
    behind = start + 1
    if line.low(behind) in {"-", "of", "in"}:
        behind += 1
    if line.low(behind) in line.times.parts:
        return None
    whole = _read_single(line, behind)
    if whole is None or isinstance(whole.value, Length | Window | Bounded):
        return None
    of_day = isinstance(whole.value, Weekday) or (isinstance(whole.value, Shifted) and whole.value.unit == "day")
    return Match(whole.end, whole.value if of_day else Part(third, whole.value))


def _read_hyphened(line: Line, index: int) -> Match | None:
    """Read "mid-August" where it is one token."""
    first, hyphen, month = line.low(index).partition("-")
    if not hyphen or first not in line.times.parts or month not in line.times.months:
        return None
    year = dates.read_year_number(line, line.skip(index + 1, frozenset({",", "of"})))
    return Match(
        index + 1 if year is None else year[0], Part(line.times.parts[first], dates.month_of(line, month, year))
    )

"""Rules for times that count from another day: "last week", "three days ago", "the next day", "days before 9/11"."""

from datetime import date

from rashomon.extract.times.line import Line, read_amount
from rashomon.extract.times.values import (
    Beside,
    Fixed,
    Length,
    Match,
    Shifted,
    Weekday,
    Window,
    Yearless,
    YearlessSeason,
)
from rashomon.records import Grain


def read_deictic(line: Line, index: int) -> Match | None:
    """Read "today", "yesterday evening", "last night"."""
    days = line.times.deictics.get(line.low(index))
    if days is not None:
        return Match(line.skip(index + 1, line.times.dayparts), Shifted("day", days))
    shift, behind = line.times.shifts.get(line.low(index)), line.low(index + 1)
    if shift in {-1, 0} and behind in line.times.dayparts:
        return Match(index + 2, Shifted("day", shift or 0))
    return None


def read_shifted(line: Line, index: int) -> Match | None:  # noqa: PLR0911 - one return a form
    """Read "last week", "this spring", "next Friday", "last August", "the past 20 years"."""
    start = line.skip(index, line.times.articles)
    low = line.low(start)
    shift = line.times.shifts.get(low)
    if shift is None:
        return None
    named = _shifted_name(line, start + 1, shift)
    if named is not None:
        return named
    unit = line.times.units.get(line.low(start + 1))
    if unit is None:
        return _shifted_amount(line, start + 1, shift)
    if start > index and low in line.times.narrated_shifts:
        return Match(start + 2, Shifted(unit, shift, narrated=True))
    if line.low(start + 1) in line.times.plural_units:
        return Match(start + 2, Window(unit, None, ahead=shift > 0)) if shift else None
    if start > index and shift:
        return Match(start + 2, Window(unit, 1, ahead=shift > 0))
    if unit == "day" and not shift:
        return None
    return Match(start + 2, Shifted(unit, shift))


def _shifted_name(line: Line, index: int, shift: int) -> Match | None:
    low = line.low(index)
    if not low or not line.token(index).text[0].isalpha():
        return None
    if low in line.times.weekdays and line.token(index).text[0].isupper():
        return Match(line.skip(index + 1, line.times.dayparts), Weekday(line.times.weekdays[low], shift))
    if low in line.times.months and line.token(index).text[0].isupper():
        return Match(index + 1, Yearless(line.times.months[low], shift=shift))
    if low in line.times.seasons and line.token(index).deprel not in {"compound", "amod"}:
        return Match(index + 1, YearlessSeason(*line.times.seasons[low], shift=shift))
    return None


def _shifted_amount(line: Line, index: int, shift: int) -> Match | None:
    amount = read_amount(line, index)
    if amount is None or shift == 0:
        return None
    unit = line.times.units.get(line.low(amount[0]))
    return Match(amount[0] + 1, Window(unit, amount[1], ahead=shift > 0)) if unit is not None else None


def read_recent(line: Line, index: int) -> Match | None:
    """Read "recent weeks", "the last few days"."""
    start = line.skip(index, line.times.articles)
    if line.times.vague_numbers.get(line.low(start), 0) is not None:
        return None
    unit = line.times.units.get(line.low(start + 1))
    is_recent = line.low(start) in line.times.recent and line.low(start + 1) in line.times.plural_units
    return Match(start + 2, Window(unit, None)) if is_recent and unit is not None else None


def read_narrated(line: Line, index: int) -> Match | None:
    """Read "the same day", "the next morning", "the day before"."""
    article = line.low(index) in line.times.articles
    start = index + 1 if article else index
    shift = line.times.narrated_shifts.get(line.low(start))
    unit = "day" if line.low(start + 1) in line.times.dayparts else line.times.units.get(line.low(start + 1))
    if shift is not None and unit is not None and (article or line.low(start) not in line.times.shifts):
        plural = line.low(start + 1) in line.times.plural_units
        return None if plural else Match(start + 2, Shifted(unit, shift, narrated=True))
    unit = line.times.units.get(line.low(start))
    behind = line.low(start + 1)
    if article and unit is not None and behind in line.times.before | line.times.after:
        return _beside(line, start + 2, unit, 1, behind in line.times.after)
    return None


def read_distance(line: Line, index: int) -> Match | None:
    """Read "three days ago", "two days later", "days before the 9/11 attacks", "40 days"."""
    amount = (index, None) if line.low(index) in line.times.plural_units else read_amount(line, index)
    if amount is None:
        return None
    behind, number = amount
    unit = line.times.units.get(line.low(behind))
    if unit is None:
        return None
    behind += 1
    direction = line.low(behind)
    if direction in line.times.back:
        return Match(
            behind + 1, Shifted(unit, None if number is None else -number, direction in line.times.narrated_back)
        )
    if direction in line.times.ahead:
        return Match(behind + 1, Shifted(unit, number, narrated=True))
    if direction in line.times.before | line.times.after:
        found = _beside(line, behind + 1, unit, number, direction in line.times.after)
        if found is not None:
            return found
    return _length(line, index, behind, unit, number)


def _length(line: Line, index: int, end: int, unit: str, number: int | None) -> Match | None:
    """A length needs a number, and is no age ("32 years old") and no attribute ("a day")."""
    bare = line.low(index) in line.times.plural_units or (line.low(index) in line.numbers.articles and number == 1)
    if bare or line.low(end) in {"old", "-"}:
        return None
    return Match(end, Length(unit, number))


def _beside(line: Line, index: int, unit: str, amount: int | None, after: bool) -> Match | None:
    behind = line.skip(index, frozenset({"to", "of"}))
    anchor = read_anchor(line, behind)
    return None if anchor is None else Match(anchor.end, Beside(unit, amount, after, anchor.value))


def read_run_up(line: Line, index: int) -> Match | None:
    """Read "the run-up to" a named day."""
    start = line.skip(index, line.times.articles)
    width = _run_up_width(line, start)
    if width == 0 or line.low(start + width) != "to":
        return None
    anchor = read_anchor(line, start + width + 1)
    return None if anchor is None else Match(anchor.end, Beside("month", None, False, anchor.value))


def _run_up_width(line: Line, index: int) -> int:
    if line.low(index) in line.times.run_ups:
        return 1
    return 3 if line.low(index) + line.low(index + 1) + line.low(index + 2) in line.times.run_ups else 0


def read_anchor(line: Line, index: int) -> Match | None:
    """Read the name of a dated happening, with article and "attacks" around it."""
    start = line.skip(index, line.times.articles)
    if start >= line.last:
        return None
    offset = line.token(start).start
    window = line.annotated.text[offset : offset + 60].lower()
    for anchor in line.times.anchors:
        for phrase in anchor.phrases:
            if window.startswith(phrase):
                end = line.token_end(offset + len(phrase), start)
                if end is not None:
                    return Match(_tail(line, end), Fixed(anchor.start, anchor.end, _grain(anchor.start, anchor.end)))
    return None


def _tail(line: Line, index: int) -> int:
    while line.low(index) in line.times.anchor_tails:
        index += 1
    return index


def _grain(start: date, end: date) -> Grain:
    return Grain.DAY if (end - start).days == 1 else Grain.RANGE

"""Rules for times that count from another day: "last week", "three days ago", "the next day", "days before 9/11"."""

from datetime import date

from rashomon.extract.times.clock import shifted_daypart, with_daypart
from rashomon.extract.times.line import Line, read_amount
from rashomon.extract.times.values import (
    Aside,
    Beside,
    Clocked,
    Fixed,
    Match,
    Shifted,
    ThatUnit,
    Then,
    Weekday,
    Window,
    Yearless,
    YearlessSeason,
)
from rashomon.records import Grain


def read_deictic(line: Line, index: int) -> Match | None:
    """Read "today", "yesterday evening", "last night"."""
    days = line.times.deictics.get(line.low(index))
    if days is None:
        return shifted_daypart(line, index)
    if line.low(index) in line.times.day_codes:
        return Match(index + 1, Clocked(Shifted("day", days), line.times.day_codes[line.low(index)]))
    return with_daypart(line, index + 1, Shifted("day", days))


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
    if line.low(start + 1) in line.times.plural_units:
        return Match(start + 2, Window(unit, None, ahead=shift > 0)) if shift else None
    if start > index and low in line.times.narrated_shifts:
        return Match(start + 2, Shifted(unit, shift, narrated=True))
    if start > index and shift and unit != "weekend":
        return Match(start + 2, Window(unit, 1, ahead=shift > 0))
    if unit == "day" and not shift:
        return None
    return Match(start + 2, Shifted(unit, shift))


def _shifted_name(line: Line, index: int, shift: int) -> Match | None:
    low = line.low(index)
    if not low or not line.token(index).text[0].isalpha():
        return None
    if low in line.times.weekdays and line.token(index).text[0].isupper():
        return with_daypart(line, index + 1, Weekday(line.times.weekdays[low], shift))
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
    article = line.low(index) in line.times.definite
    start = index + 1 if article else index
    shift = line.times.narrated_shifts.get(line.low(start))
    unit = line.times.units.get(line.low(start + 1))
    if shift is not None and unit is not None and (article or line.low(start) not in line.times.shifts):
        plural = line.low(start + 1) in line.times.plural_units
        return None if plural else Match(start + 2, Shifted(unit, shift, narrated=True))
    return _article_unit(line, start) if article else None


def _article_unit(line: Line, index: int) -> Match | None:
    """Read what stands behind "the": "day before", "day following", "weekend", "day after the invasion of Iraq"."""
    unit, behind = line.times.units.get(line.low(index)), line.low(index + 1)
    if unit is None:
        return None
    if behind in line.times.before | line.times.after:
        found = _beside(line, index + 2, unit, 1, behind in line.times.after)
        if found is not None or not _ends_phrase(line, index + 2):
            return found
        return Match(index + 2, Shifted(unit, 1 if behind in line.times.after else -1, narrated=True))
    return Match(index + 1, Shifted(unit, 0)) if unit == "weekend" else None


def _ends_phrase(line: Line, index: int) -> bool:
    return line.low(index) in line.times.phrase_ends


def read_that_unit(line: Line, index: int) -> Match | None:
    """Read "earlier this year", "later in the month", "month's end", "the rest of the year", "the end of the week"."""
    if line.low(index) in line.times.within:
        return _within(line, index + 1)
    unit = line.times.units.get(line.low(index))
    possessive = line.low(index + 1) in line.times.possessives and line.low(index + 2) in line.times.parts
    if unit is not None and possessive and line.low(index) not in line.times.plural_units:
        return Match(index + 3, ThatUnit(unit))
    return None


def read_the_unit(line: Line, index: int) -> Match | None:
    """Read "the year" or "that month" behind a part of it ("the end of", "late in", "July of")."""
    if line.low(index) not in line.times.definite | line.times.narrated_shifts.keys():
        return None
    unit = line.times.units.get(line.low(index + 1))
    if unit is None or line.low(index + 1) in line.times.plural_units:
        return None
    return Match(index + 2, ThatUnit(unit))


def _within(line: Line, index: int) -> Match | None:
    start = line.skip(index, line.times.inner)
    found = read_the_unit(line, start) if start > index else None
    return found or read_shifted(line, start)


def read_distance(line: Line, index: int) -> Match | None:
    """Read "three days ago", "two days later", "days before the 9/11 attacks"."""
    amount = (index, None) if line.low(index) in line.times.plural_units else read_amount(line, index)
    if amount is None:
        return None
    behind, number = amount
    unit = line.times.units.get(line.low(behind))
    if unit is None:
        return None
    return _directed(line, behind + 1, unit, number)


def _directed(line: Line, index: int, unit: str, number: int | None) -> Match | None:
    """Read the direction behind so many units: "ago", "later", "before 9/11"."""
    direction, back = line.low(index), None if number is None else -number
    if direction in line.times.back:
        return Match(index + 1, Shifted(unit, back, direction in line.times.narrated_back))
    if direction in line.times.ahead:
        return Match(index + 1, Shifted(unit, number, narrated=True))
    if direction not in line.times.before | line.times.after:
        return None
    after = direction in line.times.after
    found = _beside(line, index + 1, unit, number, after)
    if found is not None or number is None:
        return found
    if _ends_phrase(line, index + 1):
        return Match(index + 1, Shifted(unit, number if after else back, narrated=True))
    return Match(index, Aside(unit, -number if after else number)) if line.token(index).deprel == "mark" else None


def read_then(line: Line, index: int) -> Match | None:
    """Read "then" behind "since": the time told before."""
    is_then = line.low(index) in line.times.thens and line.times.bounds.get(line.low(index - 1)) == "from"
    return Match(index + 1, Then()) if is_then else None


def _beside(line: Line, index: int, unit: str, amount: int | None, after: bool) -> Match | None:
    behind = line.skip(index, line.times.of_words | line.times.to_words)
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

"""Rules for lengths of time: "40 days", "a two-week siege", "half an hour", "for months"; no days are made of them."""

from rashomon.extract.times.line import Line, read_amount
from rashomon.extract.times.values import Length, Match


def read_length(line: Line, index: int) -> Match | None:
    """Read a number of units, alone or joined to what it measures."""
    low = line.low(index)
    if low in line.numbers.halves:
        return _half(line, index)
    if low in line.times.plural_units:
        return Match(index + 1, Length(line.times.units[low], None)) if _opened(line, index) else None
    amount = read_amount(line, index)
    if amount is None:
        return _one_word(line, index)
    end, number = amount
    hyphen = line.low(end) == "-"
    if hyphen:
        end += 1
    else:
        end = _skip_adjective(line, end)
    unit = line.times.units.get(line.low(end))
    if unit is None or (hyphen and line.low(end) in line.times.plural_units):
        return None
    end += 1
    if line.low(index) in line.numbers.articles and number == 1 and not _opened(line, index) and line.low(end) != "-":
        return None
    return _tail(line, end, unit, number)


def _tail(line: Line, end: int, unit: str, number: int | None) -> Match | None:
    """Read "and a half" and "-long" behind the unit; an age is no length."""
    total: float | None = number
    if line.low(end) == "-":
        if line.low(end + 1) not in line.times.lasting:
            return None
        end += 2
    elif (
        line.low(end) == "and"
        and line.low(end + 1) in line.numbers.articles
        and line.low(end + 2) in line.numbers.halves
    ):
        total, end = None if number is None else number + 0.5, end + 3
    return None if line.low(end) in line.times.ageing else Match(end, Length(unit, total))


def _one_word(line: Line, index: int) -> Match | None:
    """Read "two-week", "10-day", "weeks-long" where they are one token."""
    first, hyphen, last = line.low(index).partition("-")
    unit = line.times.units.get(last)
    if not hyphen or line.low(index + 1) in line.times.ageing:
        return None
    if first in line.times.units and last in line.times.lasting:
        return Match(index + 1, Length(line.times.units[first], None if first in line.times.plural_units else 1))
    number = int(first) if first.isdigit() else line.numbers.words.get(first)
    return None if unit is None or number is None else Match(index + 1, Length(unit, number))


def _half(line: Line, index: int) -> Match | None:
    """Read "half an hour", "half a century"."""
    if line.low(index + 1) not in line.numbers.articles:
        return None
    unit = line.times.units.get(line.low(index + 2))
    if unit is None:
        return None
    if unit == "hour":
        return Match(index + 3, Length("minute", 30))
    whole = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}.get(unit)
    return Match(index + 3, Length(*whole) if whole else Length(unit, 0.5))


def _opened(line: Line, index: int) -> bool:
    """Say whether a bare "months" or "a week" stands behind a word that makes it a length, or goes on with "of"."""
    before = line.low(index - 1)
    first = index == line.annotated.sentences[line.token(index).sentence].first
    return before in line.times.length_openers or (first and line.low(index + 1) in line.times.of_words)


def _skip_adjective(line: Line, index: int) -> int:
    return line.skip(index, line.times.length_adjectives)

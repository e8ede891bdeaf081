"""Rules for years, decades, centuries, seasons, halves and quarters by name or number."""

import re
from datetime import date

from rashomon.extract.times.calendar import make_season, make_years
from rashomon.extract.times.line import Line, ordinal_of
from rashomon.extract.times.values import Between, Fixed, Match, Slice, YearlessSeason
from rashomon.records import Grain

_DECADE = re.compile(r"(?:mid-)?['’‘]?((?:1\d|20)?\d0)['’]?s$")
_SHORT_YEAR = re.compile(r"['’]?(\d{2})$")
_QUOTES = frozenset({"'", "’", "‘"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def read_year_number(line: Line, index: int) -> tuple[int, int] | None:
    """Read a number that may be a year: (index behind it, year)."""
    low = line.low(index)
    if len(low) != 4 or not low.isdigit() or line.counts(index):
        return None
    return (index + 1, int(low)) if _FIRST_YEAR <= int(low) <= _LAST_YEAR else None


def read_year(line: Line, index: int) -> Match | None:
    """Read a lone year: behind a preposition of time, in brackets, as a heading, in a DATE entity, before a noun."""
    start = line.skip(index, line.times.articles)
    start = line.skip(start, line.times.year_words) if line.low(start + 1).isdigit() else start
    low = line.low(start)
    if len(low) != 4 or not low.isdigit() or not _FIRST_YEAR <= int(low) <= _LAST_YEAR:
        return None
    span = _year_span(line, start)
    if span is not None:
        return span
    named = start > index and line.low(start - 1) in line.times.year_words
    if not (named or (start == index and _is_year(line, index))) or _is_counted(line, start) or _is_hour(line, start):
        return None
    year = make_years(int(low), 1)
    return Match(start + 1, year) if year is not None else None


def _is_year(line: Line, index: int) -> bool:
    token, before = line.token(index), line.low(index - 1)
    modifies = token.deprel == "nummod" and token.head > index and before in line.times.articles
    if line.counts(index) and before not in line.times.articles:
        return False
    text, first = line.annotated.text, line.annotated.sentences[token.sentence].first
    alone = index == first and (line.last - first == 1 or text[token.end : token.end + 1] == "\n")
    return alone or modifies or before in line.times.prepositions or before == "(" or line.label(index) == "DATE"


def _is_hour(line: Line, index: int) -> bool:
    """Say whether four digits behind "at" tell hours and minutes ("at 2030 on 4 March")."""
    before, number = line.low(index - 1), int(line.low(index))
    return before.isalpha() and before in line.times.hour_links and number // 100 < 25 and number % 100 < 60


def _year_span(line: Line, index: int) -> Match | None:
    """Read "1861-1863", "1990-94": two years that a hyphen joins, the second the later one."""
    if line.low(index + 1) not in line.times.hyphens or line.token(index).end != line.token(index + 1).start:
        return None
    low = line.low(index + 2)
    first = int(line.low(index))
    if not low.isdigit() or len(low) not in {2, 4} or line.token(index + 1).end != line.token(index + 2).start:
        return None
    last = int(low) if len(low) == 4 else first // 100 * 100 + int(low)
    begins, ends = make_years(first, 1), make_years(last, 1)
    if not first < last <= min(first + 100, _LAST_YEAR) or begins is None or ends is None:
        return None
    return Match(index + 3, Between(begins, ends))


def _is_counted(line: Line, index: int) -> bool:
    """Say whether a unit stands behind the number ("2000 metres", "1500 years")."""
    behind = line.low(index + 1)
    return behind in line.times.units or behind in line.numbers.percents or behind in line.numbers.multipliers


def read_short_year(line: Line, index: int) -> Match | None:
    """Read "'89" behind a preposition of time."""
    start = line.skip(index, _QUOTES)
    found = _SHORT_YEAR.match(line.low(start))
    marked = start > index or line.low(start)[:1] in _QUOTES
    if found is None or not marked or line.low(index - 1) not in line.times.prepositions:
        return None
    year = make_years(1900 + int(found[1]), 1)
    return None if year is None else Match(start + 1, year)


def read_decade(line: Line, index: int) -> Match | None:
    """Read "the 1980s", "the '80s", "the 19th century"."""
    start = line.skip(index, line.times.definite)
    behind = line.skip(start, _QUOTES)
    if found := _DECADE.match(line.low(behind)):
        year = int(found[1]) if len(found[1]) == 4 else 1900 + int(found[1])
        decade = make_years(year, 10)
        is_decade = len(found[1]) == 4 or behind > index
        return Match(behind + 1, decade) if decade is not None and is_decade else None
    return _read_century(line, behind)


def _read_century(line: Line, index: int) -> Match | None:
    low, unit = line.low(index), line.skip(index + 1, frozenset({"-"}))
    first, hyphen, last = low.partition("-")
    if hyphen and line.times.units.get(last) == "century":
        low, unit = first, index
    elif line.times.units.get(line.low(unit)) != "century":
        return None
    number = ordinal_of(line, low) or line.times.ordinals.get(low)
    if number is None or not 1 <= number <= 21:
        return None
    return Match(unit + 1, Fixed(date((number - 1) * 100 + 1, 1, 1), date(number * 100 + 1, 1, 1), Grain.RANGE))


def read_season(line: Line, index: int) -> Match | None:
    """Read a season with a year, or a lone one behind a preposition that no noun follows."""
    start = line.skip(index, line.times.articles)
    months = line.times.seasons.get(line.low(start))
    if months is None:
        return _year_season(line, start)
    behind = line.skip(start + 1, line.times.year_links)
    year = read_year_number(line, line.skip(behind, line.times.articles))
    if year is not None:
        return Match(year[0], make_season(year[1], *months))
    token = line.token(start)
    alone = token.upos in {"NOUN", "PROPN"} and token.deprel not in {"compound", "amod"}
    behind_preposition = line.low(index - 1) in line.times.prepositions or (index > 0 and start == index)
    timed = token.deprel.startswith(("obl", "nmod")) and behind_preposition and not _is_collapse(line, start)
    return Match(start + 1, YearlessSeason(*months)) if alone and timed else None


def _is_collapse(line: Line, index: int) -> bool:
    """Say whether a season's word has a complement and is none: "the fall of the city"."""
    return line.low(index) in line.times.doubtful_seasons and line.low(index + 1) in line.times.collapses


def _year_season(line: Line, index: int) -> Match | None:
    """Read "1982 summer"."""
    year, months = read_year_number(line, index), line.times.seasons.get(line.low(index + 1))
    if year is None or months is None or line.low(index + 1) in line.times.doubtful_seasons:
        return None
    return Match(index + 2, make_season(year[1], *months))


def read_slice(line: Line, index: int) -> Match | None:
    """Read "the second half of 2012", "the first quarter", "third-quarter"."""
    start = line.skip(index, line.times.definite)
    number = line.times.ordinals.get(line.low(start))
    unit = line.skip(start + 1, frozenset({"-"}))
    count = line.times.slices.get(line.low(unit))
    if number is None or count is None or number > count:
        return None
    joined = line.skip(line.skip(unit + 1, line.times.year_links), line.times.definite)
    year = read_year_number(line, joined)
    if year is not None:
        return Match(year[0], Slice(number, count, year[1]))
    is_quarter = count == 4 and (start > index or unit > start + 1)
    return Match(unit + 1, Slice(number, count, None)) if is_quarter else None

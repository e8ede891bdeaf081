"""Rules for what is written down but dates nothing: "now", "in the past", "every week"; and years before our era."""

import re

from rashomon.extract.times.line import Line, read_amount, read_ordinal
from rashomon.extract.times.values import Between, Match, Unplaced, Value
from rashomon.extract.times.written import SEASONS, write_length

_DIGITS = re.compile(r"\d{1,4}$")


def read_reference(line: Line, index: int) -> Match | None:
    """Read "now", "recently", "the future", "at that time"."""
    for phrase, written in line.times.references.get(line.low(index), ()):
        if all(line.low(index + offset) == word for offset, word in enumerate(phrase)):
            end = index + len(phrase)
            if phrase[-1] in line.times.noun_references and not _is_phrase(line, end):
                continue
            if phrase[-1] in line.times.opened_references and not _is_opened(line, index, end):
                continue
            return Match(end, Unplaced(written))
    return None


def _is_phrase(line: Line, end: int) -> bool:
    """Say whether "the past", "that time" is a phrase of its own, not before the noun that it modifies."""
    token = line.token(end - 1)
    return token.upos in {"NOUN", "PROPN"} and token.deprel not in {"compound", "amod"} and line.low(end) != "-"


def _is_opened(line: Line, index: int, end: int) -> bool:
    """Say whether "the time" stands behind a preposition and is not told by what follows ("by the time he came")."""
    told = line.low(end) and line.token(end).upos in {"PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ"}
    return (
        line.low(index - 1) in line.times.reference_openers
        and not told
        and line.low(end) not in line.times.of_words | line.times.to_words
    )


def read_every(line: Line, index: int) -> Match | None:
    """Read "every week", "each Friday", "every two days", "daily", "twice a month"."""
    unit = line.times.frequencies.get(line.low(index))
    if unit is not None and not _is_titled(line, index):
        return Match(index + 1, Unplaced(write_length(unit, 1)))
    if line.low(index) in line.times.every:
        return _every(line, index + 1)
    return _each_weekday(line, index) or _rate(line, index)


def _is_titled(line: Line, index: int) -> bool:
    """Say whether a word is part of a name ("the Daily Courier")."""
    return line.token(index).text[0].isupper() and line.token(index + 1).text[0].isupper()


def _each_weekday(line: Line, index: int) -> Match | None:
    """Read "Fridays": every Friday."""
    low = line.low(index)
    day = line.times.weekdays.get(low.removesuffix("s"))
    return Match(index + 1, Unplaced(f"XXXX-WXX-{day + 1}")) if day is not None and low.endswith("days") else None


def _rate(line: Line, index: int) -> Match | None:
    """Read "twice a week", "per month", and "a day" behind a number."""
    if line.low(index) in line.times.times_word and line.low(index + 1) in line.numbers.articles | line.times.per:
        index += 2
    elif line.low(index) in line.times.per or _is_counted(line, index):
        index += 1
    else:
        return None
    unit = line.times.units.get(line.low(index))
    singular = unit is not None and line.low(index) not in line.times.plural_units
    return Match(index + 1, Unplaced(write_length(unit, 1))) if unit is not None and singular else None


def _is_counted(line: Line, index: int) -> bool:
    return line.low(index) in line.numbers.articles and index > 0 and line.token(index - 1).upos in {"NUM", "SYM"}


def _every(line: Line, index: int) -> Match | None:
    low = line.low(index)
    if low in line.times.weekdays and low not in line.times.doubtful_weekdays:
        return Match(index + 1, Unplaced(f"XXXX-WXX-{line.times.weekdays[low] + 1}"))
    if low in line.times.months and low not in line.times.doubtful_months:
        return Match(index + 1, Unplaced(f"XXXX-{line.times.months[low]:02}"))
    if low in line.times.day_codes:
        return Match(index + 1, Unplaced(f"XXXX-XX-XXT{line.times.day_codes[low]}"))
    if low in line.times.units:
        return Match(index + 1, Unplaced(write_length(line.times.units[low], 1)))
    amount = read_amount(line, index)
    unit = None if amount is None else line.times.units.get(line.low(amount[0]))
    if amount is None or amount[0] == index or unit is None:
        return None
    return Match(amount[0] + 1, Unplaced(write_length(unit, amount[1])))


def read_ancient(line: Line, index: int) -> Match | None:
    """Read "218 BC", "the spring of 218 B.C.", "264 to 241 BC", "the 9th century BC"; no calendar holds them."""
    start = line.skip(index, line.times.articles)
    if _DIGITS.match(line.low(start)):
        return _ancient_years(line, start)
    number = read_ordinal(line, start)
    if number is not None and line.times.units.get(line.low(start + 1)) == "century":
        end = _era_end(line, start + 2)
        return None if end is None else Match(end, Unplaced(f"BC{number - 1:02}"))
    return _ancient_month(line, start)


def _ancient_years(line: Line, index: int) -> Match | None:
    first, end = _ancient(line, index), _era_end(line, index + 1)
    joiner = index + 1 if end is None else end
    if line.low(joiner) in line.times.range_joiners and _DIGITS.match(line.low(joiner + 1)):
        last = _era_end(line, joiner + 2)
        if last is not None:
            return Match(last, Between(first, _ancient(line, joiner + 1)))
    return None if end is None else Match(end, first)


def _ancient(line: Line, index: int) -> Value:
    return Unplaced(f"BC{int(line.low(index)):04}")


def _ancient_month(line: Line, index: int) -> Match | None:
    low = line.low(index)
    code = f"{line.times.months[low]:02}" if low in line.times.months else _season_code(line, low)
    behind = line.skip(line.skip(index + 1, line.times.year_links), line.times.articles)
    if code is None or not _DIGITS.match(line.low(behind)):
        return None
    end = _era_end(line, behind + 1)
    return None if end is None else Match(end, Unplaced(f"BC{int(line.low(behind)):04}-{code}"))


def _season_code(line: Line, low: str) -> str | None:
    months = line.times.seasons.get(low)
    return None if months is None else SEASONS[months[0]]


def _era_end(line: Line, index: int) -> int | None:
    """Give the index behind "BC", which may be several tokens ("B. C."), or None."""
    for width in (1, 2):
        if "".join(line.low(index + offset).replace(".", "") for offset in range(width)) in line.times.before_christ:
            return index + width
    return None

"""Rules for times and parts of the day: "6 a.m.", "19:00", "Friday morning", "the night of 20 June", "at noon"."""

import re

from rashomon.extract.times.line import Line
from rashomon.extract.times.values import Between, Clocked, Match, Shifted, ThatUnit, Unplaced, Value

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?([a-z.]*)$")
_UNSAID = "XXXX-XX-XXT"


def read_clock(line: Line, index: int) -> Match | None:
    """Read "5:30 PM", "19:00 GMT", "6 o'clock": a time of a day that the words do not tell."""
    found = _CLOCK.match(line.low(index))
    if found is None:
        return None
    hour, minute, end = int(found[1]), int(found[2] or 0), index + 1
    half = line.times.clock_halves.get(found[3])
    if found[3] and half is None and found[3] not in line.times.clock_words:
        return None
    if half is None and line.low(end) in line.times.clock_halves:
        half, end = line.times.clock_halves[line.low(end)], end + 1
    sure = half is not None or bool(found[3])
    while line.low(end) in line.times.clock_words:
        sure, end = True, end + 1
    if not sure and not _stands_as_clock(line, index, found[2]):
        return None
    hour = hour % 12 + half if half is not None else hour
    if hour > 24 or minute > 59:
        return None
    return Match(end, Clocked(ThatUnit("day"), f"{hour:02}:{minute:02}", alone=True))


def _stands_as_clock(line: Line, index: int, minutes: str | None) -> bool:
    """Say whether hours and minutes without "p.m." are a time: behind a preposition or by the name finder."""
    text = line.annotated.text[line.token(index).start : line.token(index).end]
    return (
        bool(minutes)
        and ":" in text
        and (line.low(index - 1) in line.times.prepositions or line.label(index) == "TIME")
    )


def read_daypart(line: Line, index: int) -> Match | None:
    """Read "noon", "at night", "the morning": a part of the day that the text is at."""
    start = line.skip(index, line.times.articles)
    low = line.low(start)
    code = line.times.day_codes.get(low)
    if low in line.times.nights and (line.token(start).deprel in {"advmod", "obl:tmod"} or _is_of_deed(line, index)):
        yesterday, today = Shifted("day", -1), Shifted("day", 0)
        return Match(start + 1, Between(yesterday, today))
    if code is None or line.token(start).deprel in {"compound", "amod", "flat"}:
        return None
    if low in line.times.points:
        return Match(start + 1, Clocked(ThatUnit("day"), code, alone=True))
    if line.low(index - 1) not in line.times.daypart_openers:
        return None
    value: Value = Clocked(ThatUnit("day"), code, alone=True) if start > index else Unplaced(_UNSAID + code)
    return Match(start + 1, value)


def _is_of_deed(line: Line, index: int) -> bool:
    """Say whether a word tells the night of a happening: "an overnight raid"."""
    token = line.token(index)
    return token.deprel == "amod" and line.token(token.head).lemma.lower() in line.times.night_deeds


def with_daypart(line: Line, end: int, day: Value) -> Match:
    """Read the part of the day behind a day: "Friday morning", "yesterday evening"."""
    code = line.times.day_codes.get(line.low(end))
    if code is None or line.low(end) not in line.times.dayparts:
        return Match(end, day)
    return Match(end + 1, Clocked(day, code))


def shifted_daypart(line: Line, index: int) -> Match | None:
    """Read "last night", "this morning", "that afternoon", "the next morning"."""
    start = line.skip(index, line.times.articles)
    low, code = line.low(start), line.times.day_codes.get(line.low(start + 1))
    if code is None or line.low(start + 1) not in line.times.dayparts:
        return None
    if low in line.times.narrated_shifts and (start > index or low not in line.times.shifts):
        return Match(start + 2, Clocked(Shifted("day", line.times.narrated_shifts[low], narrated=True), code))
    shift = line.times.shifts.get(low)
    if start > index or shift not in {-1, 0}:
        return None
    return Match(start + 2, Clocked(Shifted("day", shift), code))


def daypart_of(line: Line, index: int) -> tuple[int, str] | None:
    """Read "the night of", "early morning on": (index behind it, code of the part of the day)."""
    start = line.skip(index, line.times.articles)
    if line.low(start) in line.times.parts:
        start += 1
    code = line.times.day_codes.get(line.low(start))
    behind = start + 1
    if code is None or line.low(behind) not in line.times.daypart_links:
        return None
    return behind + 1, code

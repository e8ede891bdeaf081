"""Reads how a report opens: a line that states a day or an author, a dateline, a day fused to the text."""

import re
from dataclasses import dataclass, replace
from datetime import date

from rashomon.ingest.days import FoundDay, find_days
from rashomon.ingest.lines import Line
from rashomon.ingest.moments import CLOCK, is_more_than_a_day
from rashomon.lexicon.furniture import Furniture

_DATE_WORDS = 18
_TITLE_WORDS = 24
_DATELINE_LENGTH = 160
_SHORTEST_PLACE = 3
_WIRE_WORDS = 6
_CAPITAL = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'`-]+"
_NAME = r"[A-ZÀ-Þ][\w.’'`-]*"
_DASH = r"(?:—|–|―|‒|--?)"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPITAL}(?:(?:[ /-]| and | & ){_CAPITAL}){{0,4}}"
    rf"(?: \({_NAME}(?: {_NAME}){{0,2}}\)(?=, ?\w)|(?:, ?{_NAME}(?: {_NAME}){{0,2}}){{0,2}})"
    rf"|{_NAME}(?: {_NAME}){{0,2}})"
    rf"(?P<rest>[*_]{{0,3}}(?:,? ?[^()—–―]{{0,24}}?)(?: ?\([^()]{{1,40}}\)|\.? ?/[A-Z-]{{2,20}}/\.?){{0,2}}"
    rf"(?:(?<=\)),? [^()—–―]{{3,16}}?)?)\s*"
    rf"(?P<dash>{_DASH}(?=\s|[“\"‘A-Z])|:(?=\s)|$|(?<=\))|(?<=/\.)|\.(?=\s+[“\"‘]?[A-Z][a-z]))"
)
# What may stand between a day that opens a paragraph and its first sentence.
_AFTER_DAY = re.compile(
    r"(?P<clock>[,\s]*(?:at\s+)?\d{1,2}[:.h]?\d{2}\b(?:\s?(?:[A-Z]{2,4}\b(?:[+-]\d{1,2})?))?)?"
    r"(?P<sign>[\s,:|)\]*_–—-]*)(?:title:\s*)?(?:by (?=[A-Z]))?"
)
# "(Example Town, 3 May 2022) Residents said".
_IN_BRACKETS = re.compile(r"\((?P<words>[A-ZÀ-Þ][^()\d,]{2,40}?[, ][^()]{4,80})\)")
# "10.10.2017(updated 1601 10.10.2017)": numbers are times that have lost their colon.
_UPDATE = re.compile(r"\s?\((?P<said>[^()]{1,40})\)|(?P<close>\))")
_BARE_CLOCK = re.compile(r"\b[0-2]\d[0-5]\d\b")
_OPENERS = "“\"‘'"
_SHORT_YEAR = re.compile(r" (\d\d)(?=\s*(?:\(|$))")
_PIVOT = 69
_BRACKET = re.compile(r"[(/]([^()/]*)[)/]")
_NOTE = re.compile(r"\s*\[([^\[\]]{1,160})\]\s*")
_WIRE_FIRST = re.compile(r"\(([^()]{2,30})\)\s*(?:[—–-]{1,2}\s*)?(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline or a stated day at the start of a paragraph.

    Attributes:
        end: offset in the line's text at which the report's own words go on.
        place: place words as printed, or "".
        day: the day printed in it, or None.
        wire: the agency named in it, or "".
        rule: name of the rule.
    """

    end: int
    place: str
    day: FoundDay | None
    wire: str
    rule: str


def find_dateline(text: str, furniture: Furniture) -> Opening | None:
    """Find "KABUL, Afghanistan (June 19) -", "BEIRUT —", "Aden, 3 March (AFP) -" at the start of a paragraph."""
    first = _WIRE_FIRST.match(text)
    if first is not None and first[1] in furniture.wires:
        return Opening(first.end(), "", None, first[1], "dateline")
    found = _DATELINE.match(text[:_DATELINE_LENGTH])
    if found is None or found["place"] in furniture.not_places:
        return _in_brackets(text, furniture)
    words = found[0][: found.start("dash")]
    day = next(find_days(words, furniture), None)
    day = None if day is None else _with_short_year(day, words)
    # "ADEN, Oct" of "ADEN, Oct 19": a month looks like the second half of a place.
    cut = found.end("place") if day is None else min(day.start, found.end("place"))
    place, rest = words[:cut].strip(" ,"), words[cut:]
    place = place if ")" in place else place.strip("(")
    shouted, dash = place.partition(",")[0].isupper(), found["dash"] not in {"", ":"}
    named = (rest.strip(" ,"), *_BRACKET.findall(rest))
    wire = next(
        (
            part
            for part in named
            if _is_wire(part, furniture, (shouted or day is not None) and dash and part != named[0])
        ),
        "",
    )
    if found["dash"] == "." and (day is None or day.end < found.start("dash")):
        return None
    if len(place) < _SHORTEST_PLACE or (is_more_than_a_day(rest, furniture, day) and not wire):
        return None
    framed = (day is not None and ("(" in rest or "/" in rest)) or (wire and found["dash"])
    dashed = (dash and shouted) or (day is not None and bool(found["dash"]))
    if not (framed or dashed) or not (shouted or day or wire):
        return None
    end = _after_notes(text, found.end(), furniture)
    # "KESRA - 15 May 2025 - Residents said".
    then = find_fused_day(text[end:].lstrip(), furniture, below=True) if day is None else None
    if then is not None:
        day, end = then.day, len(text) - len(text[end:].lstrip()) + then.end
    return Opening(end, place, day, wire, "dateline")


def _in_brackets(text: str, furniture: Furniture) -> Opening | None:
    """Find a place and a day in brackets before the first sentence: "(Kesra, 3 May 2022) Residents said"."""
    found = _IN_BRACKETS.match(text)
    day = None if found is None else next(find_days(found["words"], furniture), None)
    if found is None or day is None or is_more_than_a_day(found["words"][day.start :], furniture, day):
        return None
    place = found["words"][: day.start].strip(" ,")
    if len(place) < _SHORTEST_PLACE or place.count(",") > 1:
        return None
    end = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip(" :–—-"))
    return Opening(end, place, day, "", "dateline")


def _after_notes(text: str, start: int, furniture: Furniture) -> int:
    """Give where the report goes on after an agency's notes: "-- [Speech] [President Example] [Text] My friends"."""
    end = at = start
    while (note := _NOTE.match(text, at)) is not None:
        at = note.end()
        end = at if note[1].casefold() in furniture.notes else end
    return end


def _with_short_year(day: FoundDay, words: str) -> FoundDay:
    """Give a day the year of two digits behind it ("4 FEB 90 (AFP)"): up to 68 of this century, as POSIX has it."""
    short = _SHORT_YEAR.match(words, day.end)
    if day.options or short is None:
        return day
    year = int(short[1]) + (2000 if int(short[1]) < _PIVOT else 1900)
    try:
        option = date(year, day.month, day.day)
    except ValueError:
        return day
    return replace(day, end=short.end(), text=words[day.start : short.end()], options=(option,))


def _is_wire(part: str, furniture: Furniture, framed: bool) -> bool:
    """Say whether words in brackets name an agency: a known one, or a short name between a shouted place and a dash."""
    return part in furniture.wires or (
        framed and part.count(" ") < _WIRE_WORDS and part[:1].isupper() and not furniture.day.search(part)
    )


def find_stated_day(line: Line, furniture: Furniture) -> FoundDay | None:
    """Give the day of a line that holds a day and nothing else but times and words such as "published"."""
    if line.words > _DATE_WORDS:
        return None
    days = tuple(find_days(line.text, furniture))
    # "20 AUG, 18:01" states a day, "May 3" may be a headline.
    day = next((day for day in days if day.options or CLOCK.search(line.text[day.end :])), None)
    return day if day is not None and not is_more_than_a_day(line.text, furniture, day) else None


def find_bulletin_day(line: Line, furniture: Furniture) -> FoundDay | None:
    """Give the day of a periodic report's title: "June 3: Operations in the north", "Evening update, 3 March 2021".

    The day opens the title before a colon, or closes one that calls itself an update, a report or the like.
    """
    day = next(find_days(line.text, furniture), None)
    if day is None or line.words > _TITLE_WORDS:
        return None
    if day.start == 0:
        return day if line.text[day.end : day.end + 1] == ":" else None
    words = {word.strip(".,:").lower() for word in line.text[: day.start].split()}
    closes = not line.text[day.end :].strip(" .)")
    return day if closes and words & furniture.bulletin_words else None


def find_fused_day(text: str, furniture: Furniture, below: bool = False) -> Opening | None:
    """Find a day that opens a paragraph and is followed by its first sentence: "Tue 05 Jul 2016 Ten people died.".

    Args:
        text: the paragraph with single spaces.
        furniture: the page language.
        below: whether the paragraph stands below a headline: a sign must then part the day from the sentence, which
            may be "May 3 was a market day", and a day before a dash or a colon needs no year.
    """
    head = text[:120]
    day = next((day for day in find_days(head, furniture) if day.options or below), None)
    if day is None or is_more_than_a_day(head[: day.start], furniture, None):
        return None
    stated = _skip_links(text, day.end, furniture)
    after = _AFTER_DAY.match(text, stated)
    end, sign = (stated, "") if after is None else (after.end(), after["sign"].strip())
    if below and not (sign if day.options else sign.strip(",|)]*_")):
        return None
    follows = text[end : end + 1]
    opens = follows.isupper() or follows.isdigit() or (follows != "" and follows in _OPENERS)
    return Opening(end, "", day, "", "fused-day") if opens else None


def _skip_links(text: str, start: int, furniture: Furniture) -> int:
    """Go past what a page prints between its day and its text: "(updated 16:01 10.10.2017) Get short URL 0 46"."""
    update = _UPDATE.match(text, start)
    said = "" if update is None else _BARE_CLOCK.sub(" ", update["said"] or "")
    if update is not None and not is_more_than_a_day(said, furniture, None):
        start = update.end()
    for words in sorted(furniture.link_words, key=len, reverse=True):
        link = re.compile(rf"\W*{re.escape(words)}\b(?:\s+\d+\b)*", re.IGNORECASE).match(text, start)
        if link is not None:
            return link.end()
    return start


def find_clock(text: str, furniture: Furniture) -> int:
    """Give where a paragraph goes on behind the time that a running report opens it with ("14:05 - Shells"), or 0."""
    clock = CLOCK.match(text.lstrip("[("))
    if clock is None:
        return 0
    at = len(text) - len(text.lstrip("[(")) + clock.end()
    zone = re.match(r"\s?[A-Za-z.]{1,5}(?=[\s\]):|–—-])", text[at:])
    at += zone.end() if zone is not None and zone[0].strip().lower() in furniture.zones_of_day else 0
    sign = re.match(r"\s*(?:[\])]|[:|–—-])[\s:|–—-]*(?=[A-ZÀ-Þ“\"])", text[at:])
    return at + sign.end() if sign is not None else 0


def find_wire_day(text: str, furniture: Furniture) -> tuple[int, Opening] | None:
    """Find an agency and a day between headline and text of a one-line report: "Ten die in raid AFP 9 Apr 2014 A raid".

    Returns:
        Offset at which the stamp starts, and the stamp; None if there is none.
    """
    head = text[:260]
    for day in find_days(head, furniture):
        before = head[: day.start].rstrip()
        wire = next((name for name in sorted(furniture.wires) if before.endswith(" " + name)), "")
        follows = head[day.end :].lstrip()[:1]
        sure = day.text[:1].isalpha() or follows.isupper() or follows.isdigit() or follows in '“"‘'
        if day.options and wire and follows and sure:
            end = day.end + len(head[day.end :]) - len(head[day.end :].lstrip())
            return len(before) - len(wire), Opening(end, "", day, wire, "wire-day")
    return None


def without_day(line: Line, furniture: Furniture) -> str:
    """Give a short line without its day, times and words such as "published": an author's name may be what is left."""
    day = next((day for day in find_days(line.text, furniture) if day.options), None)
    if day is None or line.words > _DATE_WORDS:
        return line.text
    return CLOCK.sub("", line.text[: day.start] + line.text[day.end :]).strip(" |,·–—-•")

"""Cuts the text into zones: what every paragraph is, with a dateline or a tail of page words split off the body."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.ingest.alone import Kind, PageTables
from rashomon.ingest.days import FoundDay, find_days
from rashomon.ingest.headers import HEADER
from rashomon.ingest.labelled import Labelled
from rashomon.ingest.layout import find_kinds
from rashomon.ingest.lines import Line, find_lines
from rashomon.ingest.openings import Opening, find_clock, find_dateline, find_fused_day, find_wire_day
from rashomon.lexicon.furniture import Furniture
from rashomon.records import Zone, ZoneKind

_MAX_TAIL = 260
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?(?=[A-Z©])")
# Paragraphs of the report in which a dateline may stand.
_OPENING_LINES = 4
# What is passed over on the way to it.
_NO_OPENINGS = frozenset(
    {ZoneKind.FURNITURE, ZoneKind.REPEAT, ZoneKind.BYLINE, ZoneKind.FOREIGN, ZoneKind.DATELINE}
)  # fmt: skip
# Rules of lines that state the page's day.
_STATED = frozenset({"stated-day", HEADER})


@dataclass(frozen=True, slots=True)
class Zoned:
    """A text's zones and how the report opens.

    Attributes:
        zones: in order, not overlapping, without the white space around paragraphs.
        lines: the paragraphs before anything was split off.
        kinds: what each paragraph is.
        opening: the dateline or the day fused to the text, or None.
        stamp: the day of an agency's stamp between headline and text of a one-line report, or None.
    """

    zones: tuple[Zone, ...]
    lines: tuple[Line, ...]
    kinds: tuple[Kind, ...]
    opening: Opening | None
    stamp: FoundDay | None


def find_zones(text: str, page: PageTables, block: Labelled | None = None) -> Zoned:
    """Say of every stretch of a text what it is; `block` is what opens it, if labelled lines do."""
    furniture = page.furniture
    lines = find_lines(text, block.end if block else 0)
    kinds = find_kinds(lines, page)
    place, opening = _find_opening(lines, kinds, furniture)
    stamped, stamp = _find_stamp(lines, kinds, furniture) if opening is None else (None, None)
    zones: list[Zone] = [*block.zones] if block else []
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if stamp is not None and index == stamped:
            zones.extend(_split_wire(text, line, stamp))
        else:
            zones.extend(_split(text, line, kind, opening if index == place else None, furniture))
    return Zoned(tuple(_with_marks(text, zones)), lines, kinds, opening, None if stamp is None else stamp[1].day)


def _with_marks(text: str, zones: Sequence[Zone]) -> Iterator[Zone]:
    """Give the zones with what stands between them: the marks of headings and of emphasis."""
    at = 0
    for zone in (*zones, Zone(len(text), len(text) + 1, ZoneKind.BODY, "")):
        between = text[at : zone.start]
        if between.strip():
            start = at + len(between) - len(between.lstrip())
            yield Zone(start, start + len(between.strip()), ZoneKind.FURNITURE, "marks")
        if zone.start < len(text):
            yield zone
        at = zone.end


def _find_opening(
    lines: Sequence[Line], kinds: Sequence[Kind], furniture: Furniture
) -> tuple[int | None, Opening | None]:
    """Give the paragraph that opens the report with a dateline or a day, and what it opens with."""
    looked = paragraphs = 0
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind.rule == "dateline":
            return index, find_dateline(line.text, furniture)
        if kind.zone in _NO_OPENINGS:
            continue
        headed = kind.zone is ZoneKind.HEADLINE
        found = find_dateline(line.text, furniture)
        if headed and not (kind.rule == "first-line" and found is not None and found.day):
            found = None
        if found is None and looked == 0:
            found = find_fused_day(line.text, furniture)
        elif found is None and not headed and paragraphs == 0:
            found = _find_day_below(index, lines, kinds, furniture)
        if found is not None:
            return index, found
        looked += 1
        paragraphs += not headed
        if looked >= _OPENING_LINES:
            break
    return None, None


def _find_day_below(index: int, lines: Sequence[Line], kinds: Sequence[Kind], furniture: Furniture) -> Opening | None:
    """Find the day that the first paragraph below a headline opens with.

    It is left to the text where the page states another day, and where another paragraph opens with one: in a
    chronicle the days tell when things happened.
    """
    found = find_fused_day(lines[index].text, furniture, below=True)
    if found is None or found.day is None:
        return None
    stated = [
        day
        for line, kind in zip(lines, kinds, strict=True)
        if kind.rule in _STATED
        for day in find_days(line.text, furniture)
    ]
    others = [line for line in lines[index + 1 :] if find_fused_day(line.text, furniture, below=True) is not None]
    options = set(found.day.options)
    agrees = all(not options or not day.options or options & set(day.options) for day in stated)
    return found if agrees and not others else None


def _find_stamp(
    lines: Sequence[Line], kinds: Sequence[Kind], furniture: Furniture
) -> tuple[int | None, tuple[int, Opening] | None]:
    """Look for an agency's stamp in the first paragraph of the body."""
    first = next((index for index, kind in enumerate(kinds) if kind.zone is ZoneKind.BODY), None)
    return first, None if first is None else find_wire_day(lines[first].text, furniture)


def _split(text: str, line: Line, kind: Kind, opening: Opening | None, furniture: Furniture) -> Iterator[Zone]:
    start = line.start
    clock = find_clock(line.text, furniture) if opening is None and kind.zone is ZoneKind.BODY else 0
    end, rule = (clock, "clock") if opening is None else (opening.end, opening.rule)
    if 0 < end < len(line.text):
        cut = start + _raw_offset(text[start : line.end], end)
        yield Zone(start, start + len(text[start:cut].rstrip()), ZoneKind.DATELINE, rule)
        start = cut + len(text[cut : line.end]) - len(text[cut : line.end].lstrip())
    end = line.end
    tail = _find_tail(text, start, end, furniture) if kind.zone is ZoneKind.BODY else None
    if tail is not None:
        yield Zone(start, start + len(text[start : tail[0]].rstrip()), kind.zone, kind.rule)
        yield Zone(tail[0], end, ZoneKind.FURNITURE, tail[1])
    elif start < end:
        yield Zone(start, end, kind.zone, kind.rule)


def _split_wire(text: str, line: Line, found: tuple[int, Opening]) -> Iterator[Zone]:
    raw = text[line.start : line.end]
    stamp, body = _raw_offset(raw, found[0]), _raw_offset(raw, found[1].end)
    yield Zone(line.start, line.start + len(raw[:stamp].rstrip()), ZoneKind.HEADLINE, "wire-day")
    yield Zone(line.start + stamp, line.start + len(raw[:body].rstrip()), ZoneKind.DATELINE, "wire-day")
    yield Zone(line.start + body, line.end, ZoneKind.BODY, "")


def _find_tail(text: str, start: int, end: int, furniture: Furniture) -> tuple[int, str] | None:
    """Find page words fused to the end of a paragraph without a space: "... the river.Please log in to comment"."""
    offset = max(start, end - _MAX_TAIL)
    for found in _SENTENCE_END.finditer(text, offset, end):
        tail = " ".join(text[found.end() : end].split())
        rule = next((rule for rule in furniture.rules if rule.takes(tail, len(tail.split()))), None)
        if rule is not None and rule.kind is ZoneKind.FURNITURE:
            return found.end(), rule.name
    return None


def _raw_offset(raw: str, folded: int) -> int:
    """Give the offset in the printed paragraph of an offset in its form with folded white space."""
    position = 0
    for found in re.finditer(r"\s+|\S+", raw):
        length = 1 if found[0].isspace() else len(found[0])
        if position + length >= folded:
            return found.end() if found[0].isspace() else found.start() + folded - position
        position += length
    return len(raw)

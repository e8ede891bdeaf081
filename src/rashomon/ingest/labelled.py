"""Reads a block of labelled lines that opens a text: the head of an e-mail, of a database's export, of a notes file.

"From: Lakeside Monitor <desk@example.org>", "Date: Thu, 15 May 2025 14:30:00 +0300", "Subject: Post falls";
"HEADLINE:", "BYLINE:", "BODY:"; "---", "title: Post falls", "date: 2025-05-15", "---".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon.ingest.alone import HeadTables
from rashomon.ingest.days import find_days, settle_day
from rashomon.ingest.headers import is_outlet_name
from rashomon.ingest.looks import is_name
from rashomon.ingest.page import Page
from rashomon.ingest.stamps import day_span, read_stamp
from rashomon.records import TimeBasis, TimeSpan, Zone, ZoneKind

# The rule of its zones.
LABELLED = "labelled-line"
_LEAST = 2
_LONGEST = 300
_EVIDENCE = 20_000
_ROW = re.compile(r"[ \t]*(?P<label>[A-Za-z][A-Za-z -]{1,24}?)[ \t]*:[ \t]*(?P<value>[^\n]*?)[ \t]*(?:\n|$)")
_BLANK = re.compile(r"[ \t]*\n|-{3,}[ \t]*\n")
_ADDRESS = re.compile(r"\s*<[^<>\s]+>$")
_QUOTES = "\"'“”"


@dataclass(frozen=True, slots=True)
class Labelled:
    """The block.

    Attributes:
        end: offset at which the report goes on; 0 where no block opens the text.
        values: what is labelled ("title", "byline", "outlet", "url", "published") -> words.
        zones: the block's zones.
    """

    end: int = 0
    values: tuple[tuple[str, str], ...] = ()
    zones: tuple[Zone, ...] = ()


def find_labelled(text: str, labels: Mapping[str, str]) -> Labelled:
    """Find the block that opens a text.

    Args:
        text: the page.
        labels: folded label -> what it labels, "" for what is not kept, "body" for the label of the report itself.

    Returns:
        The block; an empty one where fewer than two labelled lines open the text or none of them says anything.
    """
    rows, end = _rows(text, labels)
    values = tuple((labels[row["label"].casefold()], row["value"].strip(_QUOTES)) for row in rows)
    kept = tuple((what, value) for what, value in values if what not in {"", "body"} and value)
    if len(rows) < _LEAST or len(kept) < _LEAST:
        return Labelled()
    zones = tuple(zone for row in rows for zone in _zones(row, labels[row["label"].casefold()]))
    return Labelled(end, kept, zones)


def with_labelled(page: Page, block: Labelled, tables: HeadTables) -> Page:
    """Put what a block says of its page where nothing is stated beside the page."""
    said: dict[str, str] = {}
    for what, value in block.values:
        said.setdefault(what, value)
    sender = _ADDRESS.sub("", said.get("sender", "")).strip(_QUOTES)
    known = tables.register.find(sender) is not None or is_outlet_name(sender, tables.mastheads, weak=True)
    author = sender if sender and not known and is_name(sender) else None
    return replace(
        page,
        title=page.title or said.get("title"),
        byline=page.byline or said.get("byline") or author,
        outlet=page.outlet or said.get("outlet") or (sender if sender and known else None),
        url=page.url or said.get("url"),
        published=page.published or _day(said.get("published", ""), page.text, tables),
    )


def _day(words: str, text: str, tables: HeadTables) -> TimeSpan | None:
    """Read a labelled day: written for machines, or in words; day and month are told apart by the page."""
    stamp = read_stamp(words, TimeBasis.STATED) if words else None
    if stamp is not None:
        return stamp
    day = next(find_days(words, tables.furniture), None)
    settled = None if day is None else settle_day(day, text[:_EVIDENCE], tables.furniture)
    return None if settled is None else day_span(settled, TimeBasis.STATED, words)


def _rows(text: str, labels: Mapping[str, str]) -> tuple[list[re.Match[str]], int]:
    """Give the labelled lines that open a text, and where the text goes on."""
    rows: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        blank, row = _BLANK.match(text, at), _ROW.match(text, at)
        if blank is not None:
            at = blank.end()
        elif row is not None and row["label"].casefold() in labels and len(row["value"]) <= _LONGEST:
            is_body = labels[row["label"].casefold()] == "body"
            rows.append(row)
            at = row.start("value") if is_body else row.end()
            if is_body:
                break
        else:
            break
    return rows, at


def _zones(row: re.Match[str], what: str) -> Iterator[Zone]:
    start, end = row.start("label"), row.end("value")
    if what != "title" or not row["value"]:
        stop = row.start("value") if what == "body" else end
        yield Zone(start, start + len(row.string[start:stop].rstrip()), ZoneKind.DATELINE, LABELLED)
        return
    yield Zone(start, start + len(row.string[start : row.start("value")].rstrip()), ZoneKind.DATELINE, LABELLED)
    yield Zone(row.start("value"), end, ZoneKind.HEADLINE, LABELLED)

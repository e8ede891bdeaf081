"""Says who published a document: sidecar, markup, the page's own words, and the register for what is known of it."""

import re
from collections.abc import Iterator, Sequence

from rashomon.ingest.alone import HeadTables
from rashomon.ingest.headers import find_headers, is_outlet_name, read_issuer
from rashomon.ingest.lines import Line
from rashomon.ingest.page import Page
from rashomon.ingest.trouble import make_issue
from rashomon.ingest.zones import Zoned
from rashomon.lexicon.outlets import OutletRow, Outlets, fold_outlet, host_of
from rashomon.records import Issue, Outlet, ZoneKind, make_id

# "© 2024 The Daily Example. All rights"; the word "copyright" alone is also spoken of.
_COPYRIGHT = re.compile(
    r"(?:(?:©|\([cC]\))\s*(?:[Cc]opyright\s*)?|[Cc]opyright\s*(?:©\s*|(?=\d{4})|(?=by\b)))(?:by\s+)?"
    r"(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?([A-Z][^.,|©\n]{2,50})"
)
# "exclusively for the online magazine “Example Review”".
_EXCLUSIVE = re.compile(
    r"\b(?:exclusively|e?specially|first published (?:in|by|on)|originally (?:published|appeared) (?:in|on|at))\b"
    r"[^“”\"«»\n]{0,60}[“\"«]([^“”\"«»\n]{2,60})[”\"»]",
    re.I,
)
_SOURCE = re.compile(r"source ?: (.+?)(?:,? and (?:news )?agencies)?\.?$", re.I)
_PARTS = re.compile(r",|\||/|[–—]| - | for ")
_EDGE_LINES = 12
_TRIMMED = re.compile(r"\s+(?:all rights reserved|ltd|llc|inc|limited|media group).*$", re.I)


def make_outlet(page: Page, zoned: Zoned, tables: HeadTables) -> tuple[Outlet, tuple[Issue, ...]]:
    """Make the outlet of a document.

    Args:
        page: for the name stated by the sidecar or the markup, the address, and the name of the document.
        zoned: the document's zones.
        tables: words and register.

    Returns:
        The outlet, and an Issue `outlet-unknown` where nothing tells it, `outlet-by-agency` where only the agency in
        the dateline does. An unknown one is named after its document: two unknown outlets must not pass for one, nor
        one for another's echo.
    """
    register, name = tables.register, page.name
    row = register.find_stated(page.outlet, page.url)
    stated = page.outlet if page.outlet or row else next(_printed(zoned, tables), None)
    if stated or row:
        return _named(stated, row or register.find(stated), register), ()
    wire = zoned.opening.wire if zoned.opening else ""
    if wire and (wire in tables.furniture.wires or _is_outlet(wire, tables)):
        message = f"{name}: only its dateline names who published it ({wire}); correct it in sources.csv if another did"
        return _named(wire, register.find(wire), register), (make_issue("outlet-by-agency", name, message),)
    host = host_of(page.url) if page.url else ""
    if host:
        return _named(host, None, register), ()
    unknown = f"unknown outlet ({name})"
    message = f"nothing in {name} says who published it; name the outlet in sources.csv"
    issue = make_issue("outlet-unknown", name, message)
    return Outlet(make_id("out", fold_outlet(unknown), name), unknown), (issue,)


def _named(stated: str | None, row: OutletRow | None, register: Outlets) -> Outlet:
    if row is None:
        return Outlet(make_id("out", fold_outlet(stated or "")), stated or "")
    known = stated is None or stated in {row.name, *row.names} or register.masthead(stated) is row
    names = row.names if known or stated is None else (*row.names, stated)
    return Outlet(make_id("out", fold_outlet(row.name)), row.name, row.kind, row.country, row.owner, names)


def _printed(zoned: Zoned, tables: HeadTables) -> Iterator[str]:
    """Give what the page's edges print as its publisher, the surest first."""
    count, register = len(zoned.lines), tables.register
    edge = [i for i in range(count) if i < _EDGE_LINES or i >= count - _EDGE_LINES]
    lines = [zoned.lines[i] for i in edge if zoned.kinds[i].zone is not ZoneKind.BODY or zoned.lines[i].words < 40]
    for pattern in (_COPYRIGHT, _EXCLUSIVE):
        for line in lines:
            found = pattern.search(line.text)
            if found is not None:
                yield _TRIMMED.sub("", found[1]).strip(" -–|")
    for line, kind in zip(zoned.lines[:_EDGE_LINES], zoned.kinds, strict=False):
        row = register.masthead(line.text) if kind.rule == "masthead" else None
        if row is not None:
            yield row.name
    yield from _from_head(zoned, tables)
    yield from _from_tail(zoned.lines[-_EDGE_LINES:], tables)


def _from_head(zoned: Zoned, tables: HeadTables) -> Iterator[str]:
    """Give the outlets of header lines, then who a statement is by, then the author's outlet."""
    headers = tuple(find_headers(zoned.lines, zoned.kinds, tables))
    yield from (header.outlet for header in headers if header.outlet)
    yield from (header.body for header in headers if header.body)
    for line, kind in zip(zoned.lines[:_EDGE_LINES], zoned.kinds, strict=False):
        issuer = read_issuer(line.text, tables.mastheads) if kind.zone is ZoneKind.HEADLINE else ""
        if issuer:
            yield issuer
        parts = _PARTS.split(line.text)[1:] if kind.zone is ZoneKind.BYLINE else ()
        names = (_without_trade(part.strip(), tables) for part in parts if part.strip())
        yield from (name for name in names if name and _is_outlet(name, tables))


def _without_trade(words: str, tables: HeadTables) -> str:
    """Give an outlet's name without its author's trade: "Example Herald staff writer"."""
    kept = words.split()
    trades = tables.mastheads.author_last | tables.mastheads.author_words
    while len(kept) > 1 and kept[-1].casefold() in trades and kept[-1].islower():
        kept.pop()
    return " ".join(kept)


def _from_tail(lines: Sequence[Line], tables: HeadTables) -> Iterator[str]:
    for line in lines:
        found = _SOURCE.match(line.text)
        if found is not None and _is_outlet(found[1], tables):
            yield found[1]


def _is_outlet(words: str, tables: HeadTables) -> bool:
    return tables.register.find(words) is not None or is_outlet_name(words, tables.mastheads, weak=True)

"""Says who published a document: sidecar, markup, the page's own words, and the register for what is known of it."""

import re
from collections.abc import Iterator

from rashomon.ingest.zones import Zoned
from rashomon.lexicon.outlets import OutletRow, Outlets, fold_outlet
from rashomon.records import Outlet, ZoneKind, make_id

# "© 2024 The Daily Example. All rights" and "exclusively for the online magazine “Example Review”".
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?([A-Z][^.,|©\n]{2,50})", re.I
)
_EXCLUSIVE = re.compile(
    r"\b(?:exclusively|e?specially|first published (?:in|by|on)|originally (?:published|appeared) (?:in|on|at))\b"
    r"[^“”\"«»\n]{0,60}[“\"«]([^“”\"«»\n]{2,60})[”\"»]",
    re.I,
)
_EDGE_LINES = 12
_TRIMMED = re.compile(r"\s+(?:all rights reserved|ltd|llc|inc|limited|media group).*$", re.I)


def make_outlet(stated: str | None, url: str | None, zoned: Zoned, name: str, register: Outlets) -> tuple[Outlet, bool]:
    """Make the outlet of a document.

    Args:
        stated: name given by the sidecar or the markup, or None.
        url: the document's address, or None.
        zoned: the document's zones.
        name: name of the document, for an outlet that is not known.
        register: known outlets.

    Returns:
        The outlet, and whether it is known. An unknown one is named after its document: two unknown outlets must not
        pass for one, nor one for another's echo.
    """
    row = register.find(stated, url)
    if stated is None and row is None:
        stated = next(_printed(zoned, register), None)
        row = register.find(stated)
    if row is not None:
        return _registered(row, stated), True
    if stated is not None:
        return Outlet(make_id("out", fold_outlet(stated)), stated), True
    unknown = f"unknown outlet ({name})"
    return Outlet(make_id("out", fold_outlet(unknown), name), unknown), False


def _registered(row: OutletRow, stated: str | None) -> Outlet:
    names = row.names if stated is None or stated in {row.name, *row.names} else (*row.names, stated)
    return Outlet(make_id("out", fold_outlet(row.name)), row.name, row.kind, row.country, row.owner, names)


def _printed(zoned: Zoned, register: Outlets) -> Iterator[str]:
    """Give what the page's edges print as its publisher, the surest first."""
    count = len(zoned.lines)
    edge = [i for i in range(count) if i < _EDGE_LINES or i >= count - _EDGE_LINES]
    texts = [zoned.lines[i].text for i in edge if zoned.kinds[i].zone is not ZoneKind.BODY or zoned.lines[i].words < 40]
    for pattern in (_COPYRIGHT, _EXCLUSIVE):
        for text in texts:
            found = pattern.search(text)
            if found is not None:
                yield _TRIMMED.sub("", found[1]).strip(" -–|")
    for line, kind in zip(zoned.lines[:_EDGE_LINES], zoned.kinds, strict=False):
        row = register.masthead(line.text) if kind.rule == "masthead" else None
        if row is not None:
            yield row.name

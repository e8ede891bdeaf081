"""Reads a text as the pipeline would, for the tests of this room."""

from rashomon.ingest import RawInput, Sidecar, read_input
from rashomon.lexicon import load_lexicon
from rashomon.records import Document, Issue, Outlet, ZoneKind

FETCHED = "2026-01-01T00:00:00Z"


def read_bytes(data: bytes, name: str = "a.txt") -> tuple[list[tuple[Document, Outlet]], tuple[Issue, ...]]:
    """Read bytes as one input without a sidecar."""
    found, issues = read_input(RawInput(name, None, data), load_lexicon("en"), Sidecar(), FETCHED)
    return list(found), issues


def read_text(text: str, name: str = "a.txt") -> Document:
    """Read one text to its one document."""
    found, _ = read_bytes(text.encode(), name)
    return found[0][0]


def stretches(document: Document, *kinds: ZoneKind) -> list[str]:
    """Give the printed stretches of some kinds, in order."""
    return [document.text[zone.start : zone.end] for zone in document.zones if zone.kind in kinds]

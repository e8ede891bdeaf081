"""What a room hands to the one test over all rows of resources (tests/lexicon/test_examples.py).

A room that owns rows puts a module `examples.py` into its tests folder with `cases(lexicon) -> Iterator[Case]`; it is
found by its name.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.records import Annotated, Document, Outlet, Zone, ZoneKind

OUTLET = Outlet("out-test", "Test Gazette")

Check = Callable[[Annotated, Document], str | None]


@dataclass(frozen=True)
class Case:
    """One example of one row.

    Attributes:
        row: name of the row, with its file.
        text: the example.
        check: says what is wrong with what the room makes of it, or None.
    """

    row: str
    text: str
    check: Check


def make_document(text: str, zone: ZoneKind = ZoneKind.BODY) -> Document:
    """Make an undated document of one zone."""
    return Document(
        id="doc-example",
        name="example.txt",
        outlet=OUTLET.id,
        url=None,
        title=None,
        byline=None,
        dateline=None,
        published=None,
        fetched="1970-01-01T00:00:00",
        language="en",
        text=text,
        sha256="",
        fingerprint=(),
        zones=(Zone(0, len(text), zone),),
    )

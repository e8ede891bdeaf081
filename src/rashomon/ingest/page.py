"""What a reader gives: the text of one document and what its container said about it."""

from dataclasses import dataclass
from typing import Protocol

from rashomon.ingest.inputs import RawInput
from rashomon.records import Issue, TimeSpan


@dataclass(frozen=True, slots=True)
class Page:
    r"""One document before anything is made of it.

    Attributes:
        name: the name users see.
        text: decoded, newlines as "\n".
        url: address stated by the container, or None.
        title: title stated by it, or None.
        byline: author stated by it, or None.
        outlet: publisher stated by it, or None.
        published: day stated by it, or None.
        language: language stated by it, or None.
    """

    name: str
    text: str
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: TimeSpan | None = None
    language: str | None = None


class Reader(Protocol):
    """A module in readers/."""

    def accepts(self, raw: RawInput) -> bool:
        """Say whether this reader is the one for an input; no two readers accept the same."""

    def read(self, raw: RawInput) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
        """Read all documents of an input."""

"""The Ledger: what every store offers. Rooms and edges know this protocol, never a store's library."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rashomon.records.corpus import Corpus
from rashomon.records.documents import Document
from rashomon.records.issues import Issue
from rashomon.records.links import Actor, Link, Place
from rashomon.records.reading import ClaimRow, Reading, SentenceText, VoiceRow
from rashomon.records.resolution import Comparison, Dependence, Incident, Judgement, Resolution


@dataclass(frozen=True, slots=True)
class Query:
    """Filters that every asking command shares; None or "" means no filter. All that are set must hold.

    Attributes:
        actor: part of any name of an actor taking part, or its id.
        place: part of any name of the place, its district, province or country, or its id.
        type: event type, relation kind, factor, PLOVER category or ACLED sub-event type.
        start: first day that the time may touch.
        end: last day that the time may touch (inclusive).
        voice: part of any name in the voice chain.
        outlet: part of the outlet's name.
        status: status of the incident.
        text: words that the sentence must hold (full-text).
        limit: at most so many, or None.
    """

    actor: str = ""
    place: str = ""
    type: str = ""
    start: date | None = None
    end: date | None = None
    voice: str = ""
    outlet: str = ""
    status: str = ""
    text: str = ""
    limit: int | None = None


class Ledger(Protocol):
    """An append-only ledger. Appending what is held already changes nothing."""

    def holds(self, document: str) -> bool:
        """Say whether the document was read to the end with the present rules."""

    def append(self, readings: Iterable[Reading]) -> int:
        """Append readings, each whole or not at all; give the number that were new."""

    def note(self, issues: Iterable[Issue]) -> None:
        """Append issues of documents that could not be read."""

    def resolve(self, resolution: Resolution) -> None:
        """Put a new resolution in the place of the last one, in one transaction."""

    def corpus(self) -> Corpus:
        """Give the whole input of resolve."""

    def documents(self) -> Iterator[Document]:
        """Give all documents, by name."""

    def document(self, key: str) -> Document | None:
        """Give one document by id or file name."""

    def document_names(self) -> dict[str, str]:
        """Give the file name of every document id."""

    def claims(self, query: Query = Query()) -> Iterator[ClaimRow]:
        """Give claims in document order."""

    def rows(self, ids: Iterable[str]) -> Iterator[ClaimRow]:
        """Give the claims of these ids."""

    def voices(self, query: Query = Query()) -> Iterator[VoiceRow]:
        """Give voices in document order; only those of the claims that hold the filters, where any is set."""

    def incidents(self, query: Query = Query()) -> Iterator[Incident]:
        """Give incidents by time; those without one last."""

    def comparisons(self, query: Query = Query()) -> Iterator[Comparison]:
        """Give comparisons, contradictions first."""

    def dependences(self) -> Iterator[Dependence]:
        """Give all dependences."""

    def actors(self, query: Query = Query()) -> Iterator[tuple[Actor, tuple[str, ...]]]:
        """Give the ledger's actors after merging, each with the file names that name it."""

    def places(self, query: Query = Query()) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """Give the places with all spellings printed, each with the file names that name it."""

    def links(self, ids: Iterable[str]) -> Iterator[Link]:
        """Give the links of the given mentions."""

    def issues(self, query: Query = Query()) -> Iterator[Issue]:
        """Give issues."""

    def sentences(self, text: str, limit: int = 50) -> Iterator[SentenceText]:
        """Search sentences by words, best first."""

    def judge(self, judgement: Judgement) -> None:
        """Append a person's decision."""

    def close(self) -> None:
        """Close the ledger."""

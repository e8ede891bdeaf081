"""The streams of JSON objects that a ledger gives: one a record type that others build on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TextIO

from rashomon.export.shapes import (
    Shape,
    Show,
    shape_actor,
    shape_claim,
    shape_comparison,
    shape_dependence,
    shape_incident,
    shape_issue,
    shape_place,
    shape_voice,
)
from rashomon.records import Comparison, Dependence, Ledger, Query, Verdict

_BATCH_ROWS = 200


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its name, and what makes its objects."""

    name: str
    make: Callable[[Ledger, Query, Show], Iterator[Shape]]


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written.

    Attributes:
        ledger: where from.
        target: where to.
        stream: which stream.
        query: the filters.
        show: what of private persons is shown.
    """

    ledger: Ledger
    target: TextIO
    stream: Stream
    query: Query
    show: Show

    def shapes(self) -> Iterator[Shape]:
        """Give the objects."""
        return self.stream.make(self.ledger, self.query, self.show)


def _claims(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    return (shape_claim(row, show) for row in ledger.claims(query))


def _incidents(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    return (shape_incident(incident, show) for incident in ledger.incidents(query))


def _contradictions(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    # The ledger gives contradictions first.
    found = takewhile(lambda comparison: comparison.verdict is Verdict.CONTRADICTS, ledger.comparisons(query))
    return _compared(ledger, found, show)


def _comparisons(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    return _compared(ledger, ledger.comparisons(query), show)


def _compared(ledger: Ledger, comparisons: Iterator[Comparison], show: Show) -> Iterator[Shape]:
    while batch := list(islice(comparisons, _BATCH_ROWS)):
        ids = dict.fromkeys(claim for comparison in batch for claim in (comparison.first, comparison.second))
        rows = {row.id: row for row in ledger.rows(ids)}
        for comparison in batch:
            yield shape_comparison(comparison, rows[comparison.first], rows[comparison.second], show)


def _dependence(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    """Give what ties two documents, or two claims; with filters what ends in a document of the claims asked for."""
    names = ledger.document_names()
    asked = set(names) if query == Query() else {row.document for row in ledger.claims(query)}
    texts: dict[str, str] = {}
    ties = ledger.dependences()
    while batch := list(islice(ties, _BATCH_ROWS)):
        at = {row.id: row.document for row in ledger.rows(dict.fromkeys(end for tie in batch for end in _ends(tie)))}
        for tie in batch:
            documents = [at.get(end, end) for end in _ends(tie)]
            if asked.intersection(documents):
                claims = [end for end in _ends(tie) if end in at]
                told = [_words(ledger, spot, texts) for spot in tie.evidence]
                yield shape_dependence(tie, [names[key] for key in documents], claims, told, show)


def _ends(tie: Dependence) -> tuple[str, str]:
    return tie.first, tie.second


def _words(ledger: Ledger, spot: tuple[str, int, int], texts: dict[str, str]) -> str:
    """Give the printed words of a piece of evidence."""
    key, start, end = spot
    if key not in texts:
        document = ledger.document(key)
        texts[key] = "" if document is None else document.text
    return texts[key][start:end]


def _actors(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    return (shape_actor(actor, documents, show) for actor, documents in ledger.actors(query))


def _places(ledger: Ledger, query: Query, _show: Show) -> Iterator[Shape]:
    return (shape_place(place, documents) for place, documents in ledger.places(query))


def _voices(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    return (shape_voice(row, show) for row in ledger.voices(query))


def _issues(ledger: Ledger, query: Query, show: Show) -> Iterator[Shape]:
    names = ledger.document_names()
    return (shape_issue(issue, show, names.get(issue.document or "")) for issue in ledger.issues(query))


STREAMS: dict[str, Stream] = {
    stream.name: stream
    for stream in (
        Stream("claims", _claims),
        Stream("incidents", _incidents),
        Stream("contradictions", _contradictions),
        Stream("comparisons", _comparisons),
        Stream("dependence", _dependence),
        Stream("actors", _actors),
        Stream("places", _places),
        Stream("voices", _voices),
        Stream("issues", _issues),
    )
}

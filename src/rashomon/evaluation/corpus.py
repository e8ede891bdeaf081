"""Readings of one set put together for `pipeline.read_corpus`, as the store does for documents on disk."""

from collections.abc import Iterable

from rashomon.records import ClaimRow, Corpus, DocumentCard, Reading, make_rows


def make_corpus(readings: Iterable[Reading]) -> Corpus:
    """Give the whole input of resolve: documents, claims, sentences and actors of all readings, in reading order."""
    readings = tuple(readings)
    rows: list[ClaimRow] = [row for reading in readings for row in make_rows(reading)]
    actors = {actor.id: actor for reading in readings for actor in reading.actors}
    return Corpus(
        documents=tuple(map(_card, readings)),
        rows=tuple(rows),
        sentences=tuple(sentence for reading in readings for sentence in reading.sentences),
        actors=tuple(actors.values()),
    )


def _card(reading: Reading) -> DocumentCard:
    document, outlet = reading.document, reading.outlet
    return DocumentCard(
        id=document.id,
        name=document.name,
        outlet=outlet.id,
        outlet_name=outlet.name,
        outlet_kind=outlet.kind,
        outlet_country=outlet.country,
        outlet_owner=outlet.owner,
        published=None if document.published is None else document.published.start,
        fingerprint=document.fingerprint,
    )

"""Exchanging the names of two sides, or loaded for neutral words, and what of a reading may not change by it."""

import re
from collections.abc import Iterable, Mapping

from rashomon import extract, link, pipeline
from rashomon.records import Annotated, Document, Extraction, Outlet

Row = tuple[object, ...]


def exchange(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Put each name of a pair where the other stands; names are whole words, the longer ones first."""
    other = {**dict(pairs), **{b: a for a, b in pairs}}
    return put(text, other)


def put(text: str, other: Mapping[str, str]) -> str:
    """Put other words for whole words, the longer ones first."""
    names = sorted(other, key=len, reverse=True)
    return re.sub(rf"\b({'|'.join(map(re.escape, names))})\b", lambda found: other[found.group()], text)


def read(document: Document, outlet: Outlet, kit: pipeline.Kit) -> tuple[Annotated, Extraction]:
    """Read a document to its extraction."""
    annotated, _ = kit.annotator.annotate(document)
    annotated = link.settle_names(annotated, document, kit.lexicon, kit.gazetteer)
    extraction, _ = extract.extract(annotated, document, outlet, kit.lexicon)
    return annotated, extraction


def codes(annotated: Annotated, extraction: Extraction) -> list[Row]:
    """What an event says, with words by their number in the text: it stays when names are exchanged."""
    mentions = {mention.id: mention.head for mention in extraction.mentions}
    standing: dict[str, set[tuple[str, str]]] = {}
    for claim in extraction.claims:
        standing.setdefault(claim.item, set()).add((claim.factuality.value, claim.realis.value))
    return [
        (
            event.trigger,
            event.type,
            tuple(mentions[i] for i in event.agents),
            tuple(mentions[i] for i in event.patients),
            None if event.place is None else mentions[event.place],
            None if event.time is None else (event.time.start, event.time.text),
            tuple(sorted((figure.measure, figure.low or 0) for figure in event.figures)),
            tuple(sorted(standing.get(event.id, ()))),
        )
        for event in extraction.events
    ]

"""What is gathered over several tables: the corpus for resolve, actors and places with their documents."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, select

from rashomon.records import Actor, Corpus, DocumentCard, Judgement, Place, Query, SentenceText, unite_actors
from rashomon.store.asking import all_of, stored_claims
from rashomon.store.columns import decode
from rashomon.store.correcting import Corrections
from rashomon.store.filters import actor_conditions, documents_of_actors, place_conditions
from rashomon.store.tables import actors, documents, ledger_actors, links, mentions, outlets, places, sentences

_BATCH_ROWS = 500


def gather_corpus(connection: Connection) -> Corpus:
    """Give the whole input of resolve, in an order that does not depend on the order of reading."""
    return Corpus(
        documents=tuple(_cards(connection)),
        rows=tuple(stored_claims(connection)),
        sentences=tuple(_sentences(connection)),
        actors=tuple(_actors(connection)),
        judgements=tuple(judgement for judgement in all_of(connection, Judgement) if judgement.withdrawn is None),
    )


def cards_of(connection: Connection, ids: list[str]) -> Iterator[DocumentCard]:
    """Give the cards of documents."""
    for first in range(0, len(ids), _BATCH_ROWS):
        yield from _cards(connection, documents.c.id.in_(ids[first : first + _BATCH_ROWS]))


def _cards(connection: Connection, condition: Any = True) -> Iterator[DocumentCard]:
    held = documents.c
    columns = (held.id, held.name, held.published, held.fingerprint)
    statement = select(*columns, outlets).join(outlets).where(and_(True, condition)).order_by(held.name, held.id)
    for id_, name, published, fingerprint, outlet, outlet_name, kind, country, owner, _names in connection.execute(
        statement
    ):
        yield DocumentCard(
            id=id_,
            name=name,
            outlet=outlet,
            outlet_name=outlet_name,
            outlet_kind=kind,
            outlet_country=country,
            outlet_owner=owner,
            published=_first_day(published),
            fingerprint=tuple(json.loads(fingerprint)),
        )


def _first_day(published: str | None) -> date | None:
    start = None if published is None else json.loads(published)["start"]
    return None if start is None else date.fromisoformat(start)


def _sentences(connection: Connection) -> Iterator[SentenceText]:
    order = (documents.c.name, documents.c.id, sentences.c.index)
    for row in connection.execute(select(sentences).join(documents).order_by(*order)).mappings():
        yield decode(SentenceText, row)


def _actors(connection: Connection) -> Iterator[Actor]:
    """Give every actor once, with what all documents that name it know of it."""
    found: dict[str, list[Actor]] = defaultdict(list)
    corrections = Corrections(connection)
    for row in connection.execute(select(actors).order_by(actors.c.id, actors.c.document)).mappings():
        found[row["id"]].append(corrections.actor(decode(Actor, row)))
    yield from map(unite_actors, found.values())


def gather_actors(connection: Connection, query: Query) -> Iterator[tuple[Actor, tuple[str, ...]]]:
    """Give the ledger's actors by name, each with the file names that name it."""
    conditions = and_(True, *actor_conditions(query))
    statement = select(ledger_actors).where(conditions).order_by(ledger_actors.c.name, ledger_actors.c.id)
    named = _grouped(connection.execute(documents_of_actors()))
    for row in connection.execute(statement.limit(query.limit)).mappings():
        yield decode(Actor, row), named[row["id"]]


def gather_places(connection: Connection, query: Query) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Give places by name with all spellings printed, each with the file names that name it."""
    conditions = and_(True, *place_conditions(query))
    statement = select(places).where(conditions).order_by(places.c.name, places.c.id)
    at = links.join(mentions).join(documents, documents.c.id == links.c.document)
    place_links = links.c.kind == "place"
    named = _grouped(
        connection.execute(select(links.c.target, documents.c.name).select_from(at).where(place_links).distinct())
    )
    printed = _grouped(
        connection.execute(select(links.c.target, mentions.c.text).select_from(at).where(place_links).distinct())
    )
    for row in connection.execute(statement.limit(query.limit)).mappings():
        place = decode(Place, row)
        names = tuple(dict.fromkeys((*place.names, *printed[place.id])))
        yield replace(place, names=names), named[place.id]


def _grouped(pairs: Iterable[Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return defaultdict(tuple, {key: tuple(sorted(values)) for key, values in found.items()})

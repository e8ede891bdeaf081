"""Reads records back: claims under their canonical actors, incidents, comparisons, and the input of resolve."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, and_, func, select, text

from rashomon.records import (
    Actor,
    ActorRef,
    ClaimRow,
    Comparison,
    Incident,
    Issue,
    Naming,
    Query,
    Verdict,
    VoiceRef,
    from_json,
)
from rashomon.store.columns import decode
from rashomon.store.correcting import Corrections
from rashomon.store.filters import claim_conditions, comparison_conditions, incident_conditions
from rashomon.store.tables import (
    FOUND_BY,
    OF_RECORD,
    actor_merges,
    claim_index,
    claims,
    comparisons,
    incident_claims,
    incidents,
    issues,
    ledger_actors,
)

R = TypeVar("R")

_BATCH_ROWS = 500


def ask_claims(connection: Connection, query: Query) -> Iterator[ClaimRow]:
    """Give claims in document order, their actors canonical and their incident filled in."""
    yield from _canonical(connection, _claims(query))


def rows_of(connection: Connection, ids: list[str]) -> Iterator[ClaimRow]:
    """Give the claims of these ids, in document order within each batch."""
    for first in range(0, len(ids), _BATCH_ROWS):
        some = claim_index.c.claim.in_(ids[first : first + _BATCH_ROWS])
        yield from _canonical(connection, _claims(Query()).where(some))


def _canonical(connection: Connection, statement: Select[Any]) -> Iterator[ClaimRow]:
    canon, corrections = Canon(connection), Corrections(connection)
    for batch in connection.execute(statement).partitions(_BATCH_ROWS):
        read = (replace(from_json(ClaimRow, json.loads(row)), incident=incident) for row, incident in batch)
        rows = [corrections.row(row) for row in read]
        canon.learn(_actors_in(rows))
        yield from map(canon.row, rows)


def stored_claims(connection: Connection) -> Iterator[ClaimRow]:
    """Give all claims in document order as their own document and people know them: the input of resolve."""
    index = claim_index.c
    order = (index.document_name, index.sentence_index, index.start, index.claim)
    joined = claim_index.join(claims, claims.c.id == index.claim)
    corrections = Corrections(connection)
    for row in connection.execute(select(claims.c.row).select_from(joined).order_by(*order)).scalars():
        yield corrections.row(from_json(ClaimRow, json.loads(row)))


def _claims(query: Query) -> Select[Any]:
    incident = (
        select(func.min(incident_claims.c.incident))
        .where(incident_claims.c.claim == claim_index.c.claim)
        .scalar_subquery()
    )
    index = claim_index.c
    return (
        select(claims.c.row, incident)
        .select_from(claim_index.join(claims, claims.c.id == index.claim))
        .where(and_(True, *claim_conditions(query)))
        .order_by(index.document_name, index.sentence_index, index.start, index.claim)
        .limit(query.limit)
    )


def ask_incidents(connection: Connection, query: Query) -> Iterator[Incident]:
    """Give incidents by time; those without one last."""
    start = incidents.c.start_day
    statement = (
        select(incidents)
        .where(and_(True, *incident_conditions(query)))
        .order_by(start.is_(None), start, incidents.c.end_day, incidents.c.id)
        .limit(query.limit)
    )
    for row in connection.execute(statement).mappings():
        yield decode(Incident, row)


def ask_comparisons(connection: Connection, query: Query) -> Iterator[Comparison]:
    """Give comparisons, contradictions first."""
    statement = (
        select(comparisons)
        .where(and_(True, *comparison_conditions(query)))
        .order_by(comparisons.c.verdict != Verdict.CONTRADICTS.value, comparisons.c.slot, comparisons.c.id)
        .limit(query.limit)
    )
    for row in connection.execute(statement).mappings():
        yield decode(Comparison, row)


def ask_records(connection: Connection, kind: type[R], column: str, values: list[str]) -> Iterator[R]:
    """Give the records of one type whose column has one of the values, in the order they were written."""
    table = OF_RECORD[kind]
    for first in range(0, len(values), _BATCH_ROWS):
        some = table.c[column].in_(values[first : first + _BATCH_ROWS])
        for row in connection.execute(select(table).where(some)).mappings():
            yield decode(kind, row)


def pairs_of(connection: Connection, statement: Select[Any]) -> dict[str, str]:
    """Give the rows of a select of two columns as a dictionary."""
    rows: Any = connection.execute(statement).all()
    return dict(rows)


class Canon:
    """The canonical actors of the rows seen so far."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._actors: dict[str, Actor | None] = {}

    def learn(self, named: set[str | None]) -> None:
        """Look up those of the actors that are not known yet."""
        asked = sorted(actor for actor in named if actor is not None and actor not in self._actors)
        into = dict.fromkeys(asked, "") | {actor: actor for actor in asked}
        merges = select(actor_merges.c.actor, actor_merges.c.into)
        for first in range(0, len(asked), _BATCH_ROWS):
            some = asked[first : first + _BATCH_ROWS]
            into |= pairs_of(self._connection, merges.where(actor_merges.c.actor.in_(some)))
        found = {a.id: a for a in ask_records(self._connection, Actor, "id", sorted(set(into.values())))}
        self._actors |= {actor: found.get(into[actor]) for actor in asked}

    def actor(self, ident: str) -> Actor | None:
        """Give the canonical actor of one that was learnt."""
        return self._actors[ident]

    def row(self, row: ClaimRow) -> ClaimRow:
        """Give the row with canonical actors."""
        return replace(
            row,
            agents=tuple(map(self._ref, row.agents)),
            patients=tuple(map(self._ref, row.patients)),
            voice=tuple(map(self.voice, row.voice)),
        )

    def _ref(self, ref: ActorRef) -> ActorRef:
        actor = None if ref.id is None else self._actors[ref.id]
        if actor is None:
            return ref
        return replace(
            ref,
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            acled=actor.acled,
            private=actor.private,
            described=actor.described,
            description=actor.description,
        )

    def voice(self, voice: VoiceRef) -> VoiceRef:
        """Give the voice with its canonical actor."""
        actor = None if voice.actor is None else self._actors[voice.actor]
        if actor is None:
            return voice
        name = voice.name if voice.naming is Naming.OUTLET else actor.name
        return replace(voice, name=name, actor=actor.id, private=actor.private, description=actor.description)


def _actors_in(rows: list[ClaimRow]) -> set[str | None]:
    named = {ref.id for row in rows for ref in (*row.agents, *row.patients)}
    return named | {voice.actor for row in rows for voice in row.voice}


def all_of(connection: Connection, kind: type[R], order: str = "id") -> Iterator[R]:
    """Give all records of one type."""
    table = ledger_actors if kind is Actor else OF_RECORD[kind]
    for row in connection.execute(select(table).order_by(table.c[order], table.c.id)).mappings():
        yield decode(kind, row)


def ask_issues(connection: Connection, query: Query) -> Iterator[Issue]:
    """Give issues; `query.type` is a code or a stage, `query.text` a part of the message."""
    found = select(issues).order_by(issues.c.document, issues.c.start, issues.c.id).limit(query.limit)
    if query.type:
        found = found.where((issues.c.code == query.type) | (issues.c.stage == query.type))
    if query.text:
        found = found.where(issues.c.message.contains(query.text, autoescape=True))
    for row in connection.execute(found).mappings():
        yield decode(Issue, row)


def kinds_of(connection: Connection, prefix: str, limit: int) -> dict[str, type]:
    """Give the record type of each id that begins with `prefix`, at most so many of a type."""
    found: dict[str, type] = {}
    for kind, column in FOUND_BY.items():
        asked = select(column).where(column >= prefix, column < f"{prefix}\U0010ffff").order_by(column)
        for ident in connection.execute(asked.limit(limit)).scalars():
            found.setdefault(ident, kind)
    return found


def ranked_sentences(connection: Connection, match: str, limit: int) -> list[dict[str, object]]:
    """Give the sentences that match words, best first."""
    statement = text(
        "SELECT s.* FROM sentences_fts f JOIN sentences s ON s.number = f.rowid"
        " WHERE sentences_fts MATCH :words ORDER BY f.rank, s.id LIMIT :limit"
    )
    return [dict(row) for row in connection.execute(statement, {"words": match, "limit": limit}).mappings()]

"""Writes readings, resolutions, issues and judgements. Every function does one transaction's work on a connection."""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, delete, or_, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from rashomon.records import Issue, Judgement, Outlet, Reading, Resolution, make_rows
from rashomon.records.corrections import CORRECTING
from rashomon.store.columns import dumps, encode
from rashomon.store.correcting import index_anew, index_corrected, mark_private
from rashomon.store.indexing import index_actors, index_claim, index_incident
from rashomon.store.parting import part_anew, part_document
from rashomon.store.tables import (
    DERIVED,
    OF_RECORD,
    actor_merges,
    actors,
    claim_actors,
    claim_index,
    claims,
    comparisons,
    dependences,
    documents,
    incident_claims,
    incidents,
    issues,
    judgements,
    ledger_actors,
    meta,
    outlets,
    readings,
    unresolved,
)


def held_rules(connection: Connection, document: str) -> str | None:
    """Give the rules with which a document was read to the end, or None."""
    found = connection.execute(select(readings.c.rules).where(readings.c.document == document)).scalar()
    return None if found is None else str(found)


def write_reading(connection: Connection, reading: Reading, rules: str) -> bool:
    """Write one reading; say whether it was new. What other rules made of the document is taken out first."""
    held = held_rules(connection, reading.document.id)
    if held == rules:
        return False
    if held is not None:
        _withdraw(connection, reading.document.id)
    for records in _streams(reading):
        write_all(connection, OF_RECORD[type(records[0])], [encode(record) for record in records])
    write_all(connection, actors, [{"document": reading.document.id, **encode(actor)} for actor in reading.actors])
    _write_rows(connection, reading)
    part_document(connection, reading.document.id)
    write_all(connection, readings, [{"document": reading.document.id, "rules": rules}])
    touch(connection, "document", reading.document.id)
    return True


def write_stated(connection: Connection, stated: Iterable[Outlet]) -> None:
    """Put what a person states of outlets that are held in the place of what was known; note their documents."""
    for outlet in stated:
        facts = {"kind": outlet.kind, "country": outlet.country, "owner": outlet.owner}
        other = or_(*(outlets.c[name].is_distinct_from(value) for name, value in facts.items()))
        if connection.execute(update(outlets).where(outlets.c.id == outlet.id, other).values(facts)).rowcount:
            for (ident,) in connection.execute(select(documents.c.id).where(documents.c.outlet == outlet.id)).all():
                touch(connection, "document", ident)


def touch(connection: Connection, sort: str, ident: str) -> None:
    """Note that a document was read or taken out, or a judgement made or withdrawn: not resolved yet."""
    write_all(connection, unresolved, [{"sort": sort, "id": ident}])
    if sort == "document":
        set_meta(connection, "resolved", "no")


def _streams(reading: Reading) -> Iterable[Sequence[Any]]:
    streams: tuple[Sequence[Any], ...] = (
        (reading.outlet,),
        (reading.document,),
        reading.sentences,
        reading.mentions,
        reading.voices,
        reading.events,
        reading.relations,
        reading.assessments,
        reading.links,
        reading.places,
        reading.codings,
        reading.issues,
    )
    return filter(None, streams)


def _write_rows(connection: Connection, reading: Reading) -> None:
    rows = make_rows(reading)
    written = [{**encode(claim), "row": dumps(row)} for claim, row in zip(reading.claims, rows, strict=True)]
    write_all(connection, claims, written)
    write_all(connection, claim_index, [index_claim(row) for row in rows])
    write_all(connection, claim_actors, [entry for row in rows for entry in index_actors(row)])
    index_corrected(connection, (row.id for row in rows))


def _withdraw(connection: Connection, document: str) -> None:
    """Take a document and all that hangs on it out; judgements stay."""
    connection.execute(delete(issues).where(issues.c.document == document))
    connection.execute(delete(documents).where(documents.c.id == document))


def write_all(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Insert rows that are not held yet; give the number that were new."""
    if not rows:
        return 0
    statement, names = _insert_into(table)
    take = itemgetter(*names)
    return connection.exec_driver_sql(statement, [take(row) for row in rows]).rowcount


@cache
def _insert_into(table: Table) -> tuple[str, tuple[str, ...]]:
    """Give the statement as text, and its columns in order: compiling it for each batch costs more than running it."""
    names = tuple(column.name for column in table.columns if column.name != "number")
    values = dict.fromkeys(names, "")
    compiled = insert(table).values(values).on_conflict_do_nothing().compile(dialect=sqlite.dialect())
    return str(compiled), tuple(compiled.positiontup or ())


def write_issues(connection: Connection, found: Iterable[Issue]) -> None:
    """Write issues of documents that could not be read."""
    write_all(connection, issues, [encode(issue) for issue in found])


def write_resolution(connection: Connection, resolution: Resolution) -> None:
    """Put a resolution in the place of the last one; rows that both have are not touched."""
    members = [{"incident": i.id, "claim": claim} for i in resolution.incidents for claim in i.claims]
    new: dict[Table, list[dict[str, Any]]] = {
        ledger_actors: [encode(actor) for actor in resolution.actors],
        actor_merges: [encode(merge) for merge in resolution.merges],
        incidents: [{**encode(i), **index_incident(i)} for i in resolution.incidents],
        incident_claims: members,
        comparisons: [encode(comparison) for comparison in resolution.comparisons],
        dependences: [encode(dependence) for dependence in resolution.dependences],
    }
    # Parents first: an incident that changed takes the rows of its claims with it.
    for table in reversed(DERIVED):
        write_all(connection, table, _withdraw_changed(connection, table, new[table]))
    mark_private(connection)


def _withdraw_changed(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Delete the rows of a derived table that are gone or read otherwise now; give those that are to be written."""
    names = tuple(column.name for column in table.columns)
    keys = tuple(column.name for column in table.primary_key.columns)
    coming = {tuple(row[name] for name in keys): row for row in rows}
    gone: list[tuple[Any, ...]] = []
    at = [names.index(name) for name in keys]
    for held in connection.execute(select(table)):
        key = tuple(held[place] for place in at)
        row = coming.get(key)
        if row is not None and all(row.get(name) == value for name, value in zip(names, held, strict=True)):
            del coming[key]
        else:
            gone.append(key)
    if gone:
        where = " AND ".join(f'"{name}" = ?' for name in keys)
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE {where}', gone)
    return list(coming.values())


def write_judgement(connection: Connection, judgement: Judgement) -> None:
    """Append a decision; one that is held already may only be withdrawn."""
    write_all(connection, judgements, [encode(judgement)])
    if judgement.withdrawn is not None:
        held = (judgements.c.id == judgement.id) & judgements.c.withdrawn.is_(None)
        connection.execute(update(judgements).where(held).values(withdrawn=judgement.withdrawn))
    touch(connection, "judgement", judgement.id)
    if judgement.verdict in CORRECTING:
        index_anew(connection, [judgement.subject])
    parted = part_anew(connection, judgement)
    if parted is not None:
        touch(connection, "document", parted)


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Write one entry of `meta`."""
    statement = insert(meta).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

"""What stands around given claims and documents: their incidents, comparisons and dependences."""

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from rashomon.records import Comparison, Dependence, Incident, Verdict
from rashomon.store.columns import decode
from rashomon.store.tables import comparisons, dependences, incident_claims, incidents

R = TypeVar("R")

# SQLite allows 32,766 values in one statement; a condition over two columns takes each twice.
_MOST_VALUES = 10_000


def incidents_with(connection: Connection, claims: list[str]) -> Iterator[Incident]:
    """Give the incidents that hold one of the claims."""
    held = select(incident_claims.c.incident).where(incident_claims.c.claim.in_(claims[:_MOST_VALUES]))
    return _records(connection, Incident, incidents, incidents.c.id.in_(held), incidents.c.id)


def comparisons_with(connection: Connection, claims: list[str]) -> Iterator[Comparison]:
    """Give the comparisons of one of the claims with any other, contradictions first."""
    some = claims[:_MOST_VALUES]
    either = or_(comparisons.c.first.in_(some), comparisons.c.second.in_(some))
    first = comparisons.c.verdict != Verdict.CONTRADICTS.value
    return _records(connection, Comparison, comparisons, either, first, comparisons.c.id)


def dependences_with(connection: Connection, ends: list[str]) -> Iterator[Dependence]:
    """Give the dependences of which one end is one of the documents or claims."""
    some = ends[:_MOST_VALUES]
    either = or_(dependences.c.first.in_(some), dependences.c.second.in_(some))
    return _records(connection, Dependence, dependences, either, dependences.c.id)


def _records(
    connection: Connection, kind: type[R], table: Table, condition: ColumnElement[bool], *order: ColumnElement[Any]
) -> Iterator[R]:
    for row in connection.execute(select(table).where(condition).order_by(*order)).mappings():
        yield decode(kind, row)

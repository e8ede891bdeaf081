"""What resolve remembers, beside the ledger's own rows: `rashomon.resolve.memory.Memory` on a connection."""

from collections.abc import Iterable
from typing import Any, Protocol

from sqlalchemy import Connection, Table, select

from rashomon.records import (
    Actor,
    ActorMerge,
    Comparison,
    Dependence,
    Incident,
)
from rashomon.store.columns import dumps, encode
from rashomon.store.correcting import mark_private
from rashomon.store.held import HeldRows
from rashomon.store.indexing import index_incident
from rashomon.store.marked import Marked
from rashomon.store.tables import (
    MEMORY,
    actor_merges,
    actors,
    comparisons,
    dependences,
    documents,
    incident_claims,
    incidents,
    ledger_actors,
)
from rashomon.store.writing import set_meta, write_all


class Remembered(Protocol):
    """What a first resolving leaves to be remembered."""

    @property
    def marks(self) -> Iterable[Any]:
        """Marks: tuples in the order of the columns."""

    @property
    def counts(self) -> Iterable[Any]:
        """Counts, in the same way."""

    @property
    def notes(self) -> Iterable[Any]:
        """Notes, in the same way."""


class SqlMemory(HeldRows, Marked):
    """What resolve remembers, in the ledger's file. Everything is written to within the caller's transaction."""

    def replace_actors(
        self, gone: Iterable[str], new: Iterable[Actor], unmerged: Iterable[str], merged: Iterable[ActorMerge]
    ) -> None:
        """Replace canonical actors and merges."""
        self._replace(ledger_actors, gone, new)
        self._replace(actor_merges, unmerged, merged, "actor")
        mark_private(self._connection)

    def replace_incidents(self, gone: Iterable[str], new: Iterable[Incident]) -> None:
        """Replace incidents."""
        new = tuple(new)
        self._many("DELETE FROM incidents WHERE id = ?", ((ident,) for ident in gone))
        write_all(self._connection, incidents, [{**encode(i), **index_incident(i)} for i in new])
        members = [{"incident": i.id, "claim": claim} for i in new for claim in i.claims]
        write_all(self._connection, incident_claims, members)

    def replace_comparisons(self, gone: Iterable[str], new: Iterable[Comparison]) -> None:
        """Replace comparisons."""
        self._replace(comparisons, gone, new)

    def replace_dependences(self, gone: Iterable[str], new: Iterable[Dependence]) -> None:
        """Replace dependences."""
        self._replace(dependences, gone, new)

    def _replace(self, table: Table, gone: Iterable[str], new: Iterable[Any], key: str = "id") -> None:
        self._many(f'DELETE FROM "{table.name}" WHERE {key} = ?', ((ident,) for ident in gone))
        write_all(self._connection, table, [encode(record) for record in new])


def make_memory_tables(connection: Connection) -> None:
    """Make the tables of what is remembered where an older program made the ledger."""
    for table in MEMORY:
        table.create(connection, checkfirst=True)


def remember(connection: Connection, remembered: Remembered) -> None:
    """Put what is remembered in the place of what was."""
    memory = SqlMemory(connection)
    for table in MEMORY[:-1]:
        connection.exec_driver_sql(f'DELETE FROM "{table.name}"')
    # In the order of the key: rows are appended, none is pushed in between.
    memory.add(sorted(remembered.marks))
    memory.count(sorted(remembered.counts))
    memory.note(sorted(remembered.notes))
    listed: dict[str, list[str]] = {}
    for document, ident in connection.execute(select(actors.c.document, actors.c.id).order_by(actors.c.id)):
        listed.setdefault(document, []).append(ident)
    known: Any = connection.execute(select(documents.c.id)).scalars()
    memory.note(("actors", document, dumps(listed.get(document, []))) for document in sorted(known))


def settle(connection: Connection, version: str) -> None:
    """Note that all is resolved, and by which rules it is remembered; "" where nothing is."""
    connection.exec_driver_sql("DELETE FROM unresolved")
    set_meta(connection, "resolved", "yes")
    set_meta(connection, "resolved_with", version)

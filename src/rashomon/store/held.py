"""What resolve asks of the ledger's own rows, and of what it made of them the last time."""

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from rashomon.records import (
    Actor,
    ActorMerge,
    ClaimRow,
    Dependence,
    DocumentCard,
    Incident,
    Judgement,
    SentenceText,
    from_json,
)
from rashomon.store.asking import ask_records
from rashomon.store.batches import Batches
from rashomon.store.columns import decode
from rashomon.store.correcting import Corrections
from rashomon.store.gathering import cards_of
from rashomon.store.tables import (
    actors,
    judgements,
    unresolved,
)

_BATCH = 500


class HeldRows(Batches):
    """The ledger's rows as resolve asks for them."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._corrections = Corrections(connection)

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the documents and the judgements touched since the last time."""
        found: dict[str, list[str]] = {"document": [], "judgement": []}
        for sort, ident in self._connection.execute(
            select(unresolved.c.sort, unresolved.c.id).order_by(unresolved.c.id)
        ):
            found[sort].append(ident)
        return tuple(found["document"]), tuple(found["judgement"])

    def size(self) -> int:
        """Give the number of claims."""
        return int(self._connection.exec_driver_sql("SELECT count(*) FROM claim_index").scalar_one())

    def documents_of(self, ids: Iterable[str]) -> list[str]:
        """Give the documents of claims."""
        return [document for (document,) in self._some("SELECT DISTINCT document FROM claims WHERE id IN", ids)]

    def judgements(self) -> tuple[Judgement, ...]:
        """Give the judgements that hold."""
        held = select(judgements).where(judgements.c.withdrawn.is_(None)).order_by(judgements.c.id)
        return tuple(decode(Judgement, row) for row in self._connection.execute(held).mappings())

    def judgements_of(self, ids: Iterable[str]) -> tuple[Judgement, ...]:
        """Give judgements by id."""
        return tuple(ask_records(self._connection, Judgement, "id", list(ids)))

    def rows(self, ids: Iterable[str]) -> list[ClaimRow]:
        """Give claims, corrected; rejected ones are left out."""
        return list(self._rows("c.id", ids))

    def rows_of(self, documents: Iterable[str]) -> list[ClaimRow]:
        """Give the claims of documents, in the same way."""
        return list(self._rows("x.document", documents))

    def _rows(self, column: str, values: Iterable[str]) -> Iterator[ClaimRow]:
        joined = "SELECT c.row FROM claim_index x JOIN claims c ON c.id = x.claim WHERE"
        for (row,) in self._some(f"{joined} {column} IN", values):
            yield self._corrections.row(from_json(ClaimRow, json.loads(row)))

    def items_with(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """Give pairs of claims of one item."""
        sql = "SELECT a.id, b.id FROM claims a JOIN claims b ON b.item = a.item AND b.id <> a.id WHERE a.id IN"
        return [(one, other) for one, other in self._some(sql, ids)]

    def claims_naming(self, ids: Iterable[str]) -> list[str]:
        """Give the claims that name one of the actors."""
        return [claim for (claim,) in self._some("SELECT DISTINCT claim FROM claim_actors WHERE actor IN", ids)]

    def cards(self, documents: Iterable[str]) -> list[DocumentCard]:
        """Give the cards of documents."""
        return list(cards_of(self._connection, sorted(set(documents))))

    def sentences(self, ids: Iterable[str]) -> list[SentenceText]:
        """Give sentences by id."""
        return list(ask_records(self._connection, SentenceText, "id", sorted(set(ids))))

    def sentences_of(self, documents: Iterable[str]) -> list[SentenceText]:
        """Give all sentences of documents."""
        return list(ask_records(self._connection, SentenceText, "document", sorted(set(documents))))

    def actors_of(self, documents: Iterable[str]) -> list[tuple[str, Actor]]:
        """Give (document, actor)."""
        return list(self._actors("document", documents))

    def actors_known(self, ids: Iterable[str]) -> list[Actor]:
        """Give actors as every document knows them."""
        return [actor for _, actor in self._actors("id", ids)]

    def _actors(self, column: str, values: Iterable[str]) -> Iterator[tuple[str, Actor]]:
        wanted = sorted(set(values))
        for first in range(0, len(wanted), _BATCH):
            some = select(actors).where(actors.c[column].in_(wanted[first : first + _BATCH]))
            for row in self._connection.execute(some).mappings():
                yield row["document"], self._corrections.actor(decode(Actor, row))

    # What was resolved

    def merges(self, ids: Iterable[str]) -> dict[str, str]:
        """Give the ledger's actor of merged ones."""
        return dict(self._some('SELECT actor, "into" FROM actor_merges WHERE actor IN', ids))

    def merged_into(self, ids: Iterable[str]) -> list[ActorMerge]:
        """Give all merges into actors."""
        return list(ask_records(self._connection, ActorMerge, "into", sorted(set(ids))))

    def incident_claims(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give the claims of incidents, sorted."""
        found: dict[str, list[str]] = {}
        for incident, claim in self._some("SELECT incident, claim FROM incident_claims WHERE incident IN", ids):
            found.setdefault(incident, []).append(claim)
        return {incident: tuple(sorted(members)) for incident, members in found.items()}

    def incidents(self, ids: Iterable[str]) -> list[Incident]:
        """Give incidents by id."""
        return list(ask_records(self._connection, Incident, "id", sorted(set(ids))))

    def parts_of(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """Give (part, whole)."""
        return [(part, whole) for part, whole in self._some("SELECT id, part_of FROM incidents WHERE part_of IN", ids)]

    def dependences_at(self, ends: Iterable[str]) -> list[Dependence]:
        """Give the dependences at ends."""
        wanted = sorted(set(ends))
        found = {
            d.id: d for column in ("first", "second") for d in ask_records(self._connection, Dependence, column, wanted)
        }
        return [found[key] for key in sorted(found)]

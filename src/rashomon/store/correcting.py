"""People's corrections of claims on their way out of the ledger; what was read stays as it was read."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_once

from rashomon.records import Actor, ClaimRow, Judgement, Place, from_json
from rashomon.records.corrections import CORRECTING, PRIVATE, PUBLIC, RELOCATE, correct_row
from rashomon.records.parting import part_actor, part_row
from rashomon.store.columns import decode, encode
from rashomon.store.indexing import index_claim
from rashomon.store.parting import apart_in
from rashomon.store.tables import actor_merges, claim_index, claims, judgements, ledger_actors, places

_BATCH_ROWS = 500


class Corrections:
    """The judgements on claims, and on who an actor is in a document, that hold now."""

    def __init__(self, connection: Connection) -> None:
        self._of: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in _holding(connection, CORRECTING):
            self._of[judgement.subject].append(judgement)
        wanted = {j.other for same in self._of.values() for j in same if j.verdict == RELOCATE and j.other}
        rows = connection.execute(select(places).where(places.c.id.in_(wanted))).mappings() if wanted else ()
        self._places = {row["id"]: decode(Place, row) for row in rows}
        self._apart = apart_in(connection)
        self._parted = {document for document, _ in self._apart}
        self._own = frozenset(self._apart.values())

    @property
    def claims(self) -> frozenset[str]:
        """The claims that are corrected."""
        return frozenset(self._of)

    def row(self, row: ClaimRow) -> ClaimRow:
        """Give a row as corrected; a rejected one as it was read, for whoever asks for it by id."""
        return self.kept(row) or (part_row(row, self._apart) if row.document in self._parted else row)

    def kept(self, row: ClaimRow) -> ClaimRow | None:
        """Give a row as corrected, or None if it is rejected."""
        if row.document in self._parted:
            row = part_row(row, self._apart)
        return correct_row(row, self._of[row.id], self._places) if row.id in self._of else row

    def actor(self, actor: Actor) -> Actor:
        """Give an actor as one document knows it; one that people parted is nobody of the register."""
        return part_actor(actor, self._own) if self._own else actor


def _holding(connection: Connection, verdicts: Iterable[str]) -> list[Judgement]:
    j = judgements.c
    found = select(judgements).where(j.withdrawn.is_(None), j.verdict.in_(sorted(verdicts))).order_by(j.made, j.id)
    return [decode(Judgement, row) for row in connection.execute(found).mappings()]


def index_anew(connection: Connection, ids: Iterable[str]) -> None:
    """Make claims be found by what they are once corrected; a rejected one is found no more."""
    asked = sorted(set(ids))
    if not asked:
        return
    corrections = Corrections(connection)
    for first in range(0, len(asked), _BATCH_ROWS):
        some = asked[first : first + _BATCH_ROWS]
        stored = connection.execute(select(claims.c.row).where(claims.c.id.in_(some))).scalars().all()
        connection.execute(delete(claim_index).where(claim_index.c.claim.in_(some)))
        kept = (corrections.kept(from_json(ClaimRow, json.loads(row))) for row in stored)
        entries = [index_claim(row) for row in kept if row is not None]
        if entries:
            connection.execute(insert(claim_index), entries)


def index_corrected(connection: Connection, ids: Iterable[str]) -> None:
    """Do the same for those of the claims that are corrected: after their document was read again."""
    found = select(judgements.c.subject).where(judgements.c.verdict.in_(sorted(CORRECTING))).distinct()
    index_anew(connection, set(connection.execute(found).scalars()) & set(ids))


def mark_private(connection: Connection) -> None:
    """Let people's word on who is a private person stand over the rule's, for the ledger's actors as they are now."""
    merges: Any = connection.execute(select(actor_merges.c.actor, actor_merges.c.into)).all()
    into: dict[str, str] = dict(merges)
    for judgement in _holding(connection, (PRIVATE, PUBLIC)):
        actor = into.get(judgement.subject, judgement.subject)
        values = {"private": int(judgement.verdict == PRIVATE), "private_rule": f"a person judged so: {judgement.by}"}
        if judgement.verdict == PRIVATE and judgement.note:
            values["description"] = judgement.note
        connection.execute(ledger_actors.update().where(ledger_actors.c.id == actor).values(values))


def write_places(connection: Connection, found: Iterable[Place]) -> None:
    """Write places that are not held yet."""
    for place in found:
        connection.execute(insert_once(places).values(encode(place)).on_conflict_do_nothing())

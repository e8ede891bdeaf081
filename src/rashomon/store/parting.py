"""Actors that people part in one document: there the ledger holds them under an id of their own, until it is withdrawn.

The printed words, the mentions and the rows as read stay what they are; only the id that says who it is differs.
"""

from sqlalchemy import Connection, select

from rashomon.records import Judgement
from rashomon.records.parting import Apart, apart_id, parts_document, read_apart
from rashomon.store.columns import decode
from rashomon.store.tables import documents, judgements

_IN = "claim IN (SELECT id FROM claims WHERE document = ?)"
_MOVES = (
    "UPDATE actors SET id = ? WHERE document = ? AND id = ?",
    "UPDATE actors SET parent = ? WHERE document = ? AND parent = ?",
    "UPDATE links SET target = ? WHERE document = ? AND target = ?",
    f"UPDATE claim_actors SET actor = ? WHERE {_IN} AND actor = ?",
)


def apart_in(connection: Connection) -> Apart:
    """Give all actors that are another one in a document, as people's word holds now."""
    j = judgements.c
    asked = select(judgements).where(j.withdrawn.is_(None), j.subject.startswith("act-"), j.other.startswith("doc-"))
    return read_apart(decode(Judgement, row) for row in connection.execute(asked).mappings())


def part_anew(connection: Connection, judgement: Judgement) -> str | None:
    """Let a judgement about an actor in one document take hold, or let go; give the document if it is held."""
    if not parts_document(judgement) or judgement.other is None:
        return None
    actor, document = judgement.subject, judgement.other
    own = apart_id(actor, document)
    parted = (document, actor) in apart_in(connection)
    _move(connection, document, *((own, actor) if parted else (actor, own)))
    held = connection.execute(select(documents.c.id).where(documents.c.id == document)).scalar()
    return None if held is None else document


def part_document(connection: Connection, document: str) -> None:
    """Do the same for a document that was read again."""
    for (where, actor), own in sorted(apart_in(connection).items()):
        if where == document:
            _move(connection, document, own, actor)


def _move(connection: Connection, document: str, to: str, actor: str) -> None:
    for statement in _MOVES:
        connection.exec_driver_sql(statement, (to, document, actor))

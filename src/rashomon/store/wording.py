"""What each outlet calls an actor: the printed words of its reports, counted."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from rashomon.records import MentionKind
from rashomon.store.tables import actor_merges, documents, links, mentions


class Wording(NamedTuple):
    """Printed words for one actor in the reports of one outlet.

    Attributes:
        actor: id of the ledger's actor.
        outlet: id of the outlet.
        text: as printed.
        times: number of mentions.
    """

    actor: str
    outlet: str
    text: str
    times: int


def actor_wordings(connection: Connection, outlets: Sequence[str]) -> tuple[Wording, ...]:
    """Give what the reports of some outlets call the ledger's actors."""
    actor = func.coalesce(actor_merges.c.into, links.c.target)
    tables = (
        documents.join(mentions, mentions.c.document == documents.c.id)
        .join(links, links.c.mention == mentions.c.id)
        .outerjoin(actor_merges, actor_merges.c.actor == links.c.target)
    )
    statement = (
        select(actor, documents.c.outlet, mentions.c.text, func.count())
        .select_from(tables)
        .where(documents.c.outlet.in_(outlets), mentions.c.kind == MentionKind.ACTOR.value, links.c.target.is_not(None))
        .group_by(actor, documents.c.outlet, mentions.c.text)
        .order_by(actor, documents.c.outlet, func.count().desc(), mentions.c.text)
    )
    rows: Any = connection.execute(statement)
    return tuple(Wording(*row) for row in rows)

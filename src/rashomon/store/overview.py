"""What a page over the whole ledger needs of each incident, in a few plain columns: read at once."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, select, true

from rashomon.records import Query
from rashomon.store.filters import claim_conditions, incident_conditions
from rashomon.store.tables import (
    actor_merges,
    actors,
    claim_actors,
    claim_index,
    claims,
    documents,
    events,
    incident_claims,
    incidents,
    links,
)


def held_types(connection: Connection) -> tuple[str, ...]:
    """Give the types of all claims, sorted."""
    return tuple(connection.execute(select(claim_index.c.type).distinct().order_by(claim_index.c.type)).scalars())


@dataclass(frozen=True, slots=True)
class LightIncident:
    """An incident without what stands in its claims.

    Attributes:
        id: of the incident.
        type: event type.
        status: value of its status.
        origins: number of independent origins.
        title: one line.
        start: ISO day, or None.
        end: ISO day after the last, or None.
        place: id of the place, or None.
        name: name of the place, or None.
        kind: kind of the place, or None.
        adm1: id of its province, or None.
        adm2: id of its district, or None.
        country: ISO 3166-1 alpha-2, or None.
        lat: degrees, or None.
        lon: degrees, or None.
        precision: UCDP GED 1-7, or None.
        claims: number of claims.
        outlets: number of outlets.
        read: when the newest of its documents was read, UTC, ISO 8601.
    """

    id: str
    type: str
    status: str
    origins: int
    title: str
    start: str | None
    end: str | None
    place: str | None
    name: str | None
    kind: str | None
    adm1: str | None
    adm2: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    claims: int
    outlets: int
    read: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How often claims of one type tie two actors, from agent or subject to patient or object."""

    first: str
    second: str
    kind: str
    type: str
    claims: int


def light_incidents(connection: Connection) -> tuple[LightIncident, ...]:
    """Give all incidents by time; those without one last."""
    i = incidents.c
    read = (
        select(incident_claims.c.incident, func.max(documents.c.fetched).label("read"))
        .join(claim_index, claim_index.c.claim == incident_claims.c.claim)
        .join(documents, documents.c.id == claim_index.c.document)
        .group_by(incident_claims.c.incident)
        .subquery()
    )
    told = (func.json_extract(i.place, f"$.{key}") for key in ("lat", "lon", "precision"))
    statement = (
        select(
            i.id, i.type, i.status, i.origins, i.title, i.start_day, i.end_day, i.place_id,
            func.json_extract(i.place, "$.name"), func.json_extract(i.place, "$.kind"),
            i.place_adm1, i.place_adm2, i.place_country, *told,
            func.json_array_length(i.claims), func.json_array_length(i.outlets), read.c.read,
        )
        .select_from(incidents.outerjoin(read, read.c.incident == i.id))
        .order_by(i.start_day.is_(None), i.start_day, i.end_day, i.id)
    )  # fmt: skip
    rows: Any = connection.execute(statement)
    return tuple(LightIncident(*row) for row in rows)


def incident_ids(connection: Connection, query: Query) -> frozenset[str]:
    """Give the ids of the incidents that hold the filters."""
    found = select(incidents.c.id).where(and_(True, *incident_conditions(query)))
    return frozenset(connection.execute(found).scalars())


def actor_ties(connection: Connection, query: Query) -> tuple[Tie, ...]:
    """Give how the claims that hold the filters tie the ledger's actors, two by two."""
    one, other, x = claim_actors.alias(), claim_actors.alias(), claim_index.c
    left, right = actor_merges.alias(), actor_merges.alias()
    first = func.coalesce(left.c.into, one.c.actor)
    second = func.coalesce(right.c.into, other.c.actor)
    tables = (
        claim_index.join(one, (one.c.claim == x.claim) & (one.c.role == "agent"))
        .join(other, (other.c.claim == x.claim) & (other.c.role == "patient"))
        .outerjoin(left, left.c.actor == one.c.actor)
        .outerjoin(right, right.c.actor == other.c.actor)
    )
    known = (one.c.actor.is_not(None), other.c.actor.is_not(None), first != second)
    statement = (
        select(first, second, x.kind, x.type, func.count())
        .select_from(tables)
        .where(and_(*known, *claim_conditions(query)))
        .group_by(first, second, x.kind, x.type)
        .order_by(first, second, x.kind, x.type)
    )
    rows: Any = connection.execute(statement)
    return tuple(Tie(*row) for row in rows)


def documents_naming(connection: Connection, ident: str) -> tuple[str, ...]:
    """Give the documents that know an actor under this very id, by file name."""
    asked = select(documents.c.id).join(actors, actors.c.document == documents.c.id).where(actors.c.id == ident)
    return tuple(connection.execute(asked.order_by(documents.c.name, documents.c.id)).scalars())


def actor_spellings(connection: Connection, ident: str) -> tuple[str, ...]:
    """Give the names under which single documents know an actor."""
    rows = connection.execute(select(actors.c.name, actors.c.names).where(actors.c.id == ident)).all()
    names = (name for first, more in rows for name in (first, *json.loads(more)))
    return tuple(dict.fromkeys(names))


def greatest_figures(connection: Connection) -> dict[str, tuple[str, float]]:
    """Give the greatest number told of each incident, with what it counts."""
    told = func.json_each(incidents.c.figures).table_valued("value")
    high = func.coalesce(func.json_extract(told.c.value, "$.high"), func.json_extract(told.c.value, "$.low"))
    statement = select(incidents.c.id, func.json_extract(told.c.value, "$.measure"), high)
    found: dict[str, tuple[str, float]] = {}
    for ident, measure, number in connection.execute(statement.select_from(incidents.join(told, true()))):
        if number is not None and number > found.get(ident, ("", 0.0))[1]:
            found[ident] = (measure, number)
    return found


def least_scores(connection: Connection) -> dict[str, float]:
    """Give the least score of the links of the places of each incident's claims."""
    statement = (
        select(incident_claims.c.incident, func.min(links.c.score))
        .join(claims, claims.c.id == incident_claims.c.claim)
        .join(events, events.c.id == claims.c.item)
        .join(links, links.c.mention == events.c.place)
        .where(links.c.target.is_not(None))
        .group_by(incident_claims.c.incident)
    )
    rows: Any = connection.execute(statement).all()
    return dict(rows)

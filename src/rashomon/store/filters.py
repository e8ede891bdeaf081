"""Query -> conditions in SQL: on claims, on incidents, on comparisons, on actors and places."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, false, func, or_, select, text, union

from rashomon.records import PlaceKind, Query
from rashomon.store.folding import fold
from rashomon.store.tables import (
    actor_merges,
    actors,
    claim_actors,
    claim_index,
    comparisons,
    documents,
    incident_claims,
    incidents,
    ledger_actors,
    places,
    sentences,
)

Condition = ColumnElement[bool]

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
# The claims of sentences that are looked for, beside the claims that are asked for.
_INNER = claim_index.alias()
_STANDS_IN = (_INNER.c.document == sentences.c.document) & (_INNER.c.sentence_index == sentences.c.index)
_SQL_FOLD = func.rashomon_fold


def claim_conditions(query: Query) -> Iterator[Condition]:
    """Give what a row of `claim_index` must hold."""
    yield from _of_claims(query)
    if query.type:
        yield _type(claim_index, query.type)
    if query.place:
        yield _place(claim_index.c.place, claim_index, query.place)
    yield from _days(claim_index, query)
    if query.status:
        held = select(incident_claims.c.claim).join(incidents).where(incidents.c.status == query.status)
        yield claim_index.c.claim.in_(held)


def incident_conditions(query: Query) -> Iterator[Condition]:
    """Give what a row of `incidents` must hold; actor, voice, outlet and text are asked of its claims."""
    if query.type:
        claims = select(claim_index.c.claim).where(_type(claim_index, query.type))
        yield or_(incidents.c.type == query.type, _has_claim(claims))
    if query.place:
        yield _place(incidents.c.place_id, incidents, query.place)
    yield from _days(incidents, query)
    if query.status:
        yield incidents.c.status == query.status
    for condition in _of_claims(query):
        yield _has_claim(select(claim_index.c.claim).where(condition))


def comparison_conditions(query: Query) -> Iterator[Condition]:
    """Give what a row of `comparisons` must hold: one of its two claims holds all that is asked, or its slot is."""
    held = _claims_that_hold(query)
    if held is not None:
        either = or_(comparisons.c.first.in_(held), comparisons.c.second.in_(held))
        yield or_(either, comparisons.c.slot == query.type) if query.type else either


def actor_conditions(query: Query) -> Iterator[Condition]:
    """Give what a row of `ledger_actors` must hold; `type` is its kind, the rest is asked of its claims."""
    if query.actor:
        yield or_(ledger_actors.c.id.in_(_ledger_actors(query.actor)), ledger_actors.c.id.startswith(query.actor))
    if query.type:
        yield ledger_actors.c.kind == query.type
    claims = _claims_that_hold(replace(query, actor="", type=""))
    if claims is not None:
        named = select(claim_actors.c.actor).where(claim_actors.c.claim.in_(claims))
        merged = select(actor_merges.c.into).where(actor_merges.c.actor.in_(named))
        yield or_(ledger_actors.c.id.in_(named), ledger_actors.c.id.in_(merged))


def place_conditions(query: Query) -> Iterator[Condition]:
    """Give what a row of `places` must hold; `type` is its kind, the rest is asked of its claims."""
    if query.place:
        found = _named_places(query.place)
        country = select(places.c.country).where(places.c.id.in_(found), places.c.kind == PlaceKind.COUNTRY.value)
        within = (places.c.adm2_id.in_(found), places.c.adm1_id.in_(found), places.c.country.in_(country))
        yield or_(places.c.id.in_(found), places.c.country == query.place.upper(), *within)
    if query.type:
        yield places.c.kind == query.type
    claims = _claims_that_hold(replace(query, place="", type=""))
    if claims is not None:
        yield places.c.id.in_(select(claim_index.c.place).where(claim_index.c.claim.in_(claims)))


def _claims_that_hold(query: Query) -> Any:
    """Select the claims that a query asks for, or None where it asks for all."""
    conditions = list(claim_conditions(query))
    return select(claim_index.c.claim).where(and_(*conditions)) if conditions else None


def sentence_match(words: str) -> str | None:
    """Turn a person's words into a full-text query: all must stand, those in quotation marks together."""
    parts = [quoted or bare for quoted, bare in _WORDS.findall(words)]
    kept = [part.replace('"', "") for part in parts if any(letter.isalnum() for letter in part)]
    return " ".join(f'"{part}"' for part in kept) or None


def matching_sentences(words: str) -> Any:
    """Give the select of the numbers of sentences that hold the words."""
    match = sentence_match(words)
    if match is None:
        return select(sentences.c.number).where(false())
    return (
        text("SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH :words")
        .bindparams(words=match)
        .columns(sentences.c.number)
    )


def _of_claims(query: Query) -> Iterator[Condition]:
    if query.actor:
        yield claim_index.c.claim.in_(_claims_of(query.actor, ("agent", "patient")))
    if query.voice:
        yield claim_index.c.claim.in_(_claims_of(query.voice, ("voice",)))
    if query.outlet:
        yield claim_index.c.outlet.contains(fold(query.outlet), autoescape=True)
    if query.text:
        found = sentences.c.number.in_(matching_sentences(query.text))
        yield claim_index.c.claim.in_(
            select(_INNER.c.claim).select_from(sentences.join(_INNER, _STANDS_IN)).where(found)
        )


def _has_claim(claims: Any) -> Condition:
    return incidents.c.id.in_(select(incident_claims.c.incident).where(incident_claims.c.claim.in_(claims)))


def _claims_of(name: str, roles: tuple[str, ...]) -> Any:
    """Select the claims in which somebody of that name or id has one of the roles, under any spelling."""
    found = _ledger_actors(name)
    members = select(actor_merges.c.actor).where(actor_merges.c.into.in_(found))
    by_id = or_(claim_actors.c.actor == name, claim_actors.c.actor.in_(found), claim_actors.c.actor.in_(members))
    by_name = claim_actors.c.words.contains(fold(name), autoescape=True)
    return select(claim_actors.c.claim).where(claim_actors.c.role.in_(roles), or_(by_id, by_name))


def _ledger_actors(name: str) -> Any:
    folded = fold(name)
    by_name = select(ledger_actors.c.id).where(
        or_(ledger_actors.c.id == name, _SQL_FOLD(ledger_actors.c.names).contains(folded, autoescape=True))
    )
    alone = select(ledger_actors.c.id).where(_SQL_FOLD(ledger_actors.c.name).contains(folded, autoescape=True))
    into = select(actor_merges.c.into).where(actor_merges.c.actor == name)
    return union(by_name, alone, into)


def _named_places(name: str) -> Any:
    folded = fold(name)
    return select(places.c.id).where(
        or_(
            places.c.id == name,
            _SQL_FOLD(places.c.name).contains(folded, autoescape=True),
            _SQL_FOLD(places.c.names).contains(folded, autoescape=True),
        )
    )


def _place(own: ColumnElement[Any], table: Table, name: str) -> Condition:
    found = _named_places(name)
    country = select(places.c.country).where(places.c.id.in_(found), places.c.kind == PlaceKind.COUNTRY.value)
    return or_(
        own.in_(found),
        table.c.place_adm2.in_(found),
        table.c.place_adm1.in_(found),
        table.c.place_country == name.upper(),
        table.c.place_country.in_(country),
        table.c.place_words.contains(fold(name), autoescape=True),
    )


def _type(table: Table, name: str) -> Condition:
    folded = name.casefold()
    return or_(
        func.lower(table.c.type) == folded,
        func.lower(table.c.plover) == folded,
        func.lower(table.c.plover).startswith(f"{folded}.", autoescape=True),
        func.lower(table.c.acled) == folded,
    )


def _days(table: Table, query: Query) -> Iterator[Condition]:
    """Ask that the interval touches the days; an open bound reaches everywhere, an unknown time nowhere."""
    if query.start is None and query.end is None:
        return
    yield or_(table.c.start_day.is_not(None), table.c.end_day.is_not(None))
    if query.start is not None:
        yield or_(table.c.end_day.is_(None), table.c.end_day > query.start.isoformat())
    if query.end is not None:
        yield or_(table.c.start_day.is_(None), table.c.start_day <= query.end.isoformat())


def documents_of_actors() -> Any:
    """Select (ledger actor, file name): every document that names the actor under any of its ids."""
    into = func.coalesce(actor_merges.c.into, actors.c.id)
    return (
        select(into.label("actor"), documents.c.name)
        .select_from(actors.join(documents).outerjoin(actor_merges, actor_merges.c.actor == actors.c.id))
        .distinct()
    )

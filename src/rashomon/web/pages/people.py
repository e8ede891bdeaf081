"""Actors and voices: names, roles, what they said, what is said of them, where they are contradicted."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.records import (
    Actor,
    ActorMerge,
    Claim,
    ClaimKind,
    ClaimRow,
    Comparison,
    Document,
    Link,
    Mention,
    Query,
    Verdict,
    Voice,
)
from rashomon.web.changes import actors_of
from rashomon.web.desk import Desk, desk_of
from rashomon.web.view import View

_SHOWN = 80


def actor(request: Request) -> Response:
    """Draw the page of an actor."""
    desk, ident = desk_of(request), request.path_params["ident"]
    found = desk.ledger.actor(ident)
    if found is None:
        raise HTTPException(404, "No actor has this id now.")
    said = list(desk.ledger.claims(Query(voice=found.id, limit=_SHOWN)))
    of = list(desk.ledger.claims(Query(actor=found.id, limit=_SHOWN * 2)))
    told = {row.id: row for row in (*said, *of)}
    against = contradictions_of(desk, told)
    parent = desk.ledger.actor(found.parent) if found.parent else None
    return desk.page(
        request,
        "actor.html",
        actor=found,
        parent=parent,
        said=said,
        relations=[row for row in of if row.kind is ClaimKind.RELATION],
        of=[row for row in of if row.kind is not ClaimKind.RELATION],
        against=against,
        by_id=rows_of(desk, against),
        incidents=desk.snapshot.chosen(View(query=Query(actor=found.id))),
        merges=list(desk.ledger.records(ActorMerge, "into", [found.id])),
        spellings=_spellings(desk, found),
    )


def _spellings(desk: Desk, actor: Actor) -> list[tuple[str, int, str]]:
    """Give (spelling, number of mentions, document) of an actor, the commonest first."""
    targets = list(actors_of(desk, actor.id))
    links = list(desk.ledger.records(Link, "target", targets))
    counts: dict[str, list[str]] = {}
    for mention in desk.ledger.records(Mention, "id", [link.mention for link in links]):
        if mention.text.casefold() not in desk.lexicon.actors.pronouns:
            counts.setdefault(mention.text, []).append(mention.document)
    found = [(text, len(where), where[0]) for text, where in counts.items()]
    return sorted(found, key=lambda one: (-one[1], one[0]))[:_SHOWN]


def contradictions_of(desk: Desk, told: dict[str, ClaimRow]) -> list[Comparison]:
    """Give the contradictions in which one of the claims stands."""
    return [c for c in desk.ledger.comparisons_of(list(told)) if c.verdict is Verdict.CONTRADICTS][:_SHOWN]


def rows_of(desk: Desk, comparisons: list[Comparison]) -> dict[str, ClaimRow]:
    """Give the rows of the two ends of comparisons."""
    ends = {claim for c in comparisons for claim in (c.first, c.second)}
    return {row.id: row for row in desk.ledger.rows(sorted(ends))}


def voice(request: Request) -> Response:
    """Draw the page of a voice as it speaks in one report."""
    desk, ident = desk_of(request), request.path_params["ident"]
    found = next(desk.ledger.records(Voice, "id", [ident]), None)
    if found is None:
        raise HTTPException(404, "No voice has this id now.")
    own = [claim.id for claim in desk.ledger.records(Claim, "voice", [ident])]
    rows = list(desk.ledger.rows(own))
    document = next(desk.ledger.records(Document, "id", [found.document]))
    refs = {ref.id: ref for row in rows for ref in row.voice}
    speaker = refs[ident].actor if ident in refs else _actor_of(desk, found)
    against = contradictions_of(desk, {row.id: row for row in rows})
    return desk.page(
        request,
        "voice.html",
        voice=found,
        document=document,
        rows=rows,
        speaker=None if speaker is None else desk.ledger.actor(speaker),
        passes=list(desk.ledger.records(Voice, "via", [ident])),
        via=next(desk.ledger.records(Voice, "id", [found.via]), None) if found.via else None,
        against=against,
        by_id=rows_of(desk, against),
        words=[document.text[start:end] for start, end in found.contents],
    )


def _actor_of(desk: Desk, voice: Voice) -> str | None:
    link = next(desk.ledger.records(Link, "mention", [voice.source]), None) if voice.source else None
    return None if link is None else link.target


ROUTES = (Route("/actor/{ident}", actor), Route("/voice/{ident}", voice))

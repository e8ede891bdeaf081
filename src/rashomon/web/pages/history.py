"""The queue of rows most worth a look, and the history of all decisions."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.records import (
    Actor,
    ActorMerge,
    Claim,
    Comparison,
    Document,
    Incident,
    Issue,
    Judgement,
    Mention,
    Place,
    SentenceText,
    Voice,
)
from rashomon.store.overview import greatest_figures, least_scores
from rashomon.web.desk import Desk, desk_of
from rashomon.web.queue import rank

_SHOWN = 60
_QUOTED = 3


def queue(request: Request) -> Response:
    """Draw the queue."""
    desk = desk_of(request)
    done = _accepted(desk)
    rows = [row for row in desk.snapshot.incidents() if row.id not in done]
    figures = desk.snapshot.kept("figures", lambda: desk.ledger.ask(greatest_figures))
    scores = desk.snapshot.kept("scores", lambda: desk.ledger.ask(least_scores))
    ranked = rank(rows, figures, scores)[:_SHOWN]
    quotes = _quotes(desk, [row.id for row, _ in ranked])
    return desk.page(request, "queue.html", rows=ranked, quotes=quotes, done=len(done))


def _quotes(desk: Desk, incidents: list[str]) -> dict[str, list[str]]:
    """Give the sentences of the first claims of incidents, each sentence once."""
    first = {found.id: found.claims[:_QUOTED] for found in desk.ledger.records(Incident, "id", incidents)}
    rows = {row.id: row.sentence for row in desk.ledger.rows([claim for claims in first.values() for claim in claims])}
    return {
        ident: list(dict.fromkeys(rows[claim] for claim in claims if claim in rows)) for ident, claims in first.items()
    }


def _accepted(desk: Desk) -> set[str]:
    held = desk.ledger.records(Judgement, "verdict", ["accept"])
    return {judgement.subject for judgement in held if judgement.withdrawn is None}


def corrections(request: Request) -> Response:
    """Draw the history of all decisions."""
    desk = desk_of(request)
    held = desk.ledger.ask(_all_judgements)
    return desk.page(request, "corrections.html", history=sorted(held, key=lambda j: j.made, reverse=True))


def _all_judgements(connection: object) -> list[Judgement]:
    from rashomon.store.asking import all_of  # noqa: PLC0415

    return list(all_of(connection, Judgement))  # type: ignore[arg-type]


def find(request: Request) -> Response:
    """Go to the page of any id."""
    desk, ident = desk_of(request), request.path_params["ident"]
    found = desk.ledger.find(ident, 2)
    if not found:
        raise HTTPException(404, "No record has this id now.")
    return RedirectResponse(page_of(desk, *found[0]), 303)


def page_of(desk: Desk, kind: type, ident: str) -> str:
    """Give the address of a record's page."""
    if kind in {Actor, ActorMerge}:
        return f"/actor/{ident}"
    if kind in {Document, Incident, Place, Voice}:
        return f"/{kind.__name__.lower()}/{ident}"
    if kind in {Claim, Mention, SentenceText, Issue}:
        record: Any = next(desk.ledger.records(kind, "id", [ident]))
        return f"/document/{record.document}?mark={ident}#c-{ident}"
    if kind is Comparison:
        return f"/contradictions#{ident}"
    return f"/correct/{ident}"


ROUTES = (
    Route("/queue", queue),
    Route("/corrections", corrections),
    Route("/find/{ident}", find),
)

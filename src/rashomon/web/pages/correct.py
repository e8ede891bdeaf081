"""Corrections: one record with all that can be done to it, what was done before, and the way back."""

from functools import partial
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon import judging
from rashomon.records import ActorMerge, Incident, Judgement
from rashomon.store.overview import actor_spellings, documents_naming
from rashomon.web.changes import AT, actors_of, claims_of, is_actor, read_change
from rashomon.web.desk import Desk, desk_of
from rashomon.web.guard import FIELD, check_csrf
from rashomon.web.likely import find_likely
from rashomon.web.places import find_places
from rashomon.web.sending import run_apart

_MOST_FIELDS = 2000
_MOST_REPORTS = 200


def correct(request: Request) -> Response:
    """Draw the page on which a claim, an incident or an actor is corrected."""
    desk, ident = desk_of(request), request.path_params["ident"]
    incident = next(desk.ledger.records(Incident, "id", [ident]), None)
    actor = is_actor(desk, ident)
    claims = claims_of(desk, ident)
    if actor is None and not claims:
        raise HTTPException(404, "Nothing that can be corrected has this id now.")
    rows = tuple(desk.ledger.rows(claims))
    subjects = [ident, *claims, *(actors_of(desk, ident) if actor else ())]
    return desk.page(
        request,
        "correct.html",
        ident=ident,
        incident=incident,
        actor=actor,
        rows=rows,
        rejected=[claim for claim in claims if claim not in {row.id for row in rows}],
        members=_members(desk, ident) if actor else [],
        reports=_reports(desk, ident) if actor and not actor.described else [],
        near=find_likely(desk, ident) if incident or actor else [],
        words="",
        history=history_of(desk, subjects),
        types=sorted(desk.labels.items(), key=lambda pair: pair[1].casefold()),
        by=desk.settings.by,
        back=_own_path(request.query_params.get("back", "")),
        said=request.query_params.get("said", ""),
    )


def _members(desk: Desk, ident: str) -> list[tuple[ActorMerge, tuple[str, ...]]]:
    """Give the spellings that were merged into an actor, with the score and reason of each."""
    merges = list(desk.ledger.records(ActorMerge, "into", [ident]))
    return [(merge, names_of_actor(desk, merge.actor)) for merge in merges]


def _reports(desk: Desk, ident: str) -> list[tuple[str, str, str]]:
    """Give (what a tick stands for, spellings, report) wherever several reports know an actor under one id."""
    names = desk.ledger.document_names()
    told = {key: desk.ledger.ask(partial(documents_naming, ident=key)) for key in actors_of(desk, ident)}
    return [
        (f"{key}{AT}{document}", ", ".join(names_of_actor(desk, key)), names[document])
        for key, documents in told.items()
        if len(documents) > 1
        for document in documents[:_MOST_REPORTS]
    ]


def names_of_actor(desk: Desk, ident: str) -> tuple[str, ...]:
    """Give the names under which single documents know an actor."""
    return desk.ledger.ask(partial(actor_spellings, ident=ident))


def history_of(desk: Desk, subjects: list[str]) -> list[Judgement]:
    """Give what people decided on records, newest first."""
    found = {j.id: j for column in ("subject", "other") for j in desk.ledger.records(Judgement, column, subjects)}
    return sorted(found.values(), key=lambda j: j.made, reverse=True)


async def judge(request: Request) -> Response:
    """Do what a form asks for, and go on to where it says."""
    desk = desk_of(request)
    async with request.form(max_fields=_MOST_FIELDS, max_files=0) as sent:
        form = {key: str(value) for key, value in sent.items()}
        chosen = [str(value) for value in sent.getlist("chosen")]
    if not check_csrf(request, desk.guard, form.get(FIELD)):
        raise HTTPException(403, "This form is old: load the page again, then send it once more.")
    said = await run_apart(_do, desk, form, chosen)
    if request.headers.get("hx-request"):
        return desk.page(request, "done.html", said=said, subject=form["subject"])
    # An id may change with a correction: the way back leads to the record that was corrected, or to the queue.
    goes = _own_path(form.get("next", "")) or _after(desk, form["subject"])
    return RedirectResponse(f"{goes}{'&' if '?' in goes else '?'}{urlencode({'said': said})}", 303)


def _after(desk: Desk, subject: str) -> str:
    """Give where to go after a change: an incident that was rejected or merged away has no page any more."""
    return f"/correct/{subject}" if desk.ledger.find(subject, 1) else "/corrections"


def _do(desk: Desk, form: dict[str, str], chosen: list[str]) -> str:
    if form.get("act") == "withdraw":
        held = list(desk.ledger.records(Judgement, "id", [form.get("judgement", ""), *chosen]))
        judging.withdraw(desk.ledger, [j for j in held if j.withdrawn is None], desk.lexicon)
        return "Withdrawn"
    change = read_change(desk, form, chosen)
    judging.decide(desk.ledger, change.judgements, desk.lexicon, change.places)
    desk.snapshot.forget()
    return change.said


def _own_path(path: str) -> str:
    """Give a path of this server, or ""; never another host."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path else ""


def places(request: Request) -> Response:
    """List places that fit what is typed."""
    desk = desk_of(request)
    words = request.query_params.get("words", "")
    return desk.page(request, "places_found.html", places=find_places(desk, words), words=words)


def same(request: Request) -> Response:
    """List what may be the same as a record and is called as is typed."""
    desk, words = desk_of(request), request.query_params.get("words", "")
    near = find_likely(desk, request.query_params.get("subject", ""), words)
    return desk.page(request, "same_found.html", near=near, words=words)


ROUTES = (
    Route("/correct/{ident}", correct),
    Route("/judge", judge, methods=["POST"]),
    Route("/find/places", places),
    Route("/find/same", same),
)

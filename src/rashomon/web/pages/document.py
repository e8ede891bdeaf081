"""One report: its stored text with every mark in place, and its claims by voice."""

from itertools import groupby

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.records import Claim, ClaimRow, Document, Issue, Link, Mention, Outlet, SentenceText, Voice
from rashomon.web.desk import Desk, desk_of
from rashomon.web.text import MOST_LETTERS, claim_marks, mention_marks, paragraphs, voice_marks


def documents(request: Request) -> Response:
    """Draw the list of reports."""
    desk = desk_of(request)
    outlets = {outlet.id: outlet for outlet in desk.ledger.records(Outlet, "id", _outlet_ids(desk))}
    held = sorted(desk.ledger.documents(), key=lambda d: (d.published is None, str(d.published and d.published.start)))
    return desk.page(request, "documents.html", documents=held, outlets=outlets)


def _outlet_ids(desk: Desk) -> list[str]:
    return sorted({document.outlet for document in desk.ledger.documents()})


def document(request: Request) -> Response:
    """Draw the page of one report."""
    desk = desk_of(request)
    found = desk.ledger.document(request.path_params["key"])
    if found is None:
        raise HTTPException(404, "No report has this id or name.")
    rows = tuple(desk.ledger.rows([claim.id for claim in desk.ledger.records(Claim, "document", [found.id])]))
    first = _first(request, found, rows)
    return desk.page(
        request,
        "document.html",
        document=found,
        outlet=next(desk.ledger.records(Outlet, "id", [found.outlet])),
        paragraphs=_marked(desk, found, rows, first),
        by_voice=_by_voice(rows),
        rows=rows,
        issues=list(desk.ledger.records(Issue, "document", [found.id, found.name])),
        first=first,
        last=first + MOST_LETTERS,
        length=len(found.text),
        step=MOST_LETTERS,
    )


def _first(request: Request, found: Document, rows: tuple[ClaimRow, ...]) -> int:
    """Give where to begin in a long report: where it is asked for, or before the claim that is asked for."""
    asked = request.query_params.get("from", "")
    if asked.isdecimal() and len(asked) < 10:
        return min(int(asked), max(0, len(found.text) - 1))
    wanted = next((row for row in rows if row.id == request.query_params.get("mark")), None)
    return 0 if wanted is None else wanted.start // MOST_LETTERS * MOST_LETTERS


def _marked(desk: Desk, found: Document, rows: tuple[ClaimRow, ...], first: int) -> object:
    mentions = list(desk.ledger.records(Mention, "document", [found.id]))
    marks = [
        *claim_marks(rows, list(desk.ledger.records(SentenceText, "document", [found.id]))),
        *voice_marks(desk.ledger.records(Voice, "document", [found.id])),
        *mention_marks(mentions, desk.ledger.records(Link, "document", [found.id])),
    ]
    return paragraphs(found, marks, first)


def _by_voice(rows: tuple[ClaimRow, ...]) -> list[tuple[ClaimRow, list[ClaimRow]]]:
    """Give the claims of each voice, in the order in which voices first speak, each with a row that names it."""
    order = {key: at for at, key in reversed(list(enumerate(_speaker(row) for row in rows)))}
    ordered = sorted(rows, key=lambda row: (order[_speaker(row)], row.start))
    groups = (list(same) for _, same in groupby(ordered, key=_speaker))
    return [(same[0], same) for same in groups]


def _speaker(row: ClaimRow) -> tuple[str, ...]:
    return tuple(voice.actor or voice.name for voice in row.voice)


ROUTES = (Route("/documents", documents), Route("/document/{key:path}", document))

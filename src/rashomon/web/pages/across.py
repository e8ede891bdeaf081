"""Pages over the whole ledger: contradictions, prospects, what changed, the briefing, search, issues, keys."""

from collections import defaultdict
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.gathering import briefing_phrases, gather_briefing, gather_prospects
from rashomon.records import Briefing, Comparison, Document, ProspectCell, Query, Slot, Verdict
from rashomon.web.desk import Desk, desk_of, view_of
from rashomon.web.pages.history import page_of
from rashomon.web.pages.people import rows_of
from rashomon.web.view import View

_PAGE = 40
_SHOWN = 30


def contradictions(request: Request) -> Response:
    """Draw the pairs of claims that cannot both be true."""
    desk, view = desk_of(request), view_of(request)
    slot = request.query_params.get("slot", "")
    found = [c for c in desk.ledger.comparisons(view.query) if c.verdict is Verdict.CONTRADICTS]
    slots = [name for name in (slot.value for slot in Slot) if any(c.slot == name for c in found)]
    shown = [c for c in found if not slot or c.slot.value == slot]
    first = (view.page - 1) * _PAGE
    part = shown[first : first + _PAGE]
    return desk.page(
        request, "contradictions.html", view=view, found=part, count=len(shown), size=_PAGE, slots=slots, slot=slot,
        by_id=rows_of(desk, part),
    )  # fmt: skip


def prospects(request: Request) -> Response:
    """Draw the outlook as a matrix of factors and voices."""
    desk, view = desk_of(request), view_of(request)
    cells = desk.snapshot.kept(("prospects", view.query), lambda: gather_prospects(desk.ledger, view.query))
    matrix: dict[str, dict[tuple[str, str], list[ProspectCell]]] = defaultdict(lambda: defaultdict(list))
    for cell in cells:
        matrix[cell.factor][cell.voice, cell.outlet].append(cell)
    voices = sorted({(cell.voice, cell.outlet) for cell in cells}, key=lambda pair: (pair[1], pair[0]))
    where = {row.id: row.document for row in desk.ledger.rows([cell.claim for cell in cells])}
    return desk.page(
        request, "prospects.html", view=view, matrix=dict(sorted(matrix.items())), voices=voices, where=where
    )


def changed(request: Request) -> Response:
    """Draw what came since a time: reports, incidents, contradictions."""
    desk = desk_of(request)
    held = sorted(desk.ledger.documents(), key=lambda document: document.fetched, reverse=True)
    moments = list(dict.fromkeys(document.fetched for document in held))
    since = request.query_params.get("since", "")[:32] or (moments[0] if moments else "")
    new = [document for document in held if document.fetched >= since]
    rows = desk.snapshot.chosen(View(since=since))
    older = {document.name for document in held if document.fetched < since}
    return desk.page(
        request, "changed.html", since=since, moments=moments[:_SHOWN], documents=new, rows=rows,
        first=_new_only(desk, [row.id for row in rows], older), found=_contradictions_since(desk, new),
        by_id=rows_of(desk, _contradictions_since(desk, new)),
    )  # fmt: skip


def _new_only(desk: Desk, ids: list[str], older: set[str]) -> set[str]:
    """Give the incidents that no older report told."""
    from rashomon.records import Incident  # noqa: PLC0415

    return {one.id for one in desk.ledger.records(Incident, "id", ids) if not set(one.documents) & older}


def _contradictions_since(desk: Desk, new: list[Document]) -> list[Comparison]:
    from rashomon.records import Claim  # noqa: PLC0415

    claims = [claim.id for claim in desk.ledger.records(Claim, "document", [document.id for document in new])]
    return [c for c in desk.ledger.comparisons_of(claims) if c.verdict is Verdict.CONTRADICTS][:_SHOWN]


def briefing(request: Request) -> Response:
    """Draw the briefing of a view; each line leads to its rows."""
    desk, view = desk_of(request), view_of(request)
    made = briefing_of(desk, view)
    sections: dict[str, list[Any]] = defaultdict(list)
    for line in made.lines:
        sections[line.section].append(line)
    return desk.page(
        request, "briefing.html", view=view, briefing=made, sections=dict(sections),
        headings=briefing_phrases().sections,
    )  # fmt: skip


def briefing_of(desk: Desk, view: View) -> Briefing:
    """Give the briefing of a view."""
    names = desk.settings.names
    return desk.snapshot.kept(("briefing", view.query), lambda: gather_briefing(desk.ledger, view.query, names))


def search(request: Request) -> Response:
    """Search sentences, actors, places and ids."""
    desk = desk_of(request)
    words = request.query_params.get("q", "").strip()[:200]
    by_id = desk.ledger.find(words, 2) if len(words) > 7 and words[3:4] == "-" else ()
    if by_id:
        return RedirectResponse(page_of(desk, *by_id[0]), 303)
    sentences = list(desk.ledger.sentences(words, _SHOWN)) if words else []
    return desk.page(
        request, "search.html", words=words, sentences=sentences, documents=desk.ledger.document_names(),
        actors=list(desk.ledger.actors(Query(actor=words, limit=_SHOWN))) if words else [],
        places=list(desk.ledger.places(Query(place=words, limit=_SHOWN))) if words else [],
    )  # fmt: skip


def issues(request: Request) -> Response:
    """Draw the troubles met in the reports."""
    desk = desk_of(request)
    code = request.query_params.get("code", "")
    found = list(desk.ledger.issues(Query(type=code, limit=500)))
    return desk.page(request, "issues.html", issues=found, names=desk.ledger.document_names())


def keys(request: Request) -> Response:
    """Draw the list of keys."""
    return desk_of(request).page(request, "keys.html")


ROUTES = (
    Route("/contradictions", contradictions),
    Route("/prospects", prospects),
    Route("/changed", changed),
    Route("/briefing", briefing),
    Route("/search", search),
    Route("/issues", issues),
    Route("/keys", keys),
)

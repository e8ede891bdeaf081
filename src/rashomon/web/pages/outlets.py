"""Outlets: each with its reports and voices, and several side by side: what each tells, omits, words differently."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.records import ClaimRow, Document, Incident, Outlet, Query
from rashomon.web.desk import Desk, desk_of
from rashomon.web.pages.people import contradictions_of, rows_of
from rashomon.web.view import View
from rashomon.web.wordings import find_called

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Side:
    """An incident as several outlets tell it: the claims of each, in the order asked for; empty where it is omitted."""

    incident: Incident
    told: tuple[tuple[ClaimRow, ...], ...]


def outlets(request: Request) -> Response:
    """Draw the list of outlets, and the form that sets several side by side."""
    desk = desk_of(request)
    found = all_outlets(desk)
    counts = Counter(document.outlet for document in desk.ledger.documents())
    return desk.page(request, "outlets.html", outlets=found, counts=counts)


def all_outlets(desk: Desk) -> list[Outlet]:
    """Give the outlets that published a report of the ledger, by name."""
    held = sorted({document.outlet for document in desk.ledger.documents()})
    return sorted(desk.ledger.records(Outlet, "id", held), key=lambda outlet: outlet.name.casefold())


def outlet(request: Request) -> Response:
    """Draw the page of an outlet."""
    desk, ident = desk_of(request), request.path_params["ident"]
    found = next(desk.ledger.records(Outlet, "id", [ident]), None)
    if found is None:
        raise HTTPException(404, "No outlet has this id now.")
    rows = [row for row in desk.ledger.claims(Query(outlet=found.name)) if row.outlet == ident]
    against = contradictions_of(desk, {row.id: row for row in rows})
    by_id = rows_of(desk, against)
    return desk.page(
        request,
        "outlet.html",
        outlet=found,
        documents=list(desk.ledger.records(Document, "outlet", [ident])),
        claims=len(rows),
        naming=Counter(row.voice[-1].naming.value for row in rows).most_common(),
        voices=_voices(rows),
        against=[c for c in against if _other(by_id.get(c.first)) != _other(by_id.get(c.second))],
        by_id=by_id,
        incidents=desk.snapshot.chosen(View(query=Query(outlet=found.name))),
    )


def _other(row: ClaimRow | None) -> str:
    return "" if row is None else row.outlet


def _voices(rows: Iterable[ClaimRow]) -> list[tuple[ClaimRow, int]]:
    """Give the innermost voices of an outlet, each by one of its rows, with the number of their claims."""
    counts: Counter[str] = Counter()
    first: dict[str, ClaimRow] = {}
    for row in rows:
        key = row.voice[-1].actor or row.voice[-1].name
        counts[key] += 1
        first.setdefault(key, row)
    return [(first[key], count) for key, count in counts.most_common(_SHOWN)]


def compare(request: Request) -> Response:
    """Draw outlets side by side."""
    desk = desk_of(request)
    found = all_outlets(desk)
    asked = request.query_params.getlist("outlet")
    chosen = [outlet for outlet in found if outlet.id in asked][:4] or found[:3]
    sides = _sides(desk, [outlet.id for outlet in chosen])
    shared = [side for side in sides if sum(map(bool, side.told)) > 1]
    alone = [
        [side for side in sides if side.told[nth] and sum(map(bool, side.told)) == 1] for nth in range(len(chosen))
    ]
    called = find_called(desk, [outlet.id for outlet in chosen])
    return desk.page(request, "compare.html", outlets=found, chosen=chosen, shared=shared, alone=alone, called=called)


def _sides(desk: Desk, chosen: list[str]) -> list[Side]:
    rows: dict[str, dict[str, list[ClaimRow]]] = defaultdict(lambda: defaultdict(list))
    names = {outlet.id: outlet.name for outlet in desk.ledger.records(Outlet, "id", chosen)}
    for ident in chosen:
        for row in desk.ledger.claims(Query(outlet=names[ident])):
            if row.incident is not None and row.outlet == ident:
                rows[row.incident][ident].append(row)
    held = {incident.id: incident for incident in desk.ledger.records(Incident, "id", sorted(rows))}
    order = [row.id for row in desk.snapshot.incidents() if row.id in held]
    return [Side(held[key], tuple(tuple(rows[key][outlet]) for outlet in chosen)) for key in order]


ROUTES = (Route("/outlets", outlets), Route("/outlet/{ident}", outlet), Route("/compare", compare))

"""The overview: map, timeline, incidents and actors under one set of filters."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.records import Outlet, Place
from rashomon.store.overview import LightIncident
from rashomon.web.desk import Desk, as_json, desk_of, json_text, view_of
from rashomon.web.groups import load_groups
from rashomon.web.marks import map_marks, time_marks
from rashomon.web.view import View

_PAGE = 60


def overview(request: Request) -> Response:
    """Draw the whole page; its marks are fetched by its script."""
    desk, view = desk_of(request), view_of(request)
    return desk.page(request, "overview.html", view=view, **_list(desk, view), **_filters(desk, view))


def part(request: Request) -> Response:
    """Draw what changes with the filters: the list, and the filters themselves."""
    desk, view = desk_of(request), view_of(request)
    return desk.page(request, "part.html", view=view, oob=True, **_list(desk, view), **_filters(desk, view))


def marks(request: Request) -> Response:
    """Give the marks of map and timeline."""
    desk, view = desk_of(request), view_of(request)
    key = ("marks", view.query, view.groups, view.since)
    return as_json(desk.snapshot.kept(key, lambda: _marks(desk, view)))


def _marks(desk: Desk, view: View) -> str:
    rows, redact = desk.snapshot.chosen(view), desk.redact()
    # The timeline shows what lies around the chosen days too: its brush says which they are.
    around = desk.snapshot.chosen(view.with_(start=None, end=None))
    times = time_marks(around, desk.group_of)
    for bar in times["bars"] or ():
        bar[-1] = redact(bar[-1])
    return json_text({"map": map_marks(rows, desk.group_of), "time": times, "count": len(rows)})


def _list(desk: Desk, view: View) -> dict[str, Any]:
    rows = _sorted(desk.snapshot.chosen(view), view.sort)
    first = (view.page - 1) * _PAGE
    return {
        "rows": rows[first : first + _PAGE],
        "count": len(rows),
        "total": len(desk.snapshot.incidents()),
        "size": _PAGE,
    }


def _sorted(rows: Sequence[LightIncident], sort: str) -> Sequence[LightIncident]:
    if sort == "newest":
        return sorted(rows, key=lambda row: row.start or "", reverse=True)
    if sort in {"origins", "claims", "read"}:
        return sorted(rows, key=lambda row: getattr(row, sort), reverse=True)
    return rows


def _filters(desk: Desk, view: View) -> dict[str, Any]:
    outlets = desk.snapshot.kept("outlets", lambda: sorted(desk.ledger.ask(_outlet_names), key=str.casefold))
    return {"outlets": outlets, "toggles": _toggles(view), "names": _names(desk, view)}


def _outlet_names(connection: Any) -> list[str]:
    from rashomon.store.asking import all_of  # noqa: PLC0415

    return [outlet.name for outlet in all_of(connection, Outlet)]


def _toggles(view: View) -> dict[str, str]:
    """Give, for each group, the address of the view with the group switched."""
    every = frozenset(group.name for group in load_groups())
    shown = view.groups or every
    links = {}
    for name in every:
        switched = shown ^ {name}
        links[name] = "/" + view.link(groups=frozenset() if switched == every else switched)
    return links


def _names(desk: Desk, view: View) -> dict[str, str]:
    """Give names for the ids that stand in the filters."""
    found: dict[str, str] = {}
    if view.query.actor.startswith("act-"):
        actor = desk.ledger.actor(view.query.actor)
        found |= {} if actor is None else {view.query.actor: desk.redact()(actor.name)}
    if view.query.place.startswith(("geo-", "plc-")):
        place = next(desk.ledger.records(Place, "id", [view.query.place]), None)
        found |= {} if place is None else {view.query.place: place.name}
    return found


ROUTES = (Route("/", overview), Route("/part", part), Route("/marks.json", marks))

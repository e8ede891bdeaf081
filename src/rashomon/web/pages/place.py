"""One place: names and spellings, what happened there, and who held it when, as each voice says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.records import ControlCell, Place, Query
from rashomon.records.privacy import shown_name
from rashomon.web.desk import Desk, desk_of
from rashomon.web.pages.network import control_on
from rashomon.web.view import View

_LEFT, _RIGHT = 220.0, 880.0
_STEP = 28.0
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Held:
    """One cell of control on the scale of days."""

    cell: ControlCell
    holder: str
    colour: int
    x0: float
    x1: float
    y: float


def place(request: Request) -> Response:
    """Draw the page of a place."""
    desk, ident = desk_of(request), request.path_params["ident"]
    found = next((pair for pair in desk.ledger.places(Query(place=ident)) if pair[0].id == ident), None)
    if found is None:
        raise HTTPException(404, "No place has this id now.")
    cells = desk.snapshot.kept(("control", None), lambda: control_on(desk, None))
    own = [cell for cell in cells if cell.place.id == ident]
    held, ticks, height = lay_out(desk, own)
    return desk.page(
        request,
        "place.html",
        place=found[0],
        documents=found[1],
        inside=[other for other, _ in desk.ledger.places(Query(place=ident)) if _within(other, ident)][:_SHOWN],
        rows=list(desk.ledger.claims(Query(place=ident, limit=_SHOWN))),
        incidents=desk.snapshot.chosen(View(query=Query(place=ident))),
        held=held,
        ticks=ticks,
        height=height,
        assessed=[cell for cell in own if cell.assessed is not None],
    )


def _within(other: Place, ident: str) -> bool:
    return other.id != ident and ident in {other.adm1_id, other.adm2_id}


def lay_out(desk: Desk, cells: Sequence[ControlCell]) -> tuple[list[Held], list[tuple[float, date]], float]:
    """Lay out the claimed cells: a line a voice, a bar an interval, a colour a holder."""
    told = [cell for cell in cells if cell.assessed is None and cell.time is not None and cell.time.start is not None]
    if not told:
        return [], [], 0.0
    first, last = min(map(_first, told)), max(map(_last, told))
    days = max(1, (last - first).days)

    def at(day: date) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (day - first).days / days, 1)

    holders: dict[str, int] = {}
    held = []
    for nth, cell in enumerate(sorted(told, key=lambda cell: (_first(cell), cell.voice))):
        name = shown_name(cell.holder, desk.settings.names) or cell.holder.text
        colour = holders.setdefault(name, len(holders)) % 6
        x0, x1 = at(_first(cell)), at(_last(cell))
        held.append(Held(cell, name, colour, x0, max(x1, x0 + 6), 20 + _STEP * nth))
    ticks = [(at(day), day) for day in (first + timedelta(days=days * part // 4) for part in range(5))]
    return held, ticks, 20 + _STEP * len(held) + 22


def _first(cell: ControlCell) -> date:
    assert cell.time is not None
    assert cell.time.start is not None
    return cell.time.start


def _last(cell: ControlCell) -> date:
    assert cell.time is not None
    return cell.time.end or _first(cell) + timedelta(days=1)


ROUTES = (Route("/place/{ident}", place),)

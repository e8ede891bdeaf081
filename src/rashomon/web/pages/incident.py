"""One incident: voices side by side, figures, agreements, contradictions, who rests on whom, status with its rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon import resolve
from rashomon.records import ClaimRow, Comparison, Dependence, FigureRange, Incident, Verdict
from rashomon.web.desk import Desk, desk_of

_WIDTH = 560.0
_NAMES = 190.0
_STEP = 26.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One voice's number on the scale of its measure: where it lies, and whether it is open above or below."""

    voice: str
    outlet: str
    claim: str
    words: str
    low: float | None
    high: float | None
    x0: float
    x1: float
    y: float
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """A measure of an incident with every voice's number on one scale."""

    figure: FigureRange
    bars: tuple[Bar, ...]
    best: float | None
    ticks: tuple[tuple[float, float], ...]
    width: float
    height: float


def incident(request: Request) -> Response:
    """Draw the page of one incident."""
    desk = desk_of(request)
    found = next(desk.ledger.records(Incident, "id", [request.path_params["ident"]]), None)
    if found is None:
        raise HTTPException(
            404, "No incident has this id now; after a correction or a new reading it may have another."
        )
    rows = tuple(desk.ledger.rows(found.claims))
    order = {claim: at for at, claim in enumerate(found.claims)}
    rows = tuple(sorted(rows, key=lambda row: (row.published is None, str(row.published), order.get(row.id, 0))))
    comparisons = tuple(desk.ledger.comparisons_of(found.claims))
    others = {row.id: row for row in desk.ledger.rows(_ends(comparisons) - set(found.claims))}
    origins = origin_groups(desk, found, rows)
    return desk.page(
        request,
        "incident.html",
        incident=found,
        rows=rows,
        by_id={row.id: row for row in rows} | others,
        contradicts=[c for c in comparisons if c.verdict is Verdict.CONTRADICTS],
        agrees=[c for c in comparisons if c.verdict in {Verdict.AGREES, Verdict.REFINES}],
        plots=[make_plot(figure) for figure in found.figures],
        tree=make_tree(origins, rows, desk),
        dependences=_dependences(desk, found, rows),
        names=desk.ledger.document_names(),
        parts=[row for row in desk.snapshot.incidents() if row.id in _parts(desk, found)],
        whole=next(desk.ledger.records(Incident, "id", [found.part_of]), None) if found.part_of else None,
    )


def _ends(comparisons: Sequence[Comparison]) -> set[str]:
    return {claim for c in comparisons for claim in (c.first, c.second)}


def _parts(desk: Desk, whole: Incident) -> set[str]:
    return {part.id for part in desk.ledger.records(Incident, "part_of", [whole.id])}


def _dependences(desk: Desk, found: Incident, rows: Sequence[ClaimRow]) -> list[Dependence]:
    own = {*found.claims, *(row.document for row in rows)}
    return [d for d in desk.ledger.dependences_of(sorted(own)) if d.first in own and d.second in own]


def origin_groups(desk: Desk, found: Incident, rows: Sequence[ClaimRow]) -> tuple[tuple[str, ...], ...]:
    """Give the claims of an incident by independent origin; those that count for none come last, alone."""
    return resolve.origin_groups(rows, _dependences(desk, found, rows), desk.lexicon)


def make_plot(figure: FigureRange) -> Plot:
    """Lay out a measure: numbers of all voices on one scale from 0."""
    told = [value for one in figure.by_voice for value in (one.low, one.high) if value is not None]
    most = _nice(max([*told, 1.0]))
    left, room = _NAMES, _WIDTH - _NAMES - 30

    def at(value: float) -> float:
        return round(left + room * value / most, 1)

    bars = tuple(
        Bar(
            one.voice, one.outlet, one.claim, one.text, one.low, one.high,
            at(one.low if one.low is not None else 0.0),
            at(one.high if one.high is not None else most),
            round(20 + _STEP * nth, 1), one.low is None, one.high is None,
        )
        for nth, one in enumerate(figure.by_voice)
    )  # fmt: skip
    ticks = tuple((at(most * part / 4), most * part / 4) for part in range(5))
    best = None if figure.best is None else at(figure.best)
    return Plot(figure, bars, best, ticks, _WIDTH, 34 + _STEP * len(bars) + 14)


def _nice(value: float) -> float:
    """Give the next number that four equal steps divide well."""
    size = 10.0 ** (len(str(int(value))) - 1)
    return next(step * size for step in (1, 2, 4, 6, 8, 10, 12) if step * size >= value)


def make_tree(groups: Sequence[Sequence[str]], rows: Sequence[ClaimRow], desk: Desk) -> dict[str, Any]:
    """Lay out the drawing of who rests on whom: outlets left, voices between, origins right."""
    by_id = {row.id: row for row in rows}
    lanes: list[dict[str, Any]] = []
    y = 16.0
    boxes = []
    for number, group in enumerate(groups, start=1):
        top = y
        for claim in group:
            if claim in by_id:
                lanes.append({"row": by_id[claim], "y": y, "origin": number})
                y += 30
        boxes.append({"number": number, "y": (top + y - 30) / 2, "top": top - 12, "bottom": y - 18})
        y += 14
    return {"lanes": lanes, "boxes": boxes, "height": y + 4}


def by_document(rows: Sequence[ClaimRow]) -> Mapping[str, list[ClaimRow]]:
    """Give rows by document."""
    found: dict[str, list[ClaimRow]] = {}
    for row in rows:
        found.setdefault(row.document, []).append(row)
    return found


ROUTES = (Route("/incident/{ident}", incident),)

"""The drawing of actors and what ties them, and the layer of control."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon import resolve
from rashomon.records import Actor, ClaimRow, Comparison, ControlCell, Query, Slot
from rashomon.records.privacy import PRIVATE_PERSON, shown_name
from rashomon.store.overview import Tie, actor_ties
from rashomon.web import shown
from rashomon.web.desk import Desk, as_json, desk_of, json_text, view_of
from rashomon.web.groups import sort_of_types
from rashomon.web.view import View

_MOST_NODES = 28
_MOST_WORDS = 5


def network(request: Request) -> Response:
    """Give the actors of a view that are tied most, and their ties."""
    desk, view = desk_of(request), view_of(request)
    return as_json(desk.snapshot.kept(("network", view.query, view.groups), lambda: json_text(_network(desk, view))))


def _network(desk: Desk, view: View) -> dict[str, Any]:
    sorts = sort_of_types(desk.lexicon)
    ties = [tie for tie in desk.ledger.ask(lambda c: actor_ties(c, view.query)) if _wanted(tie, sorts, desk, view)]
    known = {actor.id: actor for actor in desk.ledger.records(Actor, "id", _ends(ties)) if not actor.described}
    ties = [tie for tie in ties if tie.first in known and tie.second in known]
    degree: Counter[str] = Counter()
    for tie in ties:
        degree.update({tie.first: tie.claims, tie.second: tie.claims})
    kept = {ident for ident, _ in degree.most_common(_MOST_NODES)}
    nodes = [
        {"id": i, "name": _name(desk, known[i]), "kind": known[i].kind.value, "claims": degree[i]} for i in sorted(kept)
    ]
    return {"nodes": nodes, "ties": _drawn((t for t in ties if {t.first, t.second} <= kept), sorts, desk)}


def _wanted(tie: Tie, sorts: Any, desk: Desk, view: View) -> bool:
    if tie.type not in sorts:
        return False
    return tie.kind != "event" or not view.groups or desk.group_of.get(tie.type) in view.groups


def _ends(ties: Iterable[Tie]) -> list[str]:
    return sorted({end for tie in ties for end in (tie.first, tie.second)})


def _name(desk: Desk, actor: Actor) -> str:
    return (actor.description or PRIVATE_PERSON) if actor.private and not desk.settings.names else actor.name


def _drawn(ties: Iterable[Tie], sorts: Any, desk: Desk) -> list[dict[str, Any]]:
    """Give one line a pair and sort, with the words of what was counted."""
    found: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for tie in ties:
        first, second = sorted((tie.first, tie.second))
        found[first, second, sorts[tie.type]][desk.label(tie.type)] += tie.claims
    nth: Counter[tuple[str, str]] = Counter()
    lines = []
    for (first, second, sort), counts in sorted(found.items()):
        words = [f"{label}: {count}" for label, count in counts.most_common(_MOST_WORDS)]
        lines.append({
            "source": first, "target": second, "sort": sort, "claims": counts.total(), "words": words,
            "nth": nth[first, second],
        })  # fmt: skip
        nth[first, second] += 1
    return lines


def control(request: Request) -> Response:
    """Give who holds which place on a day: one mark a place."""
    desk, view = desk_of(request), view_of(request)
    cells = desk.snapshot.kept(("control", view.day), lambda: control_on(desk, view.day))
    return as_json(json_text(_control(desk, cells, view)))


def control_on(desk: Desk, day: date | None) -> tuple[ControlCell, ...]:
    """Give the cells of control from what is told of days up to `day`; of all days without one."""
    rows = [row for row in control_rows(desk) if day is None or _told_by(row, day)]
    actors = [actor for actor, _ in desk.ledger.actors()]
    return resolve.control_cells(rows, _quarrels(desk, rows), desk.lexicon, actors)


def control_rows(desk: Desk) -> tuple[ClaimRow, ...]:
    """Give the claims that may tell who holds a place."""
    types = [name for name, kind in desk.lexicon.events.types.items() if kind.family == "territory"]

    def read() -> tuple[ClaimRow, ...]:
        found = {row.id: row for name in (*types, "controls") for row in desk.ledger.claims(Query(type=name))}
        return tuple(found[key] for key in sorted(found))

    return desk.snapshot.kept("control rows", read)


def _quarrels(desk: Desk, rows: Iterable[ClaimRow]) -> list[Comparison]:
    return [c for c in desk.ledger.comparisons_of([row.id for row in rows]) if c.slot is Slot.CONTROL]


def _told_by(row: ClaimRow, day: date) -> bool:
    start = row.time.start if row.time is not None and row.time.start is not None else row.published
    return start is not None and start <= day


def _control(desk: Desk, cells: Iterable[ControlCell], view: View) -> dict[str, Any]:
    assessed = view.control == "assessed"
    by_place: dict[str, list[ControlCell]] = defaultdict(list)
    for cell in cells:
        if (cell.assessed is not None) is assessed and cell.place.lat is not None:
            by_place[cell.place.id or cell.place.name].append(cell)
    holders: dict[str, int] = {}
    marks = []
    for place, same in sorted(by_place.items()):
        last = same[-1]
        name = shown_name(last.holder, desk.settings.names) or last.holder.text
        number = holders.setdefault(name, len(holders))
        many = len({shown_name(cell.holder) for cell in same}) > 1
        value = last.assessed.value if last.assessed is not None else "contested" if many else "controlled"
        marks.append({
            "id": place, "place": last.place.name, "lat": last.place.lat, "lon": last.place.lon, "holder": number,
            "value": value, "lines": [_line(desk, cell) for cell in same[-4:]],
        })  # fmt: skip
    return {"cells": marks, "holders": list(holders)}


def _line(desk: Desk, cell: ControlCell) -> str:
    held = shown_name(cell.holder, desk.settings.names) or cell.holder.text
    when = shown.time_words(cell.time) or "no day told"
    if cell.assessed is not None:
        return desk.redact()(f"{held}: {cell.assessed.value}, {when}. {cell.rule}")
    return desk.redact()(f"{held}, says {cell.voice} in {cell.outlet}, {when}")


ROUTES = (Route("/network.json", network), Route("/control.json", control))

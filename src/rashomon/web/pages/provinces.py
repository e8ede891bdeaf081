"""Names of provinces by GeoNames id: from the gazetteer, never from the boundaries, which misname some."""

import json
from collections.abc import Iterable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.records import Place, PlaceKind
from rashomon.web.desk import Desk, as_json, desk_of, json_text

_PREFIX = "geo-"


def names(request: Request) -> Response:
    """Give the names of one country's provinces."""
    desk, country = desk_of(request), request.path_params["country"]
    return as_json(desk.snapshot.kept(("provinces", country), lambda: json_text(_names(desk, country))))


def _names(desk: Desk, country: str) -> dict[str, str]:
    path = desk.settings.assets / "boundaries/adm1" / f"{country}.json"
    if not (country.isascii() and country.isupper() and path.is_file()):
        return {}
    ids = _ids(path)
    told = {p.id: p.name for p in desk.ledger.records(Place, "country", [country]) if p.kind is PlaceKind.ADM1}
    return _registered(ids) | {ident: name for ident, name in told.items() if ident in ids}


def _ids(path: Path) -> set[str]:
    areas = json.loads(path.read_text(encoding="utf-8"))["objects"]["areas"]["geometries"]
    return {area["properties"]["id"] for area in areas if area["properties"]["id"]}


def _registered(ids: Iterable[str]) -> dict[str, str]:
    """Look ids up in the gazetteer of this machine, where one is built; a page does not build it."""
    from rashomon.link import open_gazetteer  # noqa: PLC0415
    from rashomon.link.gazetteer.status import gazetteer_status  # noqa: PLC0415

    status = gazetteer_status()
    if status.built != status.wanted:
        return {}
    gazetteer = open_gazetteer()
    try:
        entries = {ident: gazetteer.entry(int(ident.removeprefix(_PREFIX))) for ident in ids}
    finally:
        gazetteer.close()
    return {ident: entry.name for ident, entry in entries.items() if entry is not None}


ROUTES = (Route("/provinces/{country:str}.json", names),)

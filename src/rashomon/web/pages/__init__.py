"""The pages: each module of this folder holds the handlers of one, and its routes."""

from starlette.routing import BaseRoute

from rashomon.web.pages import (
    across,
    add,
    correct,
    document,
    files,
    history,
    incident,
    network,
    outlets,
    overview,
    people,
    place,
    provinces,
)

ROUTES: tuple[BaseRoute, ...] = (
    *overview.ROUTES,
    *incident.ROUTES,
    *document.ROUTES,
    *network.ROUTES,
    *correct.ROUTES,
    *add.ROUTES,
    *files.ROUTES,
    *across.ROUTES,
    *people.ROUTES,
    *place.ROUTES,
    *outlets.ROUTES,
    *history.ROUTES,
    *provinces.ROUTES,
)

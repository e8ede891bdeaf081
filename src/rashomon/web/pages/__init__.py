"""The pages: each module of this folder holds the handlers of one, and its routes."""

from starlette.routing import BaseRoute

from rashomon.web.pages import (
    across,
    correct,
    document,
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
    *across.ROUTES,
    *people.ROUTES,
    *place.ROUTES,
    *outlets.ROUTES,
    *history.ROUTES,
    *provinces.ROUTES,
)

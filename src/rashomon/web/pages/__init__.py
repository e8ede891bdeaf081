"""The pages: each module of this folder holds the handlers of one, and its routes."""

from starlette.routing import BaseRoute

from rashomon.web.pages import document, incident, network, overview, provinces

ROUTES: tuple[BaseRoute, ...] = (
    *overview.ROUTES,
    *incident.ROUTES,
    *document.ROUTES,
    *network.ROUTES,
    *provinces.ROUTES,
)

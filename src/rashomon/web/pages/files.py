"""The present view as files: CSV, GeoJSON, JSON Lines and the briefing; private persons by role unless asked."""

from collections.abc import Iterator
from io import StringIO

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.briefing import write_markdown
from rashomon.export import Export, Stream, find_writer
from rashomon.export.shapes import Shape, Show, shape_incident
from rashomon.gathering import briefing_phrases
from rashomon.records import Incident, Ledger, Query
from rashomon.web.desk import Desk, desk_of, view_of
from rashomon.web.pages.across import briefing_of
from rashomon.web.view import View

_KINDS = {"csv": "text/csv", "geojson": "application/geo+json", "jsonl": "application/x-ndjson", "md": "text/markdown"}


def export(request: Request) -> Response:
    """Give the incidents of a view in one format, or its briefing."""
    desk, view, form = desk_of(request), view_of(request), request.path_params["form"]
    if form not in _KINDS:
        raise HTTPException(404, "There is no such format.")
    text = write_markdown(briefing_of(desk, view), briefing_phrases()) if form == "md" else _written(desk, view, form)
    name = f"{desk.settings.ledger.stem}-{'briefing' if form == 'md' else 'incidents'}.{form}"
    quoted = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "_" for letter in name)
    headers = {"content-disposition": f'attachment; filename="{quoted}"'}
    return Response(text, media_type=f"{_KINDS[form]}; charset=utf-8", headers=headers)


def _written(desk: Desk, view: View, form: str) -> str:
    ids = [row.id for row in desk.snapshot.chosen(view)]

    def make(_ledger: Ledger, _query: Query, show: Show) -> Iterator[Shape]:
        held = {incident.id: incident for incident in desk.ledger.records(Incident, "id", ids)}
        return (shape_incident(held[ident], show) for ident in ids if ident in held)

    target, redact = StringIO(), desk.redact()
    show = Show(desk.settings.names, line=redact, sentence=redact)
    find_writer(form)(Export(desk.ledger, target, Stream("incidents", make), view.query, show))
    return target.getvalue()


ROUTES = (Route("/export.{form}", export),)

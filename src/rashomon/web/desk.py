"""What every page works with: the opened ledger, the tables, what is kept of it, and how a page is drawn."""

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rashomon import __version__
from rashomon.export.shapes import Show
from rashomon.lexicon import Lexicon, load_lexicon
from rashomon.records import Actor
from rashomon.records.privacy import Redactor
from rashomon.store import SqliteLedger, open_ledger
from rashomon.web import shown
from rashomon.web.groups import OTHER, group_of_types, load_groups
from rashomon.web.guard import Guard
from rashomon.web.settings import Settings
from rashomon.web.snapshot import Snapshot
from rashomon.web.view import View, read_view


class Desk:
    """One served ledger."""

    def __init__(self, settings: Settings, guard: Guard) -> None:
        """Open the ledger.

        Raises:
            LedgerError: it cannot be opened.
        """
        self.settings = settings
        self.guard = guard
        self.ledger: SqliteLedger = open_ledger(settings.ledger)
        self.lexicon: Lexicon = load_lexicon()
        self.group_of = group_of_types(self.lexicon)
        self.snapshot = Snapshot(self.ledger, self.group_of)
        self.labels = {name: kind.label for name, kind in self.lexicon.events.types.items()}
        self.labels |= {name: kind.label for name, kind in self.lexicon.relations.kinds.items()}
        self._templates = _environment(self)

    def close(self) -> None:
        """Close the ledger."""
        self.ledger.close()

    def redact(self) -> Callable[[str], str]:
        """Give what puts roles in the place of private names in lines of our own making."""
        return self.snapshot.kept("redact", self._make_redact)

    def line(self, text: str) -> str:
        """Give a line of our own making with roles in the place of private names."""
        return self.redact()(text)

    def _make_redact(self) -> Callable[[str], str]:
        private = [] if self.settings.names else list(self.ledger.records(Actor, "private", ["1"]))
        if not private:
            return str
        places = (name for place, _ in self.ledger.places() for name in (place.name, *place.names))
        return Redactor([*private, *self.ledger.records(Actor, "private", ["0"])], places=places)

    def show(self) -> Show:
        """Say what of private persons is shown on pages: roles in fields and lines, printed sentences as printed."""
        return Show(self.settings.names, line=self.redact())

    def label(self, type_: str) -> str:
        """Give the label of an event type, relation kind or factor."""
        return self.labels.get(type_) or type_.replace("-", " ").capitalize()

    def page(self, request: Request, name: str, code: int = 200, **values: Any) -> Response:
        """Draw a page, or a part of one."""
        session = request.scope.get("rashomon.session", "")
        drawn = self._templates.get_template(name).render(
            request=request,
            path=request.url.path,
            csrf=self.guard.csrf(session) if session else "",
            view=values.pop("view", View()),
            **values,
        )
        return HTMLResponse(drawn, code)


def view_of(request: Request) -> View:
    """Read the view that an address asks for."""
    return read_view(dict(request.query_params), request.query_params.getlist("group"))


def desk_of(request: Request) -> Desk:
    """Give the desk of a request."""
    desk: Desk = request.app.state.desk
    return desk


def _environment(desk: Desk) -> Environment:
    env = Environment(
        loader=PackageLoader("rashomon.web", "templates"),
        # Everything that is printed is escaped; templates mark nothing as safe.
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=shown.harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(shown.filters(desk.settings.names))
    env.filters["label"] = desk.label
    env.filters["line"] = desk.line
    env.filters["group"] = lambda type_: desk.group_of.get(type_, OTHER)
    env.globals.update(
        asset=_stamped(desk.settings),
        groups=load_groups(),
        ledger_name=desk.settings.ledger.name,
        names_shown=desk.settings.names,
        version=__version__,
        today=date.today,
        counts=lambda: desk.snapshot.kept("counts", lambda: _counts(desk.ledger)),
    )
    return env


def _counts(ledger: SqliteLedger) -> dict[str, int]:
    return {table: ledger.count(table) for table in ("documents", "claims", "incidents", "ledger_actors", "issues")}


def _stamped(settings: Settings) -> Callable[[str], str]:
    """Give what makes an asset's address, which changes with its contents."""
    stamps: dict[str, str] = {}

    def address(name: str) -> str:
        if name not in stamps:
            stamps[name] = sha256((settings.assets / name).read_bytes()).hexdigest()[:12]
        return f"/assets/{name}?v={stamps[name]}"

    return address


def json_text(value: Any) -> str:
    """Write compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_json(text: str) -> Response:
    """Answer with JSON that is written."""
    return Response(text, media_type="application/json")

"""The application: routes, the guard before them, and pages for what goes wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from rashomon.errors import RashomonError
from rashomon.web.desk import Desk, desk_of
from rashomon.web.guard import Guard, GuardMiddleware
from rashomon.web.pages import ROUTES
from rashomon.web.settings import Settings

_KINDS = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}
_FOREVER = "public, max-age=31536000, immutable"


def make_app(settings: Settings) -> Starlette:
    """Make the application of one ledger.

    Raises:
        LedgerError: the ledger cannot be opened.
    """
    guard = Guard(settings)
    desk = Desk(settings, guard)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    app = Starlette(
        routes=[
            *ROUTES,
            Route("/login", login, methods=["GET", "POST"]),
            Route("/assets/{name:path}", asset),
        ],
        middleware=[
            Middleware(GuardMiddleware, guard=guard),
            Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5),
        ],
        exception_handlers={HTTPException: _trouble, RashomonError: _refused, Exception: _broken},
        lifespan=lifespan,
    )
    app.state.desk = desk
    return app


def asset(request: Request) -> Response:
    """Give a script, style, font or boundary; nothing outside the folder of assets."""
    root = desk_of(request).settings.assets.resolve()
    name: str = request.path_params["name"]
    path = _inside(root, name)
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, media_type=_KINDS[path.suffix], headers={"cache-control": _FOREVER})


def _inside(root: Path, name: str) -> Path | None:
    """Give the file of a name, if it lies in the folder and is of a kind that is served."""
    if "\0" in name:
        return None
    path = (root / name).resolve()
    return path if path.is_relative_to(root) and path.is_file() and path.suffix in _KINDS else None


async def login(request: Request) -> Response:
    """Ask for the password, and let in who knows it."""
    desk = desk_of(request)
    if not desk.settings.password:
        raise HTTPException(404)
    wrong = False
    if request.method == "POST":
        async with request.form(max_fields=4, max_files=0) as form:
            given = str(form.get("password", ""))
        if desk.guard.knows_password(given):
            return desk.guard.let_in(RedirectResponse("/", 303))
        wrong = True
    return desk.page(request, "login.html", 401 if wrong else 200, wrong=wrong)


def _trouble(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    return desk_of(request).page(request, "trouble.html", status, status=status, detail=detail)


def _refused(request: Request, error: Exception) -> Response:
    return desk_of(request).page(request, "trouble.html", 422, status=422, detail=str(error))


def _broken(request: Request, error: Exception) -> Response:
    detail = f"This page stopped with {type(error).__name__}. The ledger is as it was; the terminal shows where."
    return desk_of(request).page(request, "trouble.html", 500, status=500, detail=detail)

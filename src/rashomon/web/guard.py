"""Who is let in: Host check, token or password for a cookie, CSRF token, and the headers of every answer."""

import hashlib
import hmac
import secrets
import socket
import time
from http.cookies import SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.settings import LOCAL, Settings

# Nothing inline, nothing from elsewhere; pictures of an export are made in the page itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # "no-referrer" would make the browser hide where a form comes from, and every form would be refused.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_READS = frozenset({"GET", "HEAD"})
_OPEN = ("/assets/face.css", "/assets/fonts/", "/assets/icon.svg", "/login")
_WAIT_S = 0.7
FIELD = "csrf"
HEADER = "x-csrf-token"


class Guard:
    """Knows the secrets of one run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cookie = f"rashomon-{settings.port}"
        self._secret = secrets.token_bytes(32)
        self._last_failure = 0.0

    def session(self) -> str:
        """Make the value of a new cookie."""
        name = secrets.token_urlsafe(18)
        return f"{name}.{self._sign('session', name)}"

    def admits(self, cookie: str) -> bool:
        """Say whether a cookie was made here."""
        name, _, signature = cookie.partition(".")
        return bool(name) and hmac.compare_digest(signature, self._sign("session", name))

    def csrf(self, cookie: str) -> str:
        """Give the token that every change of this session must carry."""
        return self._sign("csrf", cookie)

    def knows_token(self, given: str) -> bool:
        """Say whether the address held the token of this run."""
        return hmac.compare_digest(given.encode(), self.settings.token.encode())

    def knows_password(self, given: str) -> bool:
        """Say whether the password is right; a guess soon after a wrong one has to wait."""
        if time.monotonic() - self._last_failure < _WAIT_S:
            time.sleep(_WAIT_S)
        right = self.settings.password is not None and hmac.compare_digest(
            given.encode(), self.settings.password.encode()
        )
        if not right:
            self._last_failure = time.monotonic()
        return right

    def allows_host(self, host: str) -> bool:
        """Say whether the Host header names this server: a page of another name must not reach it."""
        name = host.rsplit(":", 1)[0] if host.rpartition(":")[2].isdigit() else host
        name = name.strip("[]").lower()
        if name in LOCAL or name == self.settings.host.lower():
            return True
        return not self.settings.local and (_is_address(name) or name == socket.gethostname().lower())

    def let_in(self, response: Response) -> Response:
        """Give the answer a cookie that admits."""
        response.set_cookie(self.cookie, self.session(), httponly=True, samesite="strict", path="/")
        return response

    def _sign(self, use: str, value: str) -> str:
        return hmac.new(self._secret, f"{use}:{value}".encode(), hashlib.sha256).hexdigest()[:40]


class GuardMiddleware:
    """Stands before every page."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app = app
        self.guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refuse(scope)
        await (refused or self.app)(scope, receive, _with_headers(scope, send))

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self.guard.allows_host(headers.get("host", "")):
            return PlainTextResponse("This address is not served here.", 421)
        if scope["method"] not in _READS and _comes_from_elsewhere(headers):
            return PlainTextResponse("A change must come from this page.", 403)
        cookie = _cookie(headers, self.guard.cookie)
        if cookie and self.guard.admits(cookie):
            scope["rashomon.session"] = cookie
            return self._strip_token(scope)
        return self._ask_who(scope)

    def _ask_who(self, scope: Scope) -> Response | None:
        given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token", "")
        if given and self.guard.knows_token(given):
            return self.guard.let_in(_without_token(scope))
        if scope["path"].startswith(_OPEN):
            return None
        if self.guard.settings.password:
            return RedirectResponse("/login", 303)
        return PlainTextResponse(
            "Not let in. Open the address that rashomon serve has printed; it ends in ?token=...", 401
        )

    def _strip_token(self, scope: Scope) -> Response | None:
        held = scope["method"] in _READS and b"token=" in scope["query_string"]
        return _without_token(scope) if held else None


def check_csrf(request: Request, guard: Guard, given: str | None) -> bool:
    """Say whether a change carries the token of its session."""
    held = guard.csrf(request.scope["rashomon.session"])
    told = request.headers.get(HEADER) or given or ""
    return hmac.compare_digest(told.encode(), held.encode())


def _without_token(scope: Scope) -> Response:
    kept = [pair for pair in parse_qsl(scope["query_string"].decode("latin-1")) if pair[0] != "token"]
    path = "/" + scope["path"].lstrip("/\\")
    return RedirectResponse(path + (f"?{urlencode(kept)}" if kept else ""), 303)


def _comes_from_elsewhere(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin")
    foreign = origin is not None and origin.partition("://")[2] != headers.get("host")
    return foreign or site not in {"same-origin", "none"}


def _cookie(headers: Headers, name: str) -> str:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except ValueError:
        return ""
    return "" if morsel is None else morsel.value


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _with_headers(scope: Scope, send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            if "cache-control" not in headers:
                headers["cache-control"] = "no-store"
        await send(message)

    return sent

"""The door: who may ask, from where, and what every answer tells the browser.

One ASGI middleware around everything. It also sees to it that an unforeseen error neither reaches
the caller nor writes anything that was typed into a log.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import KeyNeeded, log_place, respond, respond_plain
from api.keys import KeyStore, Role
from api.sessions import COOKIE, Sessions
from assistant.errors import AccessDenied, CoachError
from assistant.settings import Settings

OPEN_PATHS = frozenset({"/healthz", "/readyz", "/login", "/openapi.json"})
OPEN_FOLDER = "/static/"
API_FOLDER = "/v1/"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with it, browsers send forms with "Origin: null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks; `key_id` is none where no key is needed. Roles will be checked here."""

    key_id: str | None
    role: Role


class Guard:
    """Lets through what comes from an allowed host, page and caller; answers the rest."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        settings: Settings,
        keys: KeyStore,
        keys_needed: bool,
        sessions: Sessions,
    ) -> None:
        self._app = app
        self._hosts = frozenset(host.strip().lower() for host in settings.allowed_hosts)
        self._keys = keys
        self._keys_needed = keys_needed
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sender = _Sender(send, keep=scope["path"].startswith(OPEN_FOLDER))
        try:
            if refused := self._refusal(scope):
                await refused(scope, receive, sender)
            else:
                await self._app(scope, receive, sender)
        except ClientDisconnect:
            return
        except Exception as error:
            log_place(error)
            if not sender.started:
                await respond_plain(500, HTTPConnection(scope))(scope, receive, sender)

    def _refusal(self, scope: Scope) -> Response | None:
        connection = HTTPConnection(scope)
        try:
            self._check_host(connection)
            _check_origin(connection)
            scope["caller"] = self._caller(connection)
        except KeyNeeded as error:
            if _is_page(scope):
                return RedirectResponse(f"/login?next={quote(scope['path'])}", 303)
            return respond(error, connection)
        except CoachError as error:
            return respond(error, connection)
        return None

    def _check_host(self, connection: HTTPConnection) -> None:
        if _without_port(connection.headers.get("host", "")) not in self._hosts:
            raise AccessDenied("wrong_host")

    def _caller(self, connection: HTTPConnection) -> Caller:
        path = connection.scope["path"]
        if path in OPEN_PATHS or path.startswith(OPEN_FOLDER):
            return Caller(None, Role.MEMBER)
        keys = self._keys.all()
        if not keys and not self._keys_needed:
            return Caller(None, Role.MEMBER)
        if path.startswith(API_FOLDER):
            return self._bearer(connection)
        key_id = self._sessions.key_id(connection.cookies.get(COOKIE, ""))
        for key in keys:
            if key.id == key_id:
                return Caller(key.id, key.role)
        raise KeyNeeded("not_signed_in")

    def _bearer(self, connection: HTTPConnection) -> Caller:
        scheme, _, given = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            raise KeyNeeded("no_key")
        key = self._keys.verify(given.strip())
        if key is None:
            raise KeyNeeded("unknown_key")
        return Caller(key.id, key.role)


class _Sender:
    """Adds the headers of every answer, and knows whether one has begun."""

    def __init__(self, send: Send, *, keep: bool) -> None:
        self._send = send
        self._cache = "no-cache" if keep else "no-store"  # no-cache: kept, and asked about
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", self._cache)
        await self._send(message)


def _check_origin(connection: HTTPConnection) -> None:
    """A browser tells which page a post comes from: only our own may post."""
    if connection.scope["method"] in SAFE_METHODS:
        return
    headers = connection.headers
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise AccessDenied("other_page")
    origin = headers.get("origin")
    if origin is not None and _host_of(origin) != headers.get("host", "").lower():
        raise AccessDenied("other_page")


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None


def _without_port(host: str) -> str:
    if host.startswith("["):
        return "".join(host.partition("]")[:2]).lower()
    return host.partition(":")[0].lower()


def _is_page(scope: Scope) -> bool:
    path: str = scope["path"]
    return scope["method"] in {"GET", "HEAD"} and not path.startswith((API_FOLDER, "/ui/"))

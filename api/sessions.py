"""Who is signed in, in the browser: sessions kept here, cookies that hold no key.

The cookie is a random token; only its SHA-256 is kept. The CSRF token is derived from the cookie
(which no page and no script can read), so nothing needs to be stored for it.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from hashlib import sha256

from starlette.requests import HTTPConnection
from starlette.responses import Response

from api.errors import TooManyAttempts
from api.hosts import is_loopback

COOKIE = "okr_session"
HOURS = 12
MOST_SESSIONS = 1000
MOST_FAILURES = 10
MOST_ADDRESSES = 1000
WINDOW_SECONDS = 300.0

Clock = Callable[[], float]


class Sessions:
    """Sessions of signed-in browsers, each bound to the key it was opened with."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[str, tuple[str, float]] = OrderedDict()

    def open(self, key_id: str) -> str:
        """Start a session and return its token."""
        token = secrets.token_urlsafe(32)
        self._open[_digest(token)] = (key_id, self._clock() + HOURS * 3600)
        while len(self._open) > MOST_SESSIONS:
            self._open.popitem(last=False)
        return token

    def key_id(self, token: str) -> str | None:
        """The id of the key behind a token, while the session lasts."""
        key_id, ends = self._open.get(_digest(token), (None, 0.0))
        return key_id if ends > self._clock() else None

    def close(self, token: str) -> None:
        """End a session."""
        self._open.pop(_digest(token), None)


class Attempts:
    """Bounds how often a wrong key may be tried from one address.

    A key cannot be guessed in any case; this tells a flood to stop.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()

    def failed(self, address: str) -> None:
        """Note a wrong key, unless too many failed of late.

        Raises:
            TooManyAttempts: With the seconds to wait.
        """
        self._check(self._failures.get(address, deque()))
        failures = self._failures.setdefault(address, deque(maxlen=MOST_FAILURES))
        failures.append(self._clock())
        self._failures.move_to_end(address)
        while len(self._failures) > MOST_ADDRESSES:
            self._failures.popitem(last=False)

    def _check(self, failures: deque[float]) -> None:
        if len(failures) < MOST_FAILURES:
            return
        wait = failures[0] + WINDOW_SECONDS - self._clock()
        if wait > 0:
            raise TooManyAttempts("too_many_attempts", seconds=int(wait) + 1)


def new_visit() -> str:
    """A cookie for a browser that is not signed in: it only carries the CSRF token."""
    return secrets.token_urlsafe(32)


def csrf_token(cookie: str) -> str:
    """The token that a form must carry, given the cookie of its browser."""
    return hmac.new(cookie.encode(), b"csrf", sha256).hexdigest()


def csrf_fits(cookie: str | None, given: str | None) -> bool:
    """Whether a form came from a page that this service gave to this browser."""
    if not cookie or not given:
        return False
    return hmac.compare_digest(csrf_token(cookie).encode(), given.encode("utf-8", "replace"))


def set_cookie(response: Response, token: str, connection: HTTPConnection) -> None:
    """Give the browser its cookie: not for scripts, not for other sites, off loopback TLS only."""
    response.set_cookie(
        COOKIE,
        token,
        httponly=True,
        samesite="lax",
        secure=not is_loopback(connection.url.hostname or ""),
        path="/",
    )


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()

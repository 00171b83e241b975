"""Who gets in and for how long, how much may come, and what each refusal carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from fastapi import FastAPI
from starlette.requests import HTTPConnection
from starlette.testclient import TestClient

from api.errors import STATUS, respond
from api.keys import KeyStore
from api.sessions import HOURS, MOST_FAILURES
from assistant.errors import CoachError
from evals.faces.rows import Said
from evals.faces.visits import BASE, client_of
from evals.parsed import loaded

CARRIED = ("location", "www-authenticate", "retry-after", "cache-control")
PAGE = {"accept": "text/html"}
MESSAGES = Path(__file__).parents[2] / "assistant" / "catalogues" / "errors.yml"
SMALL = {"max_bytes": 300, "max_stream_bytes": 30_000}
SETS = b'{"objectives": [{"objective": "Customers trust our dates"}]}\n'
BODIES = {
    "a draft": ("text/plain", b"O1: Customers trust our dates\n"),
    "a draft beyond its bound": ("text/plain", b"O1: Customers trust our dates\n" * 20),
    "a draft beyond all forms": ("text/plain", b"O1: Customers trust our dates\n" * 800),
    "a stream as long": ("application/x-ndjson", SETS * 300),
    "a stream beyond its bound": ("application/x-ndjson", SETS * 600),
}
_VALUE = re.compile(r"(?<==)[^;]{20,}")  # of a cookie: another one each time
_NAMED = re.compile(r"\{([a-z_]+)\}")
_TOKEN = re.compile(r'name="csrf" value="([0-9a-f]+)"')


def ways() -> Iterator[Said]:
    """Signing in and out, bodies of each size, every error of ours as an answer."""
    with TemporaryDirectory() as folder:
        key = KeyStore(Path(folder, "keys.json")).create("web team")
        own = client_of(folder, host="0.0.0.0", allowed_hosts=[BASE.removeprefix("http://")])
        yield from (("en", step, _told(found)) for step, found in _signing_in(own, key))
    with TemporaryDirectory() as folder:
        own = client_of(folder, **SMALL)
        for name, (kind, body) in BODIES.items():
            for way, sent in (("", body), (" of no announced length", iter([body]))):
                found = own.post("/v1/check", content=sent, headers={"content-type": kind})
                yield "en", name + way, f"{_told(found)} {found.text.splitlines()[-1][:80]}"
    yield from (("en", f"refused: {name}", told) for name, told in _refusals())


def _signing_in(client: TestClient, key: str) -> Iterator[tuple[str, Any]]:
    """The steps of a browser: no key, wrong keys, a right one, the hours after it, the way out."""
    service = cast(FastAPI, client.app).state.service
    sessions, ticks = service.sessions, count()
    service.attempts._clock = lambda: next(ticks) / 1000  # a slow machine would wait less
    yield "no key", _sent(client, "GET", "/")
    yield "no token", _sent(client, "POST", "/login", {"key": key})
    for number in range(MOST_FAILURES + 1):
        yield f"wrong key {number + 1}", _sent(client, "POST", "/login", _form(client, "wrong"))
    yield "right key", _sent(client, "POST", "/login", _form(client, key))
    yield "signed in", _sent(client, "GET", "/about")
    now = sessions._clock
    for hours in (HOURS - 1, HOURS + 1):
        sessions._clock = lambda hours=hours: now() + hours * 3600
        yield f"{hours} hours later", _sent(client, "GET", "/about")
    sessions._clock = now
    yield "signed out", _sent(client, "POST", "/logout", _form(client, ""))
    yield "after it", _sent(client, "GET", "/about")


def _form(client: TestClient, key: str) -> dict[str, str]:
    found = _TOKEN.search(str(_sent(client, "GET", "/login").text))
    return {"key": key, "next": "/about", "csrf": found[1] if found else ""}


def _sent(client: TestClient, method: str, path: str, form: dict[str, str] | None = None) -> Any:
    return client.request(method, path, data=form, headers=PAGE, follow_redirects=False)


def _refusals() -> Iterator[tuple[str, str]]:
    """Each error that a service may answer with, as it is answered."""
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b""}
    messages = loaded(MESSAGES)
    for kind in STATUS:
        reasons = [key for key in messages if key.startswith(f"{kind.code}.")]
        for reason in reasons[:1]:
            error = _raised(kind, reason, str(messages[reason]) + str(messages[f"{reason}.fix"]))
            answer = respond(error, HTTPConnection({**scope, "server": ("127.0.0.1", 80)}))
            kept = (f"{name}={answer.headers.get(name)}" for name in CARRIED)
            yield kind.__name__, " ".join([str(answer.status_code), *kept])


def _raised(kind: type[CoachError], key: str, told: str) -> CoachError:
    """An error with all that its message names."""
    named = {*_NAMED.findall(told), "seconds"} - {"file", "line", "field"}
    facts: dict[str, Any] = dict.fromkeys(named, "7")
    return kind(key.partition(".")[2], file="draft.txt", **facts)


def _told(found: Any) -> str:
    kept = (f"{name}={found.headers.get(name)}" for name in CARRIED)
    cookies = (_VALUE.sub("…", each) for each in found.headers.get_list("set-cookie"))
    return " ".join([str(found.status_code), *kept, *cookies])

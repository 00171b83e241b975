"""Visits to the service without a network: pages as their words, answers as their fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from api.app import create_app
from api.keys import KeyStore
from api.order import Job, Reply
from api.service import Service
from assistant.settings import Settings
from evals.faces.rows import Faces, Said, leaves, plain, samples
from evals.faces.texts import lines_of
from evals.lines import LANGUAGES

BASE = "http://127.0.0.1"
CARRIED = (
    "location", "www-authenticate", "cache-control", "content-security-policy",
    "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
    "cross-origin-resource-policy", "permissions-policy",
)  # fmt: skip


class _Here:
    """Does in this process what a worker would do."""

    is_ready = False

    def __init__(self, service: Service) -> None:
        self._desk = service.desk

    async def run(self, job: Job) -> Reply:
        return self._desk.run(job)


def pages() -> Iterator[Said]:
    """The words, links and languages of each page."""
    faces = Faces()
    with TemporaryDirectory() as folder:
        client = client_of(folder)
        for path in samples("pages")["pages"]:
            for language in LANGUAGES:
                client.cookies.clear()
                headers = {"accept": "text/html", "accept-language": language}
                found = client.get(path, headers=headers)
                head = f"{found.status_code} {found.headers['content-type']}"
                yield from faces.rows(language, path, [head, *lines_of(found.text)])


def answers() -> Iterator[Said]:
    """What programs are answered, field by field; errors with their place."""
    faces, asked = Faces(), samples("pages")
    with TemporaryDirectory() as folder:
        client = client_of(folder)
        for language in LANGUAGES:
            for path in asked["answers"]:
                yield from _answer(faces, client, language, "GET", path)
            for post in asked["posts"]:
                whole = post["body"] * post.get("times", 1) + post.get("last", "")
                content = {"content": whole.encode(), "type": post["type"]}
                yield from _answer(faces, client, language, "POST", post["to"], **content)


def readers() -> Iterator[Said]:
    """Which language a browser gets for the languages that it asks for."""
    with TemporaryDirectory() as folder:
        client = client_of(folder)
        for tag in samples("pages")["tags"]:
            client.cookies.clear()
            found = client.get("/v1/nowhere", headers={"accept-language": tag})
            yield "en", tag, found.json()["detail"]


def doors() -> Iterator[Said]:
    """Who is let in where a service is open to others, and what every answer carries."""
    with TemporaryDirectory() as folder:
        key = KeyStore(Path(folder, "keys.json")).create("web team")
        client = client_of(folder, host="0.0.0.0", allowed_hosts=[BASE.removeprefix("http://")])
        for door in samples("pages")["doors"]:
            client.cookies.clear()
            headers = {
                name: told.replace("KEY", key) for name, told in door.get("headers", {}).items()
            }
            method = door.get("method", "GET")
            found = client.request(method, door["path"], headers=headers, follow_redirects=False)
            asked = " ".join(f"{name}={told}" for name, told in door.get("headers", {}).items())
            kept = (f"{name}={found.headers.get(name)}" for name in CARRIED)
            told = " ".join([str(found.status_code), *kept])
            yield "en", f"{method} {door['path']} {asked}".strip(), told


def client_of(folder: str, **more: Any) -> TestClient:
    """A browser and a service of its own, whose files are in a folder."""
    own = {"keys_file": f"{folder}/keys.json", "knowledge_dir": folder, "index_dir": folder}
    settings = Settings.model_validate(own | more)
    app = create_app(settings)
    service: Any = app.state.service
    service.pool = _Here(service)
    return TestClient(app, base_url=BASE, raise_server_exceptions=False)


def _answer(
    faces: Faces, client: TestClient, language: str, method: str, path: str, **sent: Any
) -> Iterator[Said]:
    headers = {"accept-language": language, "content-type": sent.get("type", "")}
    client.cookies.clear()
    found = client.request(method, path, headers=headers, content=sent.get("content"))
    face = f"{path} {plain(sent.get('content', b'').decode())[:40]}".strip()
    head = f"{found.status_code} {found.headers['content-type']}"
    lines = [f"{key}={told}" for part in parts_of(found.text) for key, told in leaves(part)]
    yield from faces.rows(language, face, [head, *lines])


def parts_of(text: str) -> Iterator[Any]:
    """The values of an answer in JSON, of each line of a stream; lines of text as they are."""
    try:
        yield json.loads(text)
    except ValueError:
        yield from text.splitlines()

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.keys import KeyStore
from assistant.settings import Settings

BASE = "http://127.0.0.1:8000"

Serve = Callable[..., TestClient]


@pytest.fixture(scope="session")
def _running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(keys_file=tmp_path_factory.mktemp("keys") / "keys.json")
    with TestClient(create_app(settings), base_url=BASE) as client:
        yield client


@pytest.fixture
def client(_running: TestClient) -> TestClient:
    """A browser, or a program, that has never been here; no key is needed."""
    _running.cookies.clear()
    return _running


@pytest.fixture
def keys(tmp_path: Path) -> KeyStore:
    return KeyStore(tmp_path / "own" / "keys.json")


@pytest.fixture
def serve(keys: KeyStore) -> Iterator[Serve]:
    """Starts services of one test, with other settings; they share the test's keys."""
    running: list[TestClient] = []

    def start(base: str = BASE, **changed: object) -> TestClient:
        settings = Settings.model_validate({"keys_file": keys.path, **changed})
        client = TestClient(create_app(settings), base_url=base)
        running.append(client.__enter__())
        return client

    yield start
    for client in running:
        client.__exit__(None, None, None)


@pytest.fixture
def csrf() -> Callable[[TestClient], str]:
    """What the forms of the first page carry for this browser."""

    def read(client: TestClient, path: str = "/") -> str:
        page = client.get(path).text
        return page.split('name="csrf" value="', 1)[1].split('"', 1)[0]

    return read

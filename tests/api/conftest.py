from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.keys import KeyStore
from api.writer import WritingDesk
from assistant.settings import Settings
from tests.llm.endpoint import Act, Endpoint, serving
from tests.nobody import NOBODY

BASE = "http://127.0.0.1:8000"

Serve = Callable[..., TestClient]
WithModel = Callable[..., AbstractContextManager[tuple[TestClient, Endpoint]]]


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


@pytest.fixture(scope="session")
def _beside_a_model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """One for all tests with a model, so that its workers load the rules once."""
    keys_file = tmp_path_factory.mktemp("keys") / "keys.json"
    app = create_app(Settings(keys_file=keys_file, embedding_base_url=NOBODY))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def with_model(_beside_a_model: TestClient) -> WithModel:
    """The service with a model of its own behind a real endpoint, which remembers no other's."""
    client = _beside_a_model

    @contextmanager
    def start(*acts: Act, **settings: object) -> Iterator[tuple[TestClient, Endpoint]]:
        client.cookies.clear()
        with serving(*acts) as endpoint:
            told = {"llm_base_url": endpoint.url, "llm_model": "m", "llm_seconds": 5, **settings}
            desk = WritingDesk(Settings.model_validate(told))
            client.portal.call(desk.warm_up)
            client.app.state.service.writer = desk
            yield client, endpoint

    return start


@pytest.fixture
def csrf() -> Callable[[TestClient], str]:
    """What the forms of the first page carry for this browser."""

    def read(client: TestClient, path: str = "/") -> str:
        page = client.get(path).text
        return page.split('name="csrf" value="', 1)[1].split('"', 1)[0]

    return read

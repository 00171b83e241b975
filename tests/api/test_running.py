"""A real server, while documents of the company come and go."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
import uvicorn

from api.app import create_app
from api.server import Server, bind
from assistant.knowledge.company import Filing, Shelf
from assistant.retrieval import current
from assistant.settings import Settings

NOTE = "# Cold chain\n\nThe lorry is cooled to four degrees before the ramp is opened.\n"
LATER = "# 冷链交接\n\n冷藏车在月台开门之前先降到四度，由司机和仓管一起签字。\n"


class Started(Server):
    """Tells when it answers."""

    def __init__(self, settings: Settings) -> None:
        app = create_app(settings)
        config = uvicorn.Config(app, log_level="warning")
        super().__init__(config, settings, app.state.service)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        port=0,
        keys_file=tmp_path / "keys.json",
        knowledge_dir=tmp_path / "own",
        index_dir=tmp_path / "index",
    )


@pytest.fixture
def client(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    monkeypatch.setattr(current, "PATIENCE", 60.0)  # however busy the machine is
    listener, server = bind(settings), Started(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    assert server.ready.wait(30)
    port = listener.getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        yield client
    server.should_exit = True
    thread.join(30)
    listener.close()


def found(client: httpx.Client, query: str) -> list[str]:
    answer = client.get("/v1/search", params={"query": query, "kind": "document"}).json()
    return [one["source"]["title"] for one in answer["passages"]]


def test_a_running_service_finds_what_is_added_and_no_longer_what_is_removed(
    client: httpx.Client, settings: Settings, tmp_path: Path
) -> None:
    assert client.get("/readyz").json()["search"] in {"loading", "hybrid"}  # asked by nobody
    assert found(client, "冷藏车到月台") == []
    assert client.get("/readyz").json()["search"] == "hybrid"

    file, shelf = tmp_path / "cold.md", Shelf.of(settings)
    file.write_text(NOTE, encoding="utf-8")
    added = shelf.add(file, Filing("Cold chain handbook"))
    assert found(client, "how cold is the lorry") == ["Cold chain handbook"]

    file.write_text(LATER, encoding="utf-8")
    shelf.add(file, Filing("冷链手册"))
    assert found(client, "冷藏车到月台") == ["冷链手册"]

    shelf.remove(added.id)
    assert found(client, "冷藏车到月台") == []

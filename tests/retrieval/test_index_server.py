import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import SearchUnavailable
from assistant.retrieval import index
from assistant.retrieval.store import ServerStore
from assistant.retrieval.vectors import silent
from tests.retrieval.doubles import AUDIT, NIGHT, RETURNS, WordEmbedder, passage, small_corpus


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("chroma"), free_port()
    chroma = Path(sys.executable).with_name("chroma")
    command = [chroma, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(20)


def wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("chroma run did not start")


def names(server: str) -> list[str]:
    with index.served(server) as client:
        return sorted(each.name for each in client.list_collections())


def test_the_server_keeps_the_index_for_whoever_comes_next(server: str) -> None:
    embedder, corpus = WordEmbedder(), small_corpus()
    made = ServerStore(server).vectors(corpus, embedder, silent)
    read = ServerStore(server).vectors(corpus, WordEmbedder(), silent)
    assert np.allclose(made, read)
    assert len(embedder.embedded) == 3
    assert index.index_name(corpus, embedder) in names(server)


def test_what_another_index_on_the_server_holds_is_not_embedded_again(server: str) -> None:
    embedder = WordEmbedder()
    store = ServerStore(server)
    store.vectors(small_corpus(), WordEmbedder(), silent)
    new = passage(
        "badges#night", "Badges at night", "The gate opens for badges of the night shift."
    )
    store.vectors(small_corpus(RETURNS, NIGHT, AUDIT, new), embedder, silent)
    assert len(embedder.embedded) == 1


def test_builds_at_once_end_in_one_collection(server: str) -> None:
    corpus = small_corpus(passage("race#one", "Race", "Two builders, one index."))
    with ThreadPoolExecutor(3) as pool:
        build = lambda _: ServerStore(server).vectors(corpus, WordEmbedder(), silent)  # noqa: E731
        made = list(pool.map(build, range(3)))
    assert all(np.allclose(each, made[0]) for each in made)
    assert names(server).count(index.index_name(corpus, WordEmbedder())) == 1
    assert not any(name.startswith("aside-") for name in names(server))


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}", "nonsense", "http://"])
def test_a_server_that_is_not_there_is_told(url: str) -> None:
    store = ServerStore(url.format(port=free_port()))
    with pytest.raises(SearchUnavailable) as caught:
        store.vectors(small_corpus(), WordEmbedder(), silent)
    assert caught.value.reason == "no_index"

"""An endpoint of our own on this machine stands for any that speaks OpenAI's embedding API."""

import base64
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.errors import SearchUnavailable
from assistant.models import Language
from assistant.retrieval.embeddings import EndpointEmbedder, load_embedder
from assistant.retrieval.search import Searcher, indexed
from assistant.retrieval.store import FolderStore
from assistant.retrieval.vectors import silent
from assistant.settings import Settings
from tests.nobody import NOBODY
from tests.retrieval.doubles import WordEmbedder, small_corpus


class Endpoint(BaseHTTPRequestHandler):
    asked: list[dict[str, Any]] = []  # noqa: RUF012 - one list for the server of the test
    broken = False

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        Endpoint.asked.append({"key": self.headers["authorization"], **body})
        rows = 3 * WordEmbedder().queries(body["input"])
        told = [
            {"object": "embedding", "index": n, "embedding": form(row, body)}
            for n, row in enumerate(rows)
        ]
        answer = {
            "object": "list",
            "data": told,
            "model": body["model"],
            "usage": {"prompt_tokens": 1, "total_tokens": 1},
        }
        written = b"no json" if Endpoint.broken else json.dumps(answer).encode()
        self.send_response(400 if Endpoint.broken else 200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(written)))
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def form(row: "np.ndarray[Any, Any]", body: dict[str, Any]) -> object:
    if body.get("encoding_format") == "base64":
        return base64.b64encode(row.astype(np.float32).tobytes()).decode()
    return row.tolist()


@pytest.fixture
def settings() -> Iterator[Settings]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    running = threading.Thread(target=server.serve_forever)
    running.start()
    Endpoint.asked, Endpoint.broken = [], False
    url = f"http://127.0.0.1:{server.server_port}/v1"
    yield Settings(embedding_base_url=url, embedding_model="words-1", embedding_api_key="k-1")
    server.shutdown()
    running.join()
    server.server_close()


def test_an_endpoint_of_the_company_takes_the_place_of_the_bundled_model(
    settings: Settings, tmp_path: Path
) -> None:
    corpus, embedder = small_corpus(), load_embedder(settings)
    vectors, troubles = indexed(corpus, embedder, FolderStore(tmp_path), silent)
    assert (vectors.shape, troubles) == ((3, 64), [])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    answer = Searcher(corpus, embedder, vectors).search("the auditor in March")
    assert (answer.mode, answer.passages[0].passage_id) == ("hybrid", "audit#dates")
    assert Endpoint.asked[0]["model"] == "words-1"
    assert Endpoint.asked[0]["key"] == "Bearer k-1"


def test_an_endpoint_that_fails_leaves_the_search_by_words_and_says_so(
    settings: Settings, tmp_path: Path
) -> None:
    corpus, embedder = small_corpus(), EndpointEmbedder(settings)
    vectors, _ = indexed(corpus, embedder, FolderStore(tmp_path), silent)
    Endpoint.broken = True
    searcher = Searcher(corpus, embedder, vectors)
    answer = searcher.search("夜班交接先说什么")
    assert (answer.mode, answer.passages[0].passage_id) == ("lexical", "night#shift")
    assert answer.notes[0].startswith("向量服务没有正常应答")
    assert "words alone" in searcher.search("audit", language=Language.EN).notes[0]


def test_an_address_without_a_model_is_told() -> None:
    with pytest.raises(SearchUnavailable) as caught:
        load_embedder(Settings(embedding_base_url=NOBODY))
    assert caught.value.reason == "no_embedding_model"


def test_two_models_never_share_an_index(settings: Settings) -> None:
    other = settings.model_copy(update={"embedding_model": "words-2"})
    assert EndpointEmbedder(settings).name != EndpointEmbedder(other).name

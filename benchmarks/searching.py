"""The search: how long the first one takes, a warm one, and one among 100,000 passages."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

import numpy as np

from assistant.knowledge.library import shipped_knowledge
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import Vectors
from assistant.retrieval.search import Searcher, load_search
from assistant.settings import Settings

QUERIES = (
    "on-time delivery rate",
    "what does a good KR for a hospital's online clinic look like",
    "how often should we hold check-ins and what should we ask",
    "准时交付率怎么算",
    "我们部门写的KR都是上线系统、完成培训，怎么改成结果",
    "新產線良率爬坡的目標範例",
)
MANY = 100_000


class Known:
    """Gives vectors that were made before, so that the rest of a search is measured."""

    name = "known"

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def queries(self, texts: Sequence[str]) -> Vectors:
        """The first vectors."""
        return self._vectors[: len(texts)]

    def passages(self, texts: Sequence[str]) -> Vectors:
        """The first vectors."""
        return self._vectors[: len(texts)]


def cold() -> tuple[float, float]:
    """Seconds of `okr-coach search` where there is no index yet, and where there is one."""
    with tempfile.TemporaryDirectory() as folder:
        return _command(folder), _command(folder)


def _command(folder: str) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "assistant", "search", QUERIES[0]]
    subprocess.run(command, env={"OKR_INDEX_DIR": folder}, check=True, capture_output=True)
    return time.perf_counter() - started


def warm(rounds: int = 50) -> tuple[float, float]:
    """95th percentile in ms of a whole search, and of one without making the query's vector."""
    with tempfile.TemporaryDirectory() as folder:
        searcher = load_search(Settings.from_env({"OKR_INDEX_DIR": folder}))
    if searcher.vectors is None:
        raise RuntimeError("no model here")
    without = Searcher(searcher.corpus, Known(searcher.vectors), searcher.vectors)
    return _p95(searcher, rounds), _p95(without, rounds)


def among_many(rounds: int = 20) -> float:
    """95th percentile in ms of a search among 100,000 passages, without the query's vector.

    The texts are those of the knowledge base over and over, the vectors made up.
    """
    shipped = Corpus.of(shipped_knowledge())
    passages = [
        one.model_copy(update={"passage_id": f"{one.passage_id}-{copy}"})
        for copy in range(MANY // len(shipped.passages) + 1)
        for one in shipped.passages
    ][:MANY]
    made = np.random.default_rng(0).standard_normal((MANY, 384), dtype=np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    return _p95(Searcher(Corpus(passages, shipped.taxonomy), Known(made), made), rounds)


def _p95(searcher: Searcher, rounds: int) -> float:
    times = []
    for number in range(rounds * len(QUERIES)):
        started = time.perf_counter()
        searcher.search(QUERIES[number % len(QUERIES)])
        times.append(1000 * (time.perf_counter() - started))
    return statistics.quantiles(times[len(QUERIES) :], n=20)[-1]

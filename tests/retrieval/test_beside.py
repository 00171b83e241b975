"""What stands beside a passage, and questions that nothing fits."""

import numpy as np
import pytest

from assistant.retrieval.beside import Beside
from assistant.retrieval.search import Searcher, load_search
from assistant.settings import Settings


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return load_search(Settings())


def test_the_best_beside_a_section_is_the_best_other_one_of_its_document() -> None:
    beside = Beside(["guide", "metrics", "guide", "note", "guide", "examples"], [(5, 1)])
    scores = np.array([0.9, 0.3, 0.5, 0.8, 0.9, 0.4], dtype=np.float32)
    best = beside.best(scores)
    assert best.tolist() == pytest.approx([0.9, 0.4, 0.9, -np.inf, 0.9, 0.3])


def test_a_passage_that_a_filter_left_out_lends_nothing() -> None:
    beside = Beside(["guide", "guide"], [])
    best = beside.best(np.array([0.5, -np.inf], dtype=np.float32))
    assert best.tolist() == [-np.inf, 0.5]


def test_without_documents_nothing_stands_beside() -> None:
    assert Beside(["metrics"], []).best(np.ones(1, dtype=np.float32)).tolist() == [-np.inf]


@pytest.mark.parametrize(
    "query", ["asdfgh qwerty", "阿斯顿发", "xyzzy plugh", "发斯蒂芬", "阿斯頓發", "!!!???"]
)
def test_keys_hit_at_random_find_nothing(searcher: Searcher, query: str) -> None:
    assert searcher.search(query).passages == []


@pytest.mark.parametrize(
    "query", ["CES", "平效", "MTTR", "志工留不住", "ROAS 太低怎么定 KR", "churn"]
)
def test_a_short_or_rare_question_still_finds_something(searcher: Searcher, query: str) -> None:
    assert len(searcher.search(query).passages) == 5

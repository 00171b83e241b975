"""What how people ask has taught the search, and questions of other subjects."""

import numpy as np
import pytest

from assistant.knowledge.library import shipped_knowledge
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import BundledEmbedder
from assistant.retrieval.meaning import Meaning
from assistant.retrieval.named import names_okrs
from assistant.retrieval.search import Searcher, load_search
from assistant.retrieval.shipped import unit
from assistant.retrieval.turning import (
    Turn,
    elsewhere,
    fingerprint,
    home_of,
    learnt,
    lines_of,
    shipped_turn,
    turn_for,
)
from assistant.settings import Settings
from tests.retrieval.doubles import small_corpus


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return load_search(Settings())


def found(searcher: Searcher, query: str) -> list[str]:
    return [passage.passage_id for passage in searcher.search(query).passages]


def test_what_ships_was_learnt_from_the_lines_that_ship() -> None:
    """Where this fails, lines of `asked/`, titles or `elsewhere.yml` changed: `make vectors`."""
    turn, corpus = shipped_turn(), Corpus.of(shipped_knowledge())
    assert turn is not None
    assert turn.lines == fingerprint([*lines_of(corpus), *elsewhere()])
    assert turn.model == BundledEmbedder().name
    assert turn_for("another model") is None


def test_a_question_is_turned_towards_what_it_asks_for() -> None:
    draw = np.random.default_rng(3)
    answers = unit(draw.standard_normal((6, 8)).astype(np.float32))
    mixed = np.roll(np.eye(8, dtype=np.float32), 1, axis=0)  # asked for in other words throughout
    questions = unit(answers @ mixed + draw.normal(0, 0.1, (6, 8)).astype(np.float32))
    groups = np.tile(np.arange(6), 40)
    turn = learnt(np.tile(questions, (40, 1)), groups, [answers, answers])
    before = (questions @ answers.T).argmax(axis=1)
    after = ((questions + questions @ turn) @ answers.T).argmax(axis=1)
    assert before.tolist() != list(range(6))
    assert after.tolist() == list(range(6))


def test_a_question_is_at_home_where_ours_are() -> None:
    draw = np.random.default_rng(4)
    ours = draw.normal(2, 1, (50, 6)).astype(np.float32)
    others = draw.normal(-2, 1, (50, 6)).astype(np.float32)
    home = home_of(ours, others)
    assert home.holds(ours.mean(axis=0)) == pytest.approx(1, abs=1e-4)
    assert home.holds(others.mean(axis=0)) == pytest.approx(-1, abs=1e-4)
    vectors = np.eye(3, 6, dtype=np.float32)
    turn = Turn(np.zeros((6, 6), dtype=np.float32), home, "model", "lines")
    heard = Meaning(small_corpus(), vectors, turn=turn).heard(ours[0], chinese=False)
    assert heard.home == pytest.approx(home.holds(ours[0]))
    assert (
        heard.near.tolist()
        == Meaning(small_corpus(), vectors).scores(unit(ours[0]), chinese=False).tolist()
    )


@pytest.mark.parametrize(
    "query",
    [
        "how do I fix a flat bicycle tyre",
        "how to remove red wine from a carpet",
        "my neighbour plays drums at midnight, what can I do",
        "太阳系有几颗行星",
        "楼上半夜弹钢琴怎么办",
        "王者荣耀哪个英雄好上手",
        "幫小貓取名字",
        "捷運末班車幾點",
        "阿里山幾點看日出",
    ],
)
def test_questions_of_other_subjects_find_nothing(searcher: Searcher, query: str) -> None:
    assert found(searcher, query) == []


@pytest.mark.parametrize(
    "query",
    [
        "returns are killing us",
        "zoo OKR",
        "people leave after six months",
        "会太多了",
        "月底突击填数据",
        "动物园 OKR",
        "手搖飲店的 KR",
        "新人待半年就離職",
        "廠區一直有人受傷",
    ],
)
def test_odd_questions_of_ours_find_something(searcher: Searcher, query: str) -> None:
    assert len(found(searcher, query)) == 5


@pytest.mark.parametrize(
    ("query", "named"),
    [("zoo OKR", True), ("我們的KR太多", True), ("krill in the sea", False), ("月亮", False)],
)
def test_who_names_okrs_asks_for_ours(query: str, named: bool) -> None:
    assert names_okrs(query) is named

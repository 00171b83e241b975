"""What puts one passage before another: what it is about, and how like the best it is."""

import numpy as np
import pytest

from assistant.retrieval.lexical import Lexical
from assistant.retrieval.meaning import Meaning
from assistant.retrieval.postings import Postings
from assistant.retrieval.ranking import drawn, measured_weights
from assistant.retrieval.search import Searcher, load_search
from assistant.settings import Settings
from tests.retrieval.doubles import AUDIT, NIGHT, RETURNS, small_corpus


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return load_search(Settings())


def found(searcher: Searcher, query: str) -> list[str]:
    return [passage.passage_id for passage in searcher.search(query).passages]


def test_a_term_counts_as_much_as_is_said() -> None:
    postings = Postings([["late", "parcel"], ["late", "late", "bus"], []])
    whole, half = postings.scores([("late", 1.0)]), postings.scores([("late", 0.5), ("tram", 1.0)])
    assert half.tolist() == pytest.approx((whole / 2).tolist())
    assert (whole > 0).tolist() == [True, True, False]


def test_texts_without_words_are_found_by_none() -> None:
    assert Postings([[], []]).scores([("late", 1.0)]).tolist() == [0, 0]
    assert Postings([]).scores([("late", 1.0)]).tolist() == []


@pytest.mark.parametrize(
    ("asked", "texts", "titles", "lines"),
    [
        (
            "who owns a shared KR",
            ["A shared KR has an owner. A shared KR waits.", "One name, told to all."],
            ["Signs", "Who answers for it"],
            ["", "who owns a shared KR"],
        ),
        (
            "共担的指标谁负责",
            ["共担的指标没人负责。共担的指标等着。", "一个名字，大家都知道。"],
            ["迹象", "谁来答复"],
            ["", "共担的指标谁负责"],
        ),
    ],
)
def test_what_a_text_says_by_the_way_is_not_its_head(
    asked: str, texts: list[str], titles: list[str], lines: list[str]
) -> None:
    lexical = Lexical(texts, titles, asked=lines)
    words, heads = lexical.both(asked)
    assert words.tolist() == lexical.scores(asked).tolist()
    assert words[0] > 0
    assert heads[0] == 0 < heads[1]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("everyone sets easy goals they know they'll hit, what now", "sandbagging#signs"),
        ("共担的KR谁负责", "one-dri#shared"),
        ("共擔的KR誰負責", "one-dri#shared"),
    ],
)
def test_who_is_asked_for_comes_before_who_mentions_it(
    searcher: Searcher, query: str, first: str
) -> None:
    assert found(searcher, query)[0] == first


@pytest.mark.parametrize(
    ("query", "also"),
    [
        ("data platform team OKR when we have no direct users", "metrics#self-service-query-share"),
        ("KR里的数字是拍脑袋定的，没人知道从哪来", "invented-baselines#mend"),
        ("KR裡的數字是拍腦袋定的，沒人知道從哪來", "invented-baselines#mend"),
    ],
)
def test_what_means_the_like_of_the_best_is_drawn_up(
    searcher: Searcher, query: str, also: str
) -> None:
    unlike = searcher.weights.model_copy(update={"alike": 0.0})
    plain = Searcher(searcher.corpus, searcher.embedder, searcher.vectors, weights=unlike)
    up, down = ([p.passage_id for p in one.search(query, limit=20).passages]
                for one in (searcher, plain))  # fmt: skip
    assert up.index(also) < down.index(also)


def test_the_best_stays_and_its_like_comes_next() -> None:
    corpus = small_corpus(RETURNS, NIGHT, AUDIT)
    vectors = np.array([[1, 0], [0, 1], [1, 0.1]], dtype=np.float32)
    meaning, weights = Meaning(corpus, vectors), measured_weights()
    order = drawn(corpus, meaning, [(0, 0.9), (1, 0.6), (2, 0.55)], weights)
    assert [number for number, _ in order] == [0, 2, 1]
    assert drawn(corpus, meaning, [], weights) == []

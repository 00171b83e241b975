from collections import Counter

import pytest

from assistant.knowledge.library import shipped_knowledge
from assistant.models import Language
from assistant.retrieval.passages import passages_of
from evals.retrieval.questions import Question, Split, read_questions
from evals.retrieval.scores import degrees, measured


def asked(name: str, grades: dict[str, int]) -> Question:
    return Question(id=name, query=name, language=Language.EN, split=Split.DEV, grades=grades)


def test_a_question_is_answered_when_a_passage_that_answers_is_among_the_first_five() -> None:
    questions = [asked("a", {"x": 2, "y": 1}), asked("b", {"z": 2})]
    scores = measured(questions, {"a": ["y", "x"], "b": ["1", "2", "3", "4", "5", "z"]})
    assert scores["success@5"] == 0.5
    assert scores["MRR"] == pytest.approx((1 / 2 + 1 / 6) / 2)


def test_the_best_order_scores_one() -> None:
    questions = [asked("a", {"x": 2, "y": 1})]
    assert measured(questions, {"a": ["x", "y"]})["nDCG@5"] == pytest.approx(1)
    assert measured(questions, {"a": ["y", "x"]})["nDCG@5"] < 1


def test_one_question_adds_its_degrees_to_the_means() -> None:
    one = asked("a", {"x": 2, "y": 2, "z": 1})
    late = degrees(one, ["z", "x"])
    assert (late["MRR"], late["recall@10"]) == (0.5, 0.5)
    assert late["nDCG@5"] < 1
    assert degrees(one, ["x", "y", "z"]) == pytest.approx(
        {"nDCG@5": 1.0, "MRR": 1.0, "recall@10": 1.0}
    )


def test_the_questions_have_answers_that_exist_in_every_language_and_split() -> None:
    questions = read_questions()
    known = {passage.passage_id for passage in passages_of(shipped_knowledge())}
    assert len(questions) >= 150
    assert Counter(one.split for one in questions)[Split.TEST] >= 75
    for one in questions:
        assert 2 in one.grades.values(), one.id
        assert set(one.grades) <= known, one.id
    assert {one.language for one in questions} >= {Language.EN, Language.ZH_HANS, Language.ZH_HANT}

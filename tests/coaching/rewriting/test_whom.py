"""Where nothing tells what a work is for, one asks; those whom it is for are named."""

import pytest

from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.models import KeyResult, Objective, OkrSet
from assistant.models.suggestion import Suggestion
from assistant.parsing import SetReading
from assistant.settings import Settings


def _suggested(objective: str, line: str, industry: str | None = None) -> Suggestion:
    held = Objective(objective=objective, key_results=[KeyResult(text=line)])
    reviewer = Reviewer(load_checker(Settings(), None, None))
    answer = reviewer.review(SetReading(OkrSet(objectives=[held], industry=industry)), Asked())
    return next(one for one in answer.suggestions if one.key_result == 0)


@pytest.mark.parametrize(
    ("objective", "line", "asked"),
    [
        (
            "Growers rely on the co-op",
            "Establish the quince circle",
            "growers who [change to name]",
        ),
        (
            "The mill thrives",
            "Establish the quince circle for millers' apprentices",
            "apprentices who",
        ),
        ("The mill thrives", "Establish the quince circle", "people who [change to name]"),
        ("磨坊红火", "确立榫卯方向", "体现榫卯方向成效的[指标待定]"),
        ("磨坊紅火", "確立榫卯方向", "體現榫卯方向成效的[指標待定]"),
    ],
)
def test_where_nothing_speaks_for_a_metric_one_asks(objective: str, line: str, asked: str) -> None:
    made = _suggested(objective, line)
    assert asked in made.after
    assert made.remaining == []
    assert "Problems met" not in made.after


@pytest.mark.parametrize(
    ("objective", "line", "said"),
    [
        ("磨坊红火", "上线学徒和会员的榫卯小窗", "用上学徒和会员的榫卯小窗的会员占比"),
        ("农户省心", "搭建榫卯小窗", "用上榫卯小窗的农户占比"),
        ("農戶省心", "搭建榫卯小窗", "用上榫卯小窗的農戶佔比"),
        ("Growers rely on the co-op", "Set up the quince hoist", "growers who make use of"),
    ],
)
def test_those_whom_a_thing_is_for_are_named(objective: str, line: str, said: str) -> None:
    made = _suggested(objective, line)
    assert any(said in one.after for one in [made, *made.alternatives])


def test_of_ones_own_life_no_people_are_spoken() -> None:
    made = _suggested("Feel at home in my skin", "Mend the garden wall at last", "personal / home")
    texts = [one.after for one in [made, *made.alternatives]]
    assert not any("people who" in text for text in texts)

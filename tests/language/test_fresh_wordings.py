"""Wordings of trades that no word list knew."""

from __future__ import annotations

import pytest

from evals.facts import verdicts_of


@pytest.mark.parametrize(
    "text",
    [
        "Bring payroll in-house",
        "Move the community to another platform",
        "Secure funding for the clinic extension",
        "扩充设计团队",
        "把客戶資料清理乾淨",
    ],
)
def test_work_is_told_by_what_stands_around_an_unknown_verb(text: str) -> None:
    assert verdicts_of(text, of_objective=True)["is_task"] == "y"


@pytest.mark.parametrize(
    "text", ["Drivers feel safe on the new route", "小供应商能按时收到货款", "住戶能自己預約維修"]
)
def test_what_others_can_do_or_feel_is_no_work(text: str) -> None:
    assert verdicts_of(text, of_objective=True)["is_task"] == "n"


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("Sign 3 distributors and bring CAC under $80", "target_only"),
        ("App Store排名从第12到第3", "both"),
    ],
)
def test_levels_behind_a_metric_ranks_and_none_are_values(text: str, baseline: str) -> None:
    assert verdicts_of(text, of_objective=False)["baseline"] == baseline


@pytest.mark.parametrize(
    "text",
    ["Sign 3 distributors and bring CAC under $80", "发布API文档并下线v1", "缺陷更少，发布更快"],
)
def test_two_results_are_two_whatever_their_values_and_names(text: str) -> None:
    assert verdicts_of(text, of_objective=False)["compound"] == "y"


@pytest.mark.parametrize("text", ["举办培训 2 → 6", "舉辦培訓從2場到6場"])
def test_a_count_of_ones_own_activity_is_an_output_from_one_value_to_another(text: str) -> None:
    assert verdicts_of(text, of_objective=False)["kind"] == "output"


def test_an_anniversary_is_no_metric() -> None:
    assert verdicts_of("辦好 30 週年慶", of_objective=True)["has_metric"] == "n"

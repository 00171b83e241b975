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


@pytest.mark.parametrize(
    "text",
    [
        "在现有报表和导出格式的基础上，添加一种精简格式",
        "将门店和仓库的对账逻辑剥离，统一到结算模块中",
        "將門市和倉庫的對帳邏輯剝離，統一到結算模組中",
    ],
)
def test_work_stands_behind_its_ground_or_its_object(text: str) -> None:
    assert verdicts_of(text, of_objective=True)["is_task"] == "y"


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("① 去两趟乡下；② 学会修自行车", "y"),
        ("(1) Repaint the hall (2) Mend the roof of the shed", "y"),
        ("读完《甲工程手册》《乙工程手册》", "y"),
        ("修改配置后，在预发环境运行回归", "n"),
        ("在保留旧格式的基础上，添加精简格式", "n"),
        ("每周完成1套听力练习，并同步至云盘", "n"),
        ("每週完成1套聽力練習，並同步至雲端硬碟", "n"),
        ("Write the survey guide and share with the branch offices", "n"),
    ],
)
def test_parts_count_when_they_stand_by_themselves(text: str, compound: str) -> None:
    assert verdicts_of(text, of_objective=False)["compound"] == compound


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("90 mins of violin practice per week", "output"),
        ("2x strength sessions per week", "output"),
        ("人均培训时长超60小时", "output"),
        ("導師帶教時間保持在每人每週3小時以內", "outcome"),
        ("Have 300 clubs", "outcome"),
        ("40 retweets", "outcome"),
    ],
)
def test_time_given_is_activity_and_outsiders_won_are_a_result(text: str, kind: str) -> None:
    assert verdicts_of(text, of_objective=False)["kind"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Support tickets per branch from [baseline to confirm] to [target to set]",
        "Review comments per drawing from 14 to 6",
    ],
)
def test_a_noun_that_opens_a_count_is_no_verb(text: str) -> None:
    assert verdicts_of(text, of_objective=False)["kind"] == "outcome"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("自动化覆盖率到80%", "outcome"),
        ("自動化測試覆蓋率由 40% 提升至 80%", "outcome"),
        ("自动化程度达到 70%", "outcome"),
        ("自动化 12 个对账流程", "output"),
        ("自動化迴歸測試", "task"),
    ],
)
def test_a_share_that_is_automated_is_no_work(text: str, kind: str) -> None:
    assert verdicts_of(text, of_objective=False)["kind"] == kind


@pytest.mark.parametrize(
    "text",
    ["运维调度 1.0 版本上线", "維運排程 2.10 版本上線", "Ship version 1.0 of the harbour app"],
)
def test_the_number_of_a_version_parts_no_line(text: str) -> None:
    assert verdicts_of(text, of_objective=False)["compound"] == "n"


@pytest.mark.parametrize("text", ["付費團隊從 3 個增加到 40 個", "付费学校从3所增加到10所"])
def test_whoever_pays_is_a_customer(text: str) -> None:
    assert verdicts_of(text, of_objective=False)["kind"] == "outcome"

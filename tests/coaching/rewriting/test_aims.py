"""What the work is for stands in the objective above it, where the work itself does not tell."""

import pytest

from assistant.coaching.rewriting.works import aims_in
from assistant.models.suggestion import Action
from tests.coaching.rewriting.proposals import B_HANT, B_ZH, T_HANT, T_ZH, B, T, suggestions


def written(objective: str, line: str) -> str:
    return next(one for one in suggestions(objective, line) if one.key_result == 0).after


@pytest.mark.parametrize(
    ("objective", "aim"),
    [
        ("Nurses want to stay with our ward", "aim-staff-stay"),
        ("Guests come back to our restaurant", "aim-guests-return"),
        ("让新员工愿意留下", "aim-newcomers-stay"),
        ("讓客戶願意續約", "aim-clients-stay"),
        ("工厂不再停机", "aim-downtime"),
        ("讓門診病人少等", "aim-patients-wait"),
    ],
)
def test_an_objective_says_what_it_is_after(objective: str, aim: str) -> None:
    assert aims_in(objective)[0].family.data.id == aim


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        (
            "Nurses want to stay with our ward",
            "Run 3 workshops",
            f"Voluntary staff turnover after the workshops from {B} to {T}",
        ),
        (
            "Guests come back to our restaurant",
            "Send a newsletter",
            f"Share of customers who buy again after the newsletter from {B} to {T}",
        ),
        (
            "让工厂不再停机",
            "上线点检系统",
            f"点检系统上线后的非计划停机率从{B_ZH}降到{T_ZH}",
        ),
        (
            "讓工廠不再停機",
            "導入點檢系統",
            f"點檢系統導入後的非計劃停機率從{B_HANT}降到{T_HANT}",
        ),
        ("让销售有足够商机", "举办3场沙龙", f"沙龙带来的合格线索数从{B_ZH}增加到{T_ZH}"),
    ],
)
def test_a_mere_means_is_measured_by_what_the_objective_is_after(
    objective: str, line: str, after: str
) -> None:
    assert written(objective, line) == after


def test_a_metric_stands_under_an_objective_once() -> None:
    made = suggestions(
        "让门店的客人愿意再来", "复购率从20%提升到28%", "推出会员小程序", "组织店长培训"
    )
    lines = [one.after for one in made if one.key_result]
    assert len(lines) == len(set(lines)) == 2
    assert not any("复购率" in line for line in lines)


def test_a_line_that_may_be_parked_gets_its_better_wording_too() -> None:
    """To park is a proposal: whoever keeps the line shall not be left with its fault."""
    measured = [f"第{n}区复购率从{10 + n}%提升到{20 + n}%" for n in range(5)]
    made = suggestions("让客人愿意再来", *measured, "组织店长培训", "每周开例会")
    parked = {one.key_result for one in made if one.action is Action.PARK}
    assert parked == {5, 6}
    reworded = {one.key_result for one in made if one.action is Action.REPLACE}
    assert reworded >= parked


@pytest.mark.parametrize(
    ("objective", "line", "after"),
    [
        ("讓新人留下", "辦理新人訓練4場，參訓率95%", None),
        ("新员工愿意留下", "组织新员工培训4场，培训覆盖率100%", None),
        ("Newcomers stay", "Hold 4 trainings for newcomers with 95% attendance", None),
    ],
)
def test_how_many_were_trained_is_no_result_of_its_own(
    objective: str, line: str, after: str | None
) -> None:
    [made] = [one for one in suggestions(objective, line) if one.key_result == 0]
    assert (made.more, made.initiative) == ([], line)
    assert not any(sign in made.after for sign in ("95", "100", "覆盖", "參訓", "attendance"))


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "引入 AI coding assistant",
            f"用上AI coding assistant 的目标用户占比从{B_ZH}提升到{T_ZH}",
        ),
        ("减少 build time", f"build time 从{B_ZH}降到{T_ZH}"),
    ],
)
def test_a_mixed_line_that_opens_in_chinese_is_answered_in_chinese(line: str, after: str) -> None:
    [made] = [one for one in suggestions("提高 team 的效率", line) if one.key_result == 0]
    assert made.after == after
    assert all(question.text.endswith("？") for question in made.questions)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        (
            "Better candidate experience",
            f"Satisfaction with the candidate experience from {B} to {T}",
        ),
        ("Reduce manual data entry", f"Hours a week spent on manual data entry from {B} to {T}"),
        (
            "Run satisfaction survey",
            f"Share of findings from the satisfaction survey put into practice from {B} to {T}",
        ),
        ("减少手工台账", f"每周花在手工台账上的时间从{B_ZH}缩短到{T_ZH}"),
        (
            "Roll out wellbeing programme",
            f"Engagement score of staff after the wellbeing programme from {B} to {T}",
        ),
        (
            "Obtain ISO 9001",
            f"Major nonconformities found in the audit for ISO 9001 from {B} to {T}",
        ),
        ("每月给重点客户做 QBR", f"QBR覆盖客户的续约率从{B_ZH}提升到{T_ZH}"),
        ("Open second site", f"Monthly revenue of the second site from {B} to {T}"),
        (
            "Send onboarding emails to new users",
            f"Share of new users activated after the onboarding emails from {B} to {T}",
        ),
        (
            "Send onboarding emails to new hires",
            f"Time until newcomers work alone after the onboarding emails from {B} to {T}",
        ),
    ],
)
def test_a_kind_of_work_has_its_own_measure(line: str, after: str) -> None:
    assert written("We do good work", line) == after


@pytest.mark.parametrize(
    ("objective", "after", "result"),
    [
        ("实现营收1.2亿，成为华南第一", "成为华南第一", f"营收从{B_ZH}提升到1.2亿"),
        (
            "Grow the Nordic business to €4m ARR",
            "Grow the Nordic business",
            f"Grow the Nordic business from {B} to €4m ARR",
        ),
    ],
)
def test_the_clause_with_the_number_leaves_the_objective(
    objective: str, after: str, result: str
) -> None:
    [made] = [
        one for one in suggestions(objective, "净推荐值从20分提升到30分") if one.key_result is None
    ]
    assert (made.action, made.after, made.more) == (Action.MOVE, after, [result])


@pytest.mark.parametrize("objective", ["打造零投诉的外卖体验", "打造零客訴的外送體驗"])
def test_a_world_without_complaints_is_left_as_a_state(objective: str) -> None:
    assert [one for one in suggestions(objective, "投诉率从3%降到1%") if one.after] == []


def test_an_objective_that_is_a_task_keeps_its_words_beside_the_state() -> None:
    [made] = [one for one in suggestions("构建合规的底座", "NPS 20 → 30") if one.key_result is None]
    assert made.after == "通过构建合规的底座，让客户和监管都能放心我们的做法"

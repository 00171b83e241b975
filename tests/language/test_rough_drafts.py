"""What stands in drafts as people really write them: progress marks, rows of tables, lists."""

import pytest

from assistant.language import read_key_result, read_objective
from assistant.models import BaselineFact, FactKind, KeyResult, KeyResultFacts, Objective


def facts(text: str) -> KeyResultFacts:
    return read_key_result(KeyResult(text=text), 0, 0).facts


def is_task(text: str) -> bool:
    return read_objective(Objective(objective=text), 0).facts.is_task


@pytest.mark.parametrize(
    "text",
    [
        "Menu design signed off by the chef (0.0 → 1.0)",
        "梳理排班接口并输出文档  Q2  0%-30%",
        "梳理排班介面並輸出文件  Q2  0%-30%",
    ],
)
def test_how_far_the_author_has_come_is_no_value(text: str) -> None:
    assert facts(text).baseline is BaselineFact.NONE
    assert facts(text).kind is FactKind.TASK


@pytest.mark.parametrize(
    "text", ["Parent NPS | 18 | 35", "家长净推荐值 | 18 | 35", "家長淨推薦值 | 18 | 35 | 季度"]
)
def test_two_cells_of_a_row_are_baseline_and_target(text: str) -> None:
    found = facts(text)
    assert (found.baseline_value, found.target_value) == (18, 35)
    assert found.baseline is BaselineFact.BOTH


@pytest.mark.parametrize(
    "text",
    [
        "All items on the pool checklist are done",
        "Make the timetable available in all major formats",
        "完成全部改造任务",
        "完成全部改造任務",
    ],
)
def test_all_the_parts_of_one_project_are_no_bar(text: str) -> None:
    assert not facts(text).measurable


@pytest.mark.parametrize(
    "text",
    [
        "90% of the ward tablets are replaced",
        "Safety training coverage at 95%",
        "代码评审覆盖率达到90%",
        "程式碼評審覆蓋率達到90%",
    ],
)
def test_a_population_put_through_work_is_an_output(text: str) -> None:
    assert facts(text).kind is FactKind.OUTPUT


@pytest.mark.parametrize(
    "text",
    [
        "12 recipes written by readers",
        "与6家连锁书店建立合作关系",
        "新增志愿者60人",
        "課程賣出500份",
        "Everyone on the night shift can explain the new triage rules",
    ],
)
def test_what_others_do_buy_or_join_is_an_outcome(text: str) -> None:
    assert facts(text).kind is FactKind.OUTCOME


@pytest.mark.parametrize(
    "text",
    [
        "Users can change their seat in the app",
        "All planned tasks of the migration are finished",
    ],
)
def test_a_feature_or_a_finished_plan_is_a_task(text: str) -> None:
    assert facts(text).kind is FactKind.TASK


@pytest.mark.parametrize(
    "text",
    [
        "Launch the web shop and the gift card",
        "上线网店和礼品卡",
        "上線網店和禮品卡",
        "Run 3 cooking nights with 40 guests each",
        "完成2次试讲并发布1篇讲义",
    ],
)
def test_two_things_that_come_out_by_themselves_are_compound(text: str) -> None:
    assert facts(text).compound


@pytest.mark.parametrize(
    "text",
    [
        "Connect the till and the stock list",
        "Write 3 guides: opening, closing, cleaning",
        "系统支持多种支付，包括现金、刷卡、扫码等",
        "季度末完成收银系统与库存系统对接",
        "通过家访、电访和问卷了解家长需求",
    ],
)
def test_parts_means_and_things_joined_to_each_other_are_not(text: str) -> None:
    assert not facts(text).compound


@pytest.mark.parametrize(
    "text",
    [
        "Explore funding for the youth club",
        "Redesign the members' newsletter",
        "Alpha release of the seating app",
        "Find a new supplier for flour",
        "建设门诊统一排班能力",
        "供应商年会",
        "供應商年會",
    ],
)
def test_work_is_told_by_what_is_done_or_named(text: str) -> None:
    assert is_task(text)


@pytest.mark.parametrize(
    "text",
    [
        "Build a small, devoted community",
        "Embrace slow mornings",
        "Find peace of mind",
        "Release with confidence",
        "掌握急救知识",
        "打造人人敢说真话的团队",
        "烘焙项目",
        "打造人人敢說真話的團隊",
    ],
)
def test_states_attitudes_and_bare_areas_are_no_tasks(text: str) -> None:
    assert not is_task(text)


def test_a_weight_in_brackets_is_no_metric_of_the_objective() -> None:
    found = [
        read_objective(Objective(objective=text), 0).facts.has_metric
        for text in ("Open the new clinic (40%)", "开出新诊所（40%）", "Grow sales by 40%")
    ]
    assert found == [False, False, True]


def test_a_level_of_what_was_booked_is_an_outcome() -> None:
    moved = "Booked visits per week from 1,200 to 1,800"
    assert read_key_result(KeyResult(text=moved), 0, 0).facts.kind is FactKind.OUTCOME


@pytest.mark.parametrize(
    ("text", "baseline", "target", "kind"),
    [
        ("新签 ACV", "300万", "500万", "outcome"),
        ("新簽合約額", "300萬", "500萬", "outcome"),
        ("New ACV", "3m", "5m", "outcome"),
        ("Launch the portal", 0, 1, "task"),
        ("上线新版结算页", 0, 1, "task"),
    ],
)
def test_a_metric_with_its_values_in_columns_is_no_work(
    text: str, baseline: float | str, target: float | str, kind: str
) -> None:
    result = KeyResult(text=text, baseline=baseline, target=target)
    assert read_key_result(result, 0, 0).facts.kind == kind

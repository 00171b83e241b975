"""A named metric whose two values are still to fill in, as the coach writes it."""

import pytest

from assistant.language import read_key_result
from assistant.models import FactKind, KeyResult


@pytest.mark.parametrize(
    "text",
    [
        "Share of viewers who finish the series from [baseline to confirm] to [target to set]",
        "Error rate of those who use the manual from [baseline to confirm] to [target to set]",
        "安全培训后的实操考核通过率从[基线待确认]提升到[目标待定]",
        "部署告警的及时处置率从[基线待确认]提升到[目标待定]",
        "銷售培訓材料的重複諮詢量從[基線待確認]減少到[目標待定]",
        # words that are left open, and a quoted line that the measure is of
        "Effect of adding rat guards ([metric to choose]) from [baseline to confirm] to [target]",
        "Share of boatmen who [change to name] after “Paint the marks and mend the rail”"
        " from [baseline to confirm] to [target to set]",
        "体现“完成茶灶选型和 3 份图谱”成效的[指标待定]从[基线待确认]提升到[目标待定]",
        "體現「炒青、揉捻、烘乾形成三條路線」成效的[指標待定]從[基線待確認]提升到[目標待定]",
        "体现“更换灶台”成效的[指标待定]从[基线待确认]到[目标待定]",
        "體現「更換灶台」成效的[指標待定]從[基線待確認]到[目標待定]",
    ],
)
def test_a_metric_with_open_values_is_one_outcome(text: str) -> None:
    facts = read_key_result(KeyResult(text=text), 0, 0).facts
    assert (facts.kind, facts.compound) == (FactKind.OUTCOME, False)


@pytest.mark.parametrize(
    "text",
    [
        "Share of services migrated from [baseline to confirm] to [target to set]",
        "服务迁移比例从[基线待确认]提升到[目标待定]",
        "Publish blog posts from [baseline to confirm] to [target to set]",
    ],
)
def test_work_put_through_stays_an_output(text: str) -> None:
    assert read_key_result(KeyResult(text=text), 0, 0).facts.kind is not FactKind.OUTCOME


@pytest.mark.parametrize(
    "text",
    [
        "Trips without a prediction stay at or below [target to set]%",
        "结算出错率保持在[目标待定]%以内（日志平台）",
        "Support calls per 100 first visits from [baseline to confirm] to [target to set]",
        "从开箱到跑通首个示例的用时中位数从[基线待确认]小时缩短到[目标待定]小时",
        "發現異常的用時中位數從[基線待確認]小時縮短到[目標待定]小時",
    ],
)
def test_a_line_with_gaps_is_judged_as_it_will_be_with_its_values(text: str) -> None:
    facts = read_key_result(KeyResult(text=text), 0, 0).facts
    assert (facts.kind, facts.compound, facts.measurable) == (FactKind.OUTCOME, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Change failure rate with the new checkout page from [baseline to confirm] to [target]",
        "Offer acceptance rate after the new interviews from 61% to 80%",
        "招聘完成率从[基线待确认]提升到[目标待定]",
    ],
)
def test_a_rate_with_both_ends_is_a_result_whatever_its_name_opens_with(text: str) -> None:
    assert read_key_result(KeyResult(text=text), 0, 0).facts.kind is FactKind.OUTCOME

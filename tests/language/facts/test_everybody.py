"""All and none: who does something can be counted, how they feel cannot without a test."""

import pytest

from assistant.language import read_key_result
from assistant.language.reading import KeyResultReading
from assistant.models import BaselineFact, FactKind, KeyResult


def read(text: str) -> KeyResultReading:
    return read_key_result(KeyResult(text=text), 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Everybody is delighted",
        "Everyone in the night crew is proud of the new ward",
        "All tenants are very satisfied",
        "Every guest loves the terrace",
        "All nurses feel safe on the ward",
        "Nobody is unhappy",
        "All our handovers are smooth",
        "Each volunteer enjoys the season",
        "Make all visitors happy",
        "Keep everyone in the depot motivated",
        "Ensure that every tenant is satisfied",
        "The whole crew is proud",
        "让所有租户满意",
        "确保每位司机都有归属感",
        "仓库全员士气高涨",
        "整个团队充满干劲",
        "所有站点平稳运行",
        "所有租户对维修服务都很满意",
        "讓所有住戶滿意",
        "所有租户都很满意",
        "全员有热情",
        "人人开心",
        "每位住户都喜欢新大厅",
        "全体护士都感到安心",
        "所有交接流程都顺畅",
        "大家都认同新的值班制度",
        "所有住戶都很滿意",
        "全員充滿幹勁",
        "每位志工都喜歡這一季",
    ],
)
def test_a_feeling_of_all_is_a_wish_without_a_bar(text: str) -> None:
    reading = read(text)
    facts = (reading.facts.measurable, reading.facts.kind, reading.facts.baseline)
    assert facts == (False, FactKind.OUTCOME, BaselineFact.NONE)
    assert reading.all_or_none is None


@pytest.mark.parametrize(
    "text",
    [
        "All drivers hold the new licence",
        "Every tenant renews",
        "Every guest recommends us to a friend",
        "All tenants are satisfied in the exit survey",
        "All parcels are packed the same day",
        "All boats are reliable and signed off by the inspector",
        "95% of guests are happy",
        "所有租户都续租",
        "所有司机都持证上岗",
        "全员参加消防培训",
        "所有租户都在退租问卷中表示满意",
        "95% 的住户感到满意",
        "所有租戶都續租",
        "全員參加消防訓練",
        "所有住戶都在問卷中表示滿意",
    ],
)
def test_what_all_do_or_say_in_a_test_can_be_checked(text: str) -> None:
    assert read(text).facts.measurable


@pytest.mark.parametrize(
    "text",
    [
        "Nobody complains",
        "No one queues at the till",
        "None of the tenants leaves",
        "没有人抱怨",
        "没有客户投诉",
        "没人投诉送货",
        "无人离职",
        "不再有人投诉",
        "沒有人抱怨",
        "沒有客戶投訴",
    ],
)
def test_what_happens_to_nobody_is_a_result_that_can_be_counted(text: str) -> None:
    reading = read(text)
    assert (reading.facts.measurable, reading.facts.kind) == (True, FactKind.OUTCOME)
    assert reading.all_or_none is not None


@pytest.mark.parametrize("text", ["没有人力支持新店", "沒有人手盤點", "Nobodies unite"])
def test_words_that_only_begin_like_nobody_say_nothing_of_all(text: str) -> None:
    assert not read(text).facts.measurable

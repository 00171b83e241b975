"""The share of what work of one's own was done on is an output; of what others do, an outcome."""

import pytest

from assistant.language import read_key_result
from assistant.models import FactKind, KeyResult


def kind(text: str) -> FactKind:
    return read_key_result(KeyResult(text=text), 0, 0).facts.kind


@pytest.mark.parametrize(
    "text",
    [
        "每月走访企业次数由6次增加到15次",
        "Site visits per month from 6 to 15",
        "Share of services migrated from 40% to 60%",
        "服务迁移比例从40%提升到60%",
        "服務遷移比例從40%提升到60%",
        "Share of stores fitted with LED lighting from 10% to 55%",
        "已换装LED照明的门店占比由10%提高到55%",
        "Percentage of meters replaced reaches 70%",
        "电表更换比例达到70%",
        "電表更換比例達到70%",
        "Share of suppliers audited from [baseline to confirm] to [target to set]",
        "供应商审核比例从[基线待确认]提升到[目标待定]",
        "客户培训覆盖率由20%提升至80%",
        "服务接入网关的比例由35%到90%",
    ],
)
def test_a_share_put_through_work_is_an_output(text: str) -> None:
    assert kind(text) is FactKind.OUTPUT


@pytest.mark.parametrize(
    "text",
    [
        "Share of orders delivered on time from 82% to 94%",
        "准时送达的订单占比从82%提升到94%",
        "準時送達的訂單占比從82%提升到94%",
        "Share of calls reviewed within a day from 40% to 90%",
        "Share of users who finish the tutorial from 20% to 35%",
        "老客户主动升级到新版的比例由15%提升到40%",
        "升级到新版的用户占比由15%提升到40%",
        "审核通过比例由71%提升到88%",
        "优质内容占比由12%提升到20%",
    ],
)
def test_a_share_of_what_others_do_or_of_good_work_is_an_outcome(text: str) -> None:
    assert kind(text) is FactKind.OUTCOME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All new hires finish the safety course in their first week", FactKind.OUTPUT),
        ("所有新员工入职首周完成安全课程", FactKind.OUTPUT),
        ("所有新員工到職首週完成安全課程", FactKind.OUTPUT),
        ("All users finish the welcome tour", FactKind.OUTCOME),
        ("Every apprentice passes the welding test", FactKind.OUTCOME),
        ("每位学徒都通过焊接考核", FactKind.OUTCOME),
        ("每位學徒都通過焊接考核", FactKind.OUTCOME),
    ],
)
def test_all_who_take_part_count_work_and_all_who_pass_a_test_are_a_result(
    text: str, expected: FactKind
) -> None:
    assert kind(text) is expected

"""With whom a thing is done, and from what to what, makes no second result and no measure."""

import pytest

from assistant.language import read_key_result
from assistant.language.reading import KeyResultReading
from assistant.models import BaselineFact, FactKind, KeyResult


def read(text: str) -> KeyResultReading:
    return read_key_result(KeyResult(text=text), 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "每周和设计开会",
        "每两周与门店店长对一次账",
        "团队每月跟供应商碰一次面",
        "每季度同工会沟通一次",
        "每週和設計開會",
        "每月與經銷商對齊一次",
        "每季度與供應商檢討一次",
    ],
)
def test_a_partner_of_a_regular_talk_is_no_second_result(text: str) -> None:
    facts = read(text).facts
    assert (facts.measurable, facts.compound) == (True, False)
    assert (facts.kind, facts.baseline) == (FactKind.OUTPUT, BaselineFact.TARGET_ONLY)


@pytest.mark.parametrize(
    "text",
    ["每周和设计开会并上线新首页", "每月与财务对账，并提交预算报告", "每週和設計開會並上線新首頁"],
)
def test_work_joined_to_such_a_talk_still_is_one(text: str) -> None:
    assert read(text).facts.compound


@pytest.mark.parametrize(
    "text",
    [
        "Migrate from Redmine to GitLab by March 3",
        "Migrate from MySQL to MariaDB",
        "Migrate the archive from tapes to disks",
        "Integrate the till data from the shops to the ledger",
        "3月3日前从 Redmine 迁移到 GitLab",
        "從 Redmine 遷移到 GitLab",
    ],
)
def test_from_one_name_to_another_is_work_and_no_change_of_a_metric(text: str) -> None:
    facts = read(text).facts
    assert (facts.kind, facts.measurable) == (FactKind.TASK, False)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Weekly meeting with product", "meeting"),
        ("Monthly talks with the harbour office", "talks"),
        ("Work with the harbour office", "Work with"),
        ("Basel reporting", "reporting"),
        ("每周和产品开会", "开会"),
        ("每週和產品開會", "開會"),
    ],
)
def test_the_work_itself_is_shown_not_with_whom(text: str, quote: str) -> None:
    span = read(text).kind_words
    assert span is not None
    assert text[span.start : span.end] == quote

"""What people said stays in the report until something closes it; silence closes nothing."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.models.summary import Code, Summary
from tests.checkins.cycles import record
from tests.checkins.test_summary import DAYS, METRIC, block, sum_up, texts, weekly

NAME = "KR1.1 Returns refunded within 3 days"


def said(*entries: dict[str, Any], as_of: str = "2026-02-06", language: str = "en") -> Summary:
    return sum_up(record(METRIC, checkins=list(entries)), as_of, language)


def sources(summary: Summary, number: int) -> set[str]:
    """The check-ins that the statements of a block rest on."""
    facts = {fact.fact_id: fact for fact in summary.facts}
    found = {facts[one].source for item in block(summary, number) for one in item.facts}
    return {one for one in found if one.startswith("checkin")}


@pytest.mark.parametrize(
    ("language", "words", "blocked", "asked", "promised"),
    [
        (
            "en",
            ("Label printer is broken", "IT: please replace it", "Borrow one from the depot"),
            f"{NAME}: blocked, open since 2026-01-23, nothing said since, "
            "next “Borrow one from the depot”, asks “IT: please replace it”.",
            f"{NAME} (周敏) asked on 2026-01-23, open, nothing said since:",
            "KR1.1 Returns refunded within 3 days, promised on 2026-01-23, nothing said since:",
        ),
        (
            "zh-Hans",
            ("标签打印机坏了", "请信息部更换", "先向仓库借一台"),
            f"{NAME}：有阻碍，2026-01-23 提出，之后没有说明，仍未关闭，下一步“先向仓库借一台”，"
            "请求“请信息部更换”。",
            f"{NAME}（周敏），2026-01-23 提出，之后没有说明，仍未关闭：",
            "KR1.1 Returns refunded within 3 days，2026-01-23 承诺，之后没有说明：",
        ),
    ],
)
def test_a_later_value_alone_closes_neither_blocker_nor_ask_nor_promise(
    language: str, words: tuple[str, str, str], blocked: str, asked: str, promised: str
) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[2] |= dict(zip(("blocker", "ask", "next_action"), words, strict=True))
    summary = said(*values, language=language)
    assert texts(summary, 10) == [blocked]
    assert texts(summary, 11) == [asked]
    assert texts(summary, 13) == [promised]
    assert [block(summary, n)[0].quote for n in (10, 11, 13)] == list(words)
    assert Code.BLOCKED in summary.key_results[0].codes
    for number in (10, 11, 13):
        assert "checkin 2026-01-23" in sources(summary, number)


@pytest.mark.parametrize("again", ["Label printer is broken", "label printer is broken."])
def test_a_blocker_that_is_said_again_is_as_old_as_its_first_day(again: str) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[2]["blocker"], values[4]["blocker"] = "Label printer is broken", again
    assert texts(said(*values), 10) == [
        f"{NAME}: blocked since 2026-01-23, said again on 2026-02-06."
    ]


def test_another_blocker_takes_the_place_of_the_one_before() -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[2]["blocker"], values[4]["blocker"] = "标签打印机坏了", "承运商涨价"
    summary = said(*values, language="zh-Hans")
    assert texts(summary, 10) == [f"{NAME}：有阻碍，2026-02-06 提出。"]
    assert block(summary, 10)[0].quote == "承运商涨价"


def test_what_nobody_speaks_of_for_long_is_counted_and_no_longer_told() -> None:
    values = weekly(57, 60, 63, 67, 70, 71)
    values[0] |= {"blocker": "标签打印机坏了", "next_action": "先借一台"}
    later = [*values, {"date": "2026-02-13", "value": 72}]
    told = said(*later, as_of="2026-02-06", language="zh-Hans")
    assert len(block(told, 10)) == 1
    gone = said(*later, as_of="2026-02-13", language="zh-Hans")
    assert (block(gone, 10), block(gone, 13)) == ([], [])
    assert "KR1.1：超过 28 天没有后续说明，不再列出的承诺、请求或阻碍：2 项。" in gone.notes


def test_silence_after_a_blocker_does_not_let_it_grow_old() -> None:
    values = weekly(57)
    values[0]["blocker"] = "The carrier does not answer"
    summary = said(*values, as_of="2026-03-06")
    assert Code.BLOCKED in summary.key_results[0].codes


@pytest.mark.parametrize(
    ("due", "as_of", "english", "chinese"),
    [
        ("2026-02-03", "2026-02-06", "overdue, promised on 2026-01-23 for 2026-02-03, nothing said",
         "已逾期，2026-01-23 承诺，期限 2026-02-03，之后没有说明"),
        ("2026-02-20", "2026-02-06", "promised on 2026-01-23 for 2026-02-20, still ahead",
         "2026-01-23 承诺，期限 2026-02-20，尚待完成"),
        (None, "2026-02-06", "promised on 2026-01-23, nothing said since",
         "2026-01-23 承诺，之后没有说明"),
        (None, "2026-01-26", "promised on 2026-01-23, still ahead", "2026-01-23 承诺，尚待完成"),
    ],
)  # fmt: skip
def test_a_next_step_is_ahead_overdue_or_not_spoken_of(
    due: str | None, as_of: str, english: str, chinese: str
) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[2] |= {"next_action": "Borrow a printer", "due": due}
    assert english in texts(said(*values, as_of=as_of), 13)[0]
    assert chinese in texts(said(*values, as_of=as_of, language="zh-Hans"), 13)[0]


def test_a_promise_that_is_weeks_old_is_none_for_next_week() -> None:
    values = weekly(57, 60)
    values[1]["commitments"] = ["Call the carrier"]
    assert texts(said(*values), 13) == [
        "KR1.1 Returns refunded within 3 days, promised on 2026-01-16, nothing said since:"
    ]


def test_a_promise_that_was_kept_is_not_forgotten_by_a_later_check_in_of_the_week() -> None:
    entries = [
        {"date": "2026-01-30", "value": 60, "commitments": ["访谈 5 位客户"]},
        {"date": "2026-02-03", "commitments": [{"text": "访谈 5 位客户", "done": True}]},
        {"date": "2026-02-05", "value": 63},
    ]
    summary = said(*entries, language="zh-Hans")
    assert texts(summary, 13) == ["KR1.1 Returns refunded within 3 days，2026-02-03 说明，已完成："]
    assert sources(summary, 13) >= {"checkin 2026-01-30", "checkin 2026-02-03"}
    assert block(said(*entries, as_of="2026-02-12"), 13) == []


def test_what_was_not_done_stays_until_it_is() -> None:
    values = weekly(57, 60, 63, 67)
    values[0]["commitments"] = ["Write the guide"]
    values[1]["commitments"] = [{"text": "Write the guide", "done": False}]
    assert "2026-01-16, not done:" in texts(said(*values), 13)[0]
    values[3]["commitments"] = [{"text": "Write the guide, second draft", "done": True}]
    assert "2026-01-30, done:" in texts(said(*values, as_of="2026-01-30"), 13)[0]


def test_a_next_step_whose_place_another_takes_is_told_once_as_not_spoken_of() -> None:
    values = weekly(57, 60, 63)
    values[1]["next_action"] = "写验收清单"
    values[2]["next_action"] = "培训仓库同事"
    summary = said(*values, as_of="2026-01-23", language="zh-Hans")
    assert texts(summary, 13) == [
        f"{NAME}，2026-01-16 承诺，之后没有说明，2026-01-23 另写了下一步：",
        f"{NAME}，2026-01-23 承诺，尚待完成：",
    ]
    later = said(*values, {"date": DAYS[3], "value": 65}, as_of="2026-01-30")
    assert [item.quote for item in block(later, 13)] == ["培训仓库同事"]


def test_a_rise_is_a_win_once_the_blocker_is_not_named_any_more() -> None:
    values = weekly(57, 58, 59, 60, 74)
    values[3]["blocker"] = "The carrier stops collecting on Friday"
    assert block(said(*values), 12)
    assert Code.BLOCKED in said(*values).key_results[0].codes


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "overdue, promised on 2026-01-23 for 2026-01-30, said first on 2026-01-09, at first "
               "for 2026-01-16, nothing said since:"),
        ("zh-Hans", "已逾期，2026-01-23 承诺，期限 2026-01-30，最早于 2026-01-09 提出，"
                    "原定 2026-01-16，之后没有说明："),
    ],
)  # fmt: skip
def test_a_promise_that_is_put_off_is_told_with_its_first_day(language: str, told: str) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[0] |= {"next_action": "培训夜班同事", "due": "2026-01-16"}
    values[2] |= {"next_action": "培训夜班同事", "due": "2026-01-30"}
    summary = said(*values, language=language)
    assert texts(summary, 13)[0].endswith(told)
    assert sources(summary, 13) >= {"checkin 2026-01-09", "checkin 2026-01-23"}


def test_the_day_of_a_next_step_beside_a_blocker_is_told_as_past() -> None:
    values = weekly(57, 60, 63)
    values[1] |= {"blocker": "合同没批", "next_action": "催办", "due": "2026-01-20"}
    assert "期限 2026-01-20 已过" in texts(said(*values, language="zh-Hans"), 10)[0]
    assert "due on 2026-01-20, which is past" in texts(said(*values), 10)[0]
    assert "by 2026-01-20" in texts(said(*values, as_of="2026-01-19"), 10)[0]

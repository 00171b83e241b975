"""What ends a blocker, an ask or a promise: a field, a comment, and what only sounds like it."""

from __future__ import annotations

import pytest

from assistant.models.summary import Code
from tests.checkins.test_carrying import NAME, said, sources
from tests.checkins.test_summary import block, texts, weekly


@pytest.mark.parametrize(
    "words",
    ["none", "resolved", "Done: the printer came", "No blockers this week", "Resolved on Tuesday",
     "无", "已解决", "已解决，打印机到了", "目前没有阻碍", "問題已解決"],
)  # fmt: skip
def test_a_field_that_says_that_it_is_over_closes_what_it_said(words: str) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[2]["blocker"] = "Label printer is broken"
    values[4]["blocker"] = words
    summary = said(*values)
    assert Code.BLOCKED not in summary.key_results[0].codes
    assert texts(summary, 10) == [
        f"{NAME}: said on 2026-02-06 to be over, the blocker of 2026-01-23:"
    ]
    assert sources(summary, 10) >= {"checkin 2026-01-23", "checkin 2026-02-06"}


@pytest.mark.parametrize(
    ("blocker", "comment", "over"),
    [
        ("Label printer is broken", "Good week; the blocker is resolved", True),
        ("Label printer is broken", "Label printer fixed on Monday", True),
        ("Label printer is broken", "The printer is still not fixed", False),
        ("Label printer is broken", "We signed two more carriers", False),
        ("采购合同没批", "采购合同已经批了，进度赶上来了", True),
        ("采购合同没批", "阻碍已解除", True),
        ("採購合約沒批", "採購合約已經批了", True),
        ("采购合同没批", "采购合同还没批下来", False),
        ("供应商涨价", "供应商又涨价了", False),
        ("The carrier raised prices", "The carrier raised prices once more", False),
        ("采购合同没批", "新客户签了三家", False),
    ],
)
def test_a_comment_closes_a_blocker_only_where_it_says_that_it_is_over(
    blocker: str, comment: str, over: bool
) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[2]["blocker"] = blocker
    values[4]["comment"] = comment
    summary = said(*values)
    assert (Code.BLOCKED not in summary.key_results[0].codes) is over
    if over:
        [item] = block(summary, 10)
        assert item.text.endswith("as was written on 2026-02-06:")
        assert item.quote is not None
        assert item.quote in comment


@pytest.mark.parametrize(
    "words",
    ["No budget for a printer", "没有预算", "解决不了标签问题", "Legal has to get it resolved"],
)
def test_what_lacks_something_is_a_blocker_and_no_end_of_one(words: str) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[4]["blocker"] = words
    assert Code.BLOCKED in said(*values).key_results[0].codes


def test_a_comment_that_may_be_about_a_promise_is_quoted_and_keeps_it_open() -> None:
    values = weekly(57, 60)
    values[0]["commitments"] = ["访谈 5 位连锁客户并整理成报告"]
    values[1]["comment"] = "访谈已完成"
    summary = said(*values, as_of="2026-01-16", language="zh-Hans")
    assert texts(summary, 13) == [
        "KR1.1 Returns refunded within 3 days，2026-01-09 承诺，之后写道“访谈已完成”："
    ]


@pytest.mark.parametrize(
    ("blocker", "comment", "quoted", "language"),
    [
        ("采购合同没批", "进度正常。采购合同还没批下来", "之后写道“采购合同还没批下来”", "zh-Hans"),
        ("供应商涨价", "供应商又涨价了", "之后写道“供应商又涨价了”", "zh-Hans"),
        ("周末没人值班", "周末排班从 1/14 开始了", "之后写道“周末排班从 1/14 开始了”", "zh-Hans"),
        ("週末沒人值班", "週末排班從 1/14 開始了", "之後寫道「週末排班從 1/14 開始了」", "zh-Hant"),
        ("nobody on call at weekends", "the weekend rota started on 14 Jan",
         "written since: “the weekend rota started on 14 Jan”", "en"),
        ("The carrier raised prices", "Carrier prices are as they were",
         "written since: “Carrier prices are as they were”", "en"),
    ],
)  # fmt: skip
def test_nothing_is_said_to_be_unsaid_that_a_comment_speaks_of(
    blocker: str, comment: str, quoted: str, language: str
) -> None:
    values = weekly(57, 60)
    values[0]["blocker"], values[1]["comment"] = blocker, comment
    [text] = texts(said(*values, as_of="2026-01-16", language=language), 10)
    assert quoted in text
    assert "nothing said" not in text
    assert "没有说明" not in text
    assert "沒有說明" not in text


def test_a_promise_is_kept_only_where_somebody_says_so() -> None:
    values = weekly(57, 60)
    values[0]["commitments"] = ["Interview five chain stores"]
    values[1]["comment"] = "Interviewed all five chain stores, results on Friday"
    [text] = texts(said(*values, as_of="2026-01-16"), 13)
    assert "promised on 2026-01-09, written since: “Interviewed all five chain stores”:" in text


@pytest.mark.parametrize(
    ("ask", "comment", "closed"),
    [
        ("IT: replace the router", "Router replaced on Tuesday", True),
        ("IT: replace the router", "The router needs to be replaced", False),
        ("请采购部本周批合同", "采购部本周已批合同", True),
        ("请采购部本周批合同", "采购部本周没批合同", False),
    ],
)
def test_an_ask_is_settled_where_a_comment_says_so(ask: str, comment: str, closed: bool) -> None:
    values = weekly(57, 60)
    values[0]["ask"], values[1]["comment"] = ask, comment
    [item] = block(said(*values, as_of="2026-01-16"), 11)
    assert item.text.endswith("as was written on 2026-01-16:") is closed
    assert item.quote == (comment if closed else ask)
    if not closed:
        assert f"written since: “{comment}”" in item.text

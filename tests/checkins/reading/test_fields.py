"""Confidence, status, blockers, asks, next actions and days."""

from datetime import date

import pytest

from tests.checkins.reading.sets import BAKERY, KITCHEN, LIBRARY, only


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("confidence 7", 7),
        ("7/10", 7),
        ("Confidence fell from 7 to 5", 5),
        ("conf: 60%", 6),
        ("confidence 6, was 7", 6),
        ("信心從7掉到5", 5),
        ("信心 7 → 5", 5),
        ("信心六成", 6),
        ("有八成把握", 8),
        ("信心不变，还是8", 8),
        ("信心７／１０", 7),
    ],
)
def test_confidence_is_read_on_the_scale_to_ten(words: str, level: float) -> None:
    assert only(f"O1KR2 8%, {words}").confidence == level


def test_words_for_confidence_without_a_number_give_none() -> None:
    assert only("O1KR2 8%, confidence is high").confidence is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("on track", "on_track"),
        ("not on track", "off_track"),
        ("at risk", "at_risk"),
        ("status: red", "off_track"),
        ("🟡", "at_risk"),
        ("进度正常", "on_track"),
        ("黃燈", "at_risk"),
        ("完不成了", "off_track"),
        ("the green oven is new", None),
        ("if the oven breaks we are at risk", None),
    ],
)
def test_the_status_is_what_somebody_says(words: str, status: str | None) -> None:
    assert only(f"O1KR2 8%, {words}").status == status


def test_what_stands_in_the_way_and_what_is_asked_are_told_apart() -> None:
    item = only("KR2 现在 16 件，供应商延期，需要采购帮忙，信心 6/10", KITCHEN)
    assert (item.blocker, item.ask, item.confidence) == ("供应商延期", "需要采购帮忙", 6)
    item = only("O1KR2 8%. We're waiting on legal. Can you approve 400 EUR by Friday?")
    assert (item.blocker, item.blocker_owner) == ("We're waiting on legal", "legal")
    assert item.ask == "Can you approve 400 EUR by Friday"
    assert item.due == date(2026, 2, 13)


@pytest.mark.parametrize(
    "words", ["No blockers.", "Blocked: none", "无阻塞", "沒有困難，不需要支援", "nothing needed"]
)
def test_no_blocker_is_no_blocker(words: str) -> None:
    item = only(f"O1KR2 8%. {words}")
    assert (item.blocker, item.ask) == (None, None)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Next: weigh the waste, by Wednesday", date(2026, 2, 11)),
        ("Next: weigh the waste by end of next week", date(2026, 2, 13)),
        ("下一步：换秤，下周三前", date(2026, 2, 11)),
        ("下一步：月底前換秤", date(2026, 2, 28)),
        ("下一步：2/12 换秤", date(2026, 2, 12)),
        ("Next: weigh the waste next week", None),
        ("Scales have been out since 29 Jan", None),
    ],
)
def test_a_day_counts_from_the_day_of_the_message(words: str, due: date | None) -> None:
    assert only(f"O1KR2 8%. {words}").due == due


def test_sections_say_what_stands_under_them() -> None:
    item = only(
        "逾期率\n現況：9%\n信心：7\n阻礙：無\n"
        "需要協助：請資訊組修好簡訊提醒\n下一步：電話提醒 50 位讀者",
        LIBRARY,
    )
    assert (item.value, item.confidence, item.blocker) == (9, 7, None)
    assert item.ask == "請資訊組修好簡訊提醒"
    assert item.next_action == "電話提醒 50 位讀者"


def test_where_a_number_comes_from_is_kept() -> None:
    item = only("O1KR2 8% (source: till export), https://example.org/waste", BAKERY)
    assert item.evidence == "till export"


def test_lines_with_a_box_are_promises_kept_or_not() -> None:
    item = only("O1KR2: 8%\n- [x] weigh the waste every evening\n- [ ] call the charity, by Friday")
    assert [(one.text, one.done) for one in item.commitments] == [
        ("weigh the waste every evening", True),
        ("call the charity, by Friday", False),
    ]

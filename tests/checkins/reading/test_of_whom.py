"""Of which key result it is: an average is not "all", and a number names its own."""

from datetime import date

import pytest

from assistant.models import OkrSet
from assistant.models.cycle import Status
from tests.checkins.reading.sets import by_place, made

HELPDESK = made(
    ["新客上线天数从 16 天降到 7 天", "满意度从 3.9 提升到 4.5", "续签率从 72% 提升到 88%"]
)
SCHOOL = made(
    ["课外读物从每人 2 本增加到 6 本", "迟到从每周 50 人次降到 12 人次", "及格率从 70% 提升到 90%"]
)
SCHOOL_HANT = made(
    ["課外讀物從每人 2 本增加到 6 本", "遲到從每週 50 人次降到 12 人次", "及格率從 70% 提升到 90%"]
)


@pytest.mark.parametrize(
    "text",
    [
        "上线天数平均 9 天，满意度 4.2，续签率 80%，最多五成信心",
        "上线天数人均 9 天，满意度 4.2，续签率 80%，信心 5",
        "上線天數平均 9 天，滿意度 4.2，續簽率 80%，我最多得 5 成信心",
    ],
)
def test_an_average_does_not_speak_of_all(text: str) -> None:
    levels = [item.confidence for item in by_place(text, HELPDESK).values()]
    assert levels == [None, None, 5]


@pytest.mark.parametrize(
    "text",
    [
        "上线天数 9 天，满意度 4.2，续签率 80%，三项信心均 7",
        "kr1 9天 kr2 4.2 kr3 80% 都正常，信心都是7",
    ],
)
def test_all_alike_still_do(text: str) -> None:
    found = by_place(text, HELPDESK)
    assert [item.confidence for item in found.values()] == [7, 7, 7]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "KR1、KR2 都在进度内，KR3 肯定到不了",
            [Status.ON_TRACK, Status.ON_TRACK, Status.OFF_TRACK],
        ),
        (
            "KR1、KR2 都在進度內，KR3 確定達不到了",
            [Status.ON_TRACK, Status.ON_TRACK, Status.OFF_TRACK],
        ),
        (
            "KR1 and KR2 are both on track, KR3 is off track",
            [Status.ON_TRACK, Status.ON_TRACK, Status.OFF_TRACK],
        ),
        ("KR1 和 KR3 均按计划，KR2 落后", [Status.ON_TRACK, Status.AT_RISK, Status.ON_TRACK]),
    ],
)
def test_a_state_is_of_those_that_are_numbered(text: str, states: list[Status]) -> None:
    found = by_place(text, HELPDESK)
    assert [found[place].status for place in sorted(found)] == states


@pytest.mark.parametrize(
    "text",
    [
        "上线天数 9 天，满意度 4.2，续签率 80%，除 KR2 外都正常",
        "上线天数 9 天，满意度 4.2，续签率 80%，all green except KR2",
    ],
)
def test_those_left_out_by_number_are_left_out(text: str) -> None:
    found = by_place(text, HELPDESK)
    assert found[0, 0].status is found[0, 2].status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("读物人均 4 本，迟到 31 人次，比上周少 5 人次，及格率 81%", SCHOOL),
        ("讀物人均 4 本，遲到 31 人次，比上週少 5 人次，及格率 81%", SCHOOL_HANT),
        ("读物 4 本，及格 81%，迟到 31 人次，少了 5 人次", SCHOOL),
    ],
)
def test_a_word_with_a_joining_sign_in_it_names_its_key_result(text: str, okr_set: OkrSet) -> None:
    found = by_place(text, okr_set)
    told = {place: (item.value, item.delta, item.blocker) for place, item in found.items()}
    assert told == {(0, 0): (4, None, None), (0, 1): (31, -5, None), (0, 2): (81, None, None)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("上线天数平均 9 日，满意度 4.2", 9),
        ("新客上線天數 12 日（上週 13）", 12),
        ("上线天数现在 11 日", 11),
        ("新客上線天數而家 8 日，滿意度 4.2", 8),
    ],
)
def test_days_that_are_measured_are_no_day_of_the_month(text: str, value: float) -> None:
    found = by_place(text, HELPDESK)[0, 0]
    assert (found.value, found.due) == (value, None)


@pytest.mark.parametrize(
    "text",
    [
        "上线天数 13 天，评审推迟到 9 日",
        "上線天數 13 天，請財務 9 日前批",
        "上线天数 13 天，9 日上线新流程",
    ],
)
def test_a_day_of_the_month_is_no_number_of_days(text: str) -> None:
    found = by_place(text, HELPDESK)[0, 0]
    assert (found.value, found.due) == (13, date(2026, 2, 9))

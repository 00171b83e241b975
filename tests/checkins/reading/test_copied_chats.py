"""Messages copied from a chat: whoever wrote them, and when, is no part of what they tell."""

from __future__ import annotations

import pytest

from assistant.checkins.reading.speakers import apart
from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made, only, reading

STORE = made(
    [
        "Median time to ship from 9 days to 4 days",
        "Share of orders from returning customers from 30% to 45%",
        "Seller NPS from 12 to 30",
    ]
)
STORE_HANS = made(["发货时间中位数从 9 天降到 4 天", "回购客户占比从 30% 提升到 45%"])
STORE_HANT = made(["出貨時間中位數從 9 天降到 4 天", "回購客戶占比從 30% 提升到 45%"])


@pytest.mark.parametrize(
    "text",
    [
        "[2026-11-20 09:12] Mira: shipping 7 days\n[2026-11-20 09:20] Tom: NPS 19",
        "20/11/2026, 09:12 - Mira Lund: shipping 7 days\n20/11/2026, 09:20 - Tom: NPS 19",
        "[20/11/26, 9:12:33 AM] Mira: shipping 7 days\n[20/11/26, 9:20:01 AM] Tom: NPS 19",
        "Mira Lund  9:12 AM\nshipping 7 days\nTom  9:20 AM\nNPS 19",
        "Mira Lund\n  9:12 AM\nshipping 7 days\nTom\n  9:20 AM\nNPS 19",
        "Mira 09:12\nshipping 7 days\n\nTom 09:20\nNPS 19",
        "[09:12] Mira Lund\nshipping 7 days\n[09:20] Tom\nNPS 19",
        "[Friday 09:12] Mira Lund\nshipping 7 days\n[Friday 09:20] Tom\nNPS 19",
        "Mira, [20.11.2026 09:12]\nshipping 7 days\nTom, [20.11.2026 09:20]\nNPS 19",
        "Mira — Today at 9:12 AM\nshipping 7 days\nTom — Today at 9:20 AM\nNPS 19",
        "09:12 Mira: shipping 7 days\n09:20 Tom: NPS 19",
        "Mira [9:12 AM] shipping 7 days\nTom [9:20 AM] NPS 19",
        "王敏 2026/11/20 09:12\nshipping 7 days\nTom 2026-11-20 9:20:11\nNPS 19",
        "王敏(仓储部) 11-20 09:12:22\nshipping 7 days\nTom 11-20 09:20:22\nNPS 19",
        "2026-11-20 9:12:22 王敏(12345)\nshipping 7 days\n2026-11-20 9:20:22 Tom(77)\nNPS 19",
        "王敏 昨天 09:12\nshipping 7 days\nTom 星期五 上午9:20\nNPS 19",
        "上午09:12\t陳怡君\tshipping 7 days\n上午09:20\tTom\tNPS 19",
        "09:12 王敏：shipping 7 days\n09:20 Tom：NPS 19",
    ],
)
def test_who_and_when_are_left_out(text: str) -> None:
    items = reading(text, STORE).items
    told = [(item.key_result, item.value, item.comment, item.blocker) for item in items]
    assert told == [((0, 0), 7, None, None), ((0, 2), 19, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "首次响应 3:40\n投诉 2:10",
        "KR1: 92% on 2026-11-20 09:12\nNext: call them",
        "Standup 09:30\nKR1 92%",
        "2026-11-20 on time: 92%",
        "meet on 11/20 10:00 about price: no",
        "Training 2026-11-20 10:00: booked",
        "[09:12] Blocker: no forklift",
        "周会 10:00\n发货 7 天",
    ],
)
def test_a_line_with_a_time_is_no_chat(text: str) -> None:
    assert apart(text) == (text, ())


def test_a_key_result_is_nobody() -> None:
    text = "Changeover 12:30\nnew tool is in\nPaint shop 04:10\nas before"
    assert apart(text, ["changeover from 20 min to 8 min", "paint shop from 5 to 3"])[1] == ()


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        (
            "[09:12] Mira: shipping median 7 days. Two customers sent all of it back.\n"
            "[09:20] Tom: returning customers 33%",
            STORE,
        ),
        (
            "[09:12] 王敏：发货 7 天。有两家客户整批退回来。\n[09:20] 李强：回购客户占比 33%",
            STORE_HANS,
        ),
        (
            "王敏 09:12\n出貨 7 天。有兩家客戶整批退回來。\n李強 09:20\n回購客戶占比 33%",
            STORE_HANT,
        ),
    ],
)
def test_words_of_one_stay_with_what_he_tells(text: str, okr_set: OkrSet) -> None:
    items = by_place(text, okr_set)
    assert (items[0, 0].value, items[0, 1].value) == (7, 33)
    others = items[0, 1]
    assert (others.blocker, others.comment, others.ask) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "okr_set", "promise", "done"),
    [
        (
            "NPS 19. I promised the price list by Wed, done.",
            STORE,
            "I promised the price list",
            True,
        ),
        ("NPS 19. We said we'd call them - not done yet", STORE, "We said we'd call them", False),
        ("发货 7 天。上周答应的排班表已经发了", STORE_HANS, "上周答应的排班表", True),
        ("出貨 7 天。上週承諾的排班表，還沒發", STORE_HANT, "上週承諾的排班表", False),
    ],
)
def test_a_promise_of_before_is_kept_or_not(
    text: str, okr_set: OkrSet, promise: str, done: bool
) -> None:
    item = only(text, okr_set)
    assert [(one.text, one.done) for one in item.commitments] == [(promise, done)]
    assert (item.due, item.status) == (None, None)


@pytest.mark.parametrize(
    ("text", "okr_set", "value"),
    [
        (
            "回购客户占比 34%，上面那个 34% 是抽样的，实际系统里回购客户占比是 32.1%",
            STORE_HANS,
            32.1,
        ),
        ("回購客戶占比 34%，那是抽樣的，實際系統裡是 32.1%", STORE_HANT, 32.1),
        ("NPS 21. Actually the NPS is 19 in the dashboard", STORE, 19),
        ("NPS 21, the dashboard says 19", STORE, 19),
        ("回购客户占比 34%，系统上线了", STORE_HANS, 34),
    ],
)
def test_what_is_really_so_takes_the_place(text: str, okr_set: OkrSet, value: float) -> None:
    assert only(text, okr_set).value == value

"""What puts an earlier week right is told as that, and never taken as this week's."""

import pytest

from assistant.models.reading import Reason
from tests.checkins.reading.sets import by_place, made, reading

SHOP = made(["回购率从 20% 提升到 40%", "每周投诉从 60 件降到 20 件"])
SHOP_HANT = made(["回購率從 20% 提升到 40%", "每週投訴從 60 件降到 20 件"])
VANS = made(["Orders delivered on time from 80% to 95%", "Merchants on the app from 900 to 2,000"])


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "value", "told"),
    [
        ("更正：上周写错了，不是26.5，应该是25.6%。这周回购率27%", SHOP, (0, 0), 27, "25.6%"),
        ("投诉 33 件（上周报的35件算错了，应为36件）", SHOP, (0, 1), 33, "应为36件"),
        ("投诉 33 件，上周的 35 应该是 36", SHOP, (0, 1), 33, "应该是 36"),
        ("投訴 33 件（上週誤報 35 件，實際是 36 件）", SHOP_HANT, (0, 1), 33, "實際是 36 件"),
        ("回購率 27%。更正：上週的 26.5% 是 25.6%。", SHOP_HANT, (0, 0), 27, "25.6%"),
        (
            "Correction: last week's on time was not 88%, it should be 86%. This week 89%.",
            VANS,
            (0, 0),
            89,
            "it should be 86%",
        ),
        (
            "On time 89% (last week I wrote 88, that should have been 86)",
            VANS,
            (0, 0),
            89,
            "that should have been 86",
        ),
        (
            "Last week's merchants figure was wrong: 1,310, not 1,130. This week 1,395.",
            VANS,
            (0, 1),
            1395,
            "not 1,130",
        ),
    ],
)
def test_this_week_is_read_and_the_correction_told(text, okr_set, place, value, told) -> None:
    found = reading(text, okr_set)
    assert [(i.key_result, i.value) for i in found.items] == [(place, value)]
    [left] = found.unjoined
    assert left.reason is Reason.EARLIER
    assert left.text.endswith(told)
    assert left.candidates in ([place], [])


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("上周回购率报错了，应该是25.6%，不是26.5%", SHOP),
        ("更正上周数据：投诉应为 36 件", SHOP),
        ("上週的回購率寫成 26.5% 了，應該是 25.6%", SHOP_HANT),
        ("Correction for last week: on time 86%, not 88%.", VANS),
        ("I got last week wrong. It should have been 86% on time, not 88%.", VANS),
    ],
)
def test_alone_it_is_no_value_at_all(text, okr_set) -> None:
    found = reading(text, okr_set)
    assert all(item.value is None and item.delta is None for item in found.items)
    assert Reason.EARLIER in [one.reason for one in found.unjoined]


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "value"),
    [
        ("上周打错了一单，投诉 33 件", SHOP, (0, 1), 33),
        ("上週少了兩個人，投訴 33 件", SHOP_HANT, (0, 1), 33),
        ("On time 88%. Something went wrong with the vans last week.", VANS, (0, 0), 88),
    ],
)
def test_what_went_wrong_last_week_corrects_nothing(text, okr_set, place, value) -> None:
    assert by_place(text, okr_set)[place].value == value
    assert Reason.EARLIER not in [one.reason for one in reading(text, okr_set).unjoined]


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [("上週回購率 26%", SHOP_HANT), ("Last week on time was 86%.", VANS)],
)
def test_last_week_with_the_name_between_is_no_value(text, okr_set) -> None:
    assert all(item.value is None for item in reading(text, okr_set).items)


def test_what_is_counted_weekly_stands_at_the_last_full_week() -> None:
    assert by_place("上周投诉 35 件", SHOP)[0, 1].value == 35

"""What speaks for a key result together decides whose a sentence without a number is."""

from datetime import date

import pytest

from assistant.checkins.reading.attaching import Open, by_weights
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.reader import attach
from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made

STORE = made(
    [
        "Orders picked without error from 96% to 99%",
        "Pallets moved per shift from 310 to 400",
        "Staff turnover from 24% to 14%",
    ]
)
FLATS = made(
    [
        "一次验收合格率从 88% 提升到 96%",
        "平均交房周期从 75 天降到 60 天",
        "业主投诉从每月 30 件降到 12 件",
    ]
)
FLATS_HANT = made(
    [
        "一次驗收合格率從 88% 提升到 96%",
        "平均交屋週期從 75 天降到 60 天",
        "業主客訴從每月 30 件降到 12 件",
    ]
)


@pytest.mark.parametrize(
    ("text", "okr_set", "field", "words"),
    [
        (
            "Done: picked 97.1%; turnover 19%\n"
            "Next: Tuesday a trial of the new pallet route with Jan",
            STORE,
            "next_action",
            "pallet route",
        ),
        (
            "【完成】合格率 91%；投诉 17 件\n【卡点】消防系统和图纸对不上，交房这块排不了期，"
            "设计院能不能周三前给个答复？",
            FLATS,
            "ask",
            "设计院",
        ),
        (
            "已做：合格率 91%；投诉 17 件\n卡点：门窗厂断供，交房这块没法排",
            FLATS,
            "blocker",
            "门窗厂断供",
        ),
        (
            "已做：合格率 91%；客訴 17 件\n卡點：門窗廠斷供，交屋這塊沒辦法排",
            FLATS_HANT,
            "blocker",
            "門窗廠斷供",
        ),
    ],
)
def test_a_line_that_names_one_not_told_yet_is_of_it(
    text: str, okr_set: OkrSet, field: str, words: str
) -> None:
    found = by_place(text, okr_set)
    assert words in (getattr(found[(0, 1)], field) or "")
    assert [p for p, item in found.items() if getattr(item, field)] == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "okr_set", "place"),
    [
        ("Picked 97.1%. Pallets 342 a shift. The forklift is broken.", STORE, (0, 1)),
        ("Picked 97.1%. Turnover 19%. Two people gave notice on Monday.", STORE, (0, 2)),
        ("合格率 91%。投诉 17 件。物业的工单系统坏了三天。", FLATS, (0, 2)),
        ("合格率 91%。客訴 17 件。管委會的工單系統壞了三天。", FLATS_HANT, (0, 2)),
    ],
)
def test_where_nothing_else_speaks_the_order_does(
    text: str, okr_set: OkrSet, place: tuple[int, int]
) -> None:
    found = by_place(text, okr_set)
    assert [p for p, item in found.items() if item.blocker] == [place]


def test_a_sentence_that_counts_or_judges_is_not_open() -> None:
    asked: list[Open] = []

    def decide(one: Open) -> Place:
        asked.append(one)
        return by_weights(one)

    text = "Picked 97.1%. Pallets up another 12. Turnover is amber. Jan calls the agency tomorrow."
    attach(text, STORE, date(2026, 2, 6), decide)
    assert [text[one.start : one.end] for one in asked] == ["Jan calls the agency tomorrow"]

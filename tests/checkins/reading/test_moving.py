"""Sentences without a number go to the key result that they name, not to the last one told."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made

CINEMA = made(["Popcorn sold per guest from 0.4 to 0.7", "Season passes from 210 to 500"])
CLINIC = made(
    ["复诊预约率从 40% 到 60%", "护士流失率从 18% 降到 9%", "等候时间从 40 分钟到 20 分钟"]
)
CLINIC_HANT = made(
    ["複診預約率從 40% 到 60%", "護士流失率從 18% 降到 9%", "等候時間從 40 分鐘到 20 分鐘"]
)


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "field"),
    [
        (
            "Popcorn 0.5, passes 260.\nI put a second popcorn stand by the stairs on Friday.",
            CINEMA,
            (0, 0),
            "next_action",
        ),
        (
            "预约率 51%。流失率 14%。等候 33 分钟。\n护士节想给每人发一份礼物，请您周三前批一下。",
            CLINIC,
            (0, 1),
            "ask",
        ),
        (
            "預約率 51%。流失率 14%。等候 33 分鐘。\n護士節想給每人發一份禮物，請您週三前批一下。",
            CLINIC_HANT,
            (0, 1),
            "ask",
        ),
    ],
)
def test_a_sentence_goes_where_its_words_are(
    text: str, okr_set: OkrSet, place: tuple[int, int], field: str
) -> None:
    found = by_place(text, okr_set)
    assert getattr(found[place], field)
    assert [p for p, item in found.items() if getattr(item, field)] == [place]


@pytest.mark.parametrize(
    ("text", "okr_set", "last"),
    [
        (
            "Passes 260. The popcorn machine is broken, so nobody stays in the foyer.",
            CINEMA,
            (0, 1),
        ),
        ("等候 33 分钟。护士调走了两位，窗口开不满。", CLINIC, (0, 2)),
        ("等候 33 分鐘。護士調走了兩位，窗口開不滿。", CLINIC_HANT, (0, 2)),
    ],
)
def test_what_is_told_of_one_alone_stays_with_it(
    text: str, okr_set: OkrSet, last: tuple[int, int]
) -> None:
    found = by_place(text, okr_set)
    assert list(found) == [last]
    assert found[last].blocker

"""Who is called by name, what is asked besides patience, and days on which something only ends."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import BAKERY, KITCHEN, LIBRARY, by_place


@pytest.mark.parametrize(
    ("text", "okr_set", "ask"),
    [
        (
            "Loaves 210. Tom, please order the flour.",
            BAKERY,
            "Tom, please order the flour",
        ),
        (
            "Loaves 210. Bea, Karim, can you ring the mill?",
            BAKERY,
            "Bea, Karim, can you ring the mill",
        ),
        ("准时送达率 88%。小周，麻烦催一下供应商。", KITCHEN, "小周，麻烦催一下供应商"),
        ("借閱量 3,900 本。小林，麻煩催一下書商。", LIBRARY, "小林，麻煩催一下書商"),
        ("准时送达率 88%。请稍等，并派两个人过来。", KITCHEN, "请稍等，并派两个人过来"),
        ("Loaves 210. Hang on, and send two bakers.", BAKERY, "Hang on, and send two bakers"),
    ],
)
def test_a_name_and_what_is_asked_besides_belong_to_the_ask(
    text: str, okr_set: OkrSet, ask: str
) -> None:
    item = by_place(text, okr_set)[0, 0]
    assert (item.ask, item.blocker) == (ask, None)


@pytest.mark.parametrize(
    ("text", "okr_set", "ask"),
    [
        ("Loaves 210. Honestly, can you ring the mill?", BAKERY, "can you ring the mill"),
        ("准时送达率 88%。老样子，麻烦催一下供应商。", KITCHEN, "麻烦催一下供应商"),
    ],
)
def test_what_only_looks_like_a_name_calls_nobody(text: str, okr_set: OkrSet, ask: str) -> None:
    assert by_place(text, okr_set)[0, 0].ask == ask


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Loaves 210. The north road closes on 2 March.", BAKERY),
        ("Loaves 210. The lease of the van ends on 2 March.", BAKERY),
        ("Loaves 210. Blocked: the bridge closes on 2 March.", BAKERY),
        ("准时送达率 88%。美食展 3 月 2 日结束。", KITCHEN),
        ("借閱量 3,900 本。書展 3 月 2 日結束。", LIBRARY),
    ],
)
def test_nothing_is_due_when_a_road_closes_or_a_fair_ends(text: str, okr_set: OkrSet) -> None:
    item = by_place(text, okr_set)[0, 0]
    assert (item.due, item.next_action) == (None, None)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Loaves: no figure yet, the count closes on 2 March.", BAKERY),
        ("准时送达率还没数，统计 3 月 2 日结束。", KITCHEN),
    ],
)
def test_a_figure_is_due_when_its_count_ends(text: str, okr_set: OkrSet) -> None:
    assert by_place(text, okr_set)[0, 0].due == date(2026, 3, 2)

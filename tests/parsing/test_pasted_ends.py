"""What stands behind a line and is a part of it, beside what is not."""

from __future__ import annotations

import pytest

from tests.parsing.conftest import Reader, shape


@pytest.mark.parametrize(
    "lines",
    [
        ("NPS 从 30 提升到[目标待定]", "退货率从 8% 降到[目标待定]", "客单价[目标待定]"),
        ("滿意度提升到【待定】", "退貨率降到【待定】", "回購率提升到【待定】"),
        ("Crash rate to [Target]", "Load time to [Target]", "Rating to [Target]"),
        ("Crash rate from 2% to 1% [Web]", "Rating 4.1 to 4.5 [App]", "Load 3 s to 1 s [Web]"),
    ],
)
def test_what_is_left_open_behind_all_key_results_is_no_owner(
    read: Reader, lines: tuple[str, ...]
) -> None:
    draft = read("O1: Delight\n" + "\n".join(f"KR{n}: {line}" for n, line in enumerate(lines, 1)))
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.owner) for kr in rows] == [(line, None) for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ("复购率提升到 40% 以上", "好评率提升到 60% 以上"),
        ("回購率 40% 左右", "好評率 60% 左右"),
        ("Share of mobile from 20% to 60% Android", "Share of desktop from 50% to 40% Linux"),
    ],
)
def test_a_target_before_a_word_is_no_weight(read: Reader, lines: tuple[str, ...]) -> None:
    draft = read("O1: Delight\n" + "\n".join(f"KR{n}: {line}" for n, line in enumerate(lines, 1)))
    rows = draft.sets[0].set.objectives[0].key_results
    assert [(kr.text, kr.weight, kr.owner) for kr in rows] == [(line, None, None) for line in lines]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Refunds from 8% to 5% (cancelled orders)", "Refunds from 8% to 5% (cancelled orders)"),
        ("Refunds from 8% to 5% (cancelled)", "Refunds from 8% to 5%"),
        ("Refunds from 8% to 5% (moved to Q1)", "Refunds from 8% to 5%"),
        ("Refunds from 8% to 5% (postponed to January)", "Refunds from 8% to 5%"),
        ("退款率从 8% 降到 5%（取消订单）", "退款率从 8% 降到 5%（取消订单）"),
        ("退款率从 8% 降到 5%（推迟到明年）", "退款率从 8% 降到 5%"),
        ("退款率從 8% 降到 5%（取消訂單）", "退款率從 8% 降到 5%（取消訂單）"),
        ("退款率從 8% 降到 5%（延後至下季）", "退款率從 8% 降到 5%"),
    ],
)
def test_what_was_given_up_is_told_from_what_is_measured(
    read: Reader, line: str, text: str
) -> None:
    draft = read(f"O1: Delight\nKR1: {line}")
    assert shape(draft.sets[0].set) == [("Delight", [text])]

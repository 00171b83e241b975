"""Titles that name what stands beside OKRs elsewhere, and here a team or an objective."""

from __future__ import annotations

import pytest

from tests.parsing.conftest import Reader, shape

MOVES = ["First reply from 8 h to 1 h", "CSAT from 80% to 92%"]
MOVES_ZH = ["首响从 8 小时降到 1 小时", "满意度从 80% 提升到 92%"]
MOVES_HANT = ["首次回覆從 8 小時降到 1 小時", "滿意度 80% → 92%"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [("Support", MOVES), ("Issues", MOVES), ("支持", MOVES_ZH), ("支援", MOVES_HANT)],
)
def test_a_title_over_moving_values_is_no_remark(
    read: Reader, title: str, lines: list[str]
) -> None:
    draft = read(title + "\n" + "\n".join(f"- {line}" for line in lines))
    assert shape(draft.sets[0].set) == [(title, lines)]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Support", ["Two analysts from finance", "A test line until 12 Nov"]),
        ("支持", ["财务借两个人", "11月12日前要一条测试线"]),
    ],
)
def test_the_same_title_over_requests_is_left_unread(
    read: Reader, title: str, lines: list[str]
) -> None:
    asked = "\n".join(f"- {line}" for line in lines)
    draft = read(f"O1: Delight\n- {MOVES[0]}\n\n{title}\n{asked}")
    assert shape(draft.sets[0].set) == [("Delight", [MOVES[0]])]
    assert [row.text for row in draft.sets[0].unread] == [title, *(f"- {one}" for one in lines)]

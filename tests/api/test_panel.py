"""The findings panel: what stands first, what behind."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.api.test_pages import Csrf, check


@pytest.mark.parametrize(
    ("draft", "verdict", "arithmetic"),
    [
        (
            "O1: Parents find a nursery place in time\nKR1: Launch the place finder\n"
            "KR2: Share of families placed by August from 61% to 80%\n",
            "of 100",
            "How the score comes about",
        ),
        (
            "目标：家长及时找到入托名额\nKR1：上线名额查询\n"
            "KR2：八月前落实名额的家庭占比从 61% 提升到 80%\n",
            "/ 100",
            "得分是怎么算的",
        ),
    ],
)
def test_score_and_verdict_stand_before_the_findings_the_arithmetic_behind(
    client: TestClient, csrf: Csrf, draft: str, verdict: str, arithmetic: str
) -> None:
    panel = check(client, csrf, draft)
    assert panel.count('class="verdict"') == 1
    score = panel.index(verdict)
    assert score < panel.index('class="finding') < panel.index(arithmetic)


@pytest.mark.parametrize(
    ("draft", "first", "again"),
    [
        ("O1: Parents trust us\nKR1: Launch the place finder\nKR2: Publish the handbook\n",
         "Why?", "Mend, and why?"),
        ("目标：家长信任我们\nKR1：上线名额查询\nKR2：发布家长手册\n", "为什么？",
         "怎么改，为什么？"),
        ("目標：家長信任我們\nKR1：上線名額查詢\nKR2：發布家長手冊\n", "為什麼？",
         "怎麼改，為什麼？"),
    ],
)  # fmt: skip
def test_advice_that_stands_above_is_told_again_when_asked_for(
    client: TestClient, csrf: Csrf, draft: str, first: str, again: str
) -> None:
    panel = check(client, csrf, draft)
    assert panel.count(f"<summary>{first}</summary>") == panel.count('<p class="fix">')
    assert panel.count(f"<summary>{again}</summary>") >= 2

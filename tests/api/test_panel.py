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

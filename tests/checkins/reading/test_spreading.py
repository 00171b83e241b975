"""What is said of all key results at once."""

from datetime import date

import pytest

from assistant.checkins.reading import read_message
from assistant.models import OkrSet


def blockers(text: str, count: int = 3) -> list[str | None]:
    lines = [
        "On-time rate from 40% to 60%",
        "处理时间从 20 天缩短到 10 天",
        "門市從 50 家增至 200 家",
    ]
    okr_set = OkrSet.model_validate(
        {"objectives": [{"objective": "Stores", "key_results": lines[:count]}]}
    )
    return [item.blocker for item in read_message(text, okr_set, date(2026, 2, 6)).items]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ("KR1 50%, KR2 15 days, KR3 80. ", "All three are blocked by the legal review"),
        ("KR1 50%, KR2 15 days, KR3 80. ", "Blocker for all: no budget approval"),
        ("KR1 50%，KR2 15 天，KR3 80 家。", "三条都被预算审批卡住"),
        ("KR1 50%，KR2 15 天，KR3 80 家。", "三個 KR 都卡在法務審核"),
    ],
)
def test_a_blocker_of_all_is_told_of_each(values: str, words: str) -> None:
    assert blockers(values + words) == [words] * 3


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ("KR1 50%, KR2 15 days, KR3 80 shops. ", "Three shops are blocked by the landlord"),
        ("KR1 50%, KR2 15 days, KR3 80 shops, ", "all blocked by legal review"),
        ("KR1 50%，KR2 15 天，KR3 80 家，", "都卡在法務審核"),
    ],
)
def test_a_blocker_that_may_be_of_the_last_one_alone_stays_there(values: str, words: str) -> None:
    """Three shops are not three key results; 80 shops, all blocked, may be the shops."""
    assert blockers(values + words) == [None, None, words]


def test_both_are_two() -> None:
    told = "Both are blocked by the legal review"
    assert blockers(f"KR1 50%, KR2 15 days. {told}", 2) == [told, told]
    told = "两条都卡在法务审核"
    assert blockers(f"KR1 50%，KR2 15 天，KR3 80 家。{told}") == [None, told, told]


_EN = "KR1 50%, KR2 15 days, KR3 80 shops. "
_ZH = "KR1 50%，KR2 15 天，KR3 80 家。"


def _judged(text: str) -> list[tuple[str | None, float | None]]:
    lines = [
        "On-time rate from 40% to 60%",
        "处理时间从 20 天缩短到 10 天",
        "門市從 50 家增至 200 家",
    ]
    okr_set = OkrSet.model_validate({"objectives": [{"objective": "-", "key_results": lines}]})
    return [(i.status, i.confidence) for i in read_message(text, okr_set, date(2026, 2, 6)).items]


@pytest.mark.parametrize(
    ("text", "status", "level"),
    [
        (_EN + "Everything green, 9/10 across the board.", "on_track", 9),
        (_EN + "I rate all three amber bc of the move.", "at_risk", None),
        (_EN + "Amber all round, 6/10 everywhere.", "at_risk", 6),
        (_EN + "I'd put all three at a 7.", None, 7),
        (_EN + "70/30 on all three.", None, 7),
        (_ZH + "全线黄灯，把握六成", "at_risk", 6),
        (_ZH + "三条都黄灯，信心一律 6 分", "at_risk", 6),
        (_ZH + "都打红灯，三项信心统一给 3", "off_track", 3),
        (_ZH + "三條都黃燈，信心一律 6 分", "at_risk", 6),
        (_ZH + "全線黃燈，三項信心統一給 5", "at_risk", 5),
    ],
)
def test_how_all_stand_is_told_of_each(text: str, status: str | None, level: float | None) -> None:
    assert _judged(text) == [(status, level)] * 3


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("KR3: 80 shops, 60/40 that we get there.", 6),
        ("KR3: 80 shops. Confidence slipped a notch to 5.", 5),
        ("KR3：80 家，六四开吧", 6),
        ("KR3：80 家，信心掉了一點到 6", 6),
        ("KR3: 80 shops, a 60/40 split of old and new ones.", None),
        ("KR3: 80 shops, ahead of last January.", None),
    ],
)
def test_odds_are_a_confidence_and_shares_are_none(text: str, level: float | None) -> None:
    assert _judged(text) == [(None, level)]

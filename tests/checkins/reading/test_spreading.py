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
        ("KR1 50%，KR2 15 天，KR3 80 家。", "两条都卡在法务审核"),
        ("KR1 50%，KR2 15 天，KR3 80 家，", "都卡在法務審核"),
    ],
)
def test_a_blocker_that_may_be_of_the_last_one_alone_stays_there(values: str, words: str) -> None:
    """Three shops are not three key results; 80 shops, all blocked, may be the shops."""
    assert blockers(values + words) == [None, None, words]


def test_both_are_two() -> None:
    told = "Both are blocked by the legal review"
    assert blockers(f"KR1 50%, KR2 15 days. {told}", 2) == [told, told]

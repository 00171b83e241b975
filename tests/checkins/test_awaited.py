"""What a blocker or a promise waited for has come: that ends it, under its own name too."""

import pytest

from assistant.models.summary import Code
from tests.checkins.test_carrying import said
from tests.checkins.test_summary import texts, weekly


@pytest.mark.parametrize(
    ("blocker", "comment", "over"),
    [
        ("Stuck on the rent approval", "The landlord released the rent approval", True),
        ("New shops are stuck on the rent approval", "The rent approval has not come", False),
        ("legal takes 8 days on contracts", "legal released the contracts", True),
        ("新店卡在租金审批", "周总那边租金审批已放开✅", True),
        ("新店卡在租金审批", "租金审批还没放开", False),
        ("新店卡在租金审批", "新店到了两个人", False),
        ("新店卡在租金審批", "周總那邊租金審批批了", True),
        ("等供应商的标签机", "标签机到了", True),
        ("等供應商的標籤機", "標籤機到了", True),
    ],
)  # fmt: skip
def test_a_blocker_ends_with_what_it_waited_for(blocker: str, comment: str, over: bool) -> None:
    values = weekly(57, 60, 63, 67, 70)
    values[2]["blocker"] = blocker
    values[4]["comment"] = comment
    assert (Code.BLOCKED not in said(*values).key_results[0].codes) is over


@pytest.mark.parametrize(
    ("promise", "comment", "over"),
    [
        ("Survey of the drivers on Tuesday", "Drivers survey came back: 4.1", True),
        ("Survey of the drivers on Tuesday", "Drivers survey not back yet", False),
        ("下周二问卷回收", "司机问卷回来了：4.1", True),
        ("下周二问卷回收", "问卷还没回来", False),
        ("下週二問卷回收", "司機問卷回來了：4.1", True),
    ],
)
def test_a_promise_is_not_overdue_where_what_it_is_of_came_back(
    promise: str, comment: str, over: bool
) -> None:
    values = weekly(57, 60)
    values[0]["next_action"], values[0]["due"] = promise, "2026-01-13"
    values[1]["comment"] = comment
    [told] = texts(said(*values, as_of="2026-01-16"), 13)
    assert ("overdue" not in told) is over
    assert not over or f"written since: “{comment}”" in told

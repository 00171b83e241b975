"""An objective that names work is told as the state it is for, in its own words."""

import pytest

from assistant.models.suggestion import Action
from tests.coaching.rewriting.proposals import suggestions


def told(objective: str) -> tuple[str, ...]:
    """The new objective and the others to choose from."""
    made = next(
        each
        for each in suggestions(objective, "Share of berths in use from 30% to 45%")
        if each.key_result is None and each.action in (Action.REPLACE, Action.MOVE)
    )
    return (made.after, *(one.after for one in made.alternatives[1:]))


@pytest.mark.parametrize(
    ("objective", "after"),
    [
        ("Explore mooring options", "We know what to do about the mooring options, and why"),
        ("Handle odd tide tables gracefully", "Odd tide tables never hold anybody up"),
        ("Build a Harbour Seal Pool", "People count on the Harbour Seal Pool"),
        (
            "Compare the diesel engine with the battery engine",
            "We know when the diesel engine serves us better than the battery engine",
        ),
        ("Launch: the ferry is running at night", "The ferry is running at night"),
        ("梳理泊位信息", "让大家对泊位信息一目了然"),
        ("整理泊位資訊", "讓大家對泊位資訊一目瞭然"),
        ("构建可复制的引航协作范式", "让可复制的引航协作范式顺畅运转，大家都愿意用"),
        ("完成港區系統數位化整合", "讓港區系統數位化整合真正見到成效"),
        ("为海豹馆引流并建立品牌", "让更多人认识并选择海豹馆"),
    ],
)
def test_an_objective_of_work_becomes_its_state(objective: str, after: str) -> None:
    assert told(objective)[0] == after


def test_what_is_asked_is_still_there_to_choose() -> None:
    assert any("[change to name]" in one for one in told("Explore mooring options")[1:])


@pytest.mark.parametrize("objective", ["航標提示引擎（5 種燈號）", "航标提示引擎（5 种灯号）"])
def test_a_number_that_only_describes_the_thing_is_nothing_to_raise(objective: str) -> None:
    assert not told(objective)[0].startswith("提升")


def test_a_label_is_no_part_of_the_deed() -> None:
    offered = told("Seamanship: learn and apply knot names")
    assert not any("because we" in one for one in offered)

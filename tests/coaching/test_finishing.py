"""The finished set: decisions name places of the reviewed one, in any order."""

from __future__ import annotations

from typing import Any

from assistant.coaching.finishing import finished
from assistant.models import Language, OkrSet
from assistant.models.decision import Decision

SHOP = OkrSet.model_validate(
    {
        "team": "Shop",
        "objectives": [
            {
                "objective": "让买家愿意再来",
                "key_results": [
                    {"text": "上线新版结算页", "owner": "小周", "target": 1},
                    "满意度达到95%，投诉降到10件",
                    "提升复购率",
                ],
            },
            {"objective": "让买家愿意常来", "key_results": ["复购率从20%提升到30%"]},
        ],
    }
)


def done(*decisions: dict[str, Any]) -> list[OkrSet]:
    read = [Decision.model_validate(one) for one in decisions]
    return finished([SHOP], read, Language.ZH_HANS)


def lines(okr_set: OkrSet, objective: int = 0) -> list[str]:
    return [one.text for one in okr_set.objectives[objective].key_results]


WORK: dict[str, Any] = {
    "action": "replace",
    "objective": 0,
    "key_result": 0,
    "lines": ["下单完成率从31%提升到45%"],
    "initiative": "上线新版结算页",
    "measured": True,
}
SPLIT: dict[str, Any] = {
    "action": "split",
    "objective": 0,
    "key_result": 1,
    "lines": ["满意度达到95%", "投诉降到10件"],
}


def test_a_result_takes_the_place_of_work_that_is_kept_as_an_initiative() -> None:
    [made] = done(WORK)
    assert lines(made)[0] == "下单完成率从31%提升到45%"
    assert [one.text for one in made.objectives[0].initiatives] == ["上线新版结算页"]
    kept = made.objectives[0].key_results[0]
    assert (kept.owner, kept.target) == ("小周", None)


def test_places_hold_whatever_the_order_of_decisions() -> None:
    assert done(SPLIT, WORK) == done(WORK, SPLIT)
    assert lines(done(SPLIT, WORK)[0])[1:3] == ["满意度达到95%", "投诉降到10件"]


def test_a_number_moves_out_of_the_objective() -> None:
    move = {"action": "move", "objective": 1, "lines": ["买家常来", "复购率到30%"]}
    [made] = done(move)
    assert made.objectives[1].objective == "买家常来"
    assert lines(made, 1) == ["复购率从20%提升到30%", "复购率到30%"]


def test_merged_lines_stand_under_the_other_objective() -> None:
    [made] = done({"action": "merge", "objective": 1, "lines": ["让买家愿意再来"]})
    assert len(made.objectives) == 1
    assert lines(made)[-1] == "复购率从20%提升到30%"


def test_what_is_parked_stands_in_a_set_of_its_own() -> None:
    made, parked = done(
        {"action": "park", "objective": 0, "key_result": 2, "lines": ["x"]},
        {"action": "park", "objective": 1, "lines": ["x"]},
    )
    assert len(made.objectives) == 1
    assert "提升复购率" not in lines(made)
    assert [lines(parked, n) for n in (0, 1)] == [["提升复购率"], ["复购率从20%提升到30%"]]
    assert parked.cycle
    assert parked.cycle.name == "留待以后"


def test_a_place_that_there_is_not_changes_nothing() -> None:
    assert done({**WORK, "objective": 9}, {**WORK, "set": 3}) == [SHOP]

"""A cycle document as people and programs write it."""

import pytest
from pydantic import ValidationError

from assistant.models.cycle import CheckIn, CycleRecord, Status

SET = {"objectives": [{"objective": "老客户愿意推荐我们", "key_results": ["NPS 从 31 提升到 45"]}]}


def test_a_commitment_may_be_a_plain_string_and_a_value_may_carry_its_unit() -> None:
    told = CheckIn.model_validate(
        {
            "date": "2026-10-09",
            "objective": 0,
            "key_result": 0,
            "value": "9,300万元",
            "status": "at_risk",
            "commitments": ["访谈 5 位客户", {"text": "Ship the survey", "done": True}],
        }
    )
    assert told.value == "9,300万元"
    assert told.status is Status.AT_RISK
    assert [(one.text, one.done) for one in told.commitments] == [
        ("访谈 5 位客户", None),
        ("Ship the survey", True),
    ]


def test_what_is_not_said_is_none_and_not_zero() -> None:
    told = CheckIn.model_validate({"date": "2026-10-09", "objective": 0, "key_result": 0})
    assert (told.value, told.delta, told.confidence, told.status) == (None, None, None, None)


@pytest.mark.parametrize("confidence", [-1, 11])
def test_confidence_goes_from_0_to_10(confidence: int) -> None:
    with pytest.raises(ValidationError):
        CheckIn.model_validate(
            {"date": "2026-10-09", "objective": 0, "key_result": 0, "confidence": confidence}
        )


def test_a_cycle_needs_no_check_ins() -> None:
    record = CycleRecord.model_validate({"set": SET})
    assert (record.as_of, record.checkins, record.changes) == (None, [], [])

"""Amounts typed with their size alone: 1.22M where the key result is in ¥."""

import pytest

from tests.checkins.cycles import record, state

EN = {"text": "Revenue per store from ¥1.2M to ¥1.5M"}
ZH = {"text": "单店营收从 120 万元提升到 150 万元"}


@pytest.mark.parametrize(
    ("key_result", "typed"),
    [(EN, "1.26M"), (EN, "1260k"), (EN, "¥1.26M"), (ZH, "126万"), (ZH, "1.26M")],
)
def test_a_value_in_millions_is_one_of_the_money_that_is_counted(
    key_result: dict[str, str], typed: str
) -> None:
    made = state(
        record(key_result, checkins=[{"date": "2026-01-16", "value": typed}]), "2026-01-16"
    )
    assert made.progress == pytest.approx(0.2)


@pytest.mark.parametrize(("key_result", "new"), [(EN, "1.4M"), (ZH, "140万")])
def test_a_target_changed_in_millions_keeps_the_unit(key_result: dict[str, str], new: str) -> None:
    change = {"date": "2026-01-10", "field": "target", "new": new, "reason": "market"}
    checkins = [{"date": "2026-01-16", "value": "1.3M"}]
    made = state(record(key_result, checkins=checkins, changes=[change]), "2026-01-16")
    assert made.progress == pytest.approx(0.5)


def test_a_share_is_no_amount_of_money() -> None:
    made = state(record(EN, checkins=[{"date": "2026-01-16", "value": "54%"}]), "2026-01-16")
    assert made.progress is None

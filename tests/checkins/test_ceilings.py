"""What shall not be passed is well below it; a target is told in its unit however it was typed."""

from datetime import date

import pytest

from assistant.checkins.summary.composing import summarise
from assistant.models import KeyResultKind
from tests.checkins.cycles import LIMITS, record, state

DAY = "2026-02-06"


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("No more than 5 complaints a month", 4, "on_track"),
        ("No more than 5 complaints a month", 7, "off_track"),
        ("每月投诉不超过 5 起", 4, "on_track"),
        ("每月投訴不超過 5 件", 7, "off_track"),
    ],
)
def test_a_ceiling_without_a_baseline_is_kept_or_passed(text: str, value: int, shown: str) -> None:
    found = state(record({"text": text}, checkins=[{"date": DAY, "value": value}]), DAY)
    assert (found.kind, found.shown) == (KeyResultKind.MAINTAIN, shown)


@pytest.mark.parametrize(
    "line",
    [
        {"text": "Cut complaints to no more than 5 a month"},
        {"text": "客诉降到不超过 5 起/月"},
        {"text": "客訴降到不超過 5 件/月"},
        {"text": "No more than 5 complaints a month", "baseline": 12},
        {"text": "At least 30 new customers"},
    ],
)
def test_what_has_a_way_to_go_is_no_ceiling(line: dict[str, object]) -> None:
    found = state(record(line, checkins=[{"date": DAY, "value": 4}]), DAY)
    assert found.kind is not KeyResultKind.MAINTAIN


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("1500000 USD", "from 1,500,000 USD"),
        ("$1500000", "from 1,500,000 USD"),
        (1500000, "from 1,500,000 USD"),
    ],
)
def test_an_eased_target_is_told_in_its_unit(old: float | str, told: str) -> None:
    line = {"text": "Reorder revenue from $900,000 to $1,500,000"}
    changes = [{"date": "2026-02-03", "field": "target", "old": old, "new": 1300000}]
    made = record(line, checkins=[{"date": DAY, "value": 1010000}], changes=changes)
    summary = summarise(made, as_of=date(2026, 2, 6), limits=LIMITS)
    assert told in summary.markdown
    assert "1500000 USD" not in summary.markdown.partition("| f1 |")[0]

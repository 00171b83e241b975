"""Each worked example of docs/check-in-arithmetic.md comes out as the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checkins.cycles import record, team

PAGE = Path(__file__).parents[2] / "docs" / "check-in-arithmetic.md"
EXAMPLES = re.findall(
    r"^## (?:\d+\. )?([^\n]+)\n(.*?)```yaml\n(.*?)```",
    PAGE.read_text(encoding="utf-8"),
    re.M | re.S,
)
KEY_RESULT = {"text": "Returns refunded within 3 days", "baseline": 54, "target": 90, "unit": "%"}


@pytest.mark.parametrize(("title", "prose", "example"), EXAMPLES, ids=[one[0] for one in EXAMPLES])
def test_the_page_tells_what_the_code_computes(title: str, prose: str, example: str) -> None:
    told = yaml.safe_load(example)
    lines = [KEY_RESULT | told[name] for name in ("key_result", "second") if name in told]
    made = record(*lines, checkins=told["checkins"], changes=told.get("changes"))
    computed = _computed(team(made, str(told["as_of"])))
    assert {name: computed[name] for name in told["gives"]} == told["gives"]


@pytest.mark.parametrize(("title", "prose", "example"), EXAMPLES, ids=[one[0] for one in EXAMPLES])
def test_the_prose_names_the_figures_that_it_leads_to(title: str, prose: str, example: str) -> None:
    shares = [
        value
        for name, value in yaml.safe_load(example)["gives"].items()
        if isinstance(value, float) and name in ("progress", "expected", "gap", "elapsed")
    ]
    for value in shares:
        assert value == 0 or f"{value:g}" in prose, (title, value)


def _computed(made: Any) -> dict[str, Any]:
    state = made.states[0, 0]
    values: dict[str, Any] = state.model_dump(mode="json")
    forecast = values.pop("forecast") or {}
    elapsed = made.days.elapsed(made.as_of)
    return values | {
        "elapsed": round(elapsed, 4),
        "week": made.days.week(made.as_of),
        "weeks": made.days.weeks,
        "objective_progress": made.objectives[0].progress,
        "forecast": forecast.get("value"),
        "forecast_progress": forecast.get("progress"),
        **{name: forecast.get(name) for name in ("low", "high", "points")},
    }

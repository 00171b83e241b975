"""The figures kept of the cycles, worked out a second time by other means."""

import json
from datetime import date
from typing import Any

import numpy
import pytest
from scipy import stats

from evals.cycle_figures import differing, figures_of_cycle
from evals.cycles import FOLDER, Language, cases, summary_of

HELD = {case["name"]: case for case in cases(FOLDER)}


def days(case: dict[str, Any]) -> tuple[date, date, date]:
    cycle = case["cycle"]["set"]["cycle"]
    start, end, now = cycle["start"], cycle["end"], case["cycle"]["as_of"]
    return date.fromisoformat(start), date.fromisoformat(end), date.fromisoformat(now)


@pytest.mark.parametrize("name", ["en-plan", "zh-bounds", "en-steady", "zh-behind"])
def test_elapsed_and_weeks_are_those_of_the_calendar(name: str) -> None:
    start, end, now = days(HELD[name])
    figures = HELD[name]["figures"]
    assert figures["cycle elapsed"] == pytest.approx((now - start) / (end - start), abs=1e-4)
    assert figures["cycle week"] == (now - start).days // 7 + 1
    assert figures["cycle weeks"] == -(-((end - start).days + 1) // 7)


@pytest.mark.parametrize("place", ["0.0", "0.1"])
def test_forecast_is_that_of_an_ordinary_least_squares_fit(place: str) -> None:
    case = HELD["en-plan"]
    start, end, _ = days(case)
    figures = case["figures"]
    base, target = figures[f"{place} baseline"], figures[f"{place} target"]
    seen = [
        each
        for each in case["cycle"]["checkins"]
        if f"{each['objective']}.{each['key_result']}" == place
    ]
    x = numpy.array([(date.fromisoformat(each["date"]) - start).days for each in seen], dtype=float)
    y = numpy.array([(each["value"] - base) / (target - base) for each in seen])
    slope, level = numpy.polyfit(x, y, 1)
    x0 = (end - start).days
    at = level + slope * x0
    rest = ((y - level - slope * x) ** 2).sum() / (len(x) - 2)
    spread = (rest * (1 + 1 / len(x) + (x0 - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum())) ** 0.5
    margin = stats.t.ppf(0.9, len(x) - 2) * spread
    ends = sorted(base + (target - base) * (at + sign * margin) for sign in (-1, 1))
    assert figures[f"{place} forecast progress"] == pytest.approx(at, abs=1e-3)
    assert figures[f"{place} forecast low"] == pytest.approx(ends[0], abs=1e-3)
    assert figures[f"{place} forecast high"] == pytest.approx(ends[1], abs=1e-3)


def test_the_gap_is_what_was_expected_less_what_is() -> None:
    for case in HELD.values():
        figures = case["figures"]
        for key in figures:
            if key.endswith(" gap") and key[0].isdigit():
                place = key.removesuffix(" gap")
                gap = figures[f"{place} expected"] - figures[f"{place} progress"]
                assert figures[key] == pytest.approx(gap, abs=2e-4)


def test_a_figure_that_changes_or_goes_is_told() -> None:
    case = json.loads((FOLDER / "en-plan.json").read_text(encoding="utf-8"))
    found = figures_of_cycle(summary_of(case, Language.EN))
    assert all(same for _, same in differing(case["figures"], found))
    changed = {**found, "0.0 gap": 0.2}
    del changed["cycle week"]
    told = [key for key, same in differing(case["figures"], changed) if not same]
    assert told == ["0.0 gap", "cycle week"]
